/** A site of WordPress, as its builds on npm have it: PHP is compiled to WebAssembly, and the database is SQLite. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { TYPES } from "../../browser/types.js";

const PACKAGES = process.env.CLAIM_PANEL_PACKAGES;
if (!PACKAGES) {
  throw new Error("CLAIM_PANEL_PACKAGES is not set; run these tests with: cargo xtask test integrations");
}
const require = createRequire(join(PACKAGES, "package.json"));
const BUILDS = join(PACKAGES, "node_modules/@wp-playground/wordpress-builds");
const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

const CONTENT = "/wordpress/wp-content";
export const PLUGIN = join(ROOT, "integrations/wordpress/claim-panel.php");
const SCRIPT = "/release/claim-panel.js";

/** Unpacks WordPress, and the plugin with which it uses SQLite. */
const UNPACK = `<?php
$archives = array('/wordpress' => '/tmp/wordpress.zip', '${CONTENT}/mu-plugins' => '/tmp/sqlite.zip');
foreach ($archives as $folder => $file) {
  $zip = new ZipArchive();
  $zip->open($file);
  $zip->extractTo($folder);
}
$sqlite = '${CONTENT}/mu-plugins/sqlite-database-integration';
rename("$sqlite-main", $sqlite);
$text = file_get_contents("$sqlite/db.copy");
file_put_contents('${CONTENT}/db.php', str_replace('{SQLITE_IMPLEMENTATION_FOLDER_PATH}', $sqlite, $text));`;

/** What the owner of the site does once. Application passwords are for programs that use the REST API. */
const SETTLE = `
require_once ABSPATH . 'wp-admin/includes/plugin.php';
activate_plugin('claim-panel/claim-panel.php');
update_option('show_avatars', 0);
foreach (array('author', 'other', 'contributor') as $name) {
  $role = 'other' === $name ? 'author' : $name;
  wp_insert_user(array('user_login' => $name, 'user_pass' => 'password', 'role' => $role));
}
foreach (array('admin', 'author', 'other', 'contributor') as $name) {
  list($keys[$name]) = WP_Application_Passwords::create_new_application_password(
    get_user_by('login', $name)->ID, array('name' => 'tests'));
}
return array($keys, $GLOBALS['wp_version'], PHP_VERSION);`;

/** @param {string} origin */
const constants = (origin) => `<?php
define('WP_HOME', '${origin}');
define('WP_SITEURL', '${origin}');
define('WP_ENVIRONMENT_TYPE', 'local');
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
define('WP_DEBUG', true);
define('WP_DEBUG_DISPLAY', false);
define('WP_DEBUG_LOG', '/tmp/debug.log');
define('CLAIM_PANEL_SCRIPT', '${origin}${SCRIPT}');
?>`;

/**
 * Starts a site. Requests run one after the other, because there is one PHP.
 * @param {string} wordpress its version @param {string} version of PHP
 * @param {Record<string, string>} files more files of `wp-content`
 */
