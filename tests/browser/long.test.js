/** Several hundred claims with thousands of statements: drawn piece by piece, and all of them there for everybody. */
import assert from "node:assert/strict";
import { beforeEach } from "node:test";
import { useBrowser } from "./browser.js";
import { ENTER, press, seek } from "./hands.js";
import { long } from "./long.js";
import { describe, test } from "./suite.js";
import { styledDuring } from "./trace.js";
import { tree } from "./tree.js";

const CLAIMS = 300;
/** In other views a claim stands with everybody who says something. */
const FEWER = 60;
/** So many entries are shown of what a search leaves. */
const MOST = 40;

const use = useBrowser();

const opened = async (attributes = "", claims = CLAIMS) => {
  const island = `<script type="application/json">${JSON.stringify(long(claims))}</script>`;
  await use.open({
    body: `<claim-panel id="panel" loading="eager" ${attributes}>${island}</claim-panel><script>window.panel = document.getElementById("panel")</script>`,
  });
  await use.until(() => panel.state === "ready");
};
/** @param {string} part @param {number} wanted */
const drawn = (part, wanted) =>
  use.until((part, wanted) => panel.shadowRoot.querySelectorAll(`[part~=${part}]`).length === wanted, part, wanted);

/** @param {string} words */
const find = (words) =>
  use.run((words) => {
    const field = panel.shadowRoot.querySelector("input[data-act=search]");
    field.value = words;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, words);
const titles = () =>
  use.run(() => [...panel.shadowRoot.querySelectorAll("[part~=claim-text]")].map(({ innerText }) => innerText));

describe("a long panel", () => {
  test("answers the reader while the rest is drawn, and is whole and in its order then", async () => {
    await use.open({ body: '<claim-panel id="panel" loading="eager"></claim-panel>' });
    const met = await use.run(async (data) => {
      panel.data = data;
      await panel.ready;
      panel.shadowRoot.querySelector("[data-act=toggle]").click();
      // In the very next task, or the one after where Rust takes a breath.
      for (let turn = 0; turn < 5 && !panel.shadowRoot.querySelector("[aria-expanded=true]"); turn += 1) {
        await new Promise((resolve) => setTimeout(resolve));
      }
      const all = panel.shadowRoot.querySelectorAll("[part~=claim]").length;
      return { all, open: panel.shadowRoot.querySelectorAll("[aria-expanded=true]").length };
    }, long(CLAIMS));
    assert.equal(met.open, 1);
    assert.ok(met.all > 10 && met.all < CLAIMS, `${met.all} claims were drawn at once`);

    await drawn("claim", CLAIMS);
    const rows = await use.run(() =>
      [...panel.shadowRoot.querySelectorAll("[part~=claim]")].map((claim) => ({
        text: claim.querySelector("[part~=claim-text]").textContent,
        answers: [...claim.querySelectorAll("[part~=answer]")].map(({ textContent }) => textContent),
      })),
    );
    const { claims, parties } = long(CLAIMS);
    assert.deepEqual(
      rows.map(({ text }) => text),
      claims.map(({ text }) => text),
    );
    // The reply travels with the claim: whoever one is about has an answer in it.
    rows.forEach(({ answers }, index) => {
      const [about] = claims[index].about ?? [];
      assert.ok(!about || answers[0].includes(parties[about].name), answers[0]);
    });
    assert.deepEqual(await use.console(), []);
  });

  for (const [view, part, wanted] of /** @type {[string, string, number][]} */ ([
    ["people", "party", 10 + 200],
    ["timeline", "moment", FEWER],
    ["sources", "route", FEWER],
  ])) {
    test(`has everything in the view of ${view} too, once`, async () => {
      await opened(`view="${view}"`, FEWER);
      await drawn(part, wanted);
      const texts = await use.run(
        (part) => [...panel.shadowRoot.querySelectorAll(`[part~=${part}]`)].map(({ textContent }) => textContent),
        part,
      );
      assert.equal(new Set(texts).size, wanted);
      assert.deepEqual(await use.console(), []);
    });
  }

  // A sibling combinator whose right side fits any element makes Chromium style the whole list again for each new entry.
  for (const [view, part, wanted, claims] of /** @type {[string, string, number, number][]} */ ([
    ["claims", "claim", CLAIMS, CLAIMS],
    ["people", "party", 10 + 200, FEWER],
    ["timeline", "moment", 2 * FEWER, 2 * FEWER],
    ["sources", "route", 2 * FEWER, 2 * FEWER],
  ])) {
    test(`styles each element of the view of ${view} a few times while it grows, however long it is`, async () => {
      await use.open({ body: `<claim-panel id="panel" loading="eager" view="${view}"></claim-panel>` });
      let elements = 0;
      const styled = await styledDuring(use, async () => {
        await use.run((data) => void (panel.data = data), long(claims));
        await drawn(part, wanted);
        // What is there now is styled by the next frame but one, while closed claims are still being filled.
        elements = await use.run(() => panel.shadowRoot.querySelectorAll("*").length);
        await use.run(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      });
      assert.ok(styled >= elements && styled < 3 * elements, `${styled} for ${elements} elements`);
    });
  }

  test("is drawn from the top, and moves nothing below it up and down again", async () => {
    const fallback = '<div style="height: 5000px">fallback</div>';
    await use.open({
      body: `<claim-panel id="panel" loading="eager">${fallback}</claim-panel><p id="below">Below.</p>`,
    });
    const seen = await use.run(
      async (data, claims) => {
        const seen = [];
        panel.data = data;
        await panel.ready;
        for (let all = 0; all < claims; await new Promise(requestAnimationFrame)) {
          all = panel.shadowRoot.querySelectorAll("[part~=claim]").length;
          seen.push({ all, top: below.getBoundingClientRect().top });
        }
        return seen;
      },
      long(FEWER),
      FEWER,
    );
    const [first] = seen;
    assert.ok(first.all > 5 && first.all < 15, `${first.all} claims were drawn first`);
    const tops = seen.map(({ top }) => top);
    assert.deepEqual(
      tops,
      tops.toSorted((one, other) => one - other),
    );
    assert.ok(tops[0] >= 5000, `what stands below moved to ${tops[0]}`);
    assert.equal(await use.run(() => panel.shadowRoot.firstElementChild.style.minHeight), "");
  });

  test("stays as long as it was when its document changes", async () => {
    await opened();
    await drawn("claim", CLAIMS);
    const least = await use.run(async (data) => {
      let least = 1e6;
      const look = () => (least = Math.min(least, panel.shadowRoot.querySelectorAll("[part~=claim]").length));
      new MutationObserver(look).observe(panel.shadowRoot, { childList: true, characterData: true, subtree: true });
      panel.data = { ...data, title: "A newer version" };
      while (panel.shadowRoot.querySelector("[part~=title]").textContent !== "A newer version") {
        await new Promise(requestAnimationFrame);
      }
      await new Promise(requestAnimationFrame);
      return least;
    }, long(CLAIMS));
    assert.equal(least, CLAIMS);
  });
});

describe("what is far down in a long panel", () => {
  beforeEach(async () => {
    await opened();
    await drawn("claim", CLAIMS);
  });

  test("is found by the browser's own search", async () => {
    assert.equal(await use.run((words) => /** @type {Loose} */ (window).find(words), `Only${CLAIMS - 1}`), true);
  });

  // Chromium leaves out what `content-visibility: auto` skips.
  test("is read out", async () => {
    assert.equal(new Set((await tree(use)).match(/Only\d+:/g)).size, CLAIMS);
  });

  test("is printed", async () => {
    await use.media({ paper: true });
    const isSeen = () =>
      [...panel.shadowRoot.querySelectorAll("[part~=claim-text]")].every((text) =>
        text.checkVisibility({ contentVisibilityAuto: true }),
      );
    assert.ok(await use.run(isSeen));
    await use.media({});
  });

  test("comes back after a search, in its order", async () => {
    await seek(use);
    await find(`only${CLAIMS - 1}`);
    await drawn("claim", 1);
    await use.run(() => panel.shadowRoot.querySelector("[data-act=toggle-search]").click());
    await drawn("claim", CLAIMS);
    assert.deepEqual(
      await titles(),
      long(CLAIMS).claims.map(({ text }) => text),
    );
    assert.deepEqual(await use.console(), []);
  });
});

describe("while a long panel is searched", () => {
  beforeEach(async () => {
    await opened();
    await seek(use);
    await find("only");
    await drawn("claim", MOST);
  });

  test("the first that is found is shown, and the rest to whoever asks for it", async () => {
    assert.match(await use.run(() => panel.shadowRoot.querySelector("[part~=status]").textContent), /^300 /);
    await use.run(() => panel.shadowRoot.querySelector("[data-act=show-all-matches]").focus());
    await press(use, ENTER);
    await drawn("claim", CLAIMS);
    assert.deepEqual(
      await titles(),
      long(CLAIMS).claims.map(({ text }) => text),
    );
    // The focus goes on from where it was.
    const focused = await use.run(
      () => panel.shadowRoot.activeElement?.querySelector("[part~=claim-text]").textContent,
    );
    assert.equal(focused, long(CLAIMS).claims[MOST].text);
    assert.equal(await use.run(() => panel.shadowRoot.querySelector("[data-act=show-all-matches]")), null);

    await find("onl");
    await drawn("claim", MOST);
    assert.deepEqual(await use.console(), []);
  });

  test("paper has all that is found", async () => {
    await use.run(() => dispatchEvent(new Event("beforeprint")));
    await drawn("claim", CLAIMS);
    await use.run(() => dispatchEvent(new Event("afterprint")));
    await drawn("claim", MOST);
  });

  for (const words of ["only", ""]) {
    test(`a link leads to what is not shown, where the words are “${words}”`, async () => {
      await find(words);
      await use.run(() => void (location.hash = "#claim=panel.claim-200"));
      await use.until(() => panel.shadowRoot.querySelector("[data-value=claim-200][aria-expanded=true]"));
      await use.until(() => panel.shadowRoot.activeElement?.dataset.value === "claim-200");
      assert.deepEqual(await use.console(), []);
    });
  }
});
