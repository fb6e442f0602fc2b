/**
 * What crosses the boundary to the WebAssembly module: the names of actions and events, which `src/protocol.rs` has too,
 * and the shapes of the objects, which the module makes through the functions below.
 */

/** What the reader, or the page on their behalf, can do. Controls carry these names in `data-act`. */
export const ACTION = /** @type {const} */ ({
  TOGGLE: "toggle",
  OPEN: "open",
  REVEAL: "reveal",
  OPEN_ALL: "open-all",
  CLOSE_ALL: "close-all",
  SET_VIEW: "set-view",
  TOGGLE_ORDER: "toggle-order",
  TOGGLE_SEARCH: "toggle-search",
  SEARCH: "search",
  FILTER_BY_PARTY: "filter-by-party",
  FILTER_BY_POSITION: "filter-by-position",
  CLEAR_SEARCH: "clear-search",
  SHOW_ALL_MATCHES: "show-all-matches",
  SHARE: "share",
  COPIED: "copied",
  NOT_COPIED: "not-copied",
  RENDER_MORE: "render-more",
});

/** @typedef {typeof ACTION[keyof typeof ACTION]} ActionName */

/** What the module reports. */
export const EVENT = /** @type {const} */ ({
  FIRST_RENDER: "first-render",
  PROGRESS: "progress",
  SELECT: "select",
  VIEW: "view",
  REVEALED: "revealed",
  MISSING: "missing",
});

/**
 * @typedef {{ type: "first-render" | "progress", isUnfinished: boolean, isPartial: boolean }} RenderEvent whether entries
 *   are missing, and whether the content of closed ones is
 * @typedef {{ type: "select" | "revealed" | "missing", claim: string, open: boolean }} ClaimEvent whether a selected
 *   claim is open now
 * @typedef {{ type: "view", view: string }} ViewEvent
 * @typedef {RenderEvent | ClaimEvent | ViewEvent} HostEvent
 *
 * @typedef {object} ReadResult
 * @property {number} story the story's handle, or 0 if the document is refused
 * @property {string | undefined} language the language whose texts have to be added before the story is shown
 * @property {string} article the article's address, or ""
 * @property {Passage[]} passages
 * @property {Diagnostic[]} problems
 *
 * @typedef {{ claim: string, exact: string, prefix: string, suffix: string }} Passage words of the article that make a
 *   claim, and the words before and after them
 *
 * @typedef {object} Diagnostic `words` fills the placeholders of the sentences: words of the document, and keys of phrases
 * @property {"error" | "warning" | "advice"} severity
 * @property {string} code
 * @property {string} pointer
 * @property {string} path
 * @property {number} line
 * @property {number} column
 * @property {string[]} words
 *
 * @typedef {{ title: string, text: string }} SharedText
 */

/** @param {RenderEvent["type"]} type @param {boolean} isUnfinished @param {boolean} isPartial @returns {RenderEvent} */
export function renderEvent(type, isUnfinished, isPartial) {
  return { type, isUnfinished, isPartial };
}

/** @param {ClaimEvent["type"]} type @param {string} claim @param {boolean} open @returns {ClaimEvent} */
export function claimEvent(type, claim, open) {
  return { type, claim, open };
}

/** @param {ViewEvent["type"]} type @param {string} view @returns {ViewEvent} */
export function viewEvent(type, view) {
  return { type, view };
}

/**
 * @param {number} story @param {string | undefined} language @param {string} article @param {Passage[]} passages
 * @param {Diagnostic[]} problems
 * @returns {ReadResult}
 */
export function readResult(story, language, article, passages, problems) {
  return { story, language, article, passages, problems };
}

/** @param {string} claim @param {string} exact @param {string} prefix @param {string} suffix @returns {Passage} */
export function passage(claim, exact, prefix, suffix) {
  return { claim, exact, prefix, suffix };
}

/**
 * @param {Diagnostic["severity"]} severity @param {string} code @param {string} pointer @param {string} path
 * @param {number} line @param {number} column @param {string[]} words
 * @returns {Diagnostic}
 */
export function diagnostic(severity, code, pointer, path, line, column, words) {
  return { severity, code, pointer, path, line, column, words };
}

/** @param {string} title @param {string} text @returns {SharedText} */
export function sharedText(title, text) {
  return { title, text };
}
