/**
 * Page events that concern every panel. Listening starts with the first panel, so that an unused script adds no
 * listeners.
 *
 * @typedef {import("./session.js").Session} Session
 */

import { flushMicrotasks } from "../engine/guard.js";

/** The panels that lack something that could not be downloaded. @type {Set<Session>} */
export const unreached = new Set();

/** The panels that Rust renders. @type {Set<Session>} */
export const shown = new Set();

/** While the page is printed, panels contain everything: nothing can be clicked on paper. */
export let isPrinting = false;

let isListening = false;

export function listen() {
  if (isListening) {
    return;
  }
  isListening = true;
  for (const [type, now] of [
    ["beforeprint", true],
    ["afterprint", false],
  ]) {
    addEventListener(String(type), () => {
      isPrinting = Boolean(now);
      shown.forEach((session) => session.catchUp());
      flushMicrotasks();
    });
  }
  const again = () => [...unreached].forEach((session) => session.reload());
  addEventListener("online", again);
  // A page restored from the back/forward cache may have a connection again.
  addEventListener("pageshow", ({ persisted }) => persisted && again());
}
