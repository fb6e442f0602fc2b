/** Pages that replace or extend what the language and the browser bring, before the panel's script or after it. */
import assert from "node:assert/strict";
import { whole as settle } from "./article.js";
import * as documents from "./documents.js";
import { EMBED, usePanel } from "./panel.js";
import { SCRIPT } from "./server.js";
import { describe, test } from "./suite.js";

const { use, ready, click } = usePanel();

/** A script of the page, and what follows from it if it runs before the panel's own: by default, nothing. */
const own = (/** @type {string} */ script, givesWay = "") => ({ script: `{${script}}`, givesWay });

/** What readers see instead of the panel, because the script needs these names. */
const NEEDED = "the page replaces Map, Set, URL or WeakMap";

/** Name → a script that pages run. */
const REPLACED = {
  ...Object.fromEntries(
    ["Map", "Set", "WeakMap"].map((name) => [
      `${name} is a function of the page's own`,
      { script: `function ${name}(place) { this.place = place.id; }`, givesWay: NEEDED },
    ]),
  ),
  "Map and Set are classes in the scope of the page's scripts": {
    script:
      "class Map { constructor(place) { this.place = place.id } } let Set = [], WeakMap = 1, Promise = 2, URL = '';",
    givesWay: "",
  },
  "Map and Set are gone": own(
    `
    window.Map = window.Set = undefined;`,
    NEEDED,
  ),
  "Map and Set are others, which work": own(`
    window.Map = class extends Map {};
    window.Set = class extends Set {};`),
  "Promise is an old library's": own(`
    window.Promise = function (run) {
      const waiting = [];
      let settled;
      const settle = (way) => (value) => {
        settled ??= [way, value];
        setTimeout(() => waiting.splice(0).forEach((one) => one()));
      };
      this.then = (done, failed) =>
        new window.Promise((resolve, reject) => {
          const go = () => {
            const [way, value] = settled;
            const next = [done, failed][way];
            try {
              next ? resolve(next(value)) : [resolve, reject][way](value);
            } catch (error) {
              reject(error);
            }
          };
          settled ? setTimeout(go) : waiting.push(go);
        });
      run(settle(0), settle(1));
    };`),
  "Promise is a function of the page's own": { script: "function Promise() {}", givesWay: "" },
  "Promise is gone": own(`
    window.Promise = undefined;`),
  "queueMicrotask is a list": { script: "var queueMicrotask = [];", givesWay: "" },
  "queueMicrotask throws": own(`
    window.queueMicrotask = () => {
      throw new Error("no");
    };`),
  "queueMicrotask waits for a task": own(`
    window.queueMicrotask = (work) => void setTimeout(work);`),
  "setTimeout wraps what it calls, and returns an object": own(`
    const before = window.setTimeout;
    window.setTimeout = (work, ...rest) => ({ id: before(() => work(), ...rest) });`),
  "setTimeout runs short waits at once": own(`
    const before = window.setTimeout;
    window.setTimeout = (work, wait, ...rest) => (wait ? before(work, wait, ...rest) : work(...rest));`),
  "requestAnimationFrame is a timer": own(`
    window.requestAnimationFrame = (work) => setTimeout(() => work(Date.now()), 16);`),
  "requestAnimationFrame never calls": own(`
    window.requestAnimationFrame = () => 0;`),
  "fetch returns a promise of another kind": own(`
    const before = window.fetch;
    window.fetch = (...asked) => {
      const found = before(...asked);
      return { then: (...next) => void found.then(...next) };
    };`),
  "fetch returns a copy of each response": own(`
    const before = window.fetch;
    window.fetch = async (...asked) => (await before(...asked)).clone();`),
  "fetch throws": own(
    `
    window.fetch = () => {
      throw new TypeError("no");
    };`,
    "could not be loaded",
  ),
  "arrays have more methods, which loops see": own(`
    for (const name of ["each", "clone", "contains", "remove", "toJSON", "first", "last", "flatten"]) {
      Array.prototype[name] = function () {
        return this;
      };
    }`),
  "find compares values, and flat and includes are an old library's": own(`
    Array.prototype.find = function (value) {
      return this.filter((one) => one === value)[0];
    };
    Array.prototype.flat = Array.prototype.flatten = function () {
      return this.concat();
    };
    Array.prototype.includes = function (value) {
      return this.indexOf(value) > -1;
    };`),
  "Array.from and bind are an old library's": own(`
    Array.from = (list) => (list ? [].slice.call(list) : []);
    Function.prototype.bind = function (self, ...first) {
      return (...rest) => this.apply(self, first.concat(rest));
    };`),
  "every object has toJSON": own(`
    // The driver, too, writes what it returns as JSON.
    Object.prototype.toJSON = function () {
      return "status" in this || Array.isArray(this) ? this : "{}";
    };`),
  "every object has methods, which loops see": own(`
    for (const name of ["each", "extend", "keys", "size", "watch", "clone"]) {
      Object.prototype[name] = function () {
        return this;
      };
    }`),
  "CustomEvent and Event are an old library's": own(`
    window.Event = function () {};
    window.CustomEvent = function (type, { bubbles = false, cancelable = false, detail = null } = {}) {
      const event = document.createEvent("CustomEvent");
      event.initCustomEvent(type, bubbles, cancelable, detail);
      return event;
    };`),
  "URL is an address": { script: "var URL = 'https://news.example/';", givesWay: NEEDED },
  "the console only logs": own(`
    window.console = { log() {} };`),
  "customElements.define is wrapped": own(`
    const before = customElements.define;
    customElements.define = function (...given) {
      return before.apply(this, given);
    };`),
  "customElements.define throws": own(
    `
    customElements.define = () => {
      throw new Error("not on this page");
    };`,
    "claim-panel (load): Error: not on this page",
  ),
  "what nodes and events have in common is frozen": own(`
    [EventTarget, Node, Element, HTMLElement, Document, ShadowRoot, Event, CustomEvent, MutationObserver].forEach(
      (one) => Object.freeze(one.prototype),
    );`),
};

