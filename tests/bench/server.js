/** Serves both panels, the documents and the pages, compressed as on a publisher's server. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { long } from "../browser/long.js";
import { TYPES } from "../browser/types.js";
import { vanillaScript } from "./bundle.js";

const DIST = new URL("../../dist/", import.meta.url);

/** @typedef {Awaited<ReturnType<typeof startServer>>} Server */

export async function startServer() {
  /** Path → function that makes the file. @type {Map<string, () => Promise<Buffer | string>>} */
  const makers = new Map();
  /** Path → compressed file, made at the first request. @type {Map<string, Promise<Buffer>>} */
  const files = new Map();
  /** Paths of all requests. @type {string[]} */
  const requests = [];

  /** @param {string} path @param {() => Promise<Buffer | string>} make */
  const add = (path, make) => {
    makers.set(path, make);
    files.delete(path);
  };
  /** @param {string} path */
  const file = (path) => {
    const make = makers.get(path);
    if (make && !files.has(path)) {
      files.set(
        path,
        make().then((text) => brotliCompressSync(text)),
      );
    }
    return files.get(path);
  };

  for (const name of ["claim-panel.js", "claim-panel_bg.wasm"]) {
    add(`/yew/${name}`, () => readFile(new URL(name, DIST)));
  }
  add("/vanilla/panel.js", vanillaScript);

  /** @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response */
  async function answer(request, response) {
    const { pathname } = new URL(request.url ?? "", "http://localhost");
    requests.push(pathname);
    const [, count] = /^\/documents\/(\d+)\.json$/.exec(pathname) ?? [];
    if (count && !makers.has(pathname)) {
      add(pathname, async () => JSON.stringify(long(Number(count))));
    }
    const body = await file(pathname);
    if (body) {
      const headers = {
        "content-type": TYPES[extname(pathname)],
        "content-encoding": "br",
        "cache-control": "max-age=600",
      };
      response.writeHead(200, headers).end(body);
    } else {
      response.writeHead(404).end();
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.destroy(error));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const origin = `http://127.0.0.1:${port}`;

  return {
    origin,
    /** @param {string} path @param {string} html */
    page(path, html) {
      add(path, async () => html);
      return origin + path;
    },
    /** The size of a compressed file in bytes. @param {string} path */
    weight: async (path) => (await file(path))?.length ?? 0,
    /** Paths of all requests since the last call. */
    asked: () => requests.splice(0),
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
