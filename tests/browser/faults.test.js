/**
 * Mistakes of ours, made on purpose by the build with the feature `faults`: wherever one panel of fifty breaks the
 * instance, its reader gets the fallback back, the page hears of it once, and forty-nine panels answer.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";
import { after, before } from "node:test";
import { useBrowser } from "./browser.js";
import * as documents from "./documents.js";
import { describe, test } from "./suite.js";
import { TYPES } from "./types.js";

const use = useBrowser();
const BUILD = new URL("../../target/faults/", import.meta.url);

/** Another server, which has the build with the faults. */
const faults = createServer(async (request, response) => {
  const body = await readFile(new URL(`.${request.url}`, BUILD)).catch(() => null);
  const type = TYPES[extname(request.url ?? "")] ?? "text/plain";
  response.writeHead(body ? 200 : 404, { "access-control-allow-origin": "*", "content-type": type });
  response.end(body);
});
before(() => new Promise((resolve) => faults.listen(0, "127.0.0.1", () => resolve(undefined))));
after(() => {
  faults.closeAllConnections();
  return new Promise((resolve) => faults.close(resolve));
});

const port = () => /** @type {import("node:net").AddressInfo} */ (faults.address()).port;

// By this word `release.test.js` sees that a release has none of it.
test("the build with the faults says so", async () => {
  assert.ok((await readFile(new URL("claim-panel_bg.wasm", BUILD))).includes("claimPanelFault"));
});

/** What happens in every place: a panic, unless something else is said. @param {string} place */
const PANIC = (place) => new RegExp(`panicked at .*a fault on purpose: ${place}`, "s");
/** Places that every first draw goes through; the fault is there from the beginning, when all panels are. */
const LOADING = [
  { place: "read" },
  { place: "panel" },
  { place: "mount" },
  { place: "view" },
  { place: "claim" },
  { place: "rendered" },
  // Not for the faulty document alone, but the only one in this language.
  { place: "add-language", lang: "de", word: "de" },
  { place: "memory", says: /RuntimeError: unreachable/i },
  { place: "stack", says: /(Runtime|Range|Internal)Error: / },
  { place: "trap", says: /RuntimeError: unreachable/i },
];
/** @param {string} button */
const click = (button) => `() => faulty.shadowRoot.querySelector('${button}').click()`;
/** Places that a panel comes to later, with what leads there. */
const LATER = [
  { place: "dispatch", leads: click("[data-act=toggle]") },
  { place: "action", leads: click("[data-act=toggle]") },
  { place: "emit", leads: click("[data-value=faulty]") },
  { place: "people", leads: click("[data-value=people]") },
  { place: "timeline", leads: click("[data-value=timeline]") },
  { place: "sources", leads: click("[data-value=sources]") },
  { place: "index", leads: click("[data-act=toggle-search]") },
  { place: "update", leads: () => faulty.setAttribute("heading-level", "4") },
  { place: "read", leads: "() => void (faulty.data = faulty.querySelector('script').text)" },
  { place: "rendered", leads: () => faulty.setAttribute("claim", "faulty") },
];

/** Forty-nine panels, and in their middle the one that says so. @param {string} [lang] */
function body(lang) {
  /** @param {number} id */
  const good = (id) =>
    `<claim-panel id="p${id}" loading="eager" src="/good/${id}.json">fallback of ${id}</claim-panel>`;
  const others = Array.from({ length: 49 }, (_, id) => good(id));
  return [...others.slice(0, 20), one(lang), ...others.slice(20)].join("\n");
}

function one(lang = "en") {
  const claims = [{ id: "faulty", text: "A faulty claim" }, ...documents.good().claims];
  const data = documents.text({ title: "A faulty story", lang, claims });
  return `<claim-panel id="faulty" loading="eager"><p>fallback of faulty</p>
<script type="application/json">${data}</script></claim-panel>`;
}

/** @param {{ fault?: object | null, lang?: string, all?: string }} [given] */
const open = ({ fault = null, lang, all = body(lang) } = {}) =>
  use.open({
    head: `<script>window.claimPanelFault = ${JSON.stringify(fault)}</script>
<script type="module" src="http://127.0.0.1:${port()}/claim-panel.js"></script>`,
    body: all,
  });

/** All panels but the faulty one are there, and a click on the first claim of each opens it. */
async function othersAnswer() {
  await use.until(() =>
    [...document.querySelectorAll("claim-panel:not(#faulty)")].every(({ state }) => state === "ready"),
  );
  await use.run(() => {
    for (const one of document.querySelectorAll("claim-panel:not(#faulty)")) {
      one.removeAttribute("claim");
      one.shadowRoot.querySelector("[data-value=meeting][aria-expanded=false]")?.click();
    }
  });
  await use.until(
    () =>
      document.querySelectorAll("claim-panel:not(#faulty)").length === 49 &&
      [...document.querySelectorAll("claim-panel:not(#faulty)")].every(({ shadowRoot }) =>
        shadowRoot.querySelector("[data-value=meeting][aria-expanded=true]"),
      ),
  );
}

