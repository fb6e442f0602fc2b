/** The embed contract: when a panel loads, what it keeps, what it tells, and what it leaves alone. */
import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { useBrowser } from "./browser.js";
import * as documents from "./documents.js";
import { SCRIPT } from "./server.js";

const use = useBrowser();
const GOOD = documents.text();
const WASM = "/claim-panel_bg.wasm";
const NAME = '<script>window.panel = document.getElementById("panel")</script>';
const EMBED = `<claim-panel id="panel" src="/good/a.json"><p>fallback</p></claim-panel>${NAME}`;
const BRIDGE = /Who said what about the bridge/;

/** All of these end well, so nothing at all may be said in the console. */
afterEach(async () => {
  assert.deepEqual(await use.run(() => seen.errors), []);
  assert.deepEqual(await use.console(), []);
});

const ready = () => use.until(() => panel.state === "ready");
const text = () => use.run(() => visibleText(panel));
const types = () => use.run(() => seen.events.map(({ type }) => type));
/** Which claims are open, by the buttons that say so. */
const open = () =>
  use.run(() =>
    [...panel.shadowRoot.querySelectorAll("button[aria-expanded]")].map((button) => button.ariaExpanded === "true"),
  );
const click = (index) =>
  use.run((index) => panel.shadowRoot.querySelectorAll("button[aria-expanded]")[index].click(), index);

describe("the ways in", () => {
  const island = (content) => `<script type="application/json">${content}</script>`;
  const titled = (title) => documents.text({ title });

  for (const [name, body] of [
    ["an address", EMBED],
    ["an island inside", `<claim-panel id="panel">${island(GOOD)}<p>fallback</p></claim-panel>${NAME}`],
    ["an island that ends the page", `<claim-panel id="panel"><p>fallback</p>${island(GOOD)}</claim-panel>${NAME}`],
    [
      "an island elsewhere, further down",
      `<claim-panel id="panel" src="#story"><p>fallback</p></claim-panel>${NAME}
       <script type="application/json" id="story">${GOOD}</script>`,
    ],
  ]) {
    test(name, async () => {
      await use.open({ body });
      await ready();
      assert.match(await text(), BRIDGE);
      assert.deepEqual(await types(), ["ready"]);
    });
  }

  const half = GOOD.length / 2;
  for (const [name, start, end] of [
    [
      "an island inside that comes in pieces",
      `<claim-panel src="/good/a.json"><p>fallback</p><script type="application/json">${GOOD.slice(0, half)}`,
      `${GOOD.slice(half)}</script></claim-panel>`,
    ],
    [
      "an island elsewhere that comes later",
      '<claim-panel src="#story"><p>fallback</p></claim-panel><p>Much text.',
      `<script type="application/json" id="story">${GOOD}</script>`,
    ],
  ]) {
    test(name, async () => {
      await use.open({ body: "", head: "" });
      // A page that is parsed at our own pace.
      await use.run((text) => {
        const frame = document.createElement("iframe");
        document.body.append(frame);
        window.inner = frame.contentWindow;
        inner.document.open();
        inner.document.write(text);
      }, SCRIPT + start);
      await use.until(() => inner.document.querySelector("claim-panel:defined"));
      await use.run(() => {
        window.panel = inner.document.querySelector("claim-panel");
        inner.heard = [];
        ["ready", "error"].forEach((type) => panel.addEventListener(`claim-panel-${type}`, () => inner.heard.push(type)));
        return new Promise((resolve) => new inner.IntersectionObserver(() => resolve()).observe(panel));
      });
      await use.run((text) => {
        inner.document.write(text);
        inner.document.close();
      }, end);
      await ready();
      assert.match(await text(), BRIDGE);
      // Half a document is no document, and an address is no substitute for an island that is on its way.
      assert.deepEqual(await use.run(() => inner.heard), ["ready"]);
      assert.equal(use.server.count("/good/a.json"), 0);
    });
  }

  test("data comes before an island, an island before an address", async () => {
    const body = `<claim-panel id="panel" src="/good/a.json">${island(titled("The island"))}</claim-panel>${NAME}
<script>panel.data = ${titled("The data")}</script>`;
    await use.open({ body });
    await ready();
    assert.match(await text(), /The data/);

    await use.run(() => void (panel.data = null));
    await use.until(() => visibleText(panel).includes("The island"));

    await use.run(() => panel.querySelector("script").remove());
    await use.until(() => visibleText(panel).includes("about the bridge"));
  });

  test("properties that were set before the element was defined", async () => {
    await use.open({ body: `<claim-panel id="panel"></claim-panel>${NAME}`, head: "" });
    await use.run((data) => {
      Object.assign(panel, { data: JSON.parse(data), headingLevel: 5, claim: "letter" });
      const script = document.createElement("script");
      script.type = "module";
      script.src = "/claim-panel.js";
      document.head.append(script);
    }, GOOD);
    await use.until(() => panel.state === "ready");
    assert.deepEqual(await open(), [false, true]);
    assert.equal(await use.run(() => panel.getAttribute("heading-level")), "5");
    assert.equal(await use.run(() => Object.keys(panel).length), 0);
  });

  test("an element that a script makes", async () => {
    await use.open({ body: "" });
    await use.until(() => Boolean(customElements.get("claim-panel")));
    await use.run((data) => {
      window.panel = document.createElement("claim-panel");
      panel.data = data;
      document.body.append(panel);
    }, GOOD);
    await ready();
    assert.match(await text(), BRIDGE);
  });
});

