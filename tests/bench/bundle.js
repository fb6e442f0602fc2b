/** Bundles the vanilla panel into one minified script, as a site would. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { OLDEST_BROWSERS as target } from "../../xtask/browsers.mjs";
import { entries } from "../../xtask/texts.mjs";
import { places } from "../browser/engines/told.js";

const esbuild = /** @type {typeof import("esbuild")} */ (createRequire(places())("esbuild"));

const SHEET = new URL("../../www/element/panel.css", import.meta.url);

/** The script's text. @returns {Promise<string>} */
export async function vanillaScript() {
  const { outputFiles } = await esbuild.build({
    entryPoints: [fileURLToPath(new URL("vanilla/panel.js", import.meta.url))],
    bundle: true,
    minify: true,
    format: "esm",
    charset: "utf8",
    legalComments: "none",
    write: false,
    target,
    plugins: [inPlace("words", "js", wordsModule), inPlace("panel.css", "text", minifiedSheet)],
  });
  return outputFiles[0].text;
}

/**
 * An esbuild plugin that provides a generated module.
 * @param {string} name @param {import("esbuild").Loader} loader @param {() => Promise<string>} make
 * @returns {import("esbuild").Plugin}
 */
function inPlace(name, loader, make) {
  return {
    name,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${name.replace(".", "\\.")}$`) }, () => ({ path: name, namespace: name }));
      build.onLoad({ filter: /./, namespace: name }, async () => ({ contents: await make(), loader }));
    },
  };
}

async function minifiedSheet() {
  const { code } = await esbuild.transform(await readFile(SHEET, "utf8"), { loader: "css", minify: true, target });
  return code.trim();
}

/**
 * The English words as a module. A text without placeholders is a constant. Any other text is a function that returns its
 * pieces. The bundler drops unused texts.
 */
async function wordsModule() {
  const constants = [...(await entries("en.txt"))].map(([key, text]) => {
    return `export const ${key.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())} = ${wordCode(text)};`;
  });
  return ['const numbers = /* @__PURE__ */ new Intl.NumberFormat("en");', ...constants].join("\n");
}

/** @param {string} text */
function wordCode(text) {
  const forms = /^one: (.*) \| other: (.*)$/.exec(text);
  if (forms) {
    const [one, other] = forms.slice(1).map((form) => pieces(form, "count"));
    return `(number, count = numbers.format(number)) => (number === 1 ? ${one} : ${other})`;
  }
  // No party in the documents of the benchmark stands for several people.
  const [alone] = text.split(" | ");
  return /\{\d\}/.test(alone) ? `(a, b) => ${pieces(alone, "a", "b")}` : JSON.stringify(alone);
}

/** The source of an array: the pieces of a text, with these variables for its placeholders. @param {string} text @param {string[]} places */
function pieces(text, ...places) {
  const code = text
    .split(/(\{\d\})/)
    .filter(Boolean)
    .map((piece) => (/^\{\d\}$/.test(piece) ? places[Number(piece[1])] : JSON.stringify(piece)));
  return `[${code.join(", ")}]`;
}
