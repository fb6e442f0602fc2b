/** The element in its page: what it keeps, what it tells, and what it leaves alone. */
import assert from "node:assert/strict";
import * as documents from "./documents.js";
import { EMBED, GOOD, SOURCE, usePanel, WASM } from "./panel.js";
import { SCRIPT } from "./server.js";
import { describe, test } from "./suite.js";

const { use, ready, text, types, open, click } = usePanel();

describe("a life in the page", () => {
  test("new data keeps open what the reader opened", async () => {
    await use.open({ body: EMBED });
    await ready();
    await click(1);
    await use.until(() => panel.claim === "letter");
    await use.run(() => void (window.button = panel.shadowRoot.querySelectorAll("[aria-expanded]")[1]));

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

  test("another document of the page is as good a place", async () => {
    await use.open({ body: EMBED });
    await ready();
    await click(1);
    await use.until(() => panel.claim === "letter");
    const styled = () =>
      use.until(() => {
        const drawn = panel.shadowRoot.querySelector("section");
        return panel.state === "ready" && drawn && getComputedStyle(drawn).containerType === "inline-size";
      });
    await styled();
    await use.run(() => {
      const frame = document.createElement("iframe");
      document.body.append(frame);
      window.inner = frame.contentDocument;
      inner.body.append(panel);
    });
    await styled();
    assert.deepEqual(await open(), [false, true]);
    await click(0);
    await use.until(() => panel.claim === "meeting");

    await use.run(() => document.body.append(panel));
    await styled();
    assert.deepEqual(await open(), [true, true]);
    // What happened in the frame was told there, and nothing was drawn or loaded anew.
    assert.deepEqual(await types(), ["ready", "select"]);
    assert.equal(use.server.count("/good/a.json"), 1);

    // One that has shown nothing yet.
    await use.run((data) => {
      window.panel = document.createElement("claim-panel");
      panel.data = data;
      inner.body.append(panel);
    }, GOOD);
    await styled();
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
      return panel.ready.catch((/** @type {import("../../www/element/failure.js").Failure} */ failure) => {
        const { name, kind, problems } = failure;
        return { name, kind, codes: problems.map(({ code }) => code) };
      });
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
    await use.until(() => panel.shadowRoot.querySelector("[aria-expanded]").ariaExpanded === "true");
    // What the page does itself is no news to it.
    assert.deepEqual(await types(), ["ready"]);

    await click(0);
    await use.until(() => !panel.hasAttribute("claim"));
    await click(0);
    await use.until(() => panel.claim === "meeting");
    assert.deepEqual(await use.run(() => seen.events.slice(1).map(({ claim, open }) => [claim, open])), [
      ["meeting", false],
      ["meeting", true],
    ]);
  });

  test("claims that are selected in one go are all opened", async () => {
    await use.open({ body: EMBED });
    await use.run(() => ["meeting", "letter"].forEach((claim) => panel.select(claim)));
    await ready();
    await use.until(() => panel.shadowRoot.querySelectorAll("[aria-expanded=true]").length === 2);
    assert.equal(await use.run(() => panel.claim), "letter");
  });

  test("a claim that the reader closed can be selected again", async () => {
    await use.open({ body: EMBED });
    await ready();
    const isOpen = () =>
      use.until(() => panel.shadowRoot.querySelectorAll("[aria-expanded]")[1].ariaExpanded === "true");
    await use.run(() => panel.select("letter"));
    await isOpen();
    await click(1);
    await use.until(() => !panel.hasAttribute("claim"));
    assert.deepEqual(await open(), [false, false]);
    await use.run(() => panel.select("letter"));
    await isOpen();
    assert.deepEqual(await types(), ["ready", "select"]);
  });

  test("a claim that does not exist opens nothing", async () => {
    await use.open({ body: EMBED.replace("src", 'claim="nothing" src') });
    await ready();
    assert.deepEqual(await open(), [false, false]);
  });

  test("heading-level is live, and 3 where it makes no sense", async () => {
    /**
     * The claims are headings of this level, and the panel’s own is of the one above, from 2 on.
     * @param {number} level
     */
    const stands = (level) =>
      use.until((level) => {
        const [title, claim] = panel.shadowRoot.querySelectorAll(":is(h1, h2, h3, h4, h5, h6)");
        return title.localName === `h${Math.max(level - 1, 2)}` && claim.localName === `h${level}`;
      }, level);
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

  test("view is live, and claims where it makes no sense; what the reader chooses is theirs", async () => {
    /** @param {string} part */
    const shows = (part) => use.until((part) => panel.shadowRoot.querySelector(`section > [part~=${part}]`), part);
    await use.open({ body: EMBED.replace("src", 'view="timeline" src') });
    await ready();
    await shows("timeline");
    for (const [view, part] of [
      ["people", "people"],
      ["sources", "routes"],
      ["claims", "claims"],
      ["timeline", "timeline"],
    ]) {
      await use.run((view) => void (panel.view = view), view);
      await shows(part);
    }
    await use.run(() => panel.setAttribute("view", "votes"));
    await shows("claims");
    assert.equal(await use.run(() => panel.view), "claims");
    assert.deepEqual(await types(), ["ready"]);

    await use.run(() => panel.shadowRoot.querySelector("[data-value=people]").click());
    await shows("people");
    assert.equal(await use.run(() => panel.getAttribute("view")), "votes");
    assert.deepEqual(await use.run(() => seen.events.slice(1).map(({ type, view }) => [type, view])), [
      ["view", "people"],
    ]);
  });

  test("controls are live, and all of them where the page names none", async () => {
    const had = () =>
      use.run(() => {
        const named = { views: "[part~=views]", search: "input", filter: "select", share: "[part~=share]" };
        return Object.entries(named).flatMap(([name, part]) => (panel.shadowRoot.querySelector(part) ? [name] : []));
      });
    await use.open({ body: EMBED.replace("src", 'claim="meeting" src') });
    await ready();
    await use.run(() => panel.shadowRoot.querySelector("[data-act=toggle-search]").click());
    await use.until(() => panel.shadowRoot.querySelector("input"));
    for (const [value, expected] of /** @type {[string | null, string[]][]} */ ([
      ["share", ["share"]],
      ["views  filter", ["views", "filter"]],
      ["votes search", ["search"]],
      ["", []],
      [null, ["views", "search", "filter", "share"]],
    ])) {
      await use.run((value) => void (panel.controls = value), value);
      await use.run(() => new Promise((resolve) => setTimeout(resolve)));
      assert.deepEqual(await had(), expected, String(value));
      assert.equal(await use.run(() => panel.getAttribute("controls")), value);
    }
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
      /** @type {boolean[]} */
      const results = [];
      for (const allow of [true, false]) {
        addEventListener("claim-panel-source", (event) => allow || event.preventDefault(), { once: true });
        const link = panel.shadowRoot.querySelector("a[href]");
        // The page's own last word, so that the test stays where it is.
        addEventListener(
          "click",
          (event) => {
            results.push(!event.defaultPrevented);
            event.preventDefault();
          },
          { once: true },
        );
        link.click();
      }
      return results;
    });
    assert.deepEqual(followed, [true, false]);
    assert.deepEqual(await use.run(() => seen.events.filter(({ type }) => type === "source").map(({ url }) => url)), [
      SOURCE,
      SOURCE,
    ]);
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
  /** A module of the page's own, which says when it is over. @param {string} action */
  const then = (action) => `<script type="module">${action}\nwindow.isOver = true;</script>`;

  test("twice on a page is harmless", async () => {
    const again = SCRIPT.replace("claim-panel.js", "claim-panel.js?again");
    await use.open({ body: EMBED, head: SCRIPT + SCRIPT + again + then('import "/claim-panel.js?again";') });
    await use.until(() => performance.getEntriesByName(new URL("/claim-panel.js?again", location.href).href).length);
    await ready();
    await use.until(() => window.isOver);
    assert.equal(use.server.count(WASM), 1);
    assert.equal(await use.run(() => typeof customElements.get("claim-panel").version), "string");
  });

  test("in two versions: the first stays, and says so once", async () => {
    const first =
      '<script>customElements.define("claim-panel", class extends HTMLElement { static version = "0.0.1" })</script>';
    await use.open({ body: EMBED, head: first + SCRIPT + then('import "/claim-panel.js";') });
    await use.until(() => window.isOver);
    assert.equal(await use.run(() => customElements.get("claim-panel").version), "0.0.1");
    const lines = await use.console();
    assert.equal(lines.length, 1, lines.join("\n"));
    assert.match(lines[0], /claim-panel 0\.0\.1 is already on this page/);
  });

  test("leaves no global behind", async () => {
    const head = then(`window.added = async () => {
  const before = Reflect.ownKeys(window);
  await import("/claim-panel.js");
  await document.querySelector("claim-panel").ready;
  return Reflect.ownKeys(window).filter((key) => !before.includes(key)).map(String);
};`);
    await use.open({ body: EMBED, head });
    await use.until(() => window.isOver);
    // A driver leaves globals too, before it runs anything.
    assert.deepEqual(await use.run(() => added()), []);
  });
});
