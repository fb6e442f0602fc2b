/** Builds the release's scripts from `www/`: bundled, minified, and free of functions that turn strings into code. */
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { OLDEST_BROWSERS as target } from "./browsers.mjs";
import { environment } from "./environment.mjs";

/**
 * @typedef {import("esbuild").BuildOptions} BuildOptions
 * @typedef {import("esbuild").Plugin} Plugin
 * @typedef {BuildOptions & { outfile: string }} Options
 *
 * @typedef {{ __VERSION__: string, __REPOSITORY__: string, [name: string]: unknown }} Constants values that only the build knows, by name
 */

const require = createRequire(join(environment("CLAIM_PANEL_NODE_MODULES"), "package.json"));
const esbuild = /** @type {typeof import("esbuild")} */ (require("esbuild"));
const terser = /** @type {typeof import("terser")} */ (require("terser"));

/** Functions and properties that turn a string into markup or code. Data is text, so no release contains them. */
const SINK =
  /\b(?:(?:inner|outer)HTML|insertAdjacentHTML|setHTML\w*|srcdoc|createContextualFragment|DOMParser|parseHTML\w*|eval|Function)\b\s*[=(]|\bdocument\.write/;

/** A minified stylesheet as a module that exports its text. @type {Plugin} */
const sheetAsText = {
  name: "sheet-as-text",
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => ({
      contents: await minifiedSheet(path),
      loader: "text",
    }));
  },
};

/**
 * wasm-bindgen copies the modules of `www/` that Rust imports to a place beside the glue. The bundle uses the
 * originals, so that each module exists once.
 * @type {Plugin}
 */
const onceOnly = {
  name: "once-only",
  setup(build) {
    build.onResolve({ filter: /\/snippets\/.*\/www\/[\w/-]+\.js$/ }, ({ path }) => ({
      path: resolve(path.replace(/^.*\/snippets\/[^/]+\//, "")),
    }));
  },
};

/** Replaces the module that finds the release's other files. @param {string} files the replacement @returns {Plugin} */
const foundBy = (files) => ({
  name: "found-by",
  setup(build) {
    build.onResolve({ filter: /\/files\.js$/ }, () => ({ path: resolve(files) }));
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
 * Builds a script that contains the element.
 *
 * @param {object} what
 * @param {string} what.entry @param {string} what.outfile @param {string} what.glue
 * @param {Constants} what.constants
 * @param {"esm" | "iife"} [what.format] @param {string} [what.files] replaces `www/loading/files.js`
 */
export function panelScript({ entry, outfile, glue, constants, format = "esm", files }) {
  return bundle({ entryPoints: [entry], outfile, format, ...panelParts(glue, files) }, constants);
}

/** The build options that every script with the element shares. @param {string} glue @param {string} [files] @returns {BuildOptions & { plugins: Plugin[] }} */
function panelParts(glue, files) {
  return {
    alias: { "claim-panel-glue": resolve(glue) },
    // Defines the function that Rust queues its callbacks with, and replaces globals: those through which errors would
    // reach the page, and those that pages replace.
    inject: ["www/engine/builtins.js", "www/engine/guard.js", "www/engine/document.js"],
    plugins: [sheetAsText, onceOnly, ...(files ? [foundBy(files)] : [])],
  };
}

/**
 * Builds the element as a module for bundlers. It stays readable, because bundlers process it further.
 *
 * @param {object} what
 * @param {string} what.entry @param {string} what.outfile @param {string} what.files @param {string} what.glue
 * @param {Record<string, string>} what.texts the module of each file
 * @param {string} what.wasm @param {Constants} what.constants
 */
export async function moduleScript({ entry, outfile, files, glue, texts, wasm, constants }) {
  const table = Object.entries(texts).map(
    ([name, path]) => `"${name}": () => import("${path}").then((text) => text.default)`,
  );
  /** @type {Plugin} */
  const inPackage = {
    name: "in-package",
    setup(build) {
      build.onResolve({ filter: /^claim-panel-wasm$/ }, () => ({ path: resolve(wasm) }));
      build.onResolve({ filter: /^claim-panel-texts$/ }, ({ path }) => ({ path, namespace: "texts" }));
      build.onResolve({ filter: /^\.\/words\// }, ({ path }) => ({ path, external: true }));
      build.onLoad({ filter: /./, namespace: "texts" }, () => ({
        contents: `export const texts = {\n${table.join(",\n")}\n};`,
      }));
    },
  };
  const parts = panelParts(glue, files);
  const plugins = [inPackage, ...parts.plugins];
  /** @type {Options} */
  const options = { entryPoints: [entry], outfile, format: "esm", minify: false, loader: { ".wasm": "base64" } };
  await build({ ...options, ...parts, plugins }, constants);
  refuseSinks(outfile, await readFile(outfile, "utf8"));
}

/**
 * Builds a script without the element.
 * @param {string} entry @param {string} outfile @param {Constants} constants
 */
export function plainScript(entry, outfile, constants) {
  return bundle({ entryPoints: [entry], outfile, format: "iife" }, constants);
}

/** @param {Options} options @param {Constants} constants */
async function build(options, constants) {
  const done = await esbuild
    .build({
      bundle: true,
      // A release is built in a folder of links to the repository. Each module must keep its path there.
      preserveSymlinks: true,
      minify: true,
      target,
      charset: "utf8",
      define: Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)])),
      banner: { js: `/* claim-panel ${constants.__VERSION__}, MIT OR Apache-2.0 */` },
      legalComments: "none",
      // `tsconfig.json` is for checks of types only: its strictness would add directives to scripts.
      tsconfigRaw: {},
      logLevel: "warning",
      // A missing export of the glue must fail here, since otherwise a reader would be the first to notice.
      logOverride: { "import-is-undefined": "error" },
      ...options,
    })
    .catch(() => undefined);
  if (!done) {
    process.exit(1); // esbuild has printed the reason
  }
}

/** @param {Options} options @param {Constants} constants */
async function bundle(options, constants) {
  await build(options, constants);
  // Minifying the bundle a second time makes it 3 % smaller.
  const { code } = await terser.minify(await readFile(options.outfile, "utf8"), {
    module: options.format === "esm",
    ecma: 2022,
    // Neither the glue nor the element calls such a function with `new`.
    compress: { passes: 3, unsafe_arrows: true, unsafe_methods: true },
    format: { comments: /^ claim-panel / },
  });
  if (!code) {
    throw new Error(`terser has returned nothing for ${options.outfile}`);
  }
  if (process.env.TRUNK_PROFILE === "release") {
    refuseSinks(options.outfile, code);
  }
  await writeFile(options.outfile, code);
}

/** @param {string} file @param {string} code */
function refuseSinks(file, code) {
  const found = SINK.exec(code);
  if (found) {
    console.error(`${file} can make markup or code out of a string: ${found[0]}`);
    process.exit(1);
  }
}
