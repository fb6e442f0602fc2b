/** The table of the element's attributes, properties, methods and events, held against the element itself. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import * as documents from "./documents.js";
import { EMBED, GOOD, usePanel } from "./panel.js";
import { describe, test } from "./suite.js";

const { use, ready } = usePanel();

const text = await readFile(new URL("../../www/contract.json", import.meta.url), "utf8");
/** @type {import("../../xtask/contract.mjs").Contract} */
const { tag, attributes, properties, methods, statics, events } = JSON.parse(text);

describe("attributes", () => {
  test("that are watched are those that the table says", async () => {
    await use.open({ body: EMBED });
    const watched = await use.run((tag) => /** @type {Loose} */ (customElements.get(tag)).observedAttributes, tag);
    assert.deepEqual(
      watched.sort(),
      attributes
        .filter(({ observed }) => observed)
        .map(({ name }) => name)
        .sort(),
    );
  });

  for (const { name, property, values, default: standard, type } of attributes) {
    test(`${name} is ${property}, and whatever is invalid is the default`, async () => {
      await use.open({ body: EMBED });
      await ready();
      const found = await use.run(
        (name, property, values) => {
          /** @type {Loose} */
          const fresh = document.createElement("claim-panel");
          const absent = fresh[property];
          const read = values.map((value) => {
            fresh.setAttribute(name, value);
            return fresh[property];
          });
          const wrong = ["", "nonsense", "9", "CLAIMS "].map((value) => {
            fresh.setAttribute(name, value);
            return fresh[property];
          });
          const written = values.map((value) => {
            fresh[property] = value;
            return fresh.getAttribute(name);
          });
          fresh[property] = null;
          return { absent, read, wrong, written, removed: !fresh.hasAttribute(name) };
        },
        name,
        property,
        values ?? ["a", "b"],
      );
      const texts = (values ?? ["a", "b"]).map(String);
      assert.deepEqual(found, {
        absent: standard ?? null,
        read: values ?? ["a", "b"],
        wrong: values ? [standard, standard, standard, standard] : ["", "nonsense", "9", "CLAIMS "],
        written: texts,
        removed: true,
      });
      assert.ok(values ? values.includes(standard ?? "") : /string/.test(type ?? ""));
    });
  }
});

test("the element has what the table says, and nothing else", async () => {
  await use.open({ body: EMBED });
  await ready();
  const found = await use.run((tag) => {
    const { prototype, ...own } = Object.getOwnPropertyDescriptors(customElements.get(tag));
    const members = Object.entries(Object.getOwnPropertyDescriptors(prototype.value));
    const hidden = ["constructor", "connectedCallback", "disconnectedCallback", "attributeChangedCallback"];
    return {
      statics: Object.keys(own).filter((name) => !["length", "name", "observedAttributes"].includes(name)),
      methods: members
        .filter(([name, { value }]) => value && !hidden.includes(name))
        .map(([name, { value }]) => [name, value.length]),
      settable: members.filter(([, { set }]) => set).map(([name]) => name),
      readonly: members.filter(([, { get, set }]) => get && !set).map(([name]) => name),
    };
  }, tag);
  /** @param {{ name: string }[]} entries */
  const names = (entries) => entries.map(({ name }) => name).sort();
  assert.deepEqual(found.statics, names(statics));
  assert.deepEqual(found.methods.sort(), methods.map(({ name, parameters }) => [name, parameters.length]).sort());
  const settable = [
    ...attributes.map(({ property }) => property),
    ...names(properties.filter(({ readonly }) => !readonly)),
  ];
  assert.deepEqual(found.settable.sort(), settable.sort());
  assert.deepEqual(found.readonly.sort(), names(properties.filter(({ readonly }) => readonly)));
});

test("properties set before the element is there are kept", async () => {
  await use.open({ head: "", body: "<claim-panel></claim-panel>" });
  const values = Object.fromEntries(attributes.map(({ property, values }) => [property, values?.at(-1) ?? "x"]));
  await use.run(
    (values) => {
      Object.assign(document.querySelector("claim-panel"), values);
      const script = document.createElement("script");
      [script.type, script.src] = ["module", "/claim-panel.js"];
      document.head.append(script);
    },
    { ...values, src: "/good/a.json", deepLink: "off" },
  );
  await use.until(() => document.querySelector("claim-panel").state === "ready");
  const kept = await use.run((names) => {
    const panel = /** @type {Loose} */ (document.querySelector("claim-panel"));
    return Object.fromEntries(names.map((name) => [name, Object.hasOwn(panel, name) ? "own" : panel[name]]));
  }, Object.keys(values));
  assert.deepEqual(kept, { ...values, src: "/good/a.json", deepLink: "off" });
});

test("every event is told with what the table says, crosses shadow roots, and can be cancelled if it says so", async () => {
  const data = documents.good();
  data.claims[0].passages = [{ exact: "asked for a meeting" }];
  use.server.breaks("/good/a.json", (response) => response.end(JSON.stringify(data)));
  await use.open({ body: `<main>She asked for a meeting.</main>${EMBED.replace("src", 'claim="meeting" src')}` });
  await ready();
  await use.run(
    (names) => {
      window.told = {};
      for (const name of names) {
        document.addEventListener(name, (event) => {
          const { detail, cancelable, composed, bubbles } = /** @type {CustomEvent} */ (event);
          told[name] ??= {
            keys: detail && Object.fromEntries(Object.entries(detail).map(([key, value]) => [key, typeof value])),
            cancelable,
            composed,
            bubbles,
          };
          // Nothing is shared, and nobody leaves.
          event.preventDefault();
        });
      }
    },
    events.map(({ name }) => name),
  );
  /** @param {string} part */
  const click = (part) => use.run((part) => panel.shadowRoot.querySelector(part).click(), part);
  await use.run(() => panel.reload().then(() => {}));
  await click("[part~=statement] a[href]");
  await click("[data-act=share]");
  await click("[data-act=toggle]");
  await click("[data-act=set-view][data-value=people]");
  await use.run(() => void (panel.highlight = "main"));
  await use.until(() => told["claim-panel-view"] && told["claim-panel-select"] && told["claim-panel-passage"]);
  await use.run((data) => void (panel.data = data), `${GOOD}}`);
  await use.until(() => told["claim-panel-error"]);
  /** @type {Record<string, string>} */
  const kinds = { ClaimPanelErrorKind: "string", ClaimPanelView: "string", "ClaimPanelProblem[]": "object" };
  /** A field that may be undefined is left out then. @param {Record<string, string> | null} detail */
  const typed = (detail) =>
    detail &&
    Object.fromEntries(
      Object.entries(detail)
        .filter(([, type]) => !/undefined/.test(type))
        .map(([key, type]) => [key, kinds[type] ?? type]),
    );
  assert.deepEqual(
    await use.run(() => told),
    Object.fromEntries(
      events.map(({ name, detail, cancelable = false }) => [
        name,
        { keys: typed(detail), cancelable, composed: true, bubbles: true },
      ]),
    ),
  );
  assert.match((await use.console()).join(), /claim-panel \(document\)/);
});
