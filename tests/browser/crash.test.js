/**
 * A panic or a trap in one panel: its reader gets the article's own text back, the other panels of the page
 * go on, and the page's own error handlers hear nothing.
 *
 * What makes it panic is a page that breaks the browser's own functions inside a panel that says so. What
 * traps ends the instance without a panic, of which no hook hears.
 */
import assert from "node:assert/strict";
import { afterEach } from "node:test";
import { useBrowser } from "./browser.js";
import * as documents from "./documents.js";
import { SCRIPT } from "./server.js";
import { describe, test } from "./suite.js";

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
const HEAD = SABOTAGE + SCRIPT;

/** A browser's function that executes `unreachable` for the bad word: the trap goes through every frame of Rust. */
const TRAP = `<script>
window.bad = null;
const { trap } = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 116, 114, 97, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11,
))).exports;
const createTextNode = Document.prototype.createTextNode;
Document.prototype.createTextNode = function (text) {
  if (window.bad && text.includes(window.bad)) {
    trap();
  }
  return createTextNode.call(this, text);
};
</script>`;

/** Gets hold of the memory of every instance that is loaded, and can use all that is left of it. */
const HUNGER = `<script>
window.memories = [];
const instantiate = WebAssembly.instantiateStreaming;
WebAssembly.instantiateStreaming = async (...values) => {
  const result = await instantiate(...values);
  memories.push(Object.values(result.instance.exports).find((one) => one instanceof WebAssembly.Memory));
  return result;
};
window.exhaust = (memory) => {
  for (let pages = 65536; pages >= 1; ) {
    try {
      memory.grow(pages);
    } catch {
      pages /= 2;
    }
  }
};
</script>`;

const BODY = ["one", "two"]
  .map((id) => `<claim-panel id="${id}" src="/good/${id}.json"><p>fallback of ${id}</p></claim-panel>`)
  .join("");

afterEach(async () => {
  assert.deepEqual(await use.run(() => seen.errors), []);
});

/** Both panels are ready and render nothing more. Of panels that crash while they work, nobody knows which it was. */
const rests = () =>
  [one, two].every(
    ({ state, shadowRoot }) =>
      state === "ready" && [...shadowRoot.querySelectorAll("[part=opened]")].every(({ firstChild }) => firstChild),
  );

const states = () => use.run(() => [one.state, two.state]);
const errors = () =>
  use.run(() => seen.events.filter(({ type }) => type === "error").map(({ target, kind }) => [target, kind]));
const broken = documents.text({ title: "A poisoned title" });

