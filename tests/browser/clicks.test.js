/** What a mouse or a thumb does on a panel, beside the buttons of its claims. */
import assert from "node:assert/strict";
import { EMBED, SOURCE, usePanel } from "./panel.js";
import { SCRIPT } from "./server.js";
import { describe, test } from "./suite.js";

const { use, ready, types, open } = usePanel();
const MIDDLE = 1;

/** The first element of the panel that matches. @param {string} selector @returns {Promise<Loose>} */
const find = (selector) => use.run((selector) => panel.shadowRoot.querySelector(selector), selector);

/** Longer than a click takes to open anything: two tasks. */
const settled = () => use.run(() => new Promise((resolve) => setTimeout(() => setTimeout(resolve))));

describe("a click on the answers of a claim", () => {
  test("opens it, and closes nothing", async () => {
    await use.open({ body: EMBED });
    await ready();
    const answers = await find("[part~=answers]");
    await use.driver.actions().move({ origin: answers }).click().perform();
    await use.until(() => panel.claim === "meeting");
    assert.deepEqual(await open(), [true, false]);
    // Whoever reads there clicks for other reasons.
    const opened = await find("[part~=opened]:not([hidden])");
    await use.driver.actions().move({ origin: opened }).click().perform();
    await settled();
    assert.deepEqual(await open(), [true, false]);
    assert.deepEqual(await types(), ["ready", "select"]);
  });

  test("does nothing where words are selected", async () => {
    await use.open({ body: EMBED });
    await ready();
    await use.run(() => {
      window.clicks = 0;
      panel.addEventListener("click", () => (window.clicks += 1));
    });
    const answers = await find("[part~=answers] [part~=name]");
    await use.driver
      .actions()
      .move({ origin: answers, x: -15 })
      .press()
      .move({ origin: answers, x: 15 })
      .release()
      .perform();
    await use.until(() => clicks === 1);
    await settled();
    assert.notEqual(await use.run(() => String(getSelection())), "");
    assert.deepEqual(await open(), [false, false]);
  });
});

describe("the text of a claim", () => {
  const CLAIM = "Rowe asked to meet the contractor in private";
  const words = () => find("[part~=claim-text] span");
  const selected = () => use.run(() => String(panel.shadowRoot.getSelection?.() ?? getSelection()).trim());
  /** Whatever a click does is done, and the clicks that come next are none of a double click. */
  const begin = async (attributes = "") => {
    await use.open({ body: EMBED.replace("src", `${attributes} src`) });
    await ready();
    await use.run(() => {
      window.clicks = 0;
      addEventListener("click", () => (window.clicks += 1));
    });
  };
  /** @param {number} times */
  const clicked = async (times) => {
    await use.until((times) => clicks === times, times);
    await settled();
  };
  /** Presses beside an element's middle and releases on its other side. @param {Loose} element @param {number} x */
  const drag = async (element, x) =>
    use.driver
      .actions()
      .move({ origin: element, x: -x })
      .press()
      .move({ origin: element, x: 0 })
      .move({ origin: element, x })
      .release()
      .perform();

  for (const attributes of ["", 'claim="meeting"']) {
    const isOpen = Boolean(attributes);
    test(`is selected by dragging, which opens and closes nothing${isOpen ? ", where it is open" : ""}`, async () => {
      await begin(attributes);
      await drag(await words(), 80);
      await clicked(1);
      const text = await selected();
      assert.ok(text.length > 5 && CLAIM.includes(text), text);
      assert.deepEqual(await open(), [isOpen, false]);
    });
  }

  test("is selected by dragging from right to left", async () => {
    await begin();
    await drag(await words(), -80);
    await clicked(1);
    const text = await selected();
    assert.ok(text.length > 5 && CLAIM.includes(text), text);
    assert.deepEqual(await open(), [false, false]);
  });

  test("is selected by dragging from it into the answers", async () => {
    await begin();
    const answers = await find("[part~=answers] [part~=name]");
    await use.driver
      .actions()
      .move({ origin: await words() })
      .press()
      .move({ origin: answers })
      .release()
      .perform();
    await clicked(1);
    assert.match(await selected(), /private\s.*D/s);
    assert.deepEqual(await open(), [false, false]);
  });

  for (const [name, times, expected] of /** @type {[string, number, RegExp][]} */ ([
    ["a double click", 2, /^\w+$/],
    ["a triple click", 3, new RegExp(`^${CLAIM}$`)],
  ])) {
    test(`is selected by ${name}, whose first click has opened it`, async () => {
      await begin();
      const origin = await words();
      let actions = use.driver.actions().move({ origin });
      for (let time = 0; time < times; time += 1) {
        actions = actions.click();
      }
      await actions.perform();
      await clicked(times);
      assert.match(await selected(), expected);
      assert.deepEqual(await open(), [true, false]);
    });
  }

  test("opens with a plain click, also while words elsewhere are selected, and closes again", async () => {
    await use.open({
      head: `${SCRIPT}<style>body{user-select:none;-webkit-user-select:none}</style>`,
      body: `<p id="own" style="user-select:text;-webkit-user-select:text">Elsewhere</p>${EMBED}`,
    });
    await ready();
    await use.run(() => getSelection()?.selectAllChildren(document.querySelector("#own")));
    await use.driver
      .actions()
      .move({ origin: await words() })
      .click()
      .perform();
    await use.until(() => panel.claim === "meeting");
    assert.deepEqual(await open(), [true, false]);
    await use.driver
      .actions()
      .move({ origin: await find("[part~=author]") })
      .click()
      .perform();
    await use.until(() => panel.claim === null);
    assert.deepEqual(await open(), [false, false]);
  });

  test("is selected in the other views too, and leads to the claim with a plain click", async () => {
    await begin('view="people"');
    const link = await find("[part~=claim-link] span");
    await drag(link, 40);
    await clicked(1);
    const text = await selected();
    assert.ok(text.length > 2 && CLAIM.includes(text), text);
    assert.deepEqual(await types(), ["ready"]);
    await use.driver.actions().move({ origin: link, y: 2 }).click().perform();
    await use.until(() => panel.claim === "meeting");
  });
});

