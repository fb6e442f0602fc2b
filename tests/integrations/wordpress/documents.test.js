/** An author who is logged in: documents that WordPress keeps, and what the plugin says to authors only. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { useBrowser } from "../../browser/browser.js";
import { DOCUMENT, FALLBACK, paragraph, shortcode } from "./posts.js";
import { prepare, read, save } from "./reader.js";

const use = useBrowser();
const site = await prepare("6.5", "8.3");
after(() => site.stop());

const address = (id) => `${site.origin}/?p=${id}`;
const page = async (path) => (await fetch(site.origin + path)).text();
const count = (html, pattern) => html.match(pattern)?.length ?? 0;

const HOSTILE = '</script><script>alert(1)</script> "quoted" \\ back ’ 😀';
/** The number of the document that the author writes. */
let number;

test("An author logs in", async () => {
  await use.visit(`${site.origin}/wp-login.php?redirect_to=${encodeURIComponent(site.origin)}`);
  await use.run(() => {
    document.querySelector("#user_login").value = "author";
    document.querySelector("#user_pass").value = "password";
    document.querySelector("#wp-submit").click();
  });
  await use.until(() => document.querySelector("#wpadminbar"));
});

test("writes a document, and puts the shortcode that its page shows into an article", async () => {
  await use.visit(`${site.origin}/wp-admin/post-new.php?post_type=claim_panel`);
  const json = JSON.stringify({ ...JSON.parse(DOCUMENT), title: HOSTILE }, null, 2);
  await use.run((json) => {
    document.querySelector("#title").value = "The bridge";
    document.querySelector("[name=claim_panel_document]").value = json;
    document.querySelector("#publish").click();
  }, json);
  await use.until(() => document.querySelector("#message.notice-success"));
  assert.equal(await use.run(() => document.querySelector("[name=claim_panel_document]").value), json);
  const code = await use.run(() => document.querySelector("#claim-panel code").textContent);
  number = Number(code.match(/island="(\d+)"/)[1]);
  const [{ id }] = await save(site, "author", [paragraph(code) + paragraph(code)]);
  await use.console();
  const { text, scripts } = await read(use, address(id), 2);
  assert.ok(text.includes(HOSTILE));
  assert.equal(scripts, 1);
  assert.deepEqual(await use.console(), []);
  const html = await page(`/?p=${id}`);
  assert.equal(count(html, /<script type="application\/json" id="claim-panel-document-/g), 1);
  assert.ok(await use.run(() => !window.isHostile));
});

test("is told of JSON that is none, and of what a shortcode lacks", async () => {
  await site.run(`update_post_meta(${number}, '_claim_panel_document', '{ "version": 1, </script>');`);
  await use.visit(`${site.origin}/wp-admin/post.php?post=${number}&action=edit`);
  assert.match(await use.run(() => document.querySelector("#claim-panel").innerText), /This is not JSON: Syntax error/);
  const contents = [shortcode("a", ""), shortcode("b", 'island="99999"')];
  const [{ id }] = await save(site, "author", [contents.map(paragraph).join("")]);
  await use.visit(address(id));
  const notices = () => [...document.querySelectorAll(".claim-panel-notice")].map((one) => one.innerText);
  const told = await use.run(notices);
  assert.match(told.join("\n"), /needs src="ADDRESS".*\n.*no published document/);
  assert.equal(count(await page(`/?p=${id}`), /claim-panel-notice/g), 0);
  await use.console();
});

test("is told that the script's address is missing, which readers are not", async () => {
  await site.run("update_option('test_without_script', 1);");
  const [{ id }] = await save(site, "author", [paragraph(shortcode(FALLBACK))]);
  await use.visit(address(id));
  const told = await use.run(() => document.querySelector("claim-panel").innerText);
  assert.match(told, /CLAIM_PANEL_SCRIPT, the address of claim-panel\.js, is not set/);
  const html = await page(`/?p=${id}`);
  assert.ok(html.includes(FALLBACK));
  assert.equal(count(html, /CLAIM_PANEL_SCRIPT|claim-panel-notice|claim-panel\.js/g), 0);
  await site.run("delete_option('test_without_script');");
});

test("alone can change the document, and readers get it only while it is published", async () => {
  const attempt = (user, nonce) =>
    site.run(
      `$_POST = array('claim_panel_document' => 'changed by ${user}', 'claim_panel_nonce' => ${nonce});
      do_action('save_post_claim_panel', ${number});
      return get_post_meta(${number}, '_claim_panel_document', true);`,
      user,
    );
  assert.match(await attempt("other", "wp_create_nonce('claim-panel')"), /version/);
  assert.match(await attempt("author", "'1234567890'"), /version/);
  assert.equal(await attempt("author", "wp_create_nonce('claim-panel')"), "changed by author");
  const [{ id }] = await save(site, "author", [shortcode("fallback", `island="${number}"`)]);
  assert.match(await page(`/?p=${id}`), /changed by author/);
  await site.run(`wp_update_post(array('ID' => ${number}, 'post_status' => 'draft'));`);
  assert.doesNotMatch(await page(`/?p=${id}`), /changed by author/);
});

test("PHP complains about nothing", () => assert.deepEqual(site.complaints(), []));
