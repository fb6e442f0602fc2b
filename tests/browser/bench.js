/**
 * The benchmark: `cargo xtask bench`. The same work on a hundred and on ten thousand statements, in turns. No test
 * depends on it: what a machine needs for something differs with the machine and with what else runs there, and
 * only what one run says of both documents can be compared.
 */
import { test } from "node:test";
import { useBrowser } from "./browser.js";
import { long } from "./long.js";

/** So many claims have these documents, with ten statements on each. */
const SIZES = [10, 1000];
const ROUNDS = 3;
/** In milliseconds, on the screens that most readers have. */
const FRAME = 1_000 / 60;

const use = useBrowser();

/** @type {Map<string, Map<number, { work: number, wait: number }[]>>} what was done → size → how long it took */
const results = new Map();

test("the same work on a hundred and on ten thousand statements", async () => {
  await use.driver.manage().setTimeouts({ script: 300_000 });
  const documents = new Map(SIZES.map((size) => [size, JSON.stringify(long(size))]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const size of SIZES) {
      await use.open({ body: '<claim-panel id="warm" loading="eager"></claim-panel>' });
      await use.run(stopwatch);
      for (const { name, ...times } of await use.run(scenario, documents.get(size), JSON.stringify(long(10)), size)) {
        const sizes = results.get(name) ?? new Map(SIZES.map((size) => [size, []]));
        sizes.get(size).push(times);
        results.set(name, sizes);
      }
    }
  }
  console.log(table());
});

/** Puts `painted` into the page. */
function stopwatch() {
  const turn = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(port1.close());
      port2.postMessage(null);
    });
  const frame = () => new Promise(requestAnimationFrame);

  /**
   * Does something right after a frame and waits until the first frame with what came of it is painted: how long the
   * processor worked for it, and how long a reader waits, both in milliseconds.
   */
  window.painted = async (name, action, isThere = () => true) => {
    await frame();
    await turn();
    const start = performance.now();
    action();
    // Yew draws in a microtask.
    await turn();
    let work = performance.now() - start;
    for (;;) {
      await frame();
      const began = performance.now();
      const done = isThere();
      await turn();
      const end = performance.now();
      if (done) {
        return { name, work: work + end - began, wait: end - start };
      }
      work = end - start;
    }
  };
}

/** What is done to one document, in a page of its own, and how long each step takes. */
async function scenario(text, other, size) {
  const measured = [];
  const element = document.createElement("claim-panel");
  element.setAttribute("loading", "eager");
  // The program itself is downloaded and compiled before the watch runs: what counts here is the document.
  const warm = document.getElementById("warm");
  await customElements.whenDefined("claim-panel");
  warm.data = other;
  await warm.ready;
  warm.remove();
  document.body.append(element);

  const one = (selector) => element.shadowRoot.querySelector(selector);
  const drawn = () => one("[part=claims]")?.childElementCount ?? 0;
  const measure = async (...all) => void measured.push(await painted(...all));
  const type = (words) => {
    const field = one("[data-act=find]");
    field.value = words;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  };
  const click = (selector) => one(selector).click();
  /** Until nothing is drawn any more. */
  const settled = async () => {
    for (let [quiet, before] = [0, 0]; quiet < 20; quiet += 1) {
      await new Promise(requestAnimationFrame);
      const now = element.shadowRoot.querySelectorAll("[part]").length;
      [quiet, before] = now === before ? [quiet, before] : [0, now];
    }
  };

  await Promise.all([
    measure("document to first paint", () => (element.data = text), () => drawn() > 0),
    measure("document until all is drawn", () => {}, () => drawn() === size),
  ]);
  await settled();
  await measure("click that opens a claim", () => click("[data-act=toggle]"));
  await measure("click that closes it", () => click("[data-act=toggle]"));
  await measure("click that opens the search", () => click("[data-act=search]"));
  await measure("first keystroke, all claims found", () => type("t"));
  for (const words of ["th", "the", "the b", "the br"]) {
    await settled();
    await measure("keystroke, all found", () => type(words));
  }
  await measure("keystroke right after another", () => type("the bri"));
  await settled();
  for (let at = 1; at < 4; at += 1) {
    await measure("keystroke, few found", () => type(`only${size - at}`));
    await settled();
    await measure("keystroke, none found", () => type(`only${size - at}x`));
    await settled();
    await measure("keystroke, all found again", () => type("the"));
    await settled();
  }
  await measure("click that ends the search", () => click("[data-act=search]"));
  await settled();
  for (const [view, part] of [["people", "party"], ["timeline", "moment"], ["sources", "route"], ["claims", "claim"]]) {
    // Nobody has to wait for all of a view before the next one.
    await measure(`view: ${view}`, () => click(`[data-value=${view}]`), () => one(`[part~=${part}]`));
  }
  return measured;
}

const middle = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

function table() {
  const rows = [...results].map(([name, sizes]) => {
    const [small, large] = SIZES.map((size) => ({
      work: middle(sizes.get(size).map(({ work }) => work)),
      wait: middle(sizes.get(size).map(({ wait }) => wait)),
    }));
    // A frame is not always ready on the dot.
    const frames = Math.ceil(large.wait / FRAME - 0.2);
    return [name, (large.work / small.work).toFixed(1), frames, small.work.toFixed(1), large.work.toFixed(1), small.wait.toFixed(0), large.wait.toFixed(0)];
  });
  const head = ["what a reader does", "ratio of work", "frames until painted", "work on 100, ms", "on 10,000, ms", "wait on 100, ms", "on 10,000, ms"];
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
