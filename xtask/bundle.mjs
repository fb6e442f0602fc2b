/**
 * Trunk's last step. It bundles the element, the loader and wasm-bindgen's glue into the module `claim-panel.js`.
 * Trunk's staging folder already contains the page, and `glue/` with the glue and its WebAssembly.
 */
import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readContract } from "./contract.mjs";
import { environment } from "./environment.mjs";
import { lighten } from "./lighten.mjs";
import { makePackage } from "./package.mjs";
import { minifiedSheet, panelScript, plainScript } from "./script.mjs";
import { shorten } from "./shorten.mjs";
import { arrange, makeSmaller } from "./smaller.mjs";
import { entries, LANGUAGES } from "./texts.mjs";

const stage = environment("TRUNK_STAGING_DIR");
const glue = join(stage, "glue/claim-panel.js");

/** @param {string} hash the algorithm @param {string} path */
async function integrity(hash, path) {
  return `${hash}-${createHash(hash)
    .update(await readFile(path))
    .digest("base64")}`;
}

/**
 * Writes the texts of each language other than English into a file, one entry per line in the order of the English
 * entries, and writes the list of their hashes.
 */
async function languages() {
  const keys = [...(await entries("en.txt")).keys()];
  /** @type {Record<string, string>} */
  const hashes = {};
  await mkdir(join(stage, "languages"));
  for (const name of (await readdir(LANGUAGES)).filter((name) => name !== "en.txt").sort()) {
    const words = await entries(name);
    const file = join(stage, "languages", name);
    await writeFile(file, keys.map((key) => words.get(key)).join("\n"));
    hashes[name.replace(/\.txt$/, "")] = await integrity("sha256", file);
  }
  const list = join(stage, "languages/index.json");
  await writeFile(list, JSON.stringify(hashes));
  return integrity("sha384", list);
}

const wasm = join(stage, "claim-panel_bg.wasm");
await rename(join(stage, "glue/claim-panel_bg.wasm"), wasm);
if (process.env.TRUNK_PROFILE === "release") {
  const wasmOpt = join(environment("CLAIM_PANEL_NODE_MODULES"), ".bin/wasm-opt");
  await makeSmaller(wasmOpt, wasm);
  await lighten(glue);
  await shorten(wasmOpt, wasm, glue);
  await arrange(wasmOpt, wasm);
}
const sentences = join(stage, "claim-panel-problems.json");
const written = JSON.parse(await readFile("schema/claim-panel-problems.json", "utf8"));
await writeFile(sentences, JSON.stringify(written));
const contract = await readContract();
const attributes = contract.attributes.map(({ name }) => name);
const observed = contract.attributes.filter(({ observed }) => observed);
const settable = contract.properties.filter(({ readonly }) => !readonly).map(({ name }) => name);
const properties = [...contract.attributes.map(({ property }) => property), ...settable];
const controls = contract.attributes.find(({ name }) => name === "controls");
const constants = {
  __VERSION__: environment("CLAIM_PANEL_VERSION"),
  __REPOSITORY__: environment("CLAIM_PANEL_REPOSITORY"),
  __ATTRIBUTES__: attributes,
  // The frame's page reads the document's address itself, and has no article to highlight.
  __FRAMED__: attributes.filter((name) => !["src", "highlight"].includes(name)),
  __OBSERVED__: observed.map(({ name }) => name).join(" "),
  __PROPERTIES__: properties.join(" "),
  // In the order of their flags in Rust.
  __CONTROLS__: controls?.list,
  __LANGUAGES_INTEGRITY__: await languages(),
  __SENTENCES_INTEGRITY__: await integrity("sha384", sentences),
  __WASM_INTEGRITY__: await integrity("sha384", wasm),
};
await panelScript({ entry: "www/claim-panel.js", outfile: join(stage, "claim-panel.js"), glue, constants });
await writeFile(join(stage, "claim-panel.css"), await minifiedSheet("www/claim-panel.css"));
if (process.env.TRUNK_PROFILE === "release") {
  const [entry, files] = ["www/classic/claim-panel.js", "www/classic/files.js"];
  await panelScript({ entry, files, outfile: join(stage, "claim-panel.iife.js"), glue, constants, format: "iife" });
  for (const name of ["embed.js", "resize.js"]) {
    await plainScript(join("www/embed", name), join(stage, name), constants);
  }
  await copyFile("www/embed/embed.html", join(stage, "embed.html"));
  await writeFile(join(stage, "embed.css"), await minifiedSheet("www/embed/embed.css"));
  await makePackage({ stage, glue, constants, contract });
}
await rm(join(stage, "glue"), { recursive: true });
