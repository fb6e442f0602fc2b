/**
 * A page that is open for a day: however often panels come and go and documents change, the memory of the release's
 * one WebAssembly instance stays as large as it became in the beginning.
 */
import assert from "node:assert/strict";
import { beforeEach } from "node:test";
import { useBrowser } from "./browser.js";
import * as documents from "./documents.js";
import { SCRIPT } from "./server.js";
import { describe, test } from "./suite.js";

const use = useBrowser();

/** At most one page of WebAssembly's memory more. */
const MAX_GROWTH_BYTES = 65_536;

/** Gets hold of the memory of the instance; a release gives it to nobody. */
const WITNESS = `<script>
const instantiate = WebAssembly.instantiateStreaming;
WebAssembly.instantiateStreaming = async (...values) => {
  const result = await instantiate(...values);
  window.memory = Object.values(result.instance.exports).find((one) => one instanceof WebAssembly.Memory);
  return result;
};
</script>`;

beforeEach(async () => {
  await use.open({ body: '<claim-panel id="one" loading="eager">fallback</claim-panel>', head: WITNESS + SCRIPT });
  await use.run(
    (documents) => void (window.stories = documents),
    [
      documents.text(),
      documents.text({ title: "What is said of the bridge now", claims: documents.long(5).claims.slice(0, 4) }),
    ],
  );
  await use.run(async () => {
    one.data = stories[0];
    await one.ready;
  });
});

/**
 * Does something in the page as often as asked, a hundred times at once, and says how large the memory is then.
 * @param {(turn: number) => Promise<void>} action @param {number} times
 */
async function size(action, times) {
  for (let done = 0; done < times; done += 100) {
    await use.run(`async () => { for (let turn = 0; turn < 100; turn += 1) await (${action})(turn); }`);
  }
  return use.run(() => memory.buffer.byteLength);
}

/** @param {(turn: number) => Promise<void>} action @param {number} times */
async function staysFlat(action, times) {
  // Its high-water mark depends on when the browser lets go of what; it takes some thousand documents to be reached.
  const before = await size(action, times / 2);
  const growth = (await size(action, times)) - before;
  assert.ok(growth <= MAX_GROWTH_BYTES, `the memory grew by ${growth} bytes`);
  await use.run(() => one.shadowRoot.querySelector("[data-value=meeting][aria-expanded]").click());
  await use.until(() => one.claim === "meeting");
  // What a careless page throws is its own, and its console says so.
  assert.deepEqual(
    (await use.console()).filter((line) => !line.includes("careless")),
    [],
  );
}

describe("memory stays flat", () => {
  test("when panels come and go a thousand times", async () => {
    await staysFlat(async () => {
      const two = document.createElement("claim-panel");
      two.data = stories[0];
      two.loading = "eager";
      document.body.append(two);
      await two.ready;
      two.remove();
      // An element that is only moved stays mounted, so that one is let go of in a later task.
      await new Promise((resolve) => setTimeout(resolve));
    }, 1000);
    assert.deepEqual(await use.run(() => seen.errors), []);
  });

  test("when a document changes ten thousand times", async () => {
    await staysFlat(async (turn) => {
      one.data = stories[(turn + 1) % 2];
      await one.ready;
    }, 10_000);
    assert.deepEqual(await use.run(() => seen.errors), []);
  });

  test("when the page's listeners throw at every change", async () => {
    await use.run(() => {
      window.thrown = 0;
      for (const type of ["ready", "select", "view"]) {
        one.addEventListener(`claim-panel-${type}`, () => {
          window.thrown += 1;
          throw new Error("careless");
        });
      }
    });
    await staysFlat(async (turn) => {
      one.data = stories[turn % 2];
      await one.ready;
      one.shadowRoot.querySelector("[data-value=meeting][aria-expanded]").click();
      one.shadowRoot.querySelector(`[data-value=${turn % 2 ? "people" : "claims"}]`).click();
      await new Promise((resolve) => setTimeout(resolve));
      one.shadowRoot.querySelector("[data-value=claims]").click();
      await new Promise((resolve) => setTimeout(resolve));
    }, 1000);
    assert.ok((await use.run(() => thrown)) > 1000);
  });
});
