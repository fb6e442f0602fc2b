/** A search: what it leaves, and the words that it marks. */
import assert from "node:assert/strict";
import * as documents from "./documents.js";
import { EMBED, NAME, usePanel } from "./panel.js";
import { describe, test } from "./suite.js";

const { use, ready } = usePanel();

/** @param {object} data */
const shown = (data, attributes = "") =>
  `<claim-panel id="panel" ${attributes}></claim-panel>${NAME}<script>panel.data = ${JSON.stringify(data)}</script>`;

/** @param {string} words */
async function search(words) {
  await use.until(() => panel.state === "ready");
  if (!(await use.run(() => Boolean(panel.shadowRoot.querySelector("input"))))) {
    await use.run(() => panel.shadowRoot.querySelector("[data-act=toggle-search]").click());
    await use.until(() => panel.shadowRoot.querySelector("input"));
  }
  await use.run((words) => {
    const field = panel.shadowRoot.querySelector("input");
    field.value = words;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, words);
}

/** The marked words, in the order of the panel; nothing where there is no mark of ours. */
const marks = () =>
  use.run(() => {
    const found = CSS.highlights.get("claim-panel-found");
    /** @param {Range} range */
    const isSeen = ({ startContainer }) => startContainer.parentElement?.checkVisibility();
    const ranges = [...(found ?? [])].filter(isSeen).map((one) => {
      const range = new Range();
      range.setStart(one.startContainer, one.startOffset);
      range.setEnd(one.endContainer, one.endOffset);
      return range;
    });
    ranges.sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other));
    return found && ranges.map(String);
  });
/** @param {string[]} words */
const marked = (...words) =>
  use.until((words) => {
    const all = [...(CSS.highlights.get("claim-panel-found") ?? [])];
    // What a closed claim contains is marked once it is open.
    const found = all.filter(({ startContainer }) => startContainer.parentElement?.checkVisibility());
    const texts = found.map(({ startContainer, startOffset, endOffset }) =>
      /** @type {Text} */ (startContainer).data.slice(startOffset, endOffset),
    );
    return JSON.stringify(texts.sort()) === JSON.stringify(words);
  }, words.sort());

