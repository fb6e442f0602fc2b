/**
 * Guards microtasks and timers. If the callback that Rust passes to the browser panics or traps, the browser would
 * report an uncaught error to the page, whose handlers are not concerned: `claim-panel-error` reports it. Any exception
 * that leaves Rust, stack overflows included, has interrupted it in the middle of its work.
 *
 * The bundler substitutes the functions below for globals in every module. Only Rust calls `renderSoon`, which reverts
 * foreign changes first. Microtasks and timers of the other modules must not do that: they call Rust, which reverts
 * changes itself, and the page's listeners, which make changes. Readers' actions arrive through calls of the engine, so
 * the panel has no listeners.
 */

// The bundler substitutes nothing in the modules that it takes substitutes from.
import { Set as OwnSet } from "./builtins.js";
import { withOwnDom } from "./foreign.js";

/** @type {(error: unknown) => void} */
let trapped = () => {};

/** Sets the function that handles traps. @param {(error: unknown) => void} callback */
export function onTrap(callback) {
  trapped = callback;
}

/** The microtasks that are queued. @type {Set<VoidFunction>} */
const due = new OwnSet();

/** @param {VoidFunction} callback */
function guardedMicrotask(callback) {
  const work = guarded(callback);
  due.add(work);
  // No page can replace what `await` does.
  (async () => {
    await 0;
    due.delete(work) && work();
  })();
}

/** Runs the queued microtasks now, for what cannot wait: printing, a phone's keyboard, and the status row. */
export function flushMicrotasks() {
  for (const work of due) {
    due.delete(work);
    work();
  }
}

/** @param {VoidFunction} callback @param {number} [delay] */
function guardedTimeout(callback, delay) {
  return globalThis.setTimeout(guarded(callback), delay);
}

/** Runs Rust's callback in a microtask. @param {VoidFunction} callback */
function renderSoon(callback) {
  guardedMicrotask(() => withOwnDom(callback));
}

export { guardedMicrotask as queueMicrotask, guardedTimeout as setTimeout, renderSoon };

/** @template {unknown[]} V @param {(...values: V) => void} callback @returns {(...values: V) => void} */
function guarded(callback) {
  return (...values) => {
    try {
      callback(...values);
    } catch (error) {
      if (!isStale(error)) {
        trapped(error);
      }
    }
  };
}

/** Whether the error is the glue's message for timers and listeners of an abandoned instance. @param {unknown} error */
function isStale(error) {
  return error instanceof Error && error.message === "Cannot invoke closure from previous WASM instance";
}
