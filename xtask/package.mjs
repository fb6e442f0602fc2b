/**
 * The npm package, in the release's folder `npm`: the files for pages, entry points for bundlers, types, and metadata
 * for tools.
 */
import { copyFile, cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { elementTypes, vueTypes } from "./declarations.mjs";
import { documentTypes } from "./document-types.mjs";
import { editorData, manifest } from "./manifest.mjs";
import { reactModule, reactTypes } from "./react.mjs";
import { moduleScript } from "./script.mjs";

/** The files that the package shares with pages that use no bundler. */
const SHARED = [
  ...["claim-panel.js", "claim-panel.iife.js", "claim-panel_bg.wasm", "claim-panel-problems.json", "claim-panel.css"],
  ...["embed.html", "embed.js", "embed.css", "resize.js", "languages"],
];

const EXPORTS = {
  ".": { types: "./index.d.ts", default: "./index.js" },
  "./element": { types: "./element.d.ts", default: "./element.js" },
  "./inline": { types: "./index.d.ts", default: "./inline.js" },
  // Types only: at run time this module, like the one for Vue, exports nothing.
  "./document": { types: "./document.d.ts", default: "./types.js" },
  "./react": { types: "./react.d.ts", default: "./react.js" },
  "./react/inline": { types: "./react.d.ts", default: "./react-inline.js" },
  "./server": { types: "./tools/server.d.ts", default: "./tools/server.js" },
  "./vue": { types: "./vue.d.ts", default: "./types.js" },
  "./schema.json": "./schema.json",
  "./custom-elements.json": "./custom-elements.json",
  "./html-data.json": "./html-data.json",
  "./package.json": "./package.json",
};

/**
 * @param {object} build
 * @param {string} build.stage the folder with the release's other files
 * @param {string} build.glue @param {import("./script.mjs").Constants} build.constants
 * @param {import("./contract.mjs").Contract} build.contract
 */
export async function makePackage({ stage, glue, constants, contract }) {
  const folder = join(stage, "npm");
  await mkdir(folder);
  for (const name of SHARED) {
    await cp(join(stage, name), join(folder, name), { recursive: true });
  }
  const texts = await wordsAsModules(folder);
  const wasm = join(stage, "claim-panel_bg.wasm");
  const entry = "www/package/element.js";
  await moduleScript({
    entry,
    outfile: join(folder, "element.js"),
    files: "www/package/files.js",
    glue,
    constants,
    texts,
    wasm,
  });
  await moduleScript({
    ...{ entry, outfile: join(folder, "inline-element.js"), files: "www/package/inline-files.js" },
    ...{ glue, constants, texts, wasm },
  });
  /** @param {string} from */
  const defining = (from) =>
    `import { ClaimPanelElement, define } from "${from}";\n\ndefine();\n\nexport { ClaimPanelElement, define };\n`;
  const written = {
    "index.js": defining("./element.js"),
    "inline.js": defining("./inline-element.js"),
    "react.js": await reactModule(contract, "./element.js"),
    "react-inline.js": await reactModule(contract, "./inline-element.js"),
    "types.js": "export {};\n",
    "index.d.ts": 'export * from "./element.js";\n',
    "element.d.ts": elementTypes(contract),
    "document.d.ts": documentTypes(JSON.parse(await readFile("schema/claim-panel-1.json", "utf8"))),
    "react.d.ts": reactTypes(contract),
    "vue.d.ts": vueTypes(contract),
    "custom-elements.json": JSON.stringify(await manifest(contract), null, 2),
    "html-data.json": JSON.stringify(editorData(contract), null, 2),
    "package.json": JSON.stringify(described(constants.__VERSION__, constants.__REPOSITORY__), null, 2),
  };
  for (const [name, text] of Object.entries(written)) {
    await writeFile(join(folder, name), text);
  }
  // `xtask/src/dist/tools.rs` adds their WebAssembly.
  await mkdir(join(folder, "tools"));
  for (const name of ["claim-panel.js", "load.js", "machine.js", "server.js", "server.d.ts"]) {
    await copyFile(join("crates/tools/js", name), join(folder, "tools", name));
  }
  await copyFile("schema/claim-panel-1.json", join(folder, "schema.json"));
  await copyFile("www/package/README.md", join(folder, "README.md"));
  for (const name of ["LICENSE-APACHE", "LICENSE-MIT"]) {
    await copyFile(name, join(folder, name));
  }
}

/** @param {string} version @param {string} repository */
function described(version, repository) {
  const files = Object.fromEntries(
    SHARED.filter((name) => name.includes(".")).map((name) => [`./${name}`, `./${name}`]),
  );
  return {
    name: "claim-panel",
    version,
    description: "One tag that shows who claimed what in a news story, who denied it and who did not answer",
    license: "MIT OR Apache-2.0",
    homepage: `${repository}#readme`,
    repository: { type: "git", url: `git+${repository}.git` },
    bugs: `${repository}/issues`,
    keywords: ["journalism", "web-component", "custom-element", "wasm"],
    type: "module",
    main: "./index.js",
    types: "./index.d.ts",
    unpkg: "./claim-panel.iife.js",
    jsdelivr: "./claim-panel.iife.js",
    bin: { "claim-panel": "tools/claim-panel.js" },
    exports: { ...EXPORTS, ...files },
    imports: { "#claim-panel-tools": "./tools/claim-panel-tools.js" },
    // For `claim-panel/react` alone.
    peerDependencies: { react: ">=18" },
    peerDependenciesMeta: { react: { optional: true } },
    // Bundlers may drop unused exports of all other modules.
    sideEffects: [
      "./index.js",
      "./inline.js",
      "./claim-panel.js",
      "./claim-panel.iife.js",
      "./embed.js",
      "./resize.js",
      "*.css",
    ],
    customElements: "./custom-elements.json",
  };
}

/**
 * Writes texts and sentences as modules, which any bundler can include, and returns the module of each file.
 * @param {string} folder
 */
async function wordsAsModules(folder) {
  await mkdir(join(folder, "words"));
  /** @type {Record<string, string>} */
  const texts = {};
  const languages = (await readdir(join(folder, "languages"))).map((name) => `languages/${name}`);
  for (const name of ["claim-panel-problems.json", ...languages]) {
    const path = `./words/${name.replace("languages/", "").replace(/\.\w+$/, "")}.js`;
    await writeFile(
      join(folder, path),
      `export default ${JSON.stringify(await readFile(join(folder, name), "utf8"))};\n`,
    );
    texts[name] = path;
  }
  return texts;
}
