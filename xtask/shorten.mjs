/**
 * Shortens the names at the boundary between the glue and the WebAssembly.
 *
 * wasm-bindgen gives each import and export a long name with a hash, which both files contain. Nothing else uses these
 * names.
 */
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { replaced } from "./lighten.mjs";

/**
 * Gives each import and export a short name, and returns the mapping.
 * @param {string} wasmOpt the program @param {string} wasm its input, which is overwritten
 * @returns {Promise<{ imports: [module: string, name: string, short: string][], exports: [name: string, short: string][] }>}
 */
export async function minifyNames(wasmOpt, wasm) {
  const pass = "--minify-imports-and-exports-and-modules";
  const { stdout } = await promisify(execFile)(wasmOpt, [pass, wasm, "-o", wasm], { maxBuffer: 2 ** 24 });
  return JSON.parse(stdout);
}

/** @param {string} wasmOpt the program @param {string} wasm its input @param {string} glue the module that uses it */
export async function shorten(wasmOpt, wasm, glue) {
  const { imports, exports } = await minifyNames(wasmOpt, wasm);
  let code = await readFile(glue, "utf8");
  for (const [, name, short] of imports) {
    code = replaced(code, new RegExp(`(?<=\\n\\s+)${escaped(name)}(?=: )`, "g"), short);
  }
  // The glue need not use every export, but each export that it uses must exist.
  const shorts = new Map(exports);
  code = replaced(code, /(?<=\bwasm\.)[\w$]+/g, (name) => {
    const short = shorts.get(name);
    if (short === undefined) {
      throw new Error(`the glue uses an export ${name} that the WebAssembly does not have`);
    }
    return short;
  });
  code = replaced(code, /"\.\/[\w-]+_bg\.js"(?=: )/g, '"a"');
  await writeFile(glue, code);
}

/** @param {string} name */
function escaped(name) {
  return name.replace(/[$]/g, "\\$&");
}
