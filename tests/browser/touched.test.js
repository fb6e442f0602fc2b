/** What translators, extensions and the page's own scripts do to a panel: it goes on, and says what is so. */
import assert from "node:assert/strict";
import * as documents from "./documents.js";
import { BRIDGE, EMBED, usePanel, WASM } from "./panel.js";
import { describe, test } from "./suite.js";

const { use, ready, text, types, open, click } = usePanel();

/**
 * Runs in the page, each with a text: what is done to every text that is shown.
 * @type {Record<string, (node: Text) => void>}
 */
const TOUCHES = {
  "a translator puts <font> in the place of texts": (node) => {
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    inner.textContent = `«${node.data}»`;
    outer.append(inner);
    node.replaceWith(outer);
  },
  "an extension wraps texts": (node) => {
    const outer = document.createElement("span");
    node.before(outer);
    outer.append(node);
  },
  "an extension cuts texts to pieces": (node) => {
    const pieces = (node.data.match(/.{1,3}/gsu) ?? []).map((piece) =>
      Object.assign(document.createElement("b"), { textContent: piece }),
    );
    node.parentNode?.insertBefore(pieces[0], node);
    pieces[0].after(...pieces.slice(1));
    node.remove();
  },
  "an extension writes into texts": (node) => void (node.data = `«${node.data}»`),
  "an extension splits texts": (node) => void (node.length > 1 && node.splitText(1)),
  "a script takes texts away": (node) => node.remove(),
};

/** Runs in the page: shows other data, and touches its texts at some moment. */
const MOMENTS = {
  "before a timer of the panel fills closed claims": `
    const { setTimeout } = window;
    const empty = () => panel.shadowRoot.querySelector("[part~=opened]:empty");
    let touched = 0;
    window.setTimeout = (callback, time) =>
      setTimeout(() => {
        if (empty()) touched = touch();
        callback();
      }, time);
    panel.data = data;
    while (!touched || empty()) await new Promise(requestAnimationFrame);
    window.setTimeout = setTimeout;`,
  "in a listener for an event of the panel": `
    await new Promise((resolve) => {
      panel.addEventListener("claim-panel-ready", () => resolve(touch()), { once: true });
      panel.data = data;
    });`,
};

