/** The documents that the browser tests serve: a small good one, and what can be wrong with it. */

/**
 * The fields that tests use.
 *
 * @typedef {object} Story
 * @property {number} version
 * @property {string} lang
 * @property {string} title
 * @property {string} [summary]
 * @property {string} [updated]
 * @property {Record<string, Party>} parties
 * @property {Claim[]} claims
 * @property {Statement[]} statements
 * @property {Record<string, object>} [reports]
 * @property {{ claim?: string, statement?: string, text?: string, date?: string }[]} [corrections]
 *
 * @typedef {object} Party
 * @property {string} kind
 * @property {string} [name]
 * @property {string} [role]
 * @property {string} [represents]
 * @property {string} [description]
 * @property {string} [reason]
 * @property {number} [count]
 *
 * @typedef {object} Claim
 * @property {string} id
 * @property {string} text
 * @property {string[]} [about]
 * @property {string} [note]
 * @property {object[]} [passages]
 *
 * @typedef {object} Statement
 * @property {string} by
 * @property {Record<string, string>} stances
 * @property {string} [id]
 * @property {string} [date]
 * @property {string} [lang]
 * @property {string} [text]
 * @property {string} [quote]
 * @property {string} [url]
 * @property {string[]} [reports]
 */

/** A good document: two claims, one of them denied. @returns {Story} */
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
    statements: [
      { by: "gazette", stances: { meeting: "reports", letter: "reports" }, date: "2031-03-02" },
      {
        by: "rowe",
        stances: { meeting: "denies" },
        date: "2031-03-03",
        quote: "I asked for nothing of the kind.",
        url: "https://example.org/rowe",
      },
    ],
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