describe("downloads", () => {
  test("the document's and the WebAssembly's overlap", async () => {
    use.server.together("/good/a.json", WASM);
    await use.open({ body: EMBED });
    await ready();
  });

  test("several panels share one WebAssembly and one stylesheet", async () => {
    const body = ["a", "b", "c"].map((id) => `<claim-panel id="${id}" src="/good/${id}.json"></claim-panel>`).join("");
    await use.open({ body });
    await use.until(() => seen.events.length === 3);
    assert.equal(use.server.count(WASM), 1);
    const sheets = await use.run(() => {
      const all = [...document.querySelectorAll("claim-panel")].map(({ shadowRoot }) => shadowRoot.adoptedStyleSheets);
      return [...all.map(({ length }) => length), new Set(all.flat()).size];
    });
    assert.deepEqual(sheets, [1, 1, 1, 1]);
  });

  test("carry no cookies", async () => {
    await use.open({ body: `<script>document.cookie = "reader=42; path=/"</script>${EMBED}` });
    await ready();
    await use.run(() => fetch("/good/asked-by-the-page.json").then(() => {}));
    assert.equal(use.server.cookie("/good/asked-by-the-page.json"), "reader=42");
    assert.equal(use.server.cookie("/good/a.json"), undefined);
    assert.equal(use.server.cookie(WASM), undefined);
    await use.run(() => void (document.cookie = "reader=; path=/; max-age=0"));
  });

  test("are marked while they last, and the fallback stays", async () => {
    const release = use.server.hold("/good/a.json");
    await use.open({ body: EMBED });
    await use.until(() => panel.state === "loading");
    assert.equal(await use.run(() => panel.getAttribute("aria-busy")), "true");
    assert.equal((await text()).trim(), "fallback");
    release();
    await ready();
    assert.equal(await use.run(() => panel.getAttribute("aria-busy")), null);
  });

  test("wait until the reader comes near", async () => {
    await use.open({ body: `<div style="height: 9000px"></div>${EMBED}` });
    await use.until(() => Boolean(customElements.get("claim-panel")));
    // An observer that is younger than the panel's hears later.
    await use.run(() => new Promise((resolve) => new IntersectionObserver(() => resolve()).observe(panel)));
    assert.equal(await use.run(() => panel.state), "idle");
    assert.equal(use.server.count("/good/a.json") + use.server.count(WASM), 0);

    await use.run(() => scrollTo(0, 7500));
    await ready();
  });

  test("do not wait where the page says so", async () => {
    await use.open({ body: `<div style="height: 9000px"></div>${EMBED}` });
    await use.run(() => panel.setAttribute("loading", "eager"));
    await ready();
  });

  test("of an older address lose against a newer one", async () => {
    const release = use.server.hold("/good/old.json");
    await use.open({ body: EMBED.replace("a.json", "old.json") });
    await use.until(() => panel.state === "loading");
    await use.run((data) => void (panel.data = data), documents.text({ title: "The newer" }));
    await ready();
    // The older download is given up, not merely ignored.
    await use.server.over("/good/old.json");
    release();
    assert.match(await text(), /The newer/);
    assert.deepEqual(await types(), ["ready"]);
  });

  test("of the WebAssembly are waited for by the newest document only", async () => {
    const release = use.server.hold(WASM);
    await use.open({ body: EMBED });
    await use.until(() => panel.state === "loading");
    await use.run((data) => void (panel.data = data), documents.text({ title: "The newer" }));
    await use.run((data) => void (panel.data = data), documents.text({ title: "The newest" }));
    release();
    await ready();
    assert.match(await text(), /The newest/);
    assert.deepEqual(await types(), ["ready"]);
  });

  test("end with the element", async () => {
    use.server.hold("/good/a.json");
    await use.open({ body: EMBED });
    await use.until(() => panel.state === "loading");
    await use.run(() => panel.remove());
    await use.server.over("/good/a.json");
    await use.until(() => panel.state === "idle");
    assert.deepEqual(await types(), []);
  });
});

