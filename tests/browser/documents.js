/** The documents that the browser tests serve: a small good one, and what can be wrong with it. */

/**
 * @typedef {object} Statement
 * @property {string} by
 * @property {Record<string, string>} stances
 * @property {string} date
 * @property {string} [quote]
 * @property {string} [url]
 */

/** A good document: two claims, one of them denied. */
export function good() {
  return {
    version: 1,
    lang: "en",
    title: "Who said what about the bridge",
    parties: {
      rowe: { name: "Dana Rowe", kind: "person", role: "council leader" },
      gazette: { name: "The Gazette", kind: "outlet" },
    },
    claims: [
      { id: "meeting", text: "Rowe asked to meet the contractor in private", about: ["rowe"] },
      { id: "letter", text: "Rowe had read the inspectors’ letter", about: ["rowe"] },
    ],
    statements: /** @type {Statement[]} */ ([
      { by: "gazette", stances: { meeting: "reports", letter: "reports" }, date: "2031-03-02" },
      {
        by: "rowe",
        stances: { meeting: "denies" },
        date: "2031-03-03",
        quote: "I asked for nothing of the kind.",
        url: "https://example.org/rowe",
      },
    ]),
  };
}

/** The good document as text, with other values for some fields. */
export function text(changes = {}) {
  return JSON.stringify({ ...good(), ...changes }, null, 2);
}

/** The good document with so many claims more, which Rowe denies, one a day. @param {number} count */
export function long(count) {
  const document = good();
  for (let number = 1; number <= count; number += 1) {
    const id = `claim-${number}`;
    document.claims.push({ id, text: `Rowe has done what is number ${number}`, about: ["rowe"] });
    const date = new Date(Date.UTC(2031, 3, number)).toISOString().slice(0, 10);
    document.statements.push({ by: "rowe", stances: { [id]: "denies" }, date, quote: `Not number ${number}.` });
  }
  return document;
}

/** A statement by somebody whom the parties do not list. */
export function dangling() {
  const document = good();
  document.statements[1].by = "rwe";
  return document;
}

/** Five megabytes. */
export function large() {
  return text({ summary: "x".repeat(5 * 1024 * 1024) });
}

/** Thirty levels of brackets. */
export function deep() {
  return text({ summary: 0 }).replace('"summary": 0', `"summary": ${"[".repeat(29)}${"]".repeat(29)}`);
}
