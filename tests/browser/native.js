/** The static HTML that a newsroom's program writes, beside what the browser draws of the same document. */
import { execFile } from "node:child_process";

/** @param {object} document @returns {Promise<string>} the HTML of all claims */
export function render(document) {
  return new Promise((resolve, reject) => {
    const program = execFile("cargo", ["run", "--quiet", "--", "render", "-"], { maxBuffer: 1e8 }, (error, html) =>
      error ? reject(error) : resolve(html),
    );
    program.stdin?.end(JSON.stringify(document));
  });
}

/** What only one of the two has: what can be clicked, and the line that opens a claim where nothing can. */
const APART = "summary, [part=controls], [part=status], [part=share]";

/**
 * What stands in the panel and in its fallback, each line as it is to the last character: blanks of other kinds
 * than that of the space bar are part of a language.
 * @returns {Promise<{ live: string[], fixed: string[] }>}
 */
export const bothWays = (use) =>
  use.run((apart) => {
    const INLINE = ["A", "B", "BDI", "BUTTON", "CITE", "SPAN", "TIME"];
    const lines = (root) => {
      const lines = [""];
      const walk = (node) => {
        if (node.nodeType === Node.TEXT_NODE) {
          lines[lines.length - 1] += node.data;
        } else if (node.nodeType === Node.ELEMENT_NODE && !(node instanceof SVGElement) && !node.matches(apart)) {
          const { lang, dir } = node;
          const isBlock = !INLINE.includes(node.nodeName);
          isBlock && lines.push("");
          lang && lines.push(`lang=${lang}`, "");
          dir && lines.push(`dir=${dir}`, "");
          node.childNodes.forEach(walk);
          isBlock && lines.push("");
        }
      };
      walk(root);
      return lines.map((line) => line.replaceAll("\n", " ").trimEnd()).filter(Boolean);
    };
    const panel = document.querySelector("claim-panel");
    return {
      live: lines(panel.shadowRoot.querySelector("[part~=panel]")),
      fixed: lines(panel.querySelector("section")),
    };
  }, APART);