describe("the words of a search", () => {
  test("are marked wherever the panel shows them, whatever their case, and nothing changes for it", async () => {
    await use.open({ body: EMBED });
    await search("ROWE  private");
    await marked("Rowe", "Rowe", "private");
    assert.deepEqual(await marks(), ["Rowe", "private", "Rowe"]);
    assert.equal(await use.run(() => panel.shadowRoot.querySelector("[part~=claim-text]").children.length), 1);

    await use.run(() => panel.shadowRoot.querySelector("[aria-expanded]").click());
    await use.until(() => panel.shadowRoot.querySelector("[part~=entry]")?.checkVisibility());
    await marked("Rowe", "Rowe", "private");
    await search("kind");
    await marked("kind");
    await use.run(() => panel.shadowRoot.querySelector("[data-value=timeline]").click());
    await marked("kind");
  });

  test("are no marks any more when the search ends, or the panel leaves", async () => {
    await use.open({ body: EMBED });
    for (const end of [
      () => panel.shadowRoot.querySelector("[data-act=clear-search]").click(),
      () => panel.shadowRoot.querySelector("[data-act=toggle-search]").click(),
      () => panel.remove(),
    ]) {
      await search("rowe");
      await marked("Rowe", "Rowe", "Rowe", "Rowe");
      await use.run(end);
      await use.until(() => !CSS.highlights.has("claim-panel-found"));
    }
  });

  test("of several panels are marked at once", async () => {
    await use.open({ body: `${EMBED}<claim-panel id="other" src="/good/b.json"></claim-panel>` });
    await search("private");
    await marked("private");
    await use.run(() => void (window.panel = document.querySelector("claim-panel#other")));
    await search("letter");
    await marked("letter", "private");
    await use.run(() => panel.remove());
    await marked("private");
  });

  test("are found under accents and in letters that are several", async () => {
    const data = documents.good();
    data.claims = [
      { id: "a", text: "Crème brûlée for the CRE\u0301ME office, ﬁne", about: ["rowe"] },
      { id: "b", text: "Ταΰγετος ΟΔΟΣ und Straße 😀 İstanbul", about: ["rowe"] },
      { id: "c", text: "मुख्यमंत्री ने कहा", about: ["rowe"] },
    ];
    data.statements = [];
    await use.open({ body: shown(data) });
    for (const [words, ...found] of [
      ["creme", "Crème", "CRE\u0301ME"],
      ["f", "f", "ﬁ", "f", "f"],
      ["ταυ", "Ταΰ"],
      ["istan", "İstan"],
      ["😀", "😀"],
      ["मुख्यमंत्री", "मुख्यमंत्री"],
    ]) {
      await search(words);
      await marked(...found);
    }
  });

  test("are found and marked with other signs", async () => {
    const data = documents.good();
    data.parties.rowe.name = "Dana O’Brien";
    data.parties.gazette.name = "Gazeta Łódź";
    data.claims = [
      { id: "a", text: "O’Brien wasn’t at the all‑night meeting, “ever”, talk—two", about: ["rowe"] },
      { id: "b", text: "Jørgen Straße und Đorđe Kılıç: die Bau\u00adgenehmigung, cœur, Æsir, Þór, ð", about: ["rowe"] },
      { id: "c", text: "He said … geht´s, Об\u02bcєкт, صه\u200cیون, ΟΔΟΣ", about: ["rowe"] },
    ];
    data.statements = [];
    await use.open({ body: shown(data) });
    for (const [words, count, ...found] of /** @type {[string, number, ...string[]][]} */ ([
      ["O'Brien", 3, "O’Brien", "O’Brien", "O’Brien", "O’Brien"],
      ["o´brien", 3, "O’Brien", "O’Brien", "O’Brien", "O’Brien"],
      ["brien", 3, "Brien", "Brien", "Brien", "Brien"],
      ["wasn't", 1, "wasn’t"],
      ["all-night", 1, "all‑night"],
      ["all–night", 1, "all‑night"],
      ['"ever"', 1, "“ever”"],
      ["talk--two", 1, "talk—two"],
      ["Jorgen", 1, "Jørgen"],
      ["Strasse", 1, "Straße"],
      ["STRASSE", 1, "Straße"],
      ["Dorde", 1, "Đorđe"],
      ["Kilic", 1, "Kılıç"],
      ["Baugenehmigung", 1, "Bau\u00adgenehmigung"],
      ["coeur", 1, "cœur"],
      ["aesir", 1, "Æsir"],
      ["thor", 1, "Þór"],
      ["...", 1, "…"],
      ["geht's", 1, "geht´s"],
      ["Об'єкт", 1, "Об\u02bcєкт"],
      ["صهیون", 1, "صه\u200cیون"],
      ["οδος", 1, "ΟΔΟΣ"],
    ])) {
      await search(words);
      await use.until((count) => panel.shadowRoot.querySelectorAll("[part~=claim]").length === count, count);
      await marked(...found);
    }
  });

  test("are the publisher's, not those of the panel", async () => {
    // “Reported by” stands there too.
    const data = documents.good();
    data.claims[0].note = "This was reported by everybody.";
    await use.open({ body: shown(data, 'claim="meeting"') });
    await search("reported by");
    await marked("by", "reported");
  });

  test("are marked in bounds", async () => {
    await use.open({ body: shown(documents.long(1500)) });
    await search("number");
    await use.until(() => panel.shadowRoot.querySelector("[data-act=show-all-matches]"));
    await use.run(() => panel.shadowRoot.querySelector("[data-act=show-all-matches]").click());
    await use.until(() => panel.shadowRoot.querySelectorAll("[part~=claim]").length === 1500);
    await use.run(() => panel.shadowRoot.querySelector("[data-act=open-all]").click());
    await use.until(() => CSS.highlights.get("claim-panel-found")?.size === 2000);

    const data = documents.good();
    data.claims[0].text = "a ".repeat(9000);
    await use.run((data) => void (panel.data = data), data);
    await search("a");
    await use.until(() => panel.shadowRoot.querySelectorAll("[part~=claim]").length === 2);
    await use.until(() => CSS.highlights.get("claim-panel-found")?.size === 2000);
  });

  test("are those of the last keystroke, however long a redraw takes", async () => {
    // Rust draws in several tasks where the clock says that it has taken long.
    const slow = "<script>{ let now = 0; Date.now = () => (now += 100); }</script>";
    await use.open({ body: slow + EMBED });
    await search("private");
    await marked("private");
    await use.run(async () => {
      const field = panel.shadowRoot.querySelector("input");
      for (const words of ["contractor", "letter"]) {
        field.value = words;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        for (let turn = 0; turn < 20; turn += 1) {
          await null;
        }
      }
    });
    await marked("letter");
  });

  test("leave the page's own marks alone", async () => {
    await use.open({ body: `<p>rowe</p>${EMBED}` });
    await use.run(() => CSS.highlights.set("mine", new Highlight(new Range())));
    await search("rowe");
    await marked("Rowe", "Rowe", "Rowe", "Rowe");
    await use.run(() => panel.remove());
    await use.until(() => CSS.highlights.size === 1);
    assert.ok(await use.run(() => CSS.highlights.has("mine")));
  });
});

test("a character that is none shifts nothing", async () => {
  const data = documents.good();
  data.claims[0].note = "before\u0000after";
  await use.open({ body: shown(data) });
  await search("inspectors");
  await use.until(() => panel.shadowRoot.querySelectorAll("[part~=claim]").length === 1);
  assert.match(await use.run(() => panel.shadowRoot.querySelector("[part~=claim]").textContent), /inspectors/);
});

test("a browser without marks searches as well", async () => {
  await use.open({
    body: `<script>delete CSS.highlights; Object.defineProperty(CSS, "highlights", { value: undefined })</script>${EMBED}`,
  });
  await search("inspectors");
  await use.until(() => panel.shadowRoot.querySelectorAll("[part~=claim]").length === 1);
  await ready();
});

test("how much is found is said again for another choice, though it be as much", async () => {
  const data = documents.good();
  data.parties.vale = { name: "Imogen Vale", kind: "person" };
  data.claims.forEach(({ about }) => about?.push("vale"));
  await use.open({ body: shown(data) });
  await search("");
  await use.run(() => {
    window.said = [];
    const status = panel.shadowRoot.querySelector("[role=status]");
    new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true });
  });
  for (const [party, times] of /** @type {[string, number][]} */ ([
    ["rowe", 1],
    ["vale", 2],
    ["gazette", 3],
  ])) {
    await use.run((party) => {
      const list = panel.shadowRoot.querySelector("select[data-act=filter-by-party]");
      list.value = party;
      list.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }, party);
    await use.until((times) => said.length >= times, times);
  }
  assert.deepEqual(await use.run(() => said), Array(3).fill("2 claims found"));
});
