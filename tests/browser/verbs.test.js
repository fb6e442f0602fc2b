/** The command line of the npm package, which says the same as the native one, and the functions for servers. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import * as documents from "./documents.js";
import { install } from "./installed.js";
import { describe, test } from "./suite.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const VERBS = join(ROOT, "tests/verbs");
const NATIVE = join(ROOT, "target/debug/claim-panel");

/** @type {import("./installed.js").Installed} */
let installed;
before(async () => {
  installed = await install();
  execFileSync("cargo", ["build", "--quiet", "--package", "claim-panel-cli"], { cwd: ROOT });
});
after(() => installed?.remove());

/** @param {string} program @param {string[]} words @param {string} cwd @param {Buffer} [input] */
function run(program, words, cwd, input) {
  const { stdout, stderr, status } = spawnSync(program, words, { cwd, input, encoding: "utf8", maxBuffer: 1e8 });
  return { output: stdout, error: stderr, status };
}

/** @param {string[]} words @param {string} [cwd] @param {Buffer} [input] */
const npm = (words, cwd = ROOT, input) =>
  run(process.execPath, [join(installed.folder, "node_modules/.bin/claim-panel"), ...words], cwd, input);

/** Both print the same and end alike. @param {string[]} words @param {[string, string]} [folders] */
function same(words, [own, other] = [ROOT, ROOT]) {
  const [native, packaged] = [run(NATIVE, words, own), npm(words, other)];
  assert.deepEqual(packaged, native, words.join(" "));
  return native;
}

describe("the program of the package prints what is expected of the native one", () => {
  for (const folder of readdirSync(VERBS)) {
    test(folder, async () => {
      const place = join(VERBS, folder);
      const commands = readFileSync(join(place, "commands.txt"), "utf8").trimEnd().split("\n");
      const said = commands.map((line) => {
        const [words = "", input] = line.split(" < ");
        const { output, error, status } = npm(
          words.split(" "),
          place,
          input ? readFileSync(join(place, input)) : Buffer.alloc(0),
        );
        const streams = Object.entries({ output, error }).filter(([, text]) => text);
        const printed = streams.map(([name, text]) => `-- standard ${name}\n${text.trimEnd()}\n`);
        return `$ claim-panel ${line}\n${printed.join("")}-- exit status ${status}\n`;
      });
      assert.equal(said.join("\n"), readFileSync(join(place, "expected.txt"), "utf8"));
    });
  }
});

describe("the program of the package says the same as the native one", () => {
  const cases = readdirSync(join(ROOT, "tests/cases"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith("document.json"))
    .map((name) => join("tests/cases", name))
    .sort();
  const stories = ["www/demo", "tests/stories"].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith(".json") && !name.includes(".expected."))
      .map((name) => join(folder, name)),
  );

  test("about every case", async () => {
    assert.ok(cases.length > 100);
    const { status } = same(["check", ...cases]);
    assert.equal(status, 1);
    same(["check", "--strict", "--format", "json", ...cases]);
  });

  test("about every story", async () => {
    assert.ok(stories.length > 5);
    for (const story of stories) {
      for (const verb of [["read"], ["read", "--panel"], ["render"], ["convert", "--to", "json"]]) {
        assert.equal(same([...verb, story]).status, 0);
      }
      for (const to of ["lines", "table", "json-ld", "web-annotation"]) {
        same(["convert", "--to", to, story]);
      }
    }
  });

  test("about pages that it fills", async () => {
    const folders = /** @type {[string, string]} */ (["one", "other"].map((name) => join(installed.folder, name)));
    for (const folder of folders) {
      mkdirSync(join(folder, "site/deeper/still"), { recursive: true });
      cpSync(join(ROOT, "www/demo/bridge.json"), join(folder, "site/bridge.json"));
      const panel = '<claim-panel src="/bridge.json" loading="eager"></claim-panel>';
      writeFileSync(join(folder, "site/deeper/still/page.html"), panel);
      writeFileSync(join(folder, "site/page.html"), `<p>${panel}</p>`);
      writeFileSync(join(folder, "site/deeper/none.html"), "<p>no panel</p>");
    }
    same(["fill", "--root", "site", "site/**/*.html", "site/[", "other/*.html"], folders);
    same(["fill", "--root", "site", "--check", "site/*/*/p?ge.html"], folders);
    const [one, other] = folders.map((folder) => readFileSync(join(folder, "site/deeper/still/page.html"), "utf8"));
    assert.equal(one, other);
    assert.match(String(one), /Dana Rowe/);
  });

  test("about itself", async () => {
    for (const words of [[], ["--version"], ["--help"], ["chekc"], ["schema"], ["problems"]]) {
      same(words);
    }
  });
});

test("servers check, render, convert, draft, verify and read without files", async () => {
  const code = `
    import * as tools from "claim-panel/server";
    const document = JSON.parse(process.argv[1]);
    const refused = { ...document, title: undefined };
    let thrown;
    try { tools.renderStatic(refused); } catch (error) { thrown = [error.name, error.diagnostics[0].code, error instanceof tools.DocumentError]; }
    let wrong;
    try { tools.renderStatic(document, { headingLevel: 9 }); } catch (error) { wrong = [error.name, error.message]; }
    console.log(JSON.stringify({
      good: tools.check(document),
      text: tools.check(JSON.stringify(document)).isValid,
      bytes: tools.check(new TextEncoder().encode(JSON.stringify(refused))),
      html: tools.renderStatic(document, { headingLevel: 4 }),
      thrown, wrong,
      converted: JSON.parse(tools.convert(document, { to: "json" }).text),
      draft: tools.draft("<p>Text", { lang: "sw" }),
      verified: tools.verify("<p>She asked for a meeting", { ...document, claims: document.claims.map((claim, index) => index ? claim : { ...claim, passages: [{ exact: "for a meeting" }] }) }),
      read: tools.read(document),
    }));`;
  const document = documents.good();
  const { output, error } = run(
    process.execPath,
    ["--input-type=module", "-e", code, JSON.stringify(document)],
    installed.folder,
  );
  assert.equal(error, "");
  const said = JSON.parse(output);
  assert.deepEqual([said.good.isValid, said.text, said.bytes.isValid], [true, true, false]);
  assert.equal(said.bytes.diagnostics[0].file, "document");
  assert.match(said.html, /^<section part="panel".*<h4 part="claim-title">/);
  assert.deepEqual(said.thrown, ["DocumentError", "missing-field", true]);
  assert.match(said.wrong.join(" "), /^TypeError .*--heading-level/);
  assert.deepEqual(said.converted, document);
  assert.deepEqual([said.draft.rows, said.draft.diagnostics[0].code], [[], "language-without-rules"]);
  assert.deepEqual(
    said.verified.passages.map((/** @type {{ found: string }} */ { found }) => found),
    ["exact"],
  );
  assert.match(said.read.text, /Dana Rowe/);
});

test("what readers download has nothing of the command line", async () => {
  const hosted = hostedFiles();
  assert.ok(hosted.length > 10 && existsSync(join(ROOT, "dist/npm/tools/claim-panel-tools_bg.wasm")));
  for (const name of hosted) {
    const text = readFileSync(join(ROOT, "dist", name), "latin1");
    assert.doesNotMatch(text, /passage-moved|claim-panel-tools|article-language/, name);
  }
});

/** What publishers host. */
function hostedFiles() {
  return readdirSync(join(ROOT, "dist"), { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(ROOT, "dist/").length))
    .filter((name) => !name.startsWith("npm"));
}
