/**
 * Prints the sizes of a WebAssembly file's functions by crate and module, and the largest functions:
 * `node xtask/functions.mjs FILE [COUNT]`. The file must still contain function names.
 */
import { readFile } from "node:fs/promises";
import { parse } from "./wasm-sections.mjs";

/** In bytes. Smaller modules are added up in one row. */
const LEAST = 500;

const [path = "", most = "0"] = process.argv.slice(2);
const { bodies, imported, sections, names } = parse(await readFile(path));
const sizes = bodies.map((body, index) => ({ name: names.get(index + imported) ?? "", size: body.length }));

/** The module of a function: `<yew::html::Scope<A> as b::C>::d` → `yew::html`, the type's module, not the trait's. @param {string} name */
function owner(name) {
  const path = name
    .replace(/^[<&[\]()*]*(?:mut |const |dyn )?/, "")
    .replace(/^impl .*? for /, "")
    .replace(/\[\w+\]/g, "");
  const [crate = "", module] = path.match(/^[\w:]+/)?.[0].split("::") ?? [];
  if (module === undefined) {
    return "names without a crate";
  }
  return ["claim_panel", "story"].includes(crate) || crate === "yew"
    ? `${crate}::${/^[a-z]/.test(module) ? module : ""}`.replace(/::$/, "")
    : crate;
}

/** @type {Map<string, { count: number, bytes: number }>} */
const groups = new Map();
for (const { name, size } of sizes) {
  const key = owner(name);
  const { count = 0, bytes = 0 } = groups.get(key) ?? {};
  groups.set(key, { count: count + 1, bytes: bytes + size });
}
/** @param {string} name @param {number | string} count @param {number | string} bytes */
const row = (name, count, bytes) =>
  console.log(`${name.padEnd(32)}${String(count).padStart(9)}${String(bytes).padStart(9)}`);
const rest = { count: 0, bytes: 0 };
row("functions of", "count", "bytes");
for (const [name, { count, bytes }] of [...groups].sort(([, a], [, b]) => b.bytes - a.bytes)) {
  if (bytes < LEAST) {
    rest.count += count;
    rest.bytes += bytes;
  } else {
    row(name, count, bytes);
  }
}
row("the rest", rest.count, rest.bytes);
const data = sections.find(({ id }) => id === 11)?.bytes.length ?? 0;
row("texts and tables", "", data);
for (const { name, size } of sizes.sort((a, b) => b.size - a.size).slice(0, Number(most))) {
  row(name, "", size);
}
