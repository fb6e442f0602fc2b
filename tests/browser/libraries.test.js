/** The panel beside libraries that change what all scripts of a page share, whichever of them comes first. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test as own } from "node:test";
import * as documents from "./documents.js";
import { places } from "./engines/told.js";
import { seek } from "./hands.js";
import { BRIDGE, EMBED, usePanel } from "./panel.js";
import { SCRIPT } from "./server.js";
import { describe, test } from "./suite.js";

const { use, ready, click } = usePanel();
const require = createRequire(places());
/** @param {string} path */
const library = (path) => readFileSync(require.resolve(path), "utf8");

/** Runs in the page: nothing that the language itself brings can be changed any more. */
function freeze() {
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    const one = Object.getOwnPropertyDescriptor(globalThis, name)?.value;
    if (
      typeof one === "function" &&
      /^[A-Z]/.test(name) &&
      !(one.prototype instanceof EventTarget) &&
      one !== EventTarget
    ) {
      Object.freeze(one);
      Object.freeze(one.prototype);
    }
  }
  [Math, JSON, Reflect, Intl, WebAssembly].forEach(Object.freeze);
}

/** Runs in the page: what scripts of twenty years have done to what is shared, in one. */
function patch() {
  /** @this {unknown} */
  const itself = function () {
    return this;
  };
  Object.assign(Object.prototype, { extend: itself, each: itself });
  Function.prototype.bind = function (self, ...first) {
    const own = this;
    return function (/** @type {unknown[]} */ ...values) {
      return own.apply(self, [...first, ...values]);
    };
  };
  /** @this {unknown[]} */
  const copy = function () {
    return this.slice();
  };
  /** @this {unknown[]} */
  const toJSON = function () {
    return [...this];
  };
  Object.assign(Array.prototype, { clone: copy, last: copy, toJSON });
  Array.from = (/** @type {Loose} */ item) =>
    item === null || item === undefined
      ? []
      : typeof item === "object" && "length" in item
        ? Array.prototype.slice.call(item)
        : [item];
  Object.assign(String.prototype, { contains: String.prototype.includes });
  Element.prototype.remove = function () {
    this.parentNode?.removeChild(this);
    return this;
  };
  Object.assign(Element.prototype, { update: itself, select: itself, show: itself, hide: itself });
  // As MooTools does.
  const globals = /** @type {Record<string, Loose>} */ (window);
  for (const name of ["Window", "Document", "Element", "Event"]) {
    const own = globals[name];
    const other = function () {};
    if (own) {
      other.prototype = own.prototype;
    }
    globals[name] = other;
  }
  globals.Window = function () {};
}

/** Name → the library's script. @type {Record<string, string>} */
const LIBRARIES = {
  "jQuery 1.12": library("jquery/dist/jquery.js"),
  "zone.js": library("zone.js"),
  "core-js": library("core-js-bundle/minified.js"),
  "built-ins patched": `(${patch})();`,
  "built-ins frozen": `(${freeze})();`,
};

/** Neither is in npm's registry: they come as Debian's packages. */
const DEBIAN = {
  "libjs-prototype": "/usr/share/javascript/prototype/prototype.js",
  "libjs-mootools": "/usr/share/javascript/mootools/mootools.js",
};
for (const [name, path] of Object.entries(DEBIAN)) {
  if (existsSync(path)) {
    LIBRARIES[name] = readFileSync(path, "utf8");
  } else {
    own(name, { skip: `it is missing (apt-get install ${name})` });
  }
}

/** A reader opens a claim, searches, and looks at each view; the page sets other data, and data that are refused. */
async function useWholly() {
  await ready();
  assert.match(await use.run(() => visibleText(panel)), BRIDGE);
  await click(0);
  await use.until(() => panel.claim === "meeting");
  await seek(use);
  await use.run(() => {
    const field = panel.shadowRoot.querySelector("input");
    field.value = "letter";
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  });
  await use.until(() => panel.shadowRoot.querySelectorAll("[part~=claim]").length === 1);
  for (const view of ["people", "timeline", "sources", "claims"]) {
    await use.run((view) => panel.shadowRoot.querySelector(`[data-act=set-view][data-value=${view}]`).click(), view);
    await use.until((view) => panel.shadowRoot.querySelector(`[data-value=${view}][part~=pressed]`), view);
  }
  await use.run((text) => void (panel.data = JSON.parse(text)), documents.text({ lang: "de", title: "Eine andere" }));
  await use.until(() => panel.state === "ready" && panel.shadowRoot.querySelector("h2").textContent === "Eine andere");
  await use.run(() => void (panel.data = "{"));
  await use.until(() => panel.state === "failed" && seen.events.some(({ type }) => type === "error"));
  assert.match((await use.console()).join("\n"), /^SEVERE.*claim-panel \(document\)[^\n]*$/);
  assert.equal(await use.run(() => seen.events.filter(({ type }) => type === "error").length), 1);
}