describe("a panic", () => {
  test("in a first draw fails that panel alone", async () => {
    await use.open({ body: BODY, head: HEAD });
    await use.until(rests);
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
    await use.run(() => one.shadowRoot.querySelector("[aria-expanded]").click());
    await use.until(() => one.claim === "meeting");
    await use.run(() => {
      window.bad = null;
      return three.reload().then(() => {});
    });
    assert.match(await use.run(() => visibleText(three)), /poisoned/);
  });

  test("in an update fails that panel alone, and good data brings it back", async () => {
    await use.open({ body: BODY, head: HEAD });
    await use.until(rests);
    await use.run(
      (data) => {
        window.bad = "poisoned";
        one.data = data;
      },
      documents.text({ claims: [...documents.good().claims, { id: "new", text: "A poisoned claim" }] }),
    );
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
    await use.until(rests);
    await use.run(() => void (window.bad = "Those the claims are about"));
    for (const times of [1, 2]) {
      await use.run(() => one.shadowRoot.querySelector("[data-value=people]").click());
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

  test("in the call that a click makes fails that panel alone", async () => {
    await use.open({ body: BODY, head: HEAD });
    await use.until(rests);
    // The first thing that Rust asks for is a microtask to draw in, which is put into a set.
    await use.run(() => {
      // In Firefox, a test has a Set of its own.
      const { prototype } = window.Set;
      const own = prototype.add;
      prototype.add = function (value) {
        // Firefox also names what a task came from. Microtasks are functions.
        if (typeof value === "function" && new Error().stack?.includes("wasm")) {
          prototype.add = own;
          throw new WebAssembly.RuntimeError("unreachable");
        }
        return own.call(this, value);
      };
      one.shadowRoot.querySelector("[aria-expanded]").click();
    });
    assert.ok(
      await use.run(() => /\[native code\]/.test(String(window.Set.prototype.add))),
      "Rust did not ask during the click",
    );
    await use.until(() => one.state === "failed" && two.state === "ready");
    assert.deepEqual(await errors(), [["one", "crash"]]);
    assert.equal(await use.run(() => visibleText(one).trim()), "fallback of one");
  });

  test("at a reader's click fails that panel alone", async () => {
    await use.open({ body: BODY, head: HEAD });
    await use.until(rests);
    await use.run(() => {
      window.bad = "Those the claims are about";
      one.shadowRoot.querySelector("[data-value=people]").click();
    });
    await use.until(() => one.state === "failed" && two.state === "ready");
    assert.deepEqual(await errors(), [["one", "crash"]]);
  });
});

describe("a trap", () => {
  // A claim more, so that an update has a text to make.
  const poisoned = documents.text({ claims: [...documents.good().claims, { id: "new", text: "A poisoned claim" }] });

  /** The two panels of the page are alive: a click still opens a claim. */
  const alive = async () => {
    await use.until(rests);
    for (const id of ["one", "two"]) {
      await use.run(
        (id) => /** @type {Panel} */ (document.getElementById(id)).shadowRoot.querySelector("[aria-expanded]").click(),
        id,
      );
      await use.until((id) => /** @type {Panel} */ (document.getElementById(id)).claim === "meeting", id);
    }
  };

  for (const [name, act] of /** @type {[string, (data: string, good: string) => unknown][]} */ ([
    ["in a first draw", (data) => Object.assign(three, { data, loading: "eager" })],
    [
      "in an update",
      async (data, good) => {
        three.data = good;
        await three.ready;
        three.data = data;
      },
    ],
  ])) {
    test(`${name} fails that panel alone, and good data brings it back`, async () => {
      await use.open({ body: `${BODY}<claim-panel id="three">fallback of three</claim-panel>`, head: TRAP + SCRIPT });
      await use.until(rests);
      await use.run(() => void (window.bad = "poisoned"));
      await use.run(`(...values) => void (${act})(...values)`, poisoned, documents.text());
      await use.until(() => three.state === "failed");
      await alive();
      assert.deepEqual(await errors(), [["three", "crash"]]);
      assert.match(await use.run(() => three.problems[0].message), /RuntimeError: unreachable/i);
      assert.equal(await use.run(() => visibleText(three).trim()), "fallback of three");

      await use.run((data) => void (three.data = data), documents.text());
      await use.until(() => three.state === "ready");
      assert.match(await use.run(() => visibleText(three)), /Who said what about the bridge/);
    });
  }

  test("for want of memory fails that panel alone, and a fresh instance has some again", async () => {
    await use.open({ body: BODY, head: HUNGER + SCRIPT });
    await use.until(rests);
    // Far more than an instance may have put aside.
    await use.run(
      (data) => {
        exhaust(memories[0]);
        one.data = `${" ".repeat(3_000_000)}${data}`;
      },
      documents.text({ title: "A story that needs much" }),
    );
    await use.until(() => one.state === "failed" && two.state === "ready");
    assert.deepEqual(await errors(), [["one", "crash"]]);
    assert.match(await use.run(() => one.problems[0].message), /RuntimeError: unreachable/i);

    await use.run(() => one.reload().then(() => {}));
    assert.match(await use.run(() => visibleText(one)), /A story that needs much/);
    await alive();
  });

  test("after which no instance can be made leaves the fallback, until one can", async () => {
    await use.open({ body: BODY, head: TRAP + SCRIPT });
    await use.until(rests);
    await use.run((data) => {
      window.bad = "poisoned";
      window.kept = window.WebAssembly.Instance;
      // As browsers do that make only small ones without a promise.
      /** @param {WebAssembly.Module} module @param {object} [imports] */
      const small = function (module, imports) {
        if (imports) {
          throw new RangeError("no");
        }
        return new kept(module);
      };
      window.WebAssembly.Instance = /** @type {Loose} */ (small);
      one.data = data;
    }, poisoned);
    await use.until(() => one.state === "failed" && two.state === "failed");
    assert.deepEqual(await errors(), [
      ["one", "crash"],
      ["two", "load"],
    ]);
    assert.equal(await use.run(() => visibleText(two).trim()), "fallback of two");
    await use.run(() => two.reload().catch(() => {}));
    assert.equal(await use.run(() => two.state), "failed");

    await use.run(async (data) => {
      window.WebAssembly.Instance = kept;
      one.data = data;
      await Promise.all([one.ready, two.reload()]);
    }, documents.text());
    await alive();
  });
});
