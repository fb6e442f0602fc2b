/** The themes of `docs/theming.md`, each a page as a publisher has it: `tests/pictures/themes/`. */
import { readFileSync } from "node:fs";

export const THEMES = ["broadsheet", "tabloid", "magazine"];

/** A theme's page for the test server, with more attributes and with content for its panel. @param {string} name */
export function themed(name, attributes = "", content = "") {
  const html = readFileSync(new URL(`../pictures/themes/${name}.html`, import.meta.url), "utf8");
  return {
    html: html
      .replace('<meta charset="utf-8">', '$&<script src="/recorder.js"></script>')
      .replace('<claim-panel id="panel"', `$& ${attributes}`)
      .replace("</claim-panel>", () => `${content}</claim-panel>`),
  };
}

/** What `claim-panel fill` has written into the demo's page for the story of the themes. */
export function fallback() {
  const page = readFileSync(new URL("../../index.html", import.meta.url), "utf8");
  const [, inside] = page.match(/<claim-panel[^>]*bridge\.json[^>]*>([\s\S]*?)<\/claim-panel>/) ?? [];
  return inside;
}