export async function startSite(wordpress, version, files = {}) {
  const { PHP, PHPRequestHandler, loadPHPRuntime } = await load("@php-wasm/universal");
  const { getPHPLoaderModule } = await load(`@php-wasm/node-${version.replace(".", "-")}`);
  const php = new PHP(await loadPHPRuntime(await getPHPLoaderModule()));
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  /** @template R @param {() => Promise<R>} work @returns {Promise<R>} */
  const queue = (work) => {
    const next = last.then(work);
    last = next.catch(() => {});
    return next;
  };
  /** @typedef {{ httpStatusCode: number, headers: Record<string, string[]>, bytes: Uint8Array }} Answer */
  /** Of `@php-wasm/universal`. @type {{ request(request: object): Promise<Answer> }} */
  let handler;
  /** Path → the text of a document that the site serves. @type {Map<string, string>} */
  const documents = new Map([["/favicon.ico", " "]]);
  const assets = join(BUILDS, "public", `wp-${wordpress}`);

  // The server never ends a connection that a client is about to use again.
  const server = createServer({ keepAliveTimeout: 0 }, async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (!/(\/|\.php)$/.test(pathname)) {
      const [, folder, ...rest] = pathname.split("/");
      const file = folder === "release" ? join(ROOT, "dist", ...rest) : join(assets, pathname);
      const text = documents.get(pathname) ?? (await readFile(file).catch(() => undefined));
      response.writeHead(text ? 200 : 404, { "content-type": TYPES[extname(pathname)] ?? "application/octet-stream" });
      response.end(text);
      return;
    }
    /** @type {Buffer[]} */
    const chunks = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const { method = "GET", url = "/", headers } = request;
    const sent = /** @type {Record<string, string>} */ (headers);
    const answer = await queue(() => handler.request({ method, url, headers: sent, body: Buffer.concat(chunks) }));
    response.writeHead(answer.httpStatusCode, answer.headers);
    response.end(answer.bytes);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const origin = `http://127.0.0.1:${port}`;
  handler = new PHPRequestHandler({
    php,
    documentRoot: "/wordpress",
    absoluteUrl: origin,
    cookieStore: false,
    getFileNotFoundAction: () => ({ type: "internal-redirect", uri: "/index.php" }),
  });

  /** Runs PHP in WordPress, as a user, and returns what it returns. @param {string} code @param {string} [user] */
  async function run(code, user = "") {
    const whole = `<?php require '/wordpress/wp-load.php';
wp_set_current_user('${user}' ? get_user_by('login', '${user}')->ID : 0);
$result = (function () { ${code} })();
echo "\\n=" . json_encode($result);`;
    const { text, errors } = await queue(() => php.run({ code: whole }));
    assert.equal(errors, "");
    return JSON.parse(text.slice(text.lastIndexOf("\n=") + 2));
  }

  php.mkdirTree("/wordpress");
  php.writeFile("/tmp/wordpress.zip", await readFile(join(BUILDS, `src/wordpress/wp-${wordpress}.zip`)));
  php.writeFile(
    "/tmp/sqlite.zip",
    await readFile(join(BUILDS, "src/sqlite-database-integration/sqlite-database-integration.zip")),
  );
  const unpacked = await php.run({ code: UNPACK });
  assert.equal(unpacked.text + unpacked.errors, "");
  const config = php.readFileAsText("/wordpress/wp-config.php").replace(/^define\( 'WP_DEBUG'.*$/m, "");
  php.writeFile("/wordpress/wp-config.php", constants(origin) + config);
  const all = { "plugins/claim-panel/claim-panel.php": await readFile(PLUGIN, "utf8"), ...files };
  for (const [name, text] of Object.entries(all)) {
    php.mkdirTree(join(CONTENT, name, ".."));
    php.writeFile(join(CONTENT, name), text);
  }
  const [keys, ...versions] = await run(SETTLE);

  return {
    origin,
    versions,
    documents,
    run,
    /** Sends a request to the REST API, as a user. @param {string} user @param {string} path @param {object} [data] */
    async rest(user, path, data) {
      const authorization = `Basic ${Buffer.from(`${user}:${keys[user]}`).toString("base64")}`;
      const response = await fetch(`${origin}/?rest_route=/wp/v2/${path}`, {
        method: data ? "POST" : "GET",
        headers: { authorization, "content-type": "application/json" },
        body: data && JSON.stringify(data),
      });
      const answer = await response.json();
      assert.ok(response.ok, JSON.stringify(answer));
      return answer;
    },
    /** What PHP complained about since the last time. */
    complaints() {
      const lines = php.fileExists("/tmp/debug.log") ? php.readFileAsText("/tmp/debug.log") : "";
      php.writeFile("/tmp/debug.log", "");
      return lines.split("\n").filter(Boolean);
    },
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Runs PHP without WordPress. @param {string} version @param {string} code */
export async function runPhp(version, code) {
  const { PHP, loadPHPRuntime } = await load("@php-wasm/universal");
  const { getPHPLoaderModule } = await load(`@php-wasm/node-${version.replace(".", "-")}`);
  const php = new PHP(await loadPHPRuntime(await getPHPLoaderModule()));
  php.writeFile("/claim-panel.php", await readFile(PLUGIN));
  const { text, errors } = await php.run({ code });
  return text + errors;
}

/** @param {string} name of a package */
async function load(name) {
  return import(pathToFileURL(require.resolve(name)).href);
}
