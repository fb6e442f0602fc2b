/** Links to a claim: where the page's address leads, and what becomes of the page's own hash and history. */
import assert from "node:assert/strict";
import * as documents from "./documents.js";
import { EMBED, NAME, usePanel } from "./panel.js";
import { SCRIPT } from "./server.js";
import { describe, test } from "./suite.js";

const { use, ready, open, click, types } = usePanel();
const FAR = '<div style="height: 9000px"></div>';
const MISSING = /is not in this panel/;

/**
 * A page that gives this document to its panel, by the element's attributes, between much else.
 * @param {object} data
 */
const given = (data, attributes = "") =>
  `${FAR}<claim-panel id="panel" ${attributes}></claim-panel>${FAR}${NAME}<script>panel.data = ${JSON.stringify(data)}</script>`;

/**
 * The reader has been led to a claim: it is open, begins where it should on the screen, and its button has the focus.
 * @param {string} id
 */
const ledTo = (id, panel = "panel") =>
  use.until(
    (id, panel) => {
      const button = /** @type {Panel | null} */ (document.getElementById(panel))?.shadowRoot.activeElement;
      if (button?.dataset.value !== id || button.ariaExpanded !== "true") {
        return false;
      }
      const entry = button.closest("li");
      const margin = parseFloat(getComputedStyle(entry).scrollMarginTop);
      return Math.abs(entry.getBoundingClientRect().top - margin) < 1;
    },
    id,
    panel,
  );

const status = () => use.run(() => panel.shadowRoot.querySelector("[role=status]").innerText);
/** @param {string} hash */
const follow = (hash) => use.run((hash) => void (location.hash = hash), hash);

