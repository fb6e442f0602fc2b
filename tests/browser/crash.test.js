/**
 * A panic in one panel: its reader gets the article's own text back, the other panels of the page go on,
 * and the page's own error handlers hear nothing.
 *
 * What makes it panic is a page that breaks the browser's own functions inside a panel that says so.
 */
import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { useBrowser } from "./browser.js";
import * as documents from "./documents.js";

const use = useBrowser();

/** Appending to anything whose text names the bad word throws, as it may under a careless page script. */
const SABOTAGE = `<script>
window.bad = null;
const insertBefore = Node.prototype.insertBefore;
Node.prototype.insertBefore = function (node, reference) {
  if (window.bad && (node.textContent.includes(window.bad) || this.textContent.includes(window.bad))) {
    throw new Error("sabotage");
  }
  return insertBefore.call(this, node, reference);
};
</script>`;
const HEAD = `${SABOTAGE}<script type="module" async src="/claim-panel.js"></script>`;
const BODY = ["one", "two"]
  .map((id) => `<claim-panel id="${id}" src="/good/${id}.json"><p>fallback of ${id}</p></claim-panel>`)
  .join("");

afterEach(async () => {
  assert.deepEqual(await use.run(() => seen.errors), []);
});

const states = () => use.run(() => [one.state, two.state]);
const errors = () => use.run(() => seen.events.filter(({ type }) => type === "error").map(({ target, kind }) => [target, kind]));
const broken = documents.text({ title: "A poisoned title" });

describe("a panic", () => {
  test("in a first draw fails that panel alone", async () => {
    await use.open({ body: BODY, head: HEAD });
    await use.until(() => one.state === "ready" && two.state === "ready");
    await use.run((data) => {
      window.three = document.createElement("claim-panel");
      three.id = "three";
      three.append("fallback of three");
      three.data = data;
      window.bad = "poisoned";
      document.body.append(three);
    }, broken);
    await use.until(() => three.state === "failed" && one.state === "ready" && two.state === "ready");
    assert.deepEqual(await errors(), [["three", "crash"]]);
    assert.equal(await use.run(() => visibleText(three).trim()), "fallback of three");

    // The panels that were innocent live: a click still opens a claim.
    await use.run(() => one.shadowRoot.querySelector("button[aria-expanded]").click());
    await use.until(() => one.claim === "meeting");
    await use.run(() => {
      window.bad = null;
      return three.reload().then(() => {});
    });
    assert.match(await use.run(() => visibleText(three)), /poisoned/);
  });

  test("in an update fails that panel alone, and good data brings it back", async () => {
    await use.open({ body: BODY, head: HEAD });
    await use.until(() => one.state === "ready" && two.state === "ready");
    await use.run((data) => {
      window.bad = "poisoned";
      one.data = data;
    }, documents.text({ claims: [...documents.good().claims, { id: "new", text: "A poisoned claim" }] }));
    await use.until(() => one.state === "failed" && two.state === "ready");
    assert.deepEqual(await errors(), [["one", "crash"]]);
    assert.equal(await use.run(() => visibleText(one).trim()), "fallback of one");
    assert.match(await use.run(() => visibleText(two)), /Who said what about the bridge/);

    await use.run((data) => void (one.data = data), documents.text());
    await use.until(() => one.state === "ready");
    assert.deepEqual(await states(), ["ready", "ready"]);
  });

  test("comes twice, and is contained and told of twice", async () => {
    await use.open({ body: BODY, head: HEAD });
    await use.until(() => one.state === "ready" && two.state === "ready");
    await use.run(() => void (window.bad = "nothing of the kind"));
    for (const times of [1, 2]) {
      await use.run(() => one.shadowRoot.querySelector("button[aria-expanded]").click());
      await use.until((times) => seen.events.filter(({ type }) => type === "error").length === times, times);
      assert.equal(await use.run(() => one.state), "failed");
      // The panic's own words are what a report of it needs.
      assert.match(await use.run(() => one.problems[0].message), /panicked at/);
      await use.until(() => two.state === "ready");
      await use.run(() => {
        one.removeAttribute("claim");
        return one.reload().then(() => {});
      });
    }
    assert.deepEqual(await errors(), [
      ["one", "crash"],
      ["one", "crash"],
    ]);
  });

  test("in a listener fails that panel alone", async () => {
    await use.open({ body: BODY, head: HEAD });
    await use.until(() => one.state === "ready" && two.state === "ready");
    // A listener as Rust adds them, with what a panic leaves of it.
    await use.run(() => {
      const root = one.shadowRoot.querySelector("div");
      root.addEventListener("click", () => {
        throw new WebAssembly.RuntimeError("unreachable");
      });
      root.click();
    });
    await use.until(() => one.state === "failed" && two.state === "ready");
    assert.deepEqual(await errors(), [["one", "crash"]]);
  });

  test("at a reader's click fails that panel alone", async () => {
    await use.open({ body: BODY, head: HEAD });
    await use.until(() => one.state === "ready" && two.state === "ready");
    await use.run(() => {
      window.bad = "nothing of the kind";
      one.shadowRoot.querySelector("button[aria-expanded]").click();
    });
    await use.until(() => one.state === "failed" && two.state === "ready");
    assert.deepEqual(await errors(), [["one", "crash"]]);
  });
});
