/** The package as a publisher has it: packed, and installed into a folder of its own, beside the tools of the tests. */
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { TYPES } from "./types.js";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const MODULES = process.env.CLAIM_PANEL_NODE_MODULES ?? "";
const require = createRequire(join(MODULES, "package.json"));

/** @typedef {{ folder: string, files: string[], remove: () => Promise<void> }} Installed */

/**
 * @param {string} [parent] the folder in which the package gets its own
 * @returns {Promise<Installed>}
 */
export async function install(parent = tmpdir()) {
  const folder = await mkdtemp(join(parent, "claim-panel-package-"));
  const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", folder], {
    cwd: join(ROOT, "dist/npm"),
  });
  // The form of what npm prints is not the same in all its versions.
  const [packed] = Object.values(JSON.parse(stdout));
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "publisher", private: true, type: "module" }));
  const quiet = ["--offline", "--ignore-scripts", "--no-audit", "--no-fund"];
  await run("npm", ["install", ...quiet, `./${packed.filename}`], { cwd: folder });
  return {
    folder,
    files: packed.files.map((/** @type {{ path: string }} */ { path }) => path),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Makes packages of the tests' own tools findable from the folder. @param {string} folder @param {string[]} names */
export async function lend(folder, names) {
  for (const name of names) {
    const place = join(folder, "node_modules", name);
    await mkdir(dirname(place), { recursive: true });
    await symlink(join(MODULES, name), place);
  }
}

/** One of the tests' own tools. @param {string} name */
export async function tool(name) {
  return import(pathToFileURL(require.resolve(name)).href);
}

/** A program with a page, in a folder below. @param {string} folder @param {Record<string, string>} files */
export async function program(folder, files) {
  await mkdir(folder, { recursive: true });
  await mkdir(join(folder, "public"), { recursive: true });
  await cp(join(ROOT, "tests/browser/recorder.js"), join(folder, "public/recorder.js"));
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, name), text);
  }
}

/**
 * A server of files, as plain as can be, for as long as something is done with it.
 * @param {string} folder @param {(origin: string) => Promise<void>} work @param {Record<string, string>} [headers]
 */
export async function served(folder, work, headers = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    try {
      const body = await readFile(join(folder, path));
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/plain", ...headers });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  try {
    await work(`http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** What TypeScript finds wrong. @param {string} folder */
export async function compile(folder) {
  try {
    await run(process.execPath, [join(MODULES, "typescript/bin/tsc"), "--noEmit", "-p", folder]);
    return "";
  } catch (error) {
    return /** @type {any} */ (error).stdout + /** @type {any} */ (error).stderr;
  }
}