/** Lets a test wait for the first line. */
const COUNTED = `<script>window.saidErrors = []; console.error = new Proxy(console.error, {
  apply: (own, self, values) => { saidErrors.push(0); Reflect.apply(own, self, values) } })</script>`;

const tag = (/** @type {string} */ text) => `<script>${text}</script>`;

const VIEWS = ["people", "timeline", "sources", "claims"];

/** The text of each view, with an open claim, in a page that has replaced nothing. @type {string[]} */
const whole = [];

async function expectWhole() {
  if (!whole.length) {
    await use.open({ body: EMBED });
    await ready();
    await click(0);
    await use.until(() => panel.claim === "meeting");
    for (const view of VIEWS) {
      await use.run((view) => void (panel.view = view), view);
      await settle(use);
      whole.push(await use.run(() => panel.shadowRoot.querySelector("section").textContent));
    }
  }
}

async function lookWholly() {
  await ready();
  await click(0);
  await use.until(() => panel.claim === "meeting");
  for (const [index, view] of VIEWS.entries()) {
    await use.run((view) => void (panel.view = view), view);
    // Closed claims are filled when there is time.
    await use.until((text) => panel.shadowRoot.querySelector("section").textContent === text, whole[index]);
  }
  // Another document, as an object.
  await use.run((text) => void (panel.data = JSON.parse(text)), documents.text({ title: "Another" }));
  await use.until(() => panel.shadowRoot.querySelector("h2")?.textContent === "Another");
  // Another panel.
  await use.run(() => {
    window.other = document.createElement("claim-panel");
    other.data = panel.data;
    document.body.append(other);
    other.reload();
  });
  await use.until(() => other.state === "ready" && other.shadowRoot.querySelector("h2")?.textContent === "Another");
  // A document that is refused.
  await use.run(() => void (other.data = "{"));
  await use.until(() => other.state === "failed" && seen.events.some(({ type }) => type === "error"));
  const isSilent = await use.run(() => !console.error);
  await use.hears(isSilent ? [] : [/claim-panel \(document\)/]);
}

describe("what a page replaces", () => {
  for (const [name, { script, givesWay }] of Object.entries(REPLACED)) {
    test(`before the panel's script: ${name}`, async () => {
      await expectWhole();
      await use.open({ head: COUNTED + tag(script) + SCRIPT, body: EMBED });
      if (!givesWay) {
        await lookWholly();
        return;
      }
      await use.until(() => window.saidErrors.length);
      const said = await use.console();
      assert.equal(said.length, 1, said.join("\n"));
      assert.ok(said[0].includes(givesWay), said[0]);
      assert.ok(await use.run(() => panel.querySelector("p").checkVisibility()));
    });

    test(`when the panel is ready: ${name}`, async () => {
      await expectWhole();
      await use.open({ body: EMBED });
      await ready();
      await use.run((text) => {
        const script = document.createElement("script");
        script.text = text;
        document.head.append(script);
      }, script);
      await lookWholly();
    });
  }
});
