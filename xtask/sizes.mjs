/**
 * Prints the size of each file of the release, and fails if a reader's download exceeds the budget.
 * `node xtask/sizes.mjs FOLDER` prints the sizes in another folder, which has no budget.
 */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** In bytes of Brotli at its highest level, for everything that the reader of an English panel downloads. */
const BUDGET = 104_500;
/** The same for the texts of one language, which readers of that language download as well. */
const LANGUAGE_BUDGET = 4_096;
const READER = ["claim-panel.js", "claim-panel_bg.wasm", "claim-panel.css"];

const folder = process.argv[2] ?? "dist";
const entries = await readdir(folder, { recursive: true, withFileTypes: true });
const files = entries
  .filter((entry) => entry.isFile())
  .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
  // The package repeats these files for bundlers, which process them further.
  .filter((file) => !file.startsWith(`npm${sep}`))
  .sort();

/**
 * @param {string} name
 * @param {number | string} raw @param {number | string} gzip @param {number | string} brotli
 * @param {string} hash
 */
const row = (name, raw, gzip, brotli, hash) =>
  console.log(`${name.padEnd(32)}${[raw, gzip, brotli].map((n) => String(n).padStart(9)).join("")}  ${hash}`);

row("file", "raw", "gzip", "brotli", "integrity");
let total = 0;
const heavy = [];
for (const file of files) {
  const bytes = await readFile(join(folder, file));
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;
  const hash = createHash("sha384").update(bytes).digest("base64");
  row(file, bytes.length, gzipSync(bytes, { level: 9 }).length, brotli, `sha384-${hash}`);
  if (READER.includes(file)) total += brotli;
  if (file.startsWith(`languages${sep}`) && brotli > LANGUAGE_BUDGET)
    heavy.push(`dist/${file}: ${brotli - LANGUAGE_BUDGET}`);
}

if (folder === "dist") {
  for (const missing of READER.filter((file) => !files.includes(file))) {
    console.error(`dist/${missing} is missing`);
    process.exitCode = 1;
  }
  console.log(`\na reader downloads ${total} bytes (brotli) of at most ${BUDGET}: ${READER.join(", ")}`);
  for (const one of heavy) {
    console.error(`${one} bytes above the ${LANGUAGE_BUDGET} of a language`);
    process.exitCode = 1;
  }
  if (total > BUDGET) {
    console.error(`${total - BUDGET} bytes above the budget`);
    process.exitCode = 1;
  }
}
