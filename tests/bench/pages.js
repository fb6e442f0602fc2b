/** The pages in which panels are measured, and the two panels. */

/**
 * @typedef {object} Panel
 * @property {string} name
 * @property {string} tag
 * @property {string} script
 */

/** @type {Panel[]} */
export const PANELS = [
  { name: "yew", tag: "claim-panel", script: "/yew/claim-panel.js" },
  { name: "vanilla", tag: "vanilla-panel", script: "/vanilla/panel.js" },
];

const PARAGRAPH = `<p>${"Words of an article that stands around its panel, as long as paragraphs are. ".repeat(4)}</p>`;

/** Keeps the memory of each WebAssembly instance: the DevTools protocol does not report its size. */
function keepMemories() {
  globalThis.memories = [];
  /** @type {Record<string, any>} the functions, which take and return different things */
  const own = WebAssembly;
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const make = own[name];
    own[name] = async (/** @type {unknown[]} */ ...values) => {
      const made = await make(...values);
      const exports = Object.values((made.instance ?? made).exports);
      globalThis.memories.push(...exports.filter((one) => one instanceof WebAssembly.Memory));
      return made;
    };
  }
}

/** Makes `painted`, a promise of the milliseconds from the navigation to the frame that shows all panels. @param {string} tag @param {number} count */
function watchPaint(tag, count) {
  globalThis.painted = new Promise((resolve) => {
    const look = () => {
      const panels = [...document.getElementsByTagName(tag)];
      const drawn = panels.filter(({ shadowRoot }) => shadowRoot?.querySelector("[part~=claim]"));
      if (panels.length && drawn.length === count) {
        const { port1, port2 } = new MessageChannel();
        // The first task after the frame: the panels have been painted.
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      } else {
        requestAnimationFrame(look);
      }
    };
    requestAnimationFrame(look);
  });
}

/**
 * An article with its panels.
 * @param {Panel} panel
 * @param {{ body?: string, head?: string, count?: number, attributes?: string }} [more] `head` goes before the script
 */
export function article({ tag, script }, { head = "", count = 0, attributes = "" } = {}) {
  const panels = `<${tag} ${attributes}><p>What readers see without scripts.</p></${tag}>`.repeat(count);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Article</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${head}
<script>(${watchPaint})("${tag}", ${count})</script><script type="module" async src="${script}"></script></head>
<body><h1>Article</h1>${PARAGRAPH}${panels}${PARAGRAPH.repeat(3)}</body></html>`;
}

/** A page without a panel; a script adds one later. @param {Panel} panel */
export const empty = (panel) => article(panel, { head: `<script>(${keepMemories})()</script>` });
