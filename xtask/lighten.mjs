/**
 * Plainer functions in the place of some of the glue's.
 *
 * wasm-bindgen writes them for every browser, every way of loading and every reader of a panic; together they
 * are a twelfth of the script. `init` has to take what `www/engine.js` gives it, and no more.
 */
import { readFile, writeFile } from "node:fs/promises";

/** Name → parameters and body. */
const PLAINER = {
  debugString: "(value) { return String(value); }",
  passStringToWasm0: "(text, malloc) { return passArray8ToWasm0(cachedTextEncoder.encode(text), malloc); }",
  __wbg_init: `({ module_or_path }) {
    const source = await module_or_path;
    const make = source.ok ? "instantiateStreaming" : "instantiate";
    const { instance, module } = await WebAssembly[make](source, __wbg_get_imports());
    return __wbg_finalize_init(instance, module);
}`,
};

/** @param {string} glue the module that wasm-bindgen wrote */
export async function lighten(glue) {
  let code = await readFile(glue, "utf8");
  for (const [name, plainer] of Object.entries(PLAINER)) {
    code = replaced(code, new RegExp(`(?<=\\nfunction ${name}|\\nasync function ${name})\\([^]*?\\n\\}(?=\\n)`), plainer);
  }
  // Old libraries put something of their own in the place of `Window`, of which the page is no instance.
  code = replaced(code, /(?<=__wbg_instanceof_Window_\w+: function\(arg0\) )\{[^]*?\n {8}\}(?=,)/, "{ return arg0 === globalThis; }");
  // A substitute for what every browser has that can make a panel.
  code = replaced(code, /\nif \(!\('encodeInto' in cachedTextEncoder\)\) \{[^]*?\n\}(?=\n)/, "");
  await writeFile(glue, code);
}

/** What is not found where it should be would be noticed by a reader first. */
export function replaced(code, pattern, by) {
  const after = code.replace(pattern, typeof by === "string" ? () => by : by);
  if (after === code) {
    throw new Error(`the glue does not hold ${pattern}; has another wasm-bindgen made it?`);
  }
  return after;
}
