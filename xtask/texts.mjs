/** Reads the texts that readers see, from `src/texts/languages/`. `build.rs` checks that each language is complete. */
import { readFile } from "node:fs/promises";

export const LANGUAGES = new URL("../src/texts/languages/", import.meta.url);

/** The entries of a language's file, in their order. @param {string} name @returns {Promise<Map<string, string>>} */
export async function entries(name) {
  const lines = (await readFile(new URL(name, LANGUAGES), "utf8")).split("\n");
  return new Map(lines.filter((line) => line.trim() && !line.startsWith("#")).map((line) => entry(name, line)));
}

/** @param {string} name @param {string} line @returns {[key: string, text: string]} */
function entry(name, line) {
  const at = line.indexOf(" = ");
  if (at < 0) {
    throw new Error(`${name}: expected “key = text”: ${line}`);
  }
  return [line.slice(0, at), line.slice(at + 3)];
}
