/**
 * What happens to the page and concerns every panel of it. It is listened to from the first panel on, so that a
 * script that stays unused listens to nothing.
 *
 * @typedef {import("./session.js").Session} Session
 */

import { settle } from "./guard.js";

/** The panels whose document could not be downloaded. @type {Set<Session>} */
export const unreached = new Set();

/** The panels that Rust draws. @type {Set<Session>} */
export const shown = new Set();

/** On paper nothing can be clicked, so that every claim stands open while the page is printed. */
export let isPrinting = false;

let isListening = false;

export function listen() {
  if (isListening) {
    return;
  }
  isListening = true;
  for (const [type, now] of [["beforeprint", true], ["afterprint", false]]) {
    addEventListener(String(type), () => {
      isPrinting = Boolean(now);
      shown.forEach((session) => session.catchUp());
      settle();
    });
  }
  const again = () => [...unreached].forEach((session) => session.reload());
  addEventListener("online", again);
  // A page that comes back as it was left has the connection that it has now.
  addEventListener("pageshow", ({ persisted }) => persisted && again());
}
