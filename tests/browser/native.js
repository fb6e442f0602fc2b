/** The static HTML that a newsroom's program writes, beside what the browser draws of the same document. */
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { NAME } from "./panel.js";

/** Every language that there are words for. */
export const LANGUAGES = readdirSync("src/texts/languages").map((name) => name.replace(/\.txt$/, ""));

/** The one panel of a page, with its document and its fallback in it. @param {object} document */
export const inside = (document, fallback = "") =>
  `<claim-panel id="panel" loading="eager">
<script type="application/json">${JSON.stringify(document).replaceAll("<", "\\u003c")}</script>${fallback}</claim-panel>${NAME}`;

/** The fallback of each document, all of them written into one page. @param {object[]} documents */
export async function fill(documents) {
  const folder = await mkdtemp(join(tmpdir(), "claim-panel-"));
  const page = join(folder, "page.html");
  try {
    const panels = documents.map(async (document, index) => {
      await writeFile(join(folder, `${index}.json`), JSON.stringify(document));
      return `<claim-panel src="${index}.json"></claim-panel>`;
    });
    await writeFile(page, (await Promise.all(panels)).join("\n"));
    await promisify(execFile)("cargo", ["run", "--quiet", "--package", "claim-panel-cli", "--", "fill", page], {
      maxBuffer: 1e8,
    });
    return (await readFile(page, "utf8"))
      .split("</claim-panel>")
      .map((panel) => panel.slice(panel.indexOf("<section")));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What only one of the two has: what can be clicked, and the line that opens a claim where nothing can. */
const APART = "summary, [part=controls], [part=status], [part=share]";

/**
 * What stands in the panel and in its fallback, each line as it is to the last character: blanks of other kinds
 * than that of the space bar are part of a language.
 * @param {Use} use @returns {Promise<{ live: string[], fixed: string[] }>}
 */
export const bothWays = (use) =>
  use.run((apart) => {
    const INLINE = ["A", "B", "BDI", "BUTTON", "CITE", "SPAN", "TIME"];
    /** @param {Element} root */
    const lines = (root) => {
      const lines = [""];
      /** @param {Loose} node */
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
