/** The plugin in WordPress: what authors write and save, and what readers get. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { useBrowser } from "../../browser/browser.js";
import { block, FALLBACK, FILLED, POSTS, paragraph, SRC, shortcode, tag } from "./posts.js";
import { isRead, php, prepare, read, save } from "./reader.js";
import { runPhp } from "./site.js";

const use = useBrowser();

for (const [wordpress, version] of [
  ["6.5", "8.3"],
  ["6.2", "7.4"],
]) {
  describe(`WordPress ${wordpress} with PHP ${version}`, () => {
    /** @type {import("./reader.js").Site} */
    let site;
    /** @type {Map<string, { id: number, content: string }>} */
    const posts = new Map();
    const address = (id) => `${site.origin}/?p=${id}`;
    const page = async (path) => (await fetch(site.origin + path)).text();
    const count = (html, pattern) => html.match(pattern)?.length ?? 0;

    before(async () => {
      site = await prepare(wordpress, version);
      assert.deepEqual(
        site.versions.map((text) => text.split(".").slice(0, 2).join(".")),
        [wordpress, version],
      );
      const saved = await save(site, "author", Object.values(POSTS));
      Object.keys(POSTS).forEach((name, index) => posts.set(name, saved[index]));
    });
    after(() => site?.stop());

    for (const [name, content] of Object.entries(POSTS)) {
      test(`readers get ${name}`, async () => {
        const post = posts.get(name);
        assert.equal(post.content, content);
        const { inside, outside } = await isRead(use, address(post.id));
        assert.ok(outside.includes("Words before.") && outside.includes("Words after."));
        assert.ok(!inside.includes("Words after."));
        assert.doesNotMatch(outside, /claim-panel|heading-level/);
      });
    }

    if (wordpress !== "6.5") {
      test("PHP complains about nothing", () => assert.deepEqual(site.complaints(), []));
      return;
    }

    test("an author edits a post through the REST API, and the element stays", async () => {
      const { id, content } = posts.get("the element in an HTML block");
      const edited = content + paragraph("A correction.");
      const answer = await site.rest("author", `posts/${id}`, { content: edited });
      assert.equal(answer.content.raw, edited);
      const { outside } = await isRead(use, address(id));
      assert.match(outside, /A correction/);
    });

    test("an administrator writes any HTML, with a panel that nothing closes", async () => {
      const open = `<claim-panel src="${SRC}" theme="light">`;
      const content = block("html", tag(FALLBACK)) + block("html", open) + block("html", open.replace(">", " />"));
      const { id } = await site.rest("admin", "posts", { status: "publish", content: content + paragraph("After.") });
      const { inside, outside } = await isRead(use, address(id), 3);
      assert.equal(inside.trim(), FALLBACK);
      assert.match(outside, /After\./);
    });

    test("all attributes arrive, and a shortcode in double brackets is text", async () => {
      const attributes =
        'id="bridge" claim="meeting" view="people" controls="views search" deep-link="off" heading-level="4" ' +
        'theme="dark" loading="eager" highlight=".story > p" onclick="alert(1)"';
      const content = block("shortcode", shortcode("x", `src="${SRC}" ${attributes}`)) + paragraph("[[claim-panel]]");
      const [{ id }] = await save(site, "author", [content]);
      const { outside } = await read(use, address(id));
      assert.match(outside, /\[claim-panel\]/);
      assert.deepEqual(
        await use.run(() =>
          Object.fromEntries(
            [...document.querySelector("claim-panel").attributes].map(({ name, value }) => [name, value]),
          ),
        ),
        {
          id: "bridge",
          src: SRC,
          claim: "meeting",
          view: "people",
          controls: "views search",
          "deep-link": "off",
          "heading-level": "4",
          theme: "dark",
          loading: "eager",
          highlight: ".story > p",
        },
      );
    });

    test("the script is in no page without a panel, and in no feed", async () => {
      const [{ id }] = await save(site, "author", [paragraph("Nothing to see, and a claim-panel only by name.")]);
      assert.equal(count(await page(`/?p=${id}`), /claim-panel\.js/g), 0);
      const search = await page("/?s=council+leader");
      assert.ok(search.includes(FALLBACK), "excerpts have the words of fallbacks");
      assert.equal(count(search, /<claim-panel|claim-panel\.js/g), 0);
      const feed = await page("/?feed=rss2");
      assert.ok(feed.includes(FALLBACK));
      assert.equal(count(feed, /claim-panel\.js/g), 0);
    });

    test("an author's hostile content does nothing", async () => {
      const contents = [
        shortcode("one", `src='${SRC}" onmouseover="alert(1)' claim='"&gt;&lt;script&gt;alert(1)&lt;/script&gt;'`),
        shortcode("two", 'src="javascript:alert(1)" highlight="&quot; onclick=&quot;alert(1)"'),
        `<a href="#" title="[claim-panel src=' onmouseover=alert(1) y=']three[/claim-panel]">link</a>`,
        `<a href="#" title="<claim-panel src=x> onmouseover=alert(1) </claim-panel>">link</a>`,
        shortcode('<img src="x" onerror="alert(1)"><script>alert(1)</script><div>four'),
        '<claim-panel src="javascript:alert(1)" onclick="alert(1)" onmouseover="alert(1)">five</claim-panel>',
      ];
      const [blocks, classic] = await save(site, "author", [
        contents.map(paragraph).join("") + paragraph("<b>The end.</b>"),
        `${contents.join("\n\n")}\n\n<b>The end.</b>`,
      ]);
      for (const { id } of [blocks, classic]) {
        await use.visit(address(id));
        await use.until(() => document.readyState === "complete" && document.querySelector("claim-panel")?.state);
        const found = await use.run(() => ({
          isHostile: window.isHostile ?? false,
          handlers: document.querySelectorAll("[onclick], [onmouseover], [onerror]").length,
          addresses: document.querySelectorAll('[src^="javascript:"]').length,
          end: [...document.querySelectorAll("b")].some(
            (one) => one.innerText === "The end." && !one.closest("claim-panel"),
          ),
        }));
        assert.deepEqual(found, { isHostile: false, handlers: 0, addresses: 0, end: true });
        await use.console();
      }
    });

    test("comments keep no panel, and posts no element that is not in a fallback", async () => {
      const html = '<claim-panel src="/x.json">a</claim-panel><script>b</script><other-element>c</other-element>';
      const code = `return array(wp_kses(${php(html)}, 'pre_comment_content'), wp_kses_post(${php(html)}));`;
      assert.deepEqual(await site.run(code), ["abc", '<claim-panel src="/x.json">a</claim-panel>bc']);
    });

    test("widgets of a classic theme have panels, and the page has one script", async () => {
      const widget = (name, values) =>
        `update_option('widget_${name}', array(2 => ${php(values)}, '_multiwidget' => 1));`;
      const widgets = `switch_theme('plain');
        ${widget("block", { content: block("shortcode", shortcode(FILLED)) })}
        ${widget("text", { text: shortcode(`\n\n${FALLBACK}\n\n`), filter: true, visual: true })}
        ${widget("custom_html", { content: tag(FALLBACK) })}
        update_option('sidebars_widgets', array('side' => array('block-2', 'text-2', 'custom_html-2')));`;
      await site.run(widgets);
      try {
        await isRead(use, address(posts.get("the element in an HTML block").id), 4);
      } finally {
        await site.run("switch_theme('twentytwentyfour');");
      }
    });

    test("a block theme's template has panels", async () => {
      const content =
        block("html", tag(FALLBACK)) + block("shortcode", shortcode(FILLED)) + paragraph(shortcode(FALLBACK));
      await site.rest("admin", "templates/twentytwentyfour//archive", { content });
      await isRead(use, `${site.origin}/?author=1`, 3);
    });

    test("PHP complains about nothing", () => assert.deepEqual(site.complaints(), []));
  });
}

for (const [wordpress, version] of [
  ["6.0.9", "8.3"],
  ["6.0.9", "7.4"],
]) {
  test(`WordPress ${wordpress} with PHP ${version}: the plugin does nothing`, async () => {
    const code = `<?php define('ABSPATH', '/'); function get_bloginfo() { return '${wordpress}'; }
require '/claim-panel.php'; echo 'done';`;
    assert.equal(await runPhp(version, code), "done");
  });
}
