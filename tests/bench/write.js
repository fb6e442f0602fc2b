/** Writes `docs/speed.md`: everything in it is made here, out of one run. */
import { writeFile } from "node:fs/promises";
import { comparison, growth } from "./results.js";
import { DIFFERENCES } from "./same.js";

const PAGE = new URL("../../docs/speed.md", import.meta.url);

/**
 * @typedef {object} Machine
 * @property {string} browser
 * @property {number} processors
 * @property {{ yew: number, vanilla: number }} downloads in bytes
 */

/** @param {import("./results.js").Results} results @param {Record<string, number>} rounds @param {Machine} machine */
export async function write(results, rounds, { browser, processors, downloads }) {
  const bytes = (number) => `${number.toLocaleString("en")} bytes`;
  await writeFile(
    PAGE,
    `<!-- Written by \`cargo xtask bench\` from tests/bench/write.js. Do not edit. -->

# How long a reader waits

\`cargo xtask bench\` measures the panel and writes this page. It compares the panel with one written by hand in plain
JavaScript, \`tests/bench/vanilla/\`, which draws the same elements in the same steps with the same stylesheet. Before
anything is measured, the shadow trees of both are compared in ${"every state that is measured"}; they may differ in these attributes only:
${DIFFERENCES.map(({ attribute, why }) => `\`${attribute}\` (${why})`).join(", ")}.

The panel written by hand does less. It has English words only, checks nothing in the document, draws only what the
documents here hold, does not survive page translators, and has no other way in. Its download is smaller for that:
${bytes(downloads.vanilla)} against ${bytes(downloads.yew)} of script and WebAssembly, both under brotli.

All figures come from one run, in which the two take turns: headless ${browser} on a machine with ${processors} processors.
Each figure is a median: of ${rounds.cold} rounds for cold starts, ${rounds.using} for the use of one panel, ${rounds.fifty} for fifty panels and ${rounds.kept}
for what a mount keeps. The ratio is the median of the rounds' ratios, and the quartiles show how far those spread. Milliseconds differ
from machine to machine, so compare the ratios.

- *Cold* is the time from the navigation to the first frame with the panel, in a fresh process with an empty cache.
  *Slow 4G* is the preset of Chromium's developer tools (562.5 ms, 180 KB/s down, 84 KB/s up); *÷4* slows the processor
  down to a quarter. *Hints* are \`modulepreload\` and \`preload\` links for the script, the WebAssembly and the document.
- *First paint* and *all drawn* begin when the document is given to a panel whose program is loaded. The rows
  *processor*, *script*, *layout* and *style* are processor time until everything is drawn.
- Clicks, keystrokes and views are the main thread's work until the change is painted.
- *Heap* is what JavaScript and the WebAssembly's memory hold after a garbage collection.
- *Fifty panels* have ten claims each and are all drawn at once; the time begins with the navigation.

${comparison(results)}

## Long stories

The same run, our panel alone: a hundred statements on ten claims beside ten thousand on a thousand claims. *Work* is what
the main thread does until the change is painted. *Wait* is from the reader's action to the end of that frame. A frame takes
a sixtieth of a second.

${growth(results)}

A keystroke is painted within two frames, however long the story is. For that, a panel that is searched shows only the
first forty entries until the reader asks for the rest: a browser needs a tenth of a second to take a thousand claims
away, or to move them. A click that opens a claim above a thousand others takes as long.

\`cargo xtask bench --quick\` prints the first table after fewer rounds and writes nothing. Words after it choose rows by
their names: \`cargo xtask bench --quick click\`.
`,
  );
}
