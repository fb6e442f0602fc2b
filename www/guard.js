/**
 * Callbacks that Rust gives to the browser. When one of them panics or traps, the browser would report an
 * uncaught error to the page, whose own handlers have no business with it: `claim-panel-error` tells it.
 * Whatever came out of Rust, an overflowed stack included, has left it in the middle of its work.
 *
 * So the bundler puts the two functions below in the place of the globals that the glue calls. What readers do
 * comes by a call of the engine's own: the panel holds no listener.
 */

import { alone } from "./foreign.js";

/** @type {(error: unknown) => void} */
let trapped = () => {};

/** Says whom to tell of a trap. @param {(error: unknown) => void} callback */
export function onTrap(callback) {
  trapped = callback;
}

/** What Rust has put off to the end of the task. @type {Set<VoidFunction>} */
const due = new Set();

/** @param {VoidFunction} callback */
function guardedMicrotask(callback) {
  const work = guarded(callback);
  due.add(work);
  globalThis.queueMicrotask(() => due.delete(work) && work());
}

/** Does it at once, for what cannot wait for the end of the task: paper, a phone's keyboard, words just said. */
export function settle() {
  for (const work of due) {
    due.delete(work);
    work();
  }
}

/** @param {VoidFunction} callback @param {number} [delay] */
function guardedTimeout(callback, delay) {
  return globalThis.setTimeout(guarded(callback), delay);
}

export { guardedMicrotask as queueMicrotask, guardedTimeout as setTimeout };

/** @param {(...values: any[]) => void} callback */
function guarded(callback) {
  return (/** @type {any[]} */ ...values) => {
    try {
      alone(() => callback(...values));
    } catch (error) {
      if (!isStale(error)) {
        trapped(error);
      }
    }
  };
}

/** What the glue says to timers and listeners that an instance leaves behind. @param {unknown} error */
function isStale(error) {
  return error instanceof Error && error.message === "Cannot invoke closure from previous WASM instance";
}