describe("a life in the page", () => {
  test("new data keeps open what the reader opened", async () => {
    await use.open({ body: EMBED });
    await ready();
    await click(1);
    await use.until(() => panel.claim === "letter");
    await use.run(() => void (window.button = panel.shadowRoot.querySelectorAll("button[aria-expanded]")[1]));

    await use.run((data) => void (panel.data = data), documents.text({ title: "A newer version" }));
    await use.until(() => visibleText(panel).includes("A newer version"));
    assert.deepEqual(await open(), [false, true]);
    assert.ok(await use.run(() => button.isConnected), "the panel was drawn anew, not updated");
    await use.until(() => seen.events.length === 3);
    assert.deepEqual(await types(), ["ready", "select", "ready"]);
  });

  test("moving it keeps its state and loads nothing", async () => {
    await use.open({ body: `${EMBED}<main></main>` });
    await ready();
    await click(0);
    await use.until(() => panel.claim === "meeting");
    await use.run(() => {
      window.drawn = panel.shadowRoot.querySelector("div");
      document.querySelector("main").append(panel);
    });
    // Longer than an element that has left keeps anything: two tasks.
    await use.run(() => new Promise((resolve) => setTimeout(() => setTimeout(resolve))));
    assert.ok(await use.run(() => drawn.isConnected && panel.state === "ready"));
    assert.deepEqual(await open(), [true, false]);
    await click(1);
    await use.until(() => panel.claim === "letter");
    assert.deepEqual(await open(), [true, true]);
    assert.equal(use.server.count("/good/a.json"), 1);
    assert.deepEqual(await types(), ["ready", "select", "select"]);
  });

  test("removing it releases it, and its return costs no download", async () => {
    await use.open({ body: EMBED });
    await ready();
    await click(1);
    await use.until(() => panel.claim === "letter");
    await use.run(() => {
      window.drawn = panel.shadowRoot.querySelector("div");
      panel.remove();
    });
    await use.until(() => panel.state === "idle" && drawn.childNodes.length === 0 && !drawn.isConnected);

    await use.run(() => document.body.append(panel));
    await ready();
    assert.deepEqual(await open(), [false, true]);
    assert.equal(use.server.count("/good/a.json"), 1);
    assert.equal(use.server.count(WASM), 1);
  });

  test("reload asks the server again", async () => {
    await use.open({ body: EMBED });
    await ready();
    await use.run(() => panel.reload());
    assert.equal(use.server.count("/good/a.json"), 2);
    assert.deepEqual(await types(), ["ready", "ready"]);
  });

  test("ready settles once for each load", async () => {
    await use.open({ body: EMBED });
    await ready();
    assert.ok(await use.run(async () => (await panel.ready) === panel));
    const failure = await use.run(async () => {
      panel.data = "";
      return panel.ready.catch(({ name, kind, problems }) => ({ name, kind, codes: problems.map(({ code }) => code) }));
    });
    assert.deepEqual(failure, { name: "ClaimPanelError", kind: "document", codes: ["empty-document"] });
    await use.run((data) => {
      panel.data = data;
      return panel.ready.then(() => {});
    }, GOOD);
    assert.deepEqual(await types(), ["ready", "error", "ready"]);
    assert.match((await use.console()).join(), /claim-panel \(document\)/);
  });
});

