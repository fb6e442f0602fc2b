/** Where a panel's document comes from, and when and how often anything is downloaded. */
import assert from "node:assert/strict";
import * as documents from "./documents.js";
import { BRIDGE, EMBED, GOOD, NAME, usePanel, WASM } from "./panel.js";
import { SCRIPT } from "./server.js";
import { describe, test } from "./suite.js";

const { use, ready, text, types, open } = usePanel();

describe("the ways in", () => {
  /** @param {string} content */
  const island = (content) => `<script type="application/json">${content}</script>`;
  /** @param {string} title */
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
        ["ready", "error"].forEach((type) =>
          panel.addEventListener(`claim-panel-${type}`, () => inner.heard.push(type)),
        );
        return new Promise((resolve) => new inner.IntersectionObserver(() => resolve(undefined)).observe(panel));
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

  test("data that is undefined is no data, so that an island is noticed", async () => {
    const body = `<claim-panel id="panel">${island(titled("The island"))}</claim-panel>${NAME}`;
    await use.open({ body });
    await ready();
    await use.run(() => void (panel.data = undefined));
    assert.equal(await use.run(() => panel.data), null);
    await use.until(() => seen.events.length === 2);
    await use.run((text) => void (panel.querySelector("script").textContent = text), titled("The other island"));
    await use.until(() => visibleText(panel).includes("The other island"));
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
      const all = [...document.querySelectorAll("claim-panel")].map(({ shadowRoot }) => [
        ...shadowRoot.adoptedStyleSheets,
      ]);
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
    assert.equal(await use.run(() => panel.matches(":state(--busy)")), true);
    assert.deepEqual(await use.run(() => panel.getAttributeNames()), ["id", "src"]);
    assert.equal((await text()).trim(), "fallback");
    release();
    await ready();
    assert.equal(await use.run(() => panel.matches(":state(--busy)")), false);
  });

  test("are not those of a copy", async () => {
    use.server.hold("/good/a.json");
    await use.open({ body: EMBED });
    await use.until(() => panel.matches(":state(--busy)"));
    const isBusy = await use.run(() => {
      const copy = panel.cloneNode(true);
      document.body.append(Object.assign(document.createElement("div"), { style: "height: 9000px" }), copy);
      return copy.matches(":state(--busy)");
    });
    assert.equal(isBusy, false);
  });

  test("leave the reader where they are told of the same", async () => {
    const release = use.server.hold("/good/a.json");
    await use.open({ body: EMBED.replace("fallback", 'fallback <a href="#own" id="own">of its own</a>') });
    await use.run(() => own.focus());
    release();
    await ready();
    assert.equal(await use.run(() => panel.shadowRoot.activeElement?.localName), "section");
  });

  test("leave the reader on the link that they had reached", async () => {
    const publisher = { name: "The Specimen", url: "https://example.org/specimen" };
    await use.open({
      body: `<claim-panel id="panel"><a href="${publisher.url}" id="own">The Specimen</a></claim-panel>${NAME}`,
    });
    await use.run(() => own.focus());
    await use.run((data) => void (panel.data = data), { ...documents.good(), publisher });
    await ready();
    assert.equal(
      await use.run(() => /** @type {HTMLAnchorElement | null} */ (panel.shadowRoot.activeElement)?.href),
      publisher.url,
    );
  });

  test("wait until the reader comes near", async () => {
    await use.open({ body: `<div style="height: 9000px"></div>${EMBED}` });
    await use.until(() => Boolean(customElements.get("claim-panel")));
    // An observer that is younger than the panel's hears later.
    await use.run(() => new Promise((resolve) => new IntersectionObserver(() => resolve(undefined)).observe(panel)));
    assert.equal(await use.run(() => panel.state), "idle");
    assert.equal(use.server.count("/good/a.json") + use.server.count(WASM), 0);

    await use.run(() => scrollTo(0, 7500));
    await ready();
  });

  for (const [where, before, after, isStarted] of [
    ["in sight", "", "", true],
    ["a screen further down", '<div style="height: 1200px"></div>', "", true],
    ["far down", '<div style="height: 9000px"></div>', "", false],
    ["not displayed", '<div style="display: none">', "</div>", false],
    [
      "in a box that clips it",
      '<div style="height: 0; overflow: hidden"><div style="height: 50px"></div>',
      "</div>",
      false,
    ],
    ["skipped by the browser", '<div style="content-visibility: hidden">', "</div>", false],
  ]) {
    test(`${isStarted ? "start" : "do not start"} before the first frame for an element that is ${where}`, async () => {
      // An observer that never reports stands for a frame that is not drawn yet.
      const silent = "<script>window.IntersectionObserver = class { observe() {} disconnect() {} }</script>";
      await use.open({ head: silent + SCRIPT, body: before + EMBED + after });
      await use.until(() => Boolean(customElements.get("claim-panel")));
      if (isStarted) {
        await ready();
      } else {
        // Where the page is still being parsed, the place is looked up in a later task.
        await use.run(() => new Promise((resolve) => setTimeout(() => setTimeout(resolve))));
        assert.equal(await use.run(() => panel.state), "idle");
      }
    });
  }

  test("look up the places of all elements that arrive together before anything is changed", async () => {
    await use.open({
      head: "",
      body: EMBED + '<claim-panel src="/good/a.json"><p>fallback</p></claim-panel>'.repeat(19),
    });
    const steps = await use.run(async (address) => {
      /** @type {string[]} */
      const steps = [];
      const elements = /** @type {Loose} */ (Element.prototype);
      for (const name of ["getBoundingClientRect", "setAttribute"]) {
        const own = elements[name];
        elements[name] = function (/** @type {unknown[]} */ ...values) {
          steps.push(name);
          return own.apply(this, values);
        };
      }
      await import(address);
      await new Promise((resolve) => setTimeout(() => setTimeout(resolve)));
      return steps;
    }, "/claim-panel.js");
    // A change between two places would have the browser lay the page out again.
    assert.equal(steps.lastIndexOf("getBoundingClientRect"), 19);
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
