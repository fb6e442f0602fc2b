/** How the scripts of a release are made out of `www/`: bundled, minified, and without a way from text to code. */
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const { CLAIM_PANEL_NODE_MODULES } = process.env;
if (!CLAIM_PANEL_NODE_MODULES) {
  console.error("trunk alone lacks the tools: use cargo xtask dist or cargo xtask demo");
  process.exit(1);
}
const require = createRequire(join(CLAIM_PANEL_NODE_MODULES, "package.json"));
const esbuild = require("esbuild");
const terser = require("terser");

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
      contents: await minifiedSheet(path),
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

/** Another place in which the other files of the release are found. @param {string} files the module that knows it */
const foundBy = (files) => ({
  name: "found-by",
  setup(build) {
    build.onResolve({ filter: /^\.\/files\.js$/ }, () => ({ path: resolve(files) }));
  },
});

/** @param {string} path */
export async function minifiedSheet(path) {
  const { code } = await esbuild.transform(await readFile(path, "utf8"), {
    loader: "css",
    minify: true,
    target,
  });
  return code.trim();
}

/**
 * A script with the element in it.
 *
 * @param {object} what
 * @param {string} what.entry @param {string} what.outfile @param {string} what.glue
 * @param {Record<string, string>} what.constants what only the build knows: name → value
 * @param {"esm" | "iife"} [what.format] @param {string} [what.files] in the place of `www/files.js`
 */
export function panelScript({ entry, outfile, glue, constants, format = "esm", files }) {
  return bundle({ entryPoints: [entry], outfile, format, ...panelParts(glue, files) }, constants);
}

/** What every script with the element in it is made of. @param {string} glue @param {string} [files] */
function panelParts(glue, files) {
  return {
    alias: { "claim-panel-glue": resolve(glue) },
    // In the place of the globals through which Rust's callbacks would reach the page with their panics.
    inject: ["www/guard.js"],
    plugins: [sheetAsText, onceOnly, ...(files ? [foundBy(files)] : [])],
  };
}

/**
 * The element as a module for bundlers, which make of it what they like: it is left as readable as it is.
 *
 * @param {object} what
 * @param {string} what.entry @param {string} what.outfile @param {string} what.files @param {string} what.glue
 * @param {Record<string, string>} what.texts file → the module that holds it
 * @param {string} what.wasm @param {Record<string, unknown>} what.constants
 */
export async function moduleScript({ entry, outfile, files, glue, texts, wasm, constants }) {
  const table = Object.entries(texts).map(([name, path]) => `"${name}": () => import("${path}").then((text) => text.default)`);
  const inPackage = {
    name: "in-package",
    setup(build) {
      build.onResolve({ filter: /^claim-panel-wasm$/ }, () => ({ path: resolve(wasm) }));
      build.onResolve({ filter: /^claim-panel-texts$/ }, ({ path }) => ({ path, namespace: "texts" }));
      build.onResolve({ filter: /^\.\/words\// }, ({ path }) => ({ path, external: true }));
      build.onLoad({ filter: /./, namespace: "texts" }, () => ({ contents: `export const texts = {\n${table.join(",\n")}\n};` }));
    },
  };
  const parts = panelParts(glue, files);
  const plugins = [inPackage, ...parts.plugins];
  const options = { entryPoints: [entry], outfile, format: "esm", minify: false, loader: { ".wasm": "base64" } };
  await build({ ...options, ...parts, plugins }, constants);
  refuseSinks(outfile, await readFile(outfile, "utf8"));
}

/** A script without the element. @param {string} entry @param {string} outfile @param {Record<string, unknown>} constants */
export function plainScript(entry, outfile, constants) {
  return bundle({ entryPoints: [entry], outfile, format: "iife" }, constants);
}

/** @param {object} options @param {Record<string, unknown>} constants */
async function build(options, constants) {
  const done = await esbuild
    .build({
      bundle: true,
      // A release is built in a folder of links to the folders of the repository; each module has one path there.
      preserveSymlinks: true,
      minify: true,
      target,
      charset: "utf8",
      define: Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)])),
      banner: { js: `/* claim-panel ${constants.__VERSION__}, MIT OR Apache-2.0 */` },
      legalComments: "none",
      logLevel: "warning",
      // A name that the glue does not export would be noticed by a reader first.
      logOverride: { "import-is-undefined": "error" },
      ...options,
    })
    .catch(() => undefined);
  if (!done) {
    process.exit(1); // esbuild has said why
  }
}

/** @param {object} options @param {Record<string, unknown>} constants */
async function bundle(options, constants) {
  await build(options, constants);
  // A second pass over what the bundler made takes 3 % more off it.
  const { code } = await terser.minify(await readFile(options.outfile, "utf8"), {
    module: options.format === "esm",
    ecma: 2022,
    compress: { passes: 3 },
    format: { comments: /^ claim-panel / },
  });
  if (process.env.TRUNK_PROFILE === "release") {
    refuseSinks(options.outfile, code);
  }
  await writeFile(options.outfile, code);
}

/** @param {string} file @param {string} code */
function refuseSinks(file, code) {
  if (SINK.test(code)) {
    console.error(`${file} can make markup or code out of a string: ${SINK.exec(code)[0]}`);
    process.exit(1);
  }
}