describe("attributes", () => {
  test("claim opens a claim, now and later, and says which the reader opened last", async () => {
    await use.open({ body: EMBED.replace("src", 'claim="letter" src') });
    await ready();
    assert.deepEqual(await open(), [false, true]);
    await use.run(() => panel.select("meeting"));
    await use.until(() => panel.shadowRoot.querySelector("button[aria-expanded]").ariaExpanded === "true");
    // What the page does itself is no news to it.
    assert.deepEqual(await types(), ["ready"]);

    await click(0);
    await use.until(() => !panel.hasAttribute("claim"));
    await click(0);
    await use.until(() => panel.claim === "meeting");
    assert.deepEqual(
      await use.run(() => seen.events.slice(1).map(({ claim, open }) => [claim, open])),
      [
        ["meeting", false],
        ["meeting", true],
      ],
    );
  });

  test("a claim that does not exist opens nothing", async () => {
    await use.open({ body: EMBED.replace("src", 'claim="nothing" src') });
    await ready();
    assert.deepEqual(await open(), [false, false]);
  });

  test("heading-level is live, and 3 where it makes no sense", async () => {
    // The claims are headings of this level, and the panel’s own is of the one above, from 2 on.
    const stands = (level) =>
      use.until(
        (level) => {
          const [title, claim] = panel.shadowRoot.querySelectorAll(":is(h1, h2, h3, h4, h5, h6)");
          return title.localName === `h${Math.max(level - 1, 2)}` && claim.localName === `h${level}`;
        },
        level,
      );
    await use.open({ body: EMBED });
    await ready();
    await stands(3);
    for (const level of [4, 5, 6]) {
      await use.run((level) => void (panel.headingLevel = level), level);
      await stands(level);
    }
    for (const nonsense of ["0", "7", "two", ""]) {
      await use.run(() => panel.setAttribute("heading-level", "2"));
      await stands(2);
      await use.run((value) => panel.setAttribute("heading-level", value), nonsense);
      await stands(3);
      assert.equal(await use.run(() => panel.headingLevel), 3);
    }
  });

  test("theme and loading know their words only", async () => {
    await use.open({ body: EMBED });
    await ready();
    const read = () => use.run(() => [panel.theme, panel.loading]);
    assert.deepEqual(await read(), ["inherit", "lazy"]);
    await use.run(() => Object.assign(panel, { theme: "dark", loading: "eager" }));
    assert.deepEqual(await read(), ["dark", "eager"]);
    await use.run(() => Object.assign(panel, { theme: "sepia", loading: "soon" }));
    assert.deepEqual(await read(), ["inherit", "lazy"]);
  });

  test("src is live", async () => {
    await use.open({ body: EMBED });
    await ready();
    await use.run(() => void (panel.src = "/good/b.json"));
    await use.until(() => seen.events.length === 2);
    assert.equal(use.server.count("/good/b.json"), 1);
    await use.run(() => panel.removeAttribute("src"));
    await use.until(() => panel.state === "idle");
    assert.equal((await text()).trim(), "fallback");
  });
});