test("a claim that was closed with all others can be asked for again", async () => {
  await use.open({ body: EMBED.replace("src", 'claim="meeting" src') });
  await ready();
  await use.run(() => panel.shadowRoot.querySelector("[data-act=open-all]").click());
  await use.until(() => panel.shadowRoot.querySelector("[data-act=close-all]"));
  await use.run(() => panel.shadowRoot.querySelector("[data-act=close-all]").click());
  await use.until(() => panel.claim === null);
  await use.run(() => void (panel.claim = "meeting"));
  await use.until(() => panel.shadowRoot.querySelectorAll("[aria-expanded=true]").length === 1);
});

test("a middle click on a link asks, as any other click", async () => {
  await use.open({ body: EMBED.replace("src", 'claim="meeting" src') });
  await ready();
  await use.run(() => {
    window.prevented = [];
    addEventListener("claim-panel-source", (event) => event.preventDefault());
    addEventListener("auxclick", (event) => prevented.push(event.defaultPrevented));
  });
  const link = await find("a[href]");
  await use.driver.actions().move({ origin: link }).press(MIDDLE).release(MIDDLE).perform();
  await use.until(() => prevented.length === 1);
  assert.deepEqual(await use.run(() => prevented), [true]);
  assert.deepEqual(await use.run(() => seen.events.filter(({ type }) => type === "source").map(({ url }) => url)), [
    SOURCE,
  ]);
});

test("a right click on a link asks nothing: the reader may want to copy it", async () => {
  await use.open({ body: EMBED.replace("src", 'claim="meeting" src') });
  await ready();
  await use.run(() => {
    window.met = [];
    addEventListener("auxclick", ({ button }) => met.push(button));
    addEventListener("contextmenu", (event) => event.preventDefault());
  });
  await use.driver
    .actions()
    .contextClick(await find("a[href]"))
    .perform();
  await use.until(() => met.length === 1);
  assert.deepEqual(await use.run(() => met), [2]);
  assert.deepEqual(await use.run(() => seen.events.filter(({ type }) => type === "source")), []);
});
