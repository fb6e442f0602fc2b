/**
 * Trunk's last step: element, loader and wasm-bindgen's glue become the one module `claim-panel.js`.
 * Trunk has put the page, and the glue with its WebAssembly in `glue/`, into its staging folder.
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { lighten } from "./lighten.mjs";
import { reorder } from "./order.mjs";
import { prune } from "./prune.mjs";
import { shorten } from "./shorten.mjs";

const { CLAIM_PANEL_NODE_MODULES, CLAIM_PANEL_VERSION: version, TRUNK_STAGING_DIR: stage } = process.env;
if (!CLAIM_PANEL_NODE_MODULES) {
  console.error("trunk alone lacks the tools: use cargo xtask dist or cargo xtask demo");
  process.exit(1);
}
const require = createRequire(join(CLAIM_PANEL_NODE_MODULES, "package.json"));
const esbuild = require("esbuild");
const terser = require("terser");
const glue = join(stage, "glue/claim-panel.js");

/** The control flow is taken apart and put together anew, twice; `cargo xtask size` says what each of these gives. */
const SMALLER = [
  ...["-Oz", "--flatten", "--rereloop", "-Oz", "--flatten", "--rereloop", "-Oz", "-Oz"],
  ...["--one-caller-inline-max-function-size=0", "--always-inline-max-function-size=6"],
];

/** What makes markup or code out of a string. Data is text, so that none of it is in a release. */
const SINK =
  /\b(?:(?:inner|outer)HTML|insertAdjacentHTML|setHTML\w*|srcdoc|createContextualFragment|DOMParser|parseHTML\w*|eval|Function)\b\s*[=(]|\bdocument\.write/;

/** The oldest browsers with everything that the element needs: open shadow roots and constructable sheets. */
const target = ["chrome99", "firefox101", "safari16.4"];

/** A stylesheet as the text of a module, without what only its writers read. */
const sheetAsText = {
  name: "sheet-as-text",
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => ({
      contents: await minified(path),
      loader: "text",
    }));
  },
};

/** Of what the WebAssembly calls in `www/`, wasm-bindgen puts a copy beside the glue; the panel has use for it too. */
const onceOnly = {
  name: "once-only",
  setup(build) {
    build.onResolve({ filter: /\/snippets\/.*\/www\/[\w-]+\.js$/ }, ({ path }) => ({
      path: resolve(path.replace(/^.*\/snippets\/[^/]+\//, "")),
    }));
  },
};

async function minified(path) {
  const { code } = await esbuild.transform(await readFile(path, "utf8"), {
    loader: "css",
    minify: true,
    target,
  });
  return code.trim();
}

async function integrity(hash, path) {
  return `${hash}-${createHash(hash).update(await readFile(path)).digest("base64")}`;
}

/**
 * The words of each language besides English as a file of their own, a line for each entry in the order of the
 * English ones, and their list with the hash of each. That each is complete is seen to by `build.rs`.
 */
async function languages() {
  const folder = "src/texts/languages";
  const entries = async (name) => {
    const lines = (await readFile(join(folder, name), "utf8")).split("\n").filter((line) => /^[^#].* = /.test(line));
    return new Map(lines.map((line) => [line.slice(0, line.indexOf(" = ")), line.slice(line.indexOf(" = ") + 3)]));
  };
  const keys = [...(await entries("en.txt")).keys()];
  const hashes = {};
  await mkdir(join(stage, "languages"));
  for (const name of (await readdir(folder)).filter((name) => name !== "en.txt").sort()) {
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
  const wasmOpt = join(CLAIM_PANEL_NODE_MODULES, ".bin/wasm-opt");
  await prune(wasm);
  await promisify(execFile)(wasmOpt, [wasm, "-o", wasm, ...SMALLER]);
  await lighten(glue);
  await shorten(wasmOpt, wasm, glue);
  await reorder(wasmOpt, wasm);
}
const sentences = join(stage, "claim-panel-problems.json");
const written = JSON.parse(await readFile("schema/claim-panel-problems.json", "utf8"));
await writeFile(sentences, JSON.stringify(written));
const done = await esbuild.build({
  entryPoints: ["www/claim-panel.js"],
  outfile: join(stage, "claim-panel.js"),
  bundle: true,
  format: "esm",
  minify: true,
  target,
  charset: "utf8",
  alias: { "claim-panel-glue": resolve(glue) },
  // In the place of the globals through which Rust's callbacks would reach the page with their panics.
  inject: ["www/guard.js"],
  plugins: [sheetAsText, onceOnly],
  define: {
    __VERSION__: JSON.stringify(version),
    __LANGUAGES_INTEGRITY__: JSON.stringify(await languages()),
    __SENTENCES_INTEGRITY__: JSON.stringify(await integrity("sha384", sentences)),
    __WASM_INTEGRITY__: JSON.stringify(await integrity("sha384", wasm)),
  },
  banner: { js: `/* claim-panel ${version}, MIT OR Apache-2.0 */` },
  legalComments: "none",
  logLevel: "warning",
  // A name that the glue does not export would be noticed by a reader first.
  logOverride: { "import-is-undefined": "error" },
}).catch(() => undefined);
if (!done) {
  process.exit(1); // esbuild has said why
}
// A second pass over what the bundler made takes 3 % more off it.
const script = join(stage, "claim-panel.js");
const { code } = await terser.minify(await readFile(script, "utf8"), {
  module: true,
  ecma: 2022,
  compress: { passes: 3 },
  format: { comments: /^ claim-panel / },
});
if (process.env.TRUNK_PROFILE === "release" && SINK.test(code)) {
  console.error(`the script can make markup or code out of a string: ${SINK.exec(code)[0]}`);
  process.exit(1);
}
await writeFile(script, code);
await rm(join(stage, "glue"), { recursive: true });
await writeFile(join(stage, "claim-panel.css"), await minified("www/claim-panel.css"));
