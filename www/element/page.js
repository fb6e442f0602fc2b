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

/**
 * Whether the frameworks of the page have compared an element's attributes with those that their server rendered, so that
 * the element may change them. Nothing tells when they have; a page that has loaded and is idle is taken as done.
 */
export let isHydrated = false;

export function listen() {
  if (isListening) {
    return;
  }
  isListening = true;
  const catchUp = () => shown.forEach((session) => session.catchUp());
  const loaded = () =>
    (globalThis.requestIdleCallback ?? setTimeout)(() => {
      isHydrated = true;
      catchUp();
    });
  document.readyState === "complete" ? loaded() : addEventListener("load", loaded);
  for (const [type, now] of [
    ["beforeprint", true],
    ["afterprint", false],
  ]) {
    addEventListener(String(type), () => {
      isPrinting = Boolean(now);
      catchUp();
      flushMicrotasks();
    });
  }
  const again = () => [...unreached].forEach((session) => session.reload());
  addEventListener("online", again);
  // A page restored from the back/forward cache may have a connection again.
  addEventListener("pageshow", ({ persisted }) => persisted && again());
}