describe("what the page hears", () => {
  test("events bubble through shadow roots and carry nothing personal", async () => {
    const body = `<div id="host"></div><script>
const inner = document.getElementById("host").attachShadow({ mode: "open" });
window.panel = document.createElement("claim-panel");
panel.src = "/good/a.json";
panel.setAttribute("src", "/good/a.json");
inner.append(panel);
window.kinds = [];
for (const type of ["ready", "select"]) {
  addEventListener("claim-panel-" + type, ({ bubbles, composed, cancelable, detail }) =>
    kinds.push([type, bubbles, composed, cancelable, detail]));
}</script>`;
    await use.open({ body });
    await ready();
    await click(0);
    await use.until(() => kinds.length === 2);
    assert.deepEqual(await use.run(() => kinds), [
      ["ready", true, true, false, null],
      ["select", true, true, false, { claim: "meeting", open: true }],
    ]);
  });

  test("a source link asks before it is followed", async () => {
    await use.open({ body: EMBED.replace("src", 'claim="meeting" src') });
    await ready();
    const followed = await use.run(() => {
      const results = [];
      for (const allow of [true, false]) {
        addEventListener("claim-panel-source", (event) => allow || event.preventDefault(), { once: true });
        const link = panel.shadowRoot.querySelector("a[href]");
        // The page's own last word, so that the test stays where it is.
        addEventListener("click", (event) => { results.push(!event.defaultPrevented); event.preventDefault(); }, { once: true });
        link.click();
      }
      return results;
    });
    assert.deepEqual(followed, [true, false]);
    assert.deepEqual(
      await use.run(() => seen.events.filter(({ type }) => type === "source").map(({ url }) => url)),
      ["https://example.org/rowe", "https://example.org/rowe"],
    );
  });

  test("an error in its own listener stays its own", async () => {
    const listener = `<script>addEventListener("claim-panel-ready", () => { throw new Error("the page's own") })</script>`;
    await use.open({ body: listener + EMBED });
    await ready();
    await use.until(() => seen.errors.length === 1);
    await click(0);
    await use.until(() => panel.claim === "meeting");
    assert.match((await use.run(() => seen.errors.splice(0))).join(), /the page's own/);
    assert.match((await use.console()).join(), /the page's own/);
  });
});

describe("the script", () => {
  test("twice on a page is harmless", async () => {
    const again = SCRIPT.replace("claim-panel.js", "claim-panel.js?again");
    await use.open({ body: EMBED, head: SCRIPT + SCRIPT + again });
    await use.until(() => performance.getEntriesByName(new URL("/claim-panel.js?again", location).href).length);
    await ready();
    await use.run(() => import("/claim-panel.js?again").then(() => {}));
    assert.equal(use.server.count(WASM), 1);
    assert.equal(await use.run(() => typeof customElements.get("claim-panel").version), "string");
  });

  test("in two versions: the first stays, and says so once", async () => {
    const head = `<script>customElements.define("claim-panel", class extends HTMLElement { static version = "0.0.1" })</script>${SCRIPT}`;
    await use.open({ body: EMBED, head });
    await use.run(() => import("/claim-panel.js").then(() => {}));
    assert.equal(await use.run(() => customElements.get("claim-panel").version), "0.0.1");
    const lines = await use.console();
    assert.equal(lines.length, 1, lines.join("\n"));
    assert.match(lines[0], /claim-panel 0\.0\.1 is already on this page/);
  });

  test("leaves no global behind", async () => {
    await use.open({ body: EMBED, head: "" });
    const added = await use.run(async () => {
      const before = Reflect.ownKeys(window);
      await import("/claim-panel.js");
      await panel.ready;
      return Reflect.ownKeys(window).filter((key) => !before.includes(key)).map(String);
    });
    assert.deepEqual(added, []);
  });
});
