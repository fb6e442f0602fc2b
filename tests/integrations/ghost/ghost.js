/** A site of Ghost with its own database, in a folder that is removed afterwards. */
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { told } from "../../browser/engines/told.js";
import { freePort, serve } from "../programs.js";

const PACKAGES = told("CLAIM_PANEL_PACKAGES");
const GHOST = join(PACKAGES, "node_modules/ghost");
const OWNER = { name: "Editor", email: "editor@news.example", password: "Bridge-over-river-2031" };

/**
 * @typedef {object} Site
 * @property {string} address
 * @property {(title: string, card: string) => Promise<string>} publish an article with an HTML card; its address
 * @property {(head: string) => Promise<void>} inject sets the code injection of the site's header
 * @property {() => Promise<void>} stop
 */

/**
 * Starts Ghost, and signs in. Ghost's pages load some scripts from elsewhere; here they come from this address instead.
 * @param {string} scripts @returns {Promise<Site>}
 */
export async function start(scripts) {
  const folder = await mkdtemp(join(PACKAGES, "site-"));
  await cp(join(GHOST, "content"), join(folder, "content"), { recursive: true, dereference: true });
  // Ghost reads its own version from its working folder.
  await cp(join(GHOST, "package.json"), join(folder, "package.json"));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const configuration = JSON.stringify(settings(folder, address, port, scripts));
  await writeFile(join(folder, "config.production.json"), configuration);
  const server = await serve(folder, [join(GHOST, "index.js")], /Ghost booted/, { NODE_ENV: "production" });
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  };
  const call = caller(`${address}/ghost/api/admin`, address);
  try {
    await call("POST", "authentication/setup/", { setup: [{ ...OWNER, blogTitle: "The Gazette" }] });
    await call("POST", "session/", { username: OWNER.email, password: OWNER.password });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    address,
    async publish(title, card) {
      const children = [{ type: "html", version: 1, html: card }];
      const root = { children, direction: null, format: "", indent: 0, type: "root", version: 1 };
      const posts = [{ title, status: "published", lexical: JSON.stringify({ root }) }];
      return (await call("POST", "posts/", { posts })).posts[0].url;
    },
    async inject(head) {
      await call("PUT", "settings/", { settings: [{ key: "codeinjection_head", value: head }] });
    },
    stop,
  };
}

/** @param {string} folder @param {string} url @param {number} port @param {string} scripts */
function settings(folder, url, port, scripts) {
  const [script, styles] = [`${scripts}/empty.js`, `${scripts}/empty.css`];
  return {
    url,
    server: { host: "127.0.0.1", port },
    database: { client: "sqlite3", connection: { filename: join(folder, "ghost.db") }, useNullAsDefault: true },
    paths: { contentPath: join(folder, "content") },
    logging: { transports: ["stdout"] },
    mail: { transport: "stub" },
    security: { staffDeviceVerification: false },
    privacy: { useUpdateCheck: false, useGravatar: false, useRpcPing: false },
    portal: { url: script },
    sodoSearch: { url: script, styles },
    comments: { url: script, styles },
    announcementBar: { url: script },
  };
}

/** Calls Ghost's interface with the cookie of the session. @param {string} base @param {string} origin */
function caller(base, origin) {
  let cookie = "";
  return async (/** @type {string} */ method, /** @type {string} */ path, /** @type {object} */ body) => {
    const headers = { "content-type": "application/json", origin, cookie };
    const response = await fetch(`${base}/${path}`, { method, headers, body: JSON.stringify(body) });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${text}`);
    }
    cookie = response.headers.get("set-cookie")?.split(";")[0] ?? cookie;
    return text.startsWith("{") ? JSON.parse(text) : {};
  };
}