/** @param {string} text */
const tag = (text) => `<script>${text.replaceAll("</script", "<\\/script")}</script>`;

describe("the panel works where a page has", () => {
  for (const [name, text] of Object.entries(LIBRARIES)) {
    test(`${name}, before it`, async () => {
      await use.open({ head: tag(text) + SCRIPT, body: EMBED });
      await useWholly();
    });

    test(`${name}, when it is there already`, async () => {
      await use.open({ body: EMBED });
      await ready();
      await use.run((text) => {
        const script = document.createElement("script");
        script.text = text;
        document.head.append(script);
      }, text);
      await useWholly();
    });
  }
});

test("a page's globals, the prototypes of what is built in, and the looks of its own elements are as they were", async () => {
  await use.open({
    head: `<style>main { color: teal; font: 17px serif } h1::before { content: 'x' }</style>
<script>window.look = ${snapshot}; window.before = null;</script>`,
    body: `<main><h1>Article</h1><p>Text <a href="#x">link</a></p><button>own</button><ul><li>one</li></ul></main>${EMBED}`,
  });
  await use.run(() => {}); // The driver leaves something of its own at the first look.
  await use.run(() => void (window.before = look()));
  await use.run(() => {
    const script = document.createElement("script");
    script.type = "module";
    script.src = "/claim-panel.js";
    document.head.append(script);
  });
  await useWholly();
  const found = await use.run(() => {
    const now = look();
    const keys = new Set([...before.keys(), ...now.keys()]);
    return { count: keys.size, changed: [...keys].filter((key) => !Object.is(before.get(key), now.get(key))) };
  });
  assert.deepEqual(found.changed, []);
  assert.ok(found.count > 10_000, `${found.count} things were looked at`);
});

/** Runs in the page: whatever a script could leave behind, by its name. */
function snapshot() {
  const found = new Map();
  /** @param {string} owner @param {object} object */
  const note = (owner, object) => {
    for (const key of Reflect.ownKeys(object)) {
      const { value, get, set, ...how } = Object.getOwnPropertyDescriptor(object, key) ?? {};
      // The event of the moment, what this test keeps, and what the driver does.
      const isState = object === window && ["event", "before", "ret_nodes"].includes(String(key));
      Object.entries(isState ? how : { ...how, value, get, set }).forEach(([name, one]) =>
        // This row is made anew for whoever asks.
        found.set(`${owner}.${String(key)} ${name}`, key === "supportedEntryTypes" ? String(one) : one),
      );
    }
  };
  note("window", window);
  for (const name of Object.getOwnPropertyNames(window)) {
    const { value } = Object.getOwnPropertyDescriptor(window, name) ?? {};
    if (/^[A-Z]/.test(name) && (typeof value === "function" || typeof value === "object") && value) {
      note(name, value);
      if (value.prototype) {
        note(`${name}.prototype`, value.prototype);
      }
    }
  }
  [...document.querySelectorAll("html, body, main, main *")].forEach((element, index) => {
    for (const pseudo of ["", "::before"]) {
      const style = getComputedStyle(element, pseudo);
      const own = element.matches("html, body")
        ? [...style].filter((name) => !/size|height|origin/.test(name))
        : [...style];
      own.forEach((name) => found.set(`${index} ${element.localName}${pseudo} ${name}`, style.getPropertyValue(name)));
    }
  });
  found.set("sheets", document.styleSheets.length + document.adoptedStyleSheets.length);
  found.set("attributes", [document.documentElement, document.body].map(({ attributes }) => attributes.length).join());
  return found;
}
