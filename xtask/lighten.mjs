/**
 * Replaces some functions of the glue with simpler ones.
 *
 * wasm-bindgen generates them for every browser and every way of loading. Here `init` only has to handle what
 * `www/engine/engine.js` passes.
 */
import { readFile, writeFile } from "node:fs/promises";

/** Each function's name, with its new parameters and body. */
const PLAINER = {
  passStringToWasm0: "(text, malloc) { return passArray8ToWasm0(cachedTextEncoder.encode(text), malloc); }",
  __wbg_init: `({ module_or_path }) {
    const source = await module_or_path;
    const make = source.ok ? "instantiateStreaming" : "instantiate";
    const { instance, module } = await WebAssembly[make](source, __wbg_get_imports());
    return __wbg_finalize_init(instance, module);
}`,
};

/** @param {string} glue the module that wasm-bindgen generated */
export async function lighten(glue) {
  let code = await readFile(glue, "utf8");
  for (const [name, plainer] of Object.entries(PLAINER)) {
    code = replaced(
      code,
      new RegExp(`(?<=\\nfunction ${name}|\\nasync function ${name})\\([\\s\\S]*?\\n\\}(?=\\n)`),
      plainer,
    );
  }
  // A polyfill for a method that every supported browser has.
  code = replaced(code, /\nif \(!\('encodeInto' in cachedTextEncoder\)\) \{[\s\S]*?\n\}(?=\n)/, "");
  await writeFile(glue, code);
}

/**
 * Fails if the pattern does not match, since otherwise readers would be the first to notice.
 * @param {string} code
 * @param {RegExp} pattern
 * @param {string | ((match: string) => string)} by
 */
export function replaced(code, pattern, by) {
  const after = code.replace(pattern, typeof by === "string" ? () => by : by);
  if (after === code) {
    throw new Error(`the glue does not hold ${pattern}; has another wasm-bindgen made it?`);
  }
  return after;
}
