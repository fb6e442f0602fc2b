/** The stories of the pictures: written ones from their files, and stress made by recipes. */
import { readFileSync } from "node:fs";

/** @param {string} path */
const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));

/** Name → document. Whatever is made up here is invented and says so. @type {Record<string, () => Story>} */
export const STORIES = {
  bridge: () => read("../../www/demo/bridge.json"),
  arabic: () => read("../pictures/arabic.json"),
  one: () => firstClaims(1),
  forty: () => {
    const { claims, statements, ...rest } = firstClaims(2);
    /** @template T @param {T[]} list @param {(one: T, index: number) => T} change */
    const copies = (list, change) =>
      Array.from({ length: 20 }, (_, index) => list.map((one) => change(one, index))).flat();
    return {
      ...rest,
      claims: copies(claims, (claim, index) => ({ ...claim, id: claim.id + index })),
      statements: copies(statements, ({ id, stances, ...statement }, index) => ({
        ...statement,
        stances: Object.fromEntries(Object.entries(stances).map(([claim, stance]) => [claim + index, stance])),
      })),
      corrections: [],
    };
  },
  stress,
  hundred,
};

/** The bridge's story with its first claims only. @param {number} count @returns {Story} */
function firstClaims(count) {
  const story = STORIES.bridge();
  const claims = story.claims.slice(0, count);
  const known = new Set(claims.map(({ id }) => id));
  const statements = story.statements.filter(({ stances }) => Object.keys(stances).every((claim) => known.has(claim)));
  const said = new Set(statements.map(({ id }) => id));
  const corrections = story.corrections?.filter(
    ({ claim, statement }) => known.has(claim ?? "") || said.has(statement),
  );
  return { ...story, claims, statements, corrections };
}

/** Names that have broken layouts before. */
const NAMES = {
  long: "The Honourable Association for the Preservation of Very Long Names ".repeat(3).slice(0, 200),
  unbroken: "Donaudampfschifffahrtsgesellschaft".repeat(6).slice(0, 200),
  emoji: "🐟",
  // An override that is never closed, and an isolate of the other direction.
  bidi: "\u202Eesrever ni nettirw\u2067 emaN",
  combining: `Zal${"\u0300\u0301\u0302\u0303\u0308\u030A\u0323\u0332".repeat(3)}go`,
  ideographs: "長い名前".repeat(50),
  arabic: "مجلس بلدية لا وجود لها",
  plain: "Ada Plain",
};

/** No dates, circles of citations and of spokespeople, claims about nobody, and those names. @returns {Story} */
function stress() {
  const ids = Object.keys(NAMES);
  /** @param {string} name @param {number} index @returns {import("./documents.js").Party} */
  const party = (name, index) => ({ name, kind: ["organisation", "person", "outlet"][index % 3] });
  const parties = Object.fromEntries(Object.entries(NAMES).map(([id, name], index) => [id, party(name, index)]));
  parties.long.represents = "unbroken";
  parties.unbroken.represents = "long";
  parties.combining.role = NAMES.long;
  parties.unnamed = { kind: "unnamed", description: NAMES.long, reason: NAMES.unbroken, count: 9_999 };
  const reports = Object.fromEntries(
    ["a", "b", "c"].map((id, index, all) => [
      id,
      { outlet: "emoji", title: NAMES.unbroken, cites: [all[(index + 1) % 3]] },
    ]),
  );
  const stances = ["asserts", "denies", "reports", "disputes", "declined", "responds", "walks-back", "confirms"];
  /** @param {string} by @param {number} index */
  const say = (by, index) => ({
    by,
    stances: { names: stances[index % stances.length] },
    quote: `${NAMES.bidi} — ${NAMES.unbroken}`,
    url: `https://${"a".repeat(60)}.example/${"long/".repeat(30)}`,
    reports: ["a"],
  });
  return {
    version: 1,
    lang: "en",
    title: `Names that break layouts: ${NAMES.unbroken}`,
    summary: "An invented story. Its parties have names that nobody has, and nothing in it has a date.",
    parties,
    claims: [
      { id: "names", text: `Everybody here has a name such as ${NAMES.unbroken}`, about: ids },
      { id: "nobody", text: "Something happened, and it is about nobody", about: [] },
      { id: "silence", text: "Something else happened, about which nobody has said anything", about: [] },
      { id: "bidi", text: `${NAMES.bidi} was here, and ${NAMES.arabic} too`, about: ["bidi", "arabic"] },
    ],
    statements: [
      ...ids.map(say),
      { by: "unnamed", stances: { names: "asserts", nobody: "asserts" }, reports: ["b"] },
      { by: "bidi", stances: { bidi: "walks-back" }, text: NAMES.combining },
    ],
    reports,
  };
}

/** A hundred parties on one claim. @returns {Story} */
function hundred() {
  const ids = Array.from({ length: 100 }, (_, index) => `party-${index + 1}`);
  const stances = [
    "asserts",
    "denies",
    "reports",
    "questions",
    "declined",
    "no-response",
    "responds",
    "could-not-verify",
  ];
  return {
    version: 1,
    lang: "en",
    title: "One claim and a hundred parties",
    summary: "An invented story. None of its hundred parties exists.",
    parties: Object.fromEntries(
      ids.map((id, index) => [id, { name: `Invented Party ${index + 1}`, kind: "organisation" }]),
    ),
    claims: [{ id: "claim", text: "A hundred parties have something to say about this", about: ids.slice(0, 3) }],
    statements: ids.map((by, index) => ({
      by,
      stances: { claim: stances[index % stances.length] },
      quote: `Number ${index + 1} has said what it had to say.`,
      date: `2031-03-${String((index % 28) + 1).padStart(2, "0")}`,
    })),
  };
}
