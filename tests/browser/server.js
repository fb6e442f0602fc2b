/**
 * A publisher's server, and everything that can go wrong with one. It serves `dist/`, pages that tests
 * make up, and documents that behave as asked. It keeps a list of what was asked for.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";
import * as documents from "./documents.js";
import { TYPES } from "./types.js";

const DIST = new URL("../../dist/", import.meta.url);
const HERE = new URL("./", import.meta.url);
const TESTS = new URL("../", import.meta.url);

/** Scripts of the tests. */
const OWN = ["/recorder.js", "/console.js"];

/**
 * @typedef {import("node:http").IncomingMessage} Request
 * @typedef {import("node:http").ServerResponse} Response
 * @typedef {(response: Response) => unknown} Answer
 *
 * @typedef {object} Page a page of a publisher
 * @property {string} [body]
 * @property {string} [head] in place of the script tag of the embed contract
 * @property {Record<string, string>} [headers]
 * @property {string} [root] attributes of the root element
 * @property {string} [html] the whole page, in place of all the others
 *
 * @typedef {Awaited<ReturnType<typeof startServer>>} Server
 */

/** Name → how that document is sent. After `heal()` every one of them is sent as it should be. @type {Record<string, Answer>} */
const FAULTS = {
  missing: (response) => send(response, 404, "text/html", "<h1>Not found</h1>"),
  "server-error": (response) => send(response, 500, "text/plain", "out of order"),
  "wrong-type": (response) => send(response, 200, "text/html", documents.text()),
  empty: (response) => send(response, 200, "application/json", ""),
  html: (response) => send(response, 200, "application/json", "<!doctype html><p>Please log in</p>"),
  truncated: (response) => send(response, 200, "application/json", documents.text().slice(0, -40)),
  "wrong-version": (response) => send(response, 200, "application/json", documents.text({ version: 7 })),
  dangling: (response) => send(response, 200, "application/json", JSON.stringify(documents.dangling())),
  large: (response) => send(response, 200, "application/json", documents.large()),
  deep: (response) => send(response, 200, "application/json", documents.deep()),
  // Goes on until nobody listens any more.
  endless(response) {
    response.writeHead(200, { "content-type": "application/json" });
    const chunk = Buffer.alloc(65_536, " ");
    // As fast as a network: a machine talking to itself would bury a browser that takes in whatever comes.
    const more = setInterval(() => response.write(chunk), 2);
    response.on("close", () => clearInterval(more));
  },
  // The head promises more than comes before the connection is cut.
  cut(response) {
    response.writeHead(200, { "content-type": "application/json", "content-length": 10_000 });
    response.write("{", () => response.destroy());
  },
};

/** A file of the release, when something went wrong with it. @type {Answer} */
export const MISSING = (response) => send(response, 404, "text/plain", "missing");
/** @type {Answer} */
export const TAMPERED = async (response) =>
  send(
    response,
    200,
    TYPES[".wasm"],
    Buffer.concat([await readFile(new URL("claim-panel_bg.wasm", DIST)), Buffer.of(0, 1, 0)]),
  );
/** @type {Answer} */
export const UNTYPED = async (response) =>
  send(response, 200, "application/octet-stream", await readFile(new URL("claim-panel_bg.wasm", DIST)));

