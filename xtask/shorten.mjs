/**
 * Short names at the border between the glue and the WebAssembly.
 *
 * wasm-bindgen names each of some hundred imports and exports by what it is and a hash, once in either
 * file. Nobody but the two reads them, and readers would download a fiftieth more.
 */
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { replaced } from "./lighten.mjs";

/** @param {string} wasmOpt the program @param {string} wasm its file @param {string} glue the module that uses it */
export async function shorten(wasmOpt, wasm, glue) {
  const pass = "--minify-imports-and-exports-and-modules";
  const { stdout } = await promisify(execFile)(wasmOpt, [pass, wasm, "-o", wasm], { maxBuffer: 2 ** 24 });
  const { imports, exports } = JSON.parse(stdout);
  let code = await readFile(glue, "utf8");
  for (const [, name, short] of imports) {
    code = replaced(code, new RegExp(`(?<=\\n\\s+)${escaped(name)}(?=: )`, "g"), short);
  }
  // Not every export is used by the glue, but each that it uses has to be found.
  const shorts = new Map(exports);
  code = replaced(code, /(?<=\bwasm\.)[\w$]+/g, (name) => {
    if (!shorts.has(name)) {
      throw new Error(`the glue uses an export ${name} that the WebAssembly does not have`);
    }
    return shorts.get(name);
  });
  code = replaced(code, /"\.\/[\w-]+_bg\.js"(?=: )/g, '"a"');
  await writeFile(glue, code);
}

function escaped(name) {
  return name.replace(/[$]/g, "\\$&");
}
