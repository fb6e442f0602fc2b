/** The address that readers share: that of the article, and nothing about them. */
import assert from "node:assert/strict";
import * as documents from "./documents.js";
import { NAME, usePanel } from "./panel.js";
import { SCRIPT } from "./server.js";
import { describe, test } from "./suite.js";

const { use, ready } = usePanel();
const ARTICLE = "https://news.example/bridge";
const CANONICAL = `<link rel="canonical" href="https://news.example/canonical">${SCRIPT}`;

/** @param {object} changes */
const given = (changes, attributes = "") =>
  `<claim-panel id="panel" loading="eager" ${attributes}></claim-panel>${NAME}<script>panel.data = ${documents.text(changes)}</script>`;
const shared = () => use.run(() => panel.shareUrl("meeting"));
/** The page's own address, and that of the same page with this after its path. */
const page = (rest = "") => use.run((rest) => location.origin + location.pathname + rest, rest);

describe("the shared address is", () => {
  test("the document's article, whatever the page says", async () => {
    await use.open({ head: CANONICAL, body: given({ article: `${ARTICLE}?id=5` }) }, "?utm_source=x&gift=SECRET#top");
    await ready();
    assert.equal(await shared(), `${ARTICLE}?id=5#claim=panel.meeting`);
  });

  test("otherwise the page's canonical one", async () => {
    await use.open({ head: CANONICAL, body: given({}) }, "?utm_source=x#top");
    await ready();
    assert.equal(await shared(), "https://news.example/canonical#claim=panel.meeting");
  });

  test("otherwise the page's own", async () => {
    for (const head of [SCRIPT, `<link rel="canonical" href="">${SCRIPT}`, `<link rel="canonical">${SCRIPT}`]) {
      await use.open({ head, body: given({}) }, "?id=5");
      await ready();
      assert.equal(await shared(), await page("?id=5#claim=panel.meeting"));
    }
  });

  test("not an article that nobody can open", async () => {
    await use.open({ body: given({ article: "javascript:alert(1)" }) });
    await ready();
    assert.equal(await shared(), await page("#claim=panel.meeting"));
    assert.deepEqual(await use.console(), []);
  });

  test("that of the document that is shown", async () => {
    await use.open({ body: given({ article: ARTICLE }) });
    await ready();
    await use.run(
      (data) => void (panel.data = data),
      documents.text({ title: "Newer", article: "https://news.example/newer" }),
    );
    await use.until(() => visibleText(panel).includes("Newer"));
    await ready();
    assert.equal(await shared(), "https://news.example/newer#claim=panel.meeting");
    await use.run(() => void (panel.data = null));
    await use.until(() => panel.state === "idle");
    assert.equal(await shared(), await page("#claim=panel.meeting"));
  });

  test("without the claim where the page has turned links off", async () => {
    await use.open({ head: CANONICAL, body: given({ article: ARTICLE }, 'deep-link="off"') }, "?gift=x");
    await ready();
    assert.equal(await shared(), ARTICLE);
  });
});

/** What stands in the page's address, and what of it is shared. */
const PARAMETERS = {
  "?utm_source=x&utm_medium=y&id=5": "?id=5",
  "?fbclid=y&gclid=z&msclkid=a&twclid=b": "",
  "?gift=SECRET": "",
  "?id=5&accessToken=x&share_token=y": "?id=5",
  "?sig=x&sid=y&key=z&ref=a&p=5": "?p=5",
  "?unlocked_article_code=1.x": "",
  "?_ga=1&_hsenc=2&mc_cid=3&mc_eid=4": "",
  "?page=2&design=x&keyword=y&author=z": "?page=2&design=x&keyword=y&author=z",
  "?q=a%20b&q=c+d&email=me%40news.example": "?q=a%20b&q=c+d",
  "?gift=": "",
  "?GIFT=x": "",
  "#/story/5": "#/story/5&claim=panel.meeting",
  "?q=1#top": "?q=1#top&claim=panel.meeting",
  "#claim%3Dpanel.letter": "#claim=panel.meeting",
};

describe("the page's own address is shared without what is the reader's:", () => {
  for (const [written, expected] of Object.entries(PARAMETERS)) {
    test(written, async () => {
      await use.open({ body: given({}) }, written);
      await ready();
      assert.equal(await shared(), await page(expected.includes("#") ? expected : `${expected}#claim=panel.meeting`));
    });
  }
});

describe("in a frame that has no address", () => {
  /** Shares in such a frame by the clipboard; returns the address and what was copied. @param {string} story */
  async function copied(story) {
    await use.open({ head: "", body: "" });
    const text = `<script type="module" src="${use.server.friendly}/claim-panel.js"></script>
<script>Object.defineProperty(navigator, "canShare", { value: undefined });
Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => parent.told.push(text) } });
addEventListener("claim-panel-ready", ({ target }) => {
  parent.told.push(target.shareUrl("meeting"));
  target.select("meeting");
  const look = () => {
    const button = target.shadowRoot.querySelector("[part~=open] [part~=share]");
    button ? button.click() : requestAnimationFrame(look);
  };
  look();
});</script>
<claim-panel id="panel" loading="eager"><script type="application/json">${story}</script></claim-panel>`;
    await use.run((text) => {
      window.told = [];
      const frame = Object.assign(document.createElement("iframe"), { srcdoc: text });
      document.body.append(frame);
    }, text);
    await use.until(() => told.length === 2);
    return use.run(() => told);
  }

  test("the article is shared", async () => {
    const [address, text] = await copied(documents.text({ article: ARTICLE }));
    assert.equal(address, `${ARTICLE}#claim=panel.meeting`);
    assert.ok(text.endsWith(`\n${address}`), text);
  });

  test("nothing is shared that leads nowhere", async () => {
    const [address, text] = await copied(documents.text());
    assert.equal(address, "");
    assert.match(text, /^Reported by The Gazette\n.*\nDana Rowe: denies$/);
  });
});