describe("an address leads to a claim", () => {
  test("of a panel that is far away and lazy", async () => {
    await use.open({ body: FAR + EMBED + FAR }, "#claim=panel.letter");
    await ledTo("letter");
    assert.deepEqual(await open(), [false, true]);
    assert.equal(await use.run(() => panel.claim), "letter");
    assert.equal(
      await use.run(() => history.length),
      await use.run(() => {
        location.hash = "#claim=panel.letter";
        return history.length;
      }),
    );
  });

  test("when it changes, as often as it does", async () => {
    await use.open({ body: FAR + EMBED + FAR });
    await use.until(() => Boolean(customElements.get("claim-panel")));
    assert.equal(await use.run(() => panel.state), "idle");
    for (const id of ["letter", "meeting", "letter"]) {
      await follow(`#claim=panel.${id}`);
      await ledTo(id);
    }
    await use.run(() => scrollTo(0, 0));
    await use.run(() => history.back());
    await ledTo("meeting");
  });

  test("but takes nobody away who writes by the time that it can", async () => {
    const release = use.server.hold("/good/a.json");
    await use.open({ body: `<textarea id="field"></textarea>${FAR}${EMBED}${FAR}` }, "#claim=panel.letter");
    await use.until(() => panel.state === "loading");
    await use.run(() => field.focus());
    release();
    await ready();
    await use.until(() => panel.shadowRoot.querySelector("[data-value=letter][aria-expanded=true]"));
    assert.deepEqual(await use.run(() => [document.activeElement?.id, scrollY]), ["field", 0]);
  });

  test("when it is followed once more", async () => {
    await use.open({ body: `<a id="link" href="#claim=panel.letter">the letter</a>${FAR}${EMBED}${FAR}` });
    await use.until(() => Boolean(customElements.get("claim-panel")));
    for (let time = 0; time < 3; time += 1) {
      await use.run(() => link.click());
      await ledTo("letter");
      await use.run(() => {
        panel.shadowRoot.querySelector("[data-act=toggle][data-value=letter]").click();
        scrollTo(0, 0);
      });
      await use.until(() => !panel.shadowRoot.querySelector("[data-value=letter][aria-expanded=true]"));
    }
    await use.run(() => {
      link.addEventListener("click", (event) => event.preventDefault());
      link.click();
    });
    assert.deepEqual(await open(), [false, false]);
  });

  test("among other things in the hash", async () => {
    await use.open({ body: FAR + EMBED + FAR }, "#top&claim=panel.letter&page=2");
    await ledTo("letter");
  });

  test("below what sticks to the top", async () => {
    const body = `<style>claim-panel { --claim-panel-scroll-margin: 100px }</style>${FAR}${EMBED}${FAR}`;
    await use.open({ body }, "#claim=panel.meeting");
    await use.until(() => {
      const entry = panel.shadowRoot?.activeElement?.closest("li");
      return entry && Math.abs(entry.getBoundingClientRect().top - 100) < 1;
    });
  });

  test("whose ids hold anything", async () => {
    const panel = "a.b/c ü&=%#";
    const claim = 'x.y z"\\é+%41';
    const data = documents.good();
    data.claims[0].id = claim;
    data.statements.forEach(({ stances }) => {
      stances[claim] = stances.meeting;
      delete stances.meeting;
    });
    const body = `${FAR}<div></div>${FAR}<claim-panel id="a" src="/good/a.json"></claim-panel>`;
    await use.open({ body });
    await use.run(
      (id, data) => {
        const other = document.createElement("claim-panel");
        Object.assign(other, { id, data });
        document.querySelector("body > div + div").append(other);
        location.href = other.shareUrl(data.claims[0].id);
      },
      panel,
      data,
    );
    await ledTo(claim, panel);
    // The panel with the shorter name was not meant.
    assert.equal(await use.run(() => document.querySelector("claim-panel#a").claim), null);
  });

  test("of a panel without an id, by its number", async () => {
    const src = 'src="/good/a.json"';
    const body = `${FAR}<claim-panel id="first" ${src}></claim-panel><claim-panel ${src}></claim-panel><claim-panel ${src}></claim-panel>${FAR}`;
    await use.open({ body }, "#claim=3.letter");
    const claims = () => use.run(() => [...document.querySelectorAll("claim-panel")].map(({ claim }) => claim));
    await use.until(() => document.activeElement === document.querySelectorAll("claim-panel")[2]);
    assert.deepEqual(await claims(), [null, null, "letter"]);
    await follow("#claim=1.meeting");
    await follow("#claim=2.meeting");
    await use.until(() => document.activeElement === document.querySelectorAll("claim-panel")[1]);
    assert.deepEqual(await claims(), [null, "meeting", "letter"]);
    assert.equal(
      await use.run(() => new URL(/** @type {Panel} */ (document.activeElement).shareUrl("x")).hash),
      "#claim=2.x",
    );
  });

  test("of a panel in the page's own shadow tree, by its id", async () => {
    const host =
      '<div id="host"><template shadowrootmode="open"><claim-panel id="inner" src="/good/a.json"></claim-panel></template></div>';
    await use.open({ body: FAR + host + FAR }, "#claim=inner.letter");
    await use.until(() => {
      const inner = /** @type {Panel | null | undefined} */ (document.querySelector("#host").shadowRoot?.activeElement);
      return inner?.claim === "letter";
    });
  });

  test("that is shown in another view, or not by the search of the reader", async () => {
    await use.open({ body: given(documents.good(), 'view="people"') }, "#claim=panel.letter");
    await ledTo("letter");
    assert.deepEqual(await types(), ["ready", "view", "select"]);

    await use.run(() => panel.shadowRoot.querySelector("[data-act=toggle-search]").click());
    await use.until(() => panel.shadowRoot.querySelector("input"));
    await use.run(() => {
      const field = panel.shadowRoot.querySelector("input");
      field.value = "inspectors";
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    await use.until(() => panel.shadowRoot.querySelectorAll("[part~=claim]").length === 1);
    await follow("#claim=panel.meeting");
    await ledTo("meeting");
  });

  test("that is drawn late", async () => {
    await use.open({ body: given(documents.long(400)) }, "#claim=panel.claim-399");
    await ledTo("claim-399");
    assert.equal(await status(), "");
  });

  test("that is not there: the panel says so", async () => {
    await use.open({ body: given(documents.long(200)) }, "#claim=panel.nothing");
    await use.until(() => panel.shadowRoot?.querySelector("[role=status]")?.innerText);
    assert.match(await status(), MISSING);
    assert.ok(
      await use.run(() => panel.getBoundingClientRect().top >= 0 && panel.getBoundingClientRect().top < 100),
      "the panel is not in sight",
    );
    assert.equal(await use.run(() => panel.claim), null);
    assert.deepEqual(await types(), ["ready"]);

    // The next one is.
    await follow("#claim=panel.letter");
    await ledTo("letter");
    assert.equal(await status(), "");
  });

  test("unless it is another panel's, or none", async () => {
    for (const hash of [
      "#claim=other.letter",
      "#claim=panel",
      "#claim=panelletter",
      "#aclaim=panel.letter",
      "#letter",
      "#%",
      "#claim=%.letter",
    ]) {
      await use.open({ body: EMBED }, hash);
      await ready();
      await use.run(() => new Promise((resolve) => setTimeout(() => setTimeout(resolve))));
      assert.deepEqual(await open(), [false, false], hash);
      assert.equal(await use.run(() => scrollY), 0);
      assert.equal(await status(), "");
    }
  });

  test("once: not again when the panel moves, nor when its document changes", async () => {
    await use.open({ body: `<main></main>${FAR}${EMBED}${FAR}` }, "#claim=panel.letter");
    await ledTo("letter");
    await use.run(
      (data) => {
        scrollTo(0, 0);
        document.querySelector("main").append(panel);
        panel.data = data;
      },
      documents.text({ title: "A newer version" }),
    );
    await use.until(() => visibleText(panel).includes("A newer version"));
    await use.run(() => new Promise((resolve) => setTimeout(() => setTimeout(resolve))));
    assert.equal(await use.run(() => scrollY), 0);
  });
});

describe("select", () => {
  test("says so where the claim is not there", async () => {
    await use.open({ body: EMBED });
    await ready();
    await use.run(() => panel.select("letter"));
    await use.until(() => panel.shadowRoot.querySelector("[aria-expanded=true]"));
    assert.equal(await status(), "");
    await use.run(() => panel.select("nothing"));
    await use.until(() => panel.shadowRoot.querySelector("[role=status]").innerText);
    assert.match(await status(), MISSING);
    assert.ok(await use.run(() => document.activeElement === document.body));
  });

  test("does not keep the reader from where the address leads", async () => {
    await use.open(
      {
        body: `${FAR}${EMBED}${FAR}<script type="module" src="/claim-panel.js"></script><script type="module">panel.select("meeting")</script>`,
      },
      "#claim=panel.letter",
    );
    await ledTo("letter");
    assert.deepEqual(await open(), [true, true]);
  });
});

describe("deep-link", () => {
  /** @param {string} value @returns {[import("./server.js").Page, string]} */
  const WITH = (value, hash = "") => [{ body: EMBED.replace("src", `deep-link="${value}" src`) + FAR }, hash];

  test("read, which is the default, leaves the address alone", async () => {
    await use.open({ body: EMBED }, "#top");
    await ready();
    assert.equal(await use.run(() => panel.deepLink), "read");
    await click(0);
    await use.until(() => panel.claim === "meeting");
    assert.equal(await use.run(() => location.hash), "#top");
  });

  test("update notes what the reader opens, in the claim's part of the hash alone", async () => {
    await use.open(...WITH("update", "#top%20x&page=%32"));
    await ready();
    const before = await use.run(() => {
      history.replaceState({ mine: 1 }, "");
      window.changes = 0;
      addEventListener("hashchange", () => (window.changes += 1));
      addEventListener("popstate", () => (window.changes += 1));
      return history.length;
    });
    for (const [index, id] of ["meeting", "letter"].entries()) {
      await click(index);
      await use.until((id) => panel.claim === id, id);
      assert.equal(await use.run(() => location.hash), `#top%20x&page=%32&claim=panel.${id}`);
    }
    // Closing takes nothing back, and what the page opens is its own affair.
    await click(1);
    await use.until(() => panel.claim === null);
    await click(0);
    await use.run(() => panel.select("meeting"));
    await use.until(() => panel.shadowRoot.querySelector("[aria-expanded=true]"));
    assert.equal(await use.run(() => location.hash), "#top%20x&page=%32&claim=panel.letter");
    assert.deepEqual(await use.run(() => [history.length, history.state, changes]), [before, { mine: 1 }, 0]);
  });

  test("update puts the claim in the place of the last one", async () => {
    await use.open(...WITH("update", "#claim=gone.x&top"));
    await ready();
    await click(0);
    await use.until(() => location.hash === "#claim=panel.meeting&top");
  });

  test("update does not touch an address that leads there already", async () => {
    await use.open(...WITH("update", "#claim=%70anel.letter"));
    await ledTo("letter");
    assert.equal(await use.run(() => location.hash), "#claim=%70anel.letter");
  });

  test("update knows a base", async () => {
    await use.open({
      body: EMBED.replace("src", 'deep-link="update" src'),
      head: `<base href="/elsewhere/">${SCRIPT}`,
    });
    await ready();
    const path = await use.run(() => location.pathname);
    await click(0);
    await use.until(() => location.hash === "#claim=panel.meeting");
    assert.equal(await use.run(() => location.pathname), path);
  });

  for (const [name, attributes] of [
    ["a sandbox", 'sandbox="allow-scripts"'],
    ["a frame without an address", ""],
  ]) {
    test(`update does no harm in ${name}`, async () => {
      await use.open({ body: "", head: "" });
      const text = `<script type="module" src="${use.server.friendly}/claim-panel.js"></script>
<script>addEventListener("error", ({ message }) => parent.postMessage(message, "*"));
addEventListener("claim-panel-ready", ({ target }) => target.shadowRoot.querySelector("[aria-expanded]").click());
addEventListener("claim-panel-select", ({ detail }) => setTimeout(() => parent.postMessage(detail.claim, "*")));</script>
<claim-panel id="panel" deep-link="update" src="${use.server.friendly}/good/a.json"></claim-panel>`;
      await use.run(
        (text, attributes) => {
          window.told = [];
          addEventListener("message", ({ data }) => told.push(data));
          const holder = document.createElement("template");
          holder.innerHTML = `<iframe ${attributes}></iframe>`;
          const frame = holder.content.querySelector("iframe");
          frame.srcdoc = text;
          document.body.append(frame);
        },
        text,
        attributes,
      );
      await use.until(() => told.length);
      assert.deepEqual(await use.run(() => told), ["meeting"]);
    });
  }

  test("update gives up where the browser allows no more", async () => {
    const refuse = "<script>history.replaceState = () => { throw new DOMException('no', 'SecurityError') }</script>";
    await use.open({ body: refuse + EMBED.replace("src", 'deep-link="update" src') });
    await ready();
    await click(0);
    await use.until(() => seen.events.length === 2);
    assert.deepEqual(await types(), ["ready", "select"]);
    assert.deepEqual(await open(), [true, false]);
  });

  test("off ignores the address", async () => {
    await use.open(...WITH("off", "#claim=panel.letter"));
    await ready();
    await follow("#claim=panel.meeting");
    await click(1);
    await use.until(() => panel.claim === "letter");
    assert.deepEqual(await open(), [false, true]);
    assert.equal(await use.run(() => location.hash), "#claim=panel.meeting");
    assert.equal(await use.run(() => panel.shareUrl("letter") === location.href), true);
  });

  test("knows its words only", async () => {
    await use.open(...WITH("yes"));
    await ready();
    assert.equal(await use.run(() => panel.deepLink), "read");
    await use.run(() => void (panel.deepLink = "update"));
    assert.equal(await use.run(() => panel.getAttribute("deep-link")), "update");
  });
});

test("shareUrl keeps what else stands in the address", async () => {
  await use.open({ body: EMBED }, "?a=1#top&claim=x.y");
  await ready();
  const page = await use.run(() => location.origin + location.pathname);
  assert.equal(await use.run(() => panel.shareUrl("let ter")), `${page}?a=1#top&claim=panel.let%20ter`);
});
