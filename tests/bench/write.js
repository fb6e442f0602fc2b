/** Writes `docs/speed.md` from the results of one run. */
import { writeFile } from "node:fs/promises";
import { comparison, growth, mostFrames } from "./results.js";
import { DIFFERENCES } from "./same.js";

const PAGE = new URL("../../docs/speed.md", import.meta.url);

/**
 * @typedef {object} Machine
 * @property {string} browser
 * @property {number} processors
 * @property {{ yew: number, vanilla: number }} downloads in bytes, compressed
 */

/** @param {import("./results.js").Results} results @param {Record<string, number>} rounds @param {Machine} machine */
export async function write(results, rounds, { browser, processors, downloads }) {
  /** @param {number} number */
  const bytes = (number) => `${number.toLocaleString("en")} bytes`;
  await writeFile(
    PAGE,
    `<!-- Written by \`cargo xtask bench\` out of tests/bench/write.js. Do not edit. -->

# How long a reader waits

\`cargo xtask bench\` measures the panel and writes this page. It compares the panel with one that is written by hand in
plain JavaScript (\`tests/bench/vanilla/\`) and draws the same elements, in the same steps, with the same stylesheet. The
benchmark first compares the two shadow trees, in every view, with claims open and closed, and during a search. If they
differ, it measures nothing. These attributes may differ:

${DIFFERENCES.map(({ attribute, why }) => `- \`${attribute}\`: ${why}.`).join("\n")}

The panel written by hand does less. It has only English words, trusts its document, draws only what the documents of the
benchmark contain, and does not survive page translators. Its download is smaller: ${bytes(downloads.vanilla)} of script,
against ${bytes(downloads.yew)} of script and WebAssembly, both compressed.

All figures come from one run in which the two panels take turns, in headless ${browser} on a machine with ${processors} processors.
A figure is a median: of ${rounds.cold} rounds for cold starts, ${rounds.using} for the use of one panel, ${rounds.fifty} for fifty panels and ${rounds.kept} for the heap
that a mount keeps. The ratio is the median of the ratios of single rounds, and the quartiles show how much they vary.
Milliseconds differ between machines. Compare the ratios.

- *Cold* is the time from the navigation to the first frame that shows the panel, in a fresh process with an empty cache.
  *Slow 4G* is the preset of Chromium's developer tools: 562.5 ms latency, 180 KB/s down, 84 KB/s up. *÷4* slows the
  processor to a quarter. *Hints* are \`modulepreload\` and \`preload\` links for the script, the WebAssembly and the
  document. The document has ten claims.
- The other rows start with a panel whose program is loaded. Each claim has ten statements. The figures are processor time of
  the page's main thread, from the reader's action to the end of the frame that shows the result. Other programs on the
  machine do not count.
- *First paint* and *all drawn* start when the panel gets its document. They end when the first claims and all claims are
  shown. What closed claims contain is drawn later, when there is time. *Layout* and *style* are their share of
  the processor time until that is drawn too.
- *Heap* is what is in use after a garbage collection: JavaScript's heap, the elements, buffers and the WebAssembly's memory.
- *Fifty panels* show five claims each, and all of them load at once. The time starts with the navigation.

${comparison(results)}

## Long stories

The same run, our panel alone: a hundred statements on ten claims, and ten thousand statements on a thousand claims.
*Work* is processor time. *Wait* is the time from the reader's action to the end of the frame that shows the result.
A frame takes a sixtieth of a second.

${growth(results)}

In this run, every keystroke was painted within ${mostFrames(results, "keystroke")} frames. The goal is two at most, however long the story is. For that, a
panel that is searched shows only the first forty entries until the reader asks for the rest: removing or moving a thousand
claims takes a browser much longer. A click that opens a claim above a thousand others moves them, so it does take longer.

\`cargo xtask bench --quick\` prints the first table after fewer rounds and writes nothing. Words after it choose rows by
their names: \`cargo xtask bench --quick click "100 claims"\`.
`,
  );
}