/** @param {boolean} records whether pages note what is said in their consoles: see `console.js` */
export async function startServer(records = false) {
  /** @type {Map<string, { headers: Record<string, string>, html: string }>} */
  const pages = new Map();
  /** @type {{ path: string, cookie: string | undefined, closed: Promise<unknown> }[]} */
  const requests = [];
  /** Path → what has to happen before it is answered. @type {Map<string, () => Promise<unknown>>} */
  const holds = new Map();
  /** Path → how it is answered instead. @type {Map<string, Answer>} */
  const broken = new Map();
  /** Path → who waits for it to be asked for. @type {Map<string, () => void>} */
  const awaited = new Map();
  let healed = false;

  /** Whatever else a page does, this comes first. @param {string} html */
  const recorded = (html) =>
    records ? html.replace(/<head>|<meta charset[^>]*>/, '$&<script src="/console.js"></script>') : html;

  /** @param {Request} request @param {Response} response @param {boolean} cors whether everyone may read */
  async function answer(request, response, cors) {
    const path = new URL(request.url ?? "", "http://localhost").pathname;
    const closed = new Promise((resolve) => response.on("close", resolve));
    requests.push({ path, cookie: request.headers.cookie, closed });
    awaited.get(path)?.();
    if (cors) {
      response.setHeader("access-control-allow-origin", "*");
    }
    await holds.get(path)?.();
    const [, folder, name] = path.split("/");
    const page = pages.get(path);
    if (page) {
      const { html, headers } = page;
      Object.entries(headers).forEach(([key, value]) => response.setHeader(key, value));
      send(response, 200, TYPES[".html"], recorded(html));
    } else if (broken.has(path) && !healed) {
      await broken.get(path)?.(response);
    } else if (folder === "fault" && name in FAULTS && !healed) {
      FAULTS[name](response);
    } else if (folder === "fault" || folder === "good") {
      send(response, 200, "application/json", documents.text());
    } else {
      const base = OWN.includes(path) ? HERE : folder === "cases" ? TESTS : DIST;
      try {
        const body = await readFile(new URL(`.${path}`, base));
        const type = TYPES[extname(path)] ?? "text/plain";
        send(response, 200, type, type === TYPES[".html"] ? recorded(String(body)) : body);
      } catch {
        send(response, 404, "text/plain", "missing");
      }
    }
  }

  const server = await listen((request, response) => answer(request, response, false));
  const withCors = await listen((request, response) => answer(request, response, true));
  const withoutCors = await listen((request, response) => answer(request, response, false));
  const closed = await listen(() => {});
  await close(closed.server);

  return {
    origin: server.origin,
    /** Another origin that lets everyone read. */
    friendly: withCors.origin,
    /** Another origin that lets nobody read. */
    foreign: withoutCors.origin,
    /** An origin where nobody listens. */
    closed: closed.origin,

    /** Everything as it was, for the next test. */
    reset() {
      requests.length = 0;
      holds.clear();
      broken.clear();
      awaited.clear();
      healed = false;
    },
    /** From now on nothing goes wrong. */
    heal() {
      healed = true;
    },
    /** Answers a path in another way, until `heal()`; see `MISSING`, `TAMPERED` and `UNTYPED`. @param {string} path @param {Answer} how */
    breaks(path, how) {
      broken.set(path, how);
    },
    /** How often a path was asked for. @param {string} path */
    count: (path) => requests.filter((request) => request.path === path).length,
    /** Every path that was asked for, in order. */
    log: () => requests.map(({ path }) => path),
    /** The cookies that came with the first request for a path. @param {string} path */
    cookie: (path) => requests.find((request) => request.path === path)?.cookie,
    /** Resolves once a path has been asked for. @param {string} path */
    async asked(path) {
      if (!requests.some((request) => request.path === path)) {
        await new Promise((resolve) => awaited.set(path, () => resolve(undefined)));
      }
    },
    recorded,
    /** Resolves when the first request for a path is over, however it ended. @param {string} path */
    over: (path) => requests.find((request) => request.path === path)?.closed,
    /** Holds every answer for a path back; returns what lets them go. @param {string} path */
    hold(path) {
      let release = () => {};
      const released = new Promise((resolve) => (release = () => resolve(undefined)));
      holds.set(path, () => released);
      return release;
    },
    /** Answers either path only once both have been asked for. @param {string[]} paths */
    together(...paths) {
      const asked = paths.map(() => {
        let ask = () => {};
        const promise = new Promise((resolve) => (ask = () => resolve(undefined)));
        return { promise, ask };
      });
      paths.forEach((path, index) =>
        holds.set(path, () => {
          asked[index].ask();
          return Promise.all(asked.map(({ promise }) => promise));
        }),
      );
    },
    /** A page of a publisher, with the script tag of the embed contract or as it is. Returns its address. @param {Page} page */
    page({ body = "", head = SCRIPT, headers = {}, root = 'lang="en"', html = "" }) {
      const path = `/pages/${pages.size}`;
      pages.set(path, {
        headers,
        html:
          html ||
          `<!doctype html><html ${root}><head><meta charset="utf-8"><title>Article</title>
<link rel="icon" href="data:,"><script src="/recorder.js"></script>${head}</head><body>${body}</body></html>`,
      });
      return server.origin + path;
    },
    async stop() {
      await Promise.all([server, withCors, withoutCors].map((each) => close(each.server)));
    },
  };
}

/** The publisher's one tag. */
export const SCRIPT = '<script type="module" async src="/claim-panel.js"></script>';

/** @param {Response} response @param {number} status @param {string} type @param {string | Buffer} body */
function send(response, status, type, body) {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
  response.end(body);
}

/** @param {(request: Request, response: Response) => unknown} handler */
async function listen(handler) {
  const server = createServer((request, response) => {
    Promise.resolve(handler(request, response)).catch((error) => response.destroy(error));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { server, origin: `http://127.0.0.1:${port}` };
}

/** @param {import("node:http").Server} server */
function close(server) {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
}
