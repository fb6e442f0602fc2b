/** Functions that run in the page: a stopwatch, and a reader's actions. They are sent as text, so they cannot share variables. */

/** Adds `watch` and `settled` to the page. */
export function stopwatch() {
  const turn = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(port1.close());
      port2.postMessage(null);
    });
  const frame = () => new Promise(requestAnimationFrame);

  let times = 0;
  /**
   * Performs an action right after a frame, and waits until the first frame with its result has been painted. Marks begin
   * and end, so that a trace can tell the processor time in between. Returns how long a reader waits, in milliseconds.
   */
  window.watch = async (name, action, isThere = () => true) => {
    times += 1;
    const [begin, end] = [`${times} begin`, `${times} end`];
    await frame();
    // In a task of its own, as clicks are, so that its script is counted as such.
    /** @type {number} */
    const start = await new Promise((resolve) =>
      setTimeout(() => {
        const now = performance.now();
        performance.mark(begin);
        action();
        resolve(now);
      }),
    );
    // Yew renders in a microtask and may continue in a task.
    await turn();
    for (let isDone = false; !isDone; ) {
      await frame();
      isDone = Boolean(isThere());
      await turn();
    }
    performance.mark(end);
    return { name, begin, end, wait: performance.now() - start };
  };

  /** Resolves when the number of elements has not changed for twenty frames. */
  window.settled = async () => {
    // A selector would take milliseconds in each frame, which count as script until everything is drawn.
    const count = () => window.panel.shadowRoot.firstElementChild?.getElementsByTagName("*").length ?? 0;
    for (let [quiet, before] = [0, 0]; quiet < 20; quiet += 1) {
      await frame();
      const now = count();
      [quiet, before] = now === before ? [quiet, before] : [0, now];
    }
  };
}

/**
 * Shows a small document first, so that the program is downloaded, compiled and warm. Then adds an empty panel to the page
 * and puts the document's text into `text`.
 * @param {string} tag @param {number} size number of claims in the document
 */
export async function prepare(tag, size) {
  /** @param {number} size */
  const read = async (size) => (await fetch(`/documents/${size}.json`)).text();
  const add = () => {
    const element = /** @type {MeasuredPanel} */ (document.createElement(tag));
    element.setAttribute("loading", "eager");
    document.querySelector("h1")?.after(element);
    return element;
  };
  await customElements.whenDefined(tag);
  window.panel = add();
  window.panel.data = await read(10);
  await window.panel.ready;
  await window.settled();
  window.panel.remove();
  window.text = await read(size);
  // The panel cleans up in a later task, as a removed element may be on its way to another place.
  await new Promise((resolve) => setTimeout(resolve));
  window.panel = add();
}

/** Shows the document. @param {number} size number of claims in the document */
export async function mount(size) {
  const drawn = () => window.panel.shadowRoot.querySelector("[part=claims]")?.childElementCount ?? 0;
  const first = window.watch(
    "first paint",
    () => (window.panel.data = window.text),
    () => drawn() > 0,
  );
  const all = window.watch(
    "all drawn",
    () => {},
    () => drawn() === size,
  );
  const [paint, whole] = [await first, await all];
  return [paint, { ...whole, begin: paint.begin }];
}

/** Performs a reader's actions and measures each. @param {number} size number of claims in the document */
export async function use(size) {
  /** @type {Measured[]} */
  const measured = [];
  /** @param {string} selector */
  const one = (selector) => /** @type {HTMLElement} */ (window.panel.shadowRoot.querySelector(selector));
  /** @param {string} selector */
  const click = (selector) => () => one(selector).click();
  /** @param {string} words */
  const type = (words) => () => {
    const field = /** @type {HTMLInputElement} */ (one("[data-act=search]"));
    field.value = words;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  };
  /** @param {string} name @param {() => void} action */
  const measure = async (name, action) => {
    await window.settled();
    measured.push(await window.watch(name, action));
  };

  for (let time = 0; time < 3; time += 1) {
    await measure("click that opens a claim", click("[data-act=toggle]"));
    await measure("click that closes it", click("[data-act=toggle]"));
  }
  await measure("click that opens the search", click("[data-act=toggle-search]"));
  await measure("keystroke, the first", type("t"));
  for (const words of ["th", "the", "the b", "the br"]) {
    await measure("keystroke, all found", type(words));
  }
  measured.push(await window.watch("keystroke, right after another", type("the bri")));
  for (let at = 1; at < 4; at += 1) {
    await measure("keystroke, few found", type(`only${size - at}`));
    await measure("keystroke, none found", type(`only${size - at}x`));
    await measure("keystroke, all found again", type("the"));
  }
  await measure("click that ends the search", click("[data-act=toggle-search]"));
  await window.settled();
  for (const [view, part] of [
    ["people", "party"],
    ["timeline", "moment"],
    ["sources", "route"],
    ["claims", "claim"],
  ]) {
    // A reader need not wait for a whole view before choosing the next one.
    measured.push(await window.watch(`view: ${view}`, click(`[data-value=${view}]`), () => one(`[part~=${part}]`)));
  }
  return measured;
}