/**
 * The faulty panel is on its fallback, and so many failures were told, each once and with what happened.
 * @param {RegExp} says
 */
async function isBroken(says, times = 1) {
  await use.until((times) => seen.events.filter(({ type }) => type === "error").length >= times, times);
  assert.equal(await use.run(() => faulty.state), "failed");
  assert.equal(await use.run(() => visibleText(faulty).trim()), "fallback of faulty");
  assert.match(await use.run(() => faulty.problems.map(({ message }) => message).join()), says);
  await othersAnswer();
  const errors = await use.run(() =>
    seen.events.filter(({ type }) => type === "error").map(({ target, kind }) => [target, kind]),
  );
  assert.deepEqual(errors, Array(times).fill(["faulty", "crash"]));
  assert.deepEqual(await use.run(() => seen.errors), []);
}

/** The console has one message for each failure and nothing else. @param {number} times */
async function consoleHas(times) {
  const lines = await use.console();
  assert.equal(lines.length, times, lines.join("\n"));
  lines.forEach((line) => assert.match(line, /claim-panel \(crash\): /));
}

describe("a mistake of ours in one panel of fifty", () => {
  for (const { place, word = "faulty", lang, says = PANIC(place) } of LOADING) {
    test(`${place}, while all are loading`, async () => {
      await open({ fault: { place, word }, lang });
      await isBroken(says);
      // Whoever tries again meets it again, and it is contained again.
      await use.run(() => faulty.reload().catch(() => {}));
      await isBroken(says, 2);
      await consoleHas(2);

      await use.run(() => {
        window.claimPanelFault = null;
        return faulty.reload().then(() => {});
      });
      assert.match(await use.run(() => visibleText(faulty)), /A faulty story/);
      await othersAnswer();
      await consoleHas(0);
    });
  }

  test("the first document that the page reads says what happened as well", async () => {
    await open({ fault: { place: "read", word: "faulty" }, all: one() });
    await use.until(() => faulty.state === "failed");
    assert.match(await use.run(() => faulty.problems.map(({ message }) => message).join()), PANIC("read"));
    await consoleHas(1);
  });

  for (const { place, leads } of LATER) {
    test(`${place}, by ${leads}`, async () => {
      await open();
      await use.until(() => faulty.state === "ready");
      await othersAnswer();
      await use.run((fault) => void (window.claimPanelFault = fault), { place, word: "faulty" });
      await use.run(leads);
      await isBroken(PANIC(place));
      await consoleHas(1);
    });
  }

  test("unmount: who is gone has nobody to tell, and can come back", async () => {
    await open();
    await use.until(() => faulty.state === "ready");
    for (const place of ["unmount", "unmount"]) {
      await use.run(
        (fault) => {
          window.claimPanelFault = fault;
          window.gone = faulty;
          gone.remove();
        },
        { place, word: "faulty" },
      );
      await othersAnswer();
      await use.run(() => {
        window.claimPanelFault = null;
        document.body.append(gone);
      });
      await use.until(() => gone.state === "ready");
      await othersAnswer();
    }
    assert.deepEqual(await use.run(() => seen.events.filter(({ type }) => type === "error")), []);
    assert.deepEqual(await use.run(() => seen.errors), []);
    await consoleHas(0);
  });

  test("action, while others work too: nobody else fails, however often", async () => {
    await open();
    await use.until(() => faulty.state === "ready");
    await othersAnswer();
    for (const time of [1, 2]) {
      // A panel is ready before its closed claims are filled, which takes actions too.
      await use.until(() =>
        [faulty, p7].every(({ shadowRoot }) =>
          [...shadowRoot.querySelectorAll("[part=opened]")].every(({ firstChild }) => firstChild),
        ),
      );
      await use.run(async () => {
        window.claimPanelFault = { place: "action", word: "faulty" };
        p7.shadowRoot.querySelector("[data-value=letter]").click();
        window.before = p9.shadowRoot.querySelector("section");
        faulty.shadowRoot.querySelector("[data-act=toggle]").click();
        await new Promise((resolve) => setTimeout(resolve));
        window.claimPanelFault = null;
      });
      await use.until(() => p9.state === "ready" && p9.shadowRoot.querySelector("section") !== window.before);
      if (time === 1) {
        // Not known whose fault it was: one more chance.
        await use.until(() => faulty.state === "ready" && p7.state === "ready");
      }
    }
    // Of those that worked at the time nobody knows better; the others have nothing to do with it.
    await use.until(() => faulty.state === "failed");
    await use.until(() =>
      [...document.querySelectorAll("claim-panel:not(#faulty, #p7)")].every(({ state }) => state === "ready"),
    );
    await use.run(() => p7.reload().then(() => {}));
    await othersAnswer();
    assert.deepEqual(await use.run(() => seen.errors), []);
    await use.console();
  });
});
