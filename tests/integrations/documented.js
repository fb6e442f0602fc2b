/** The blocks of code in a page of the documentation. */
import { readFileSync } from "node:fs";

/** @param {string} path from the root of the repository @param {string} language @returns {string[]} */
export function blocks(path, language) {
  const page = readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  const found = [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"))].map(
    ([, code]) => code,
  );
  if (!found.length) {
    throw new Error(`${path} has no block in ${language}`);
  }
  return found;
}
