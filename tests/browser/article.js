/** A panel at home: in a news article, on a screen of a given size or on paper, as a reader's system shows it. */

import { SCRIPT } from "./server.js";
import { STORIES } from "./stories.js";
import { LOOKS, PAPER, VIEWS } from "./table.js";
import { themed } from "./themes.js";

const STYLE = `<style>
  :root { color-scheme: light dark; --paper: light-dark(#fdfcf9, #171614); --ink: light-dark(#1d1b18, #e8e4dc); }
  body { background: var(--paper); color: var(--ink); font: 1.1rem/1.55 Charter, Georgia, serif; margin: 0; padding: 1rem; }
  main { margin-inline: auto; max-inline-size: 40em; }
  h1 { font-size: 1.8em; line-height: 1.15; margin: 0; text-wrap: balance; }
  main > p { margin-block: 1em; }
  claim-panel { margin-block: 1.5em; }
  @media print { :root { color-scheme: light; } body { padding: 0; } }
</style>`;

/** Heading, what stands above the panel, and what stands below it, in invented articles. */
const ARTICLES = {
  ltr: [
    "The bridge is shut, and everybody remembers it differently",
    "The road bridge at Ostrey has been shut since a crack was found in its third pier. Who knew of it, and since when, depends on whom one asks.",
    "A footbridge is promised for the autumn. This story is invented, and so are all the people in it.",
  ],
  rtl: [
    "ست ساعات في عرض البحر، وروايات لا تلتقي",
    "توقفت عبّارة رأس السنديان في عرض البحر وعلى متنها ركابها. وذكرت صحيفة «السنديان» أن هيئة الميناء كانت على علم بعطل المحرك قبل أحد عشر يومًا.",
    "ووُعد الركاب بعبّارة بديلة قبل نهاية الصيف. هذه القصة متخيَّلة، وكل من فيها متخيَّل.",
  ],
};

/**
 * Shows one of the table; resolves when its panel stands as asked.
 * @param {Use} use @param {Omit<import("./table.js").Picture, "name">} picture
 */
export async function show(use, { view, story, look, width, open, page }) {
  const { theme, scheme, forced } = LOOKS[look];
  const onPaper = width === "print";
  /** @param {boolean} paper */
  const media = (paper) => use.media({ scheme, forced, still: true, paper });
  /** @param {number} height */
  const size = (height) => use.screen({ width: onPaper ? PAPER : width, height });

  await media(false);
  await size(800);
  await use.open(page ? themed(page, `view="${view}"`) : article(STORIES[story](), `view="${view}" theme="${theme}"`));
  await use.until(() => panel.state === "ready");
  await use.until((part) => panel.shadowRoot.querySelector(`[part~="${part}"]`)?.checkVisibility(), VIEWS[view]);
  if (onPaper) {
    await media(true);
    await use.run(() => void dispatchEvent(new Event("beforeprint")));
  } else {
    await unfold(use, closedIn(view), { none: 0, first: 1, all: 1e6 }[open]);
  }
  await whole(use);
  // As tall as it takes, so that nothing waits for being scrolled to.
  for (
    let height = 0, needed = 800;
    needed > height;
    needed = await use.run(() => document.documentElement.scrollHeight)
  ) {
    await size((height = needed));
  }
}

/** Waits until no more is drawn: of a long view a part comes with each frame. @param {Use} use */
export const whole = (use) =>
  use.run(async () => {
    for (let still = 0, before = 0; still < 5; ) {
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const { length } = panel.shadowRoot.querySelectorAll("*");
      still = length === before ? still + 1 : 0;
      before = length;
    }
  });

/** Whatever in a view can be unfolded and is not. @param {string} view */
const closedIn = (view) => `[part~="${VIEWS[view]}"] [aria-expanded=false]`;

/** Clicks so many of these. @param {Use} use @param {string} closed @param {number} most */
async function unfold(use, closed, most) {
  await use.run(
    (closed, most) => {
      window.unfolding = [...panel.shadowRoot.querySelectorAll(closed)].slice(0, most);
      unfolding.forEach((button) => button.click());
    },
    closed,
    most,
  );
  await use.until(() => unfolding.every(({ ariaExpanded }) => ariaExpanded === "true"));
}

/** @param {Story} story @param {string} attributes */
function article(story, attributes) {
  const direction = story.lang === "ar" ? "rtl" : "ltr";
  const [heading, above, below] = ARTICLES[direction];
  const island = JSON.stringify(story).replaceAll("<", "\\u003c");
  return {
    root: `lang="${story.lang}" dir="${direction}"`,
    head: STYLE + SCRIPT,
    body: `<main><h1>${heading}</h1><p>${above}</p>
<claim-panel id="panel" loading="eager" ${attributes}><script type="application/json">${island}</script></claim-panel>
<p>${below}</p></main><script>window.panel = document.getElementById("panel")</script>`,
  };
}
