/** What authors save on the tests' site, and what readers find in its pages. */
import assert from "node:assert/strict";
import { DOCUMENT, FALLBACK, SRC } from "./posts.js";
import { startSite } from "./site.js";

/** @typedef {Awaited<ReturnType<typeof startSite>>} Site */

const HELPER = `<?php
// A test can remove the script's address. WordPress reaches no other server. Hostile scripts are noticed.
add_filter('claim_panel_script', function ($script) { return get_option('test_without_script') ? '' : $script; });
add_filter('pre_http_request', function () { return array('response' => array('code' => 200), 'body' => ''); });
add_action('wp_head', function () { echo '<script>window.alert = () => (window.isHostile = true);</script>'; });`;

const INDEX = `<!doctype html><html><head><?php wp_head(); ?></head><body><?php
while (have_posts()) { the_post(); the_content(); }
dynamic_sidebar('side');
wp_footer();`;

const FILES = {
  "mu-plugins/helper.php": HELPER,
  "themes/plain/style.css": "/* Theme Name: Plain */",
  "themes/plain/index.php": INDEX,
  "themes/plain/functions.php": "<?php register_sidebar(array('id' => 'side'));",
};

/**
 * A site with the document and a classic theme.
 * @param {string} wordpress its version @param {string} version of PHP
 */
export async function prepare(wordpress, version) {
  const site = await startSite(wordpress, version, FILES);
  site.documents.set(SRC, DOCUMENT);
  return site;
}

/** PHP for a value, whatever is in it. @param {unknown} value */
export const php = (value) =>
  `json_decode(base64_decode('${Buffer.from(JSON.stringify(value)).toString("base64")}'), true)`;

/** Saves posts, with the rules for a user. @param {Site} site @param {string} user @param {string[]} contents */
export const save = (site, user, contents) =>
  site.run(
    `return array_map(function ($content) {
      $post = array('post_title' => 'Post', 'post_status' => 'publish', 'post_content' => $content);
      $id = wp_insert_post(wp_slash($post));
      return array('id' => $id, 'content' => get_post($id)->post_content);
    }, ${php(contents)});`,
    user,
  );

/**
 * What a reader finds in a page once its panels are ready.
 * @param {import("../../browser/browser.js").Use} use @param {string} address
 */
export async function read(use, address, count = 1) {
  await use.visit(address);
  await use.until((count) => {
    const panels = [...document.querySelectorAll("claim-panel")];
    return panels.length === count && panels.every(({ state }) => state === "ready");
  }, count);
  return use.run(() => {
    const panels = [...document.querySelectorAll("claim-panel")];
    const around = document.body.cloneNode(true);
    around.querySelectorAll("claim-panel").forEach((panel) => panel.remove());
    return {
      text: panels.map((panel) => panel.shadowRoot.querySelector("div").innerText).join(),
      inside: panels.map((panel) => panel.textContent).join(""),
      outside: around.textContent,
      empty: [...around.querySelectorAll(".entry-content p")].filter((one) => !one.textContent.trim()).length,
      paragraphs: panels.filter((panel) => panel.closest("p")).length,
      breaks: panels.flatMap((panel) => [...panel.querySelectorAll("br")]).length,
      scripts: document.querySelectorAll('script[type="module"][async][src$="/claim-panel.js"]').length,
    };
  });
}

/**
 * Whether readers get the panels, instead of their fallbacks and not in addition to them.
 * @param {import("../../browser/browser.js").Use} use @param {string} address
 */
export async function isRead(use, address, count = 1) {
  const { text, inside, outside, ...found } = await read(use, address, count);
  assert.match(text, /Who said what about the bridge/);
  assert.ok(!text.includes(FALLBACK) && inside.includes(FALLBACK) && !outside.includes(FALLBACK));
  assert.deepEqual(found, { empty: 0, paragraphs: 0, breaks: 0, scripts: 1 });
  assert.deepEqual(await use.console(), []);
  return { inside, outside };
}
