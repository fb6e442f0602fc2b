/** Pages whose articles have passages in them, and what is marked there. */
import * as documents from "./documents.js";
import { usePanel } from "./panel.js";

/** The good document, whose first claim has these passages. @param {object[]} passages */
export const story = (...passages) => {
  const data = documents.good();
  data.claims[0].passages = passages;
  return data;
};

/** A panel with that document, in the place in which it is written. */
export const PANEL = '<claim-panel id="panel"><p>fallback and <i>its own</i> words</p></claim-panel>';
export const PAGE = "window.panel = document.getElementById('panel');";

export function usePassages() {
  const { use, ready } = usePanel();

  /** @param {string} article @param {object} data */
  const show = (article, data, attributes = 'highlight="main"') => {
    const body = article.includes("<main") ? article : `<main>${article}</main>`;
    const whole = (body.includes("<claim-panel") ? body : body + PANEL).replace(
      'id="panel"',
      `id="panel" loading="eager" ${attributes}`,
    );
    const code = `${PAGE} panel.data = ${JSON.stringify(data).replaceAll("<", "\\u003c")};`;
    return use.open({ body: `${whole}<script>${code}</script>` });
  };

  /** The marked words of each text of the page, in its order; nothing where the name is not there. */
  const marks = () =>
    use.run(() => {
      const highlight = CSS.highlights.get("claim-panel-passage");
      const ranges = [...(highlight ?? [])];
      ranges.sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other));
      return highlight && ranges.map(String);
    });
  /** @param {string[]} words */
  const marked = (...words) =>
    use.until((words) => {
      const ranges = [...(CSS.highlights.get("claim-panel-passage") ?? [])];
      ranges.sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other));
      return JSON.stringify(ranges.map(String)) === JSON.stringify(words);
    }, words);
  const unmarked = () => use.until(() => !CSS.highlights.has("claim-panel-passage"));

  /** What the page was told of passages: their words, with a minus where they are not there. */
  const told = () =>
    use.run(() =>
      seen.events.filter(({ type }) => type === "passage").map(({ exact, found }) => (found ? exact : `-${exact}`)),
    );
  /** @param {number} count */
  const toldOf = (count) =>
    use.until((count) => seen.events.filter(({ type }) => type === "passage").length === count, count);
  /** Whatever the element had put off until the browser has nothing to do is done. */
  const idle = () =>
    use.run(
      () =>
        new Promise((resolve) => {
          const later = window.requestIdleCallback ?? setTimeout;
          later(() => later(resolve));
        }),
    );

  return { use, ready, show, marks, marked, unmarked, told, toldOf, idle };
}
