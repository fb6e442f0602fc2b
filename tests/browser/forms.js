/** A story with everything that languages write each in their own way: dates, clock times, numbers and lists. */

/** Every form of date that the format knows. */
const DATES = [
  "0033",
  "0974-03",
  "1582-10-04",
  "1900",
  "2024",
  "2024-01",
  "2024-02-29",
  "2024-08",
  "2024-08-01",
  "2024-08-15",
  "2024-08-15T00:05Z",
  "2024-08-15T08:05-04:00",
  "2024-08-15T12:00+05:30",
  "2024-08-15T12:30+02:00",
  "2024-08-15T23:59-09:30",
  "2024~",
  "2024-08~",
  "2024-08-15~",
  "2024?",
  "2024-08-15?",
  "2024-08-14/2024-08-15",
  "2023/2024",
  "2024-08/2024-09",
  "2024-08-14T08:05-04:00/2024-08-15T20:15-04:00",
  "2024-08-15T20:15Z/..",
  "../2024-08-15",
  "2024-08-15/..",
  "../2024",
  "9999-12-31",
  "the day before yesterday",
];

const COUNTS = [2, 3, 5, 11, 21, 100, 101, 1_000, 1_001, 9_999];

/** So many names are shown of those who say so; the others are counted. */
const SHOWN = 8;
const MORE = [1, 2, 3, 5, 11, 21];
const OUTLETS = [2, 3, 5, 11, 21];

/** Names that decide what stands between them, somewhere. */
const NAMES = ["Juan", "Irene", "Óscar", "Hilda", "חנה", "نور", "y", "e", "and", "أحمد", "李明", "Дарья"];

/** Without a time zone, so that every clock time says whose it is. @param {string} lang @returns {Story} */
export function forms(lang) {
  /** @typedef {[string, import("./documents.js").Party]} Entry an id and its party */
  /** @type {Entry[]} */
  const many = Array.from({ length: SHOWN + 21 }, (_, index) => [`p${index}`, person(`Nº ${index + 1}`)]);
  /** @type {Entry[]} */
  const outlets = Array.from({ length: 21 }, (_, index) => [
    `o${index}`,
    { name: `Outlet ${index + 1}`, kind: "outlet" },
  ]);
  /** @type {Entry[]} */
  const unnamed = COUNTS.map((count) => [
    `u${count}`,
    { kind: "unnamed", description: `sources of number ${count}`, count },
  ]);
  const named = NAMES.map((name, index) => [`n${index}`, person(name)]);
  /** @type {import("./documents.js").Claim[]} */
  const claims = [];
  /** @type {import("./documents.js").Statement[]} */
  const statements = [];
  /** @param {string} id @param {(Omit<import("./documents.js").Statement, "stances"> & { stance?: string })[]} said */
  const claim = (id, said) => {
    claims.push({ id, text: `Claim ${id}`, about: [] });
    statements.push(
      ...said.map(({ stance, ...statement }) => ({ stances: { [id]: stance ?? "asserts" }, ...statement })),
    );
  };
  claim(
    "dates",
    DATES.map((date) => ({ by: "p0", date, text: date })),
  );
  claim(
    "numbers",
    unnamed.map(([by]) => ({ by })),
  );
  MORE.forEach((more) =>
    claim(
      `more-${more}`,
      many.slice(0, SHOWN + more).map(([by]) => ({ by })),
    ),
  );
  OUTLETS.forEach((number) =>
    claim(
      `outlets-${number}`,
      outlets.slice(0, number).map(([by], index) => ({ by, stance: "reports", reports: [`r${index}`] })),
    ),
  );
  // Everyone citing the first: many outlets and one source.
  claim(
    "origin",
    outlets.slice(1).map(([by], index) => ({ by, stance: "reports", reports: [`c${index + 1}`] })),
  );
  NAMES.forEach((_, index) => {
    const others = [1, 2].map((step) => `n${(index + step) % NAMES.length}`);
    claim(
      `two-${index}`,
      [`n${index}`, others[0]].map((by) => ({ by, stance: "denies" })),
    );
    claim(
      `three-${index}`,
      [`n${index}`, ...others].map((by) => ({ by, stance: "denies" })),
    );
  });
  return {
    version: 1,
    lang,
    title: "Words that languages write each in their own way",
    updated: "2024-08-15T20:15Z",
    parties: Object.fromEntries([...many, ...outlets, ...unnamed, ...named]),
    claims,
    statements,
    reports: Object.fromEntries(
      outlets.flatMap(([outlet], index) => [
        [`r${index}`, { outlet, date: "2024-08-15" }],
        [`c${index}`, { outlet, title: "A report", date: "2024-08-15T08:05-04:00", cites: index ? ["r0"] : [] }],
      ]),
    ),
  };
}

/** @param {string} name */
const person = (name) => ({ name, kind: "person" });