/** Runs in the page. @param {(node: Text) => void} how */
function touch(how) {
  const walker = document.createTreeWalker(panel.shadowRoot, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  texts.filter(({ data }) => data.trim()).forEach(how);
  return texts.length;
}

/** What the panel says, where nothing has touched it. @param {string} data */
async function untouched(data) {
  await use.run((data) => {
    window.other = document.createElement("claim-panel");
    other.setAttribute("loading", "eager");
    other.setAttribute("claim", "meeting");
    other.data = data;
    document.body.append(other);
  }, data);
  await use.until(() => other.state === "ready");
  return textOf("other");
}

/** What a panel says once its closed claims have been filled. @param {"panel" | "other"} name */
async function textOf(name) {
  await use.until((name) => !window[name].shadowRoot.querySelector("[part~=opened]:empty"), name);
  return use.run((name) => window[name].shadowRoot.querySelector("section").textContent, name);
}

/** Shows a newer document, and checks that the panel is as if nobody had touched it. */
async function replaced() {
  const statements = documents
    .good()
    .statements.map((one) => ({ ...one, ...(one.quote && { quote: "I asked for it." }) }));
  const data = documents.text({ title: "A newer version", statements });
  await use.run((data) => void (panel.data = data), data);
  await use.until(() => panel.shadowRoot.querySelector("h2").textContent === "A newer version");
  assert.equal(await textOf("panel"), await untouched(data));
  assert.equal(await use.run(() => panel.shadowRoot.querySelectorAll("font").length), 0);
}

describe("after the next update all is as written where", () => {
  for (const [name, how] of Object.entries(TOUCHES)) {
    test(name, async () => {
      await use.open({ body: EMBED });
      await ready();
      const again = () => use.driver.executeScript(`(${touch})(${how})`);
      await again();
      // What readers do then, each time on texts that were touched anew.
      await click(0);
      await use.until(() => panel.claim === "meeting");
      for (const view of ["people", "timeline", "sources", "claims"]) {
        await again();
        await use.run(
          (view) => panel.shadowRoot.querySelector(`[data-act=set-view][data-value=${view}]`).click(),
          view,
        );
        await use.until((view) => panel.shadowRoot.querySelector(`[part~=pressed][data-value=${view}]`), view);
      }
      await again();
      await replaced();
    });
  }
});

describe("a newer document is shown as written where", () => {
  for (const [name, how] of Object.entries(TOUCHES)) {
    for (const [when, script] of Object.entries(MOMENTS)) {
      test(`${name} ${when}`, async () => {
        await use.open({ body: EMBED });
        await ready();
        await use.run(() => panel.setAttribute("claim", "meeting"));
        await use.driver.executeScript(
          `const touch = () => (${touch})(${how}); const data = arguments[0]; return (async () => { ${script} })()`,
          documents.text({ title: "Another version" }),
        );
        await replaced();
      });
    }
  }
});

describe("the page's scripts", () => {
  test("take apart what they took out of a panel: it goes on", async () => {
    await use.open({ body: EMBED });
    await ready();
    await use.run(async () => {
      const line = panel.shadowRoot.querySelector("[part~=author]");
      const [first, second] = line.childNodes;
      first.remove();
      line.remove();
      // What is done to nodes that left is told for no longer than this.
      await new Promise((resolve) => setTimeout(resolve));
      second.remove();
    });
    await click(0);
    await use.until(() => panel.claim === "meeting");
    assert.deepEqual(await types(), ["ready", "select"]);
  });

  test("clone a panel that is shown: the clone loads and opens for itself", async () => {
    await use.open({ body: EMBED });
    await ready();
    await click(1);
    await use.until(() => panel.claim === "letter");
    await use.run(() => {
      window.other = panel.cloneNode(true);
      other.id = "other";
      document.body.append(other);
    });
    await use.until(() => other.state === "ready");
    await use.run(() => panel.shadowRoot.querySelector("[aria-expanded]").click());
    await use.until(() => panel.claim === "meeting");
    assert.deepEqual(await open(), [true, true]);
    assert.equal(await use.run(() => other.claim), "letter");
    assert.equal(use.server.count(WASM), 1);
  });

  test("clone a panel that loads: the clone is as good, and is not busy where it has nothing to show", async () => {
    const release = use.server.hold(WASM);
    await use.open({ body: EMBED });
    await use.until(() => panel.state === "loading");
    await use.run(() => {
      window.other = panel.cloneNode(true);
      window.empty = panel.cloneNode(true);
      empty.removeAttribute("src");
      document.body.append(other, empty);
    });
    release();
    await ready();
    await use.until(() => other.state === "ready" && empty.state === "idle" && !empty.matches(":state(--busy)"));
  });

  test("move a panel that loads, and take it away and put it back: it loads on", async () => {
    const release = use.server.hold(WASM);
    await use.open({ body: `${EMBED}<main></main>` });
    await use.until(() => panel.state === "loading");
    await use.run(() => document.querySelector("main").append(panel));
    await use.run(async () => {
      panel.remove();
      await new Promise((resolve) => setTimeout(() => setTimeout(resolve)));
      document.querySelector("main").append(panel);
    });
    release();
    await ready();
    assert.match(await text(), BRIDGE);
  });

  test("hear no click of the panel as one on a part of theirs", async () => {
    await use.open({
      body: `<div data-act="toggle" data-value="own">${EMBED}</div><script>window.heard = [];
document.addEventListener("click", (event) => heard.push(event.target.closest("button, [part]")?.localName ?? "none"));</script>`,
    });
    await ready();
    await click(0);
    await use.until(() => panel.claim === "meeting");
    assert.deepEqual(await use.run(() => heard), ["none"]);
  });
});
