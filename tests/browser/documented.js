/** The examples in docs/embedding.md. */
import { readFileSync } from "node:fs";

const text = readFileSync(new URL("../../docs/embedding.md", import.meta.url), "utf8");

/** Those in a language below a heading, to the next heading of its level. @param {string} heading @param {string} language @returns {string[]} */
export function examples(heading, language) {
  const section = text.split("\n## ").find((section) => section.startsWith(`${heading}\n`));
  const found = [...(section ?? "").matchAll(new RegExp(`^ *\`\`\`${language}\n([\\s\\S]*?)^ *\`\`\``, "gm"))].map(
    ([, code]) => code,
  );
  if (!found.length) {
    throw new Error(`docs/embedding.md has no example in ${language} below “${heading}” any more`);
  }
  return found;
}
