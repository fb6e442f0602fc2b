/**
 * The one WebAssembly instance of the page and every call into it.
 *
 * A panic or a trap leaves the instance unusable. Whoever notices may only take a note; at the next microtask,
 * outside any Rust frame, a fresh instance takes over and the panels that lost theirs are told.
 *
 * @typedef {object} Client a panel, as seen from here
 * @property {(guilty: boolean | undefined) => void} crashed the instance is gone; undefined: no one knows whose fault
 * @property {() => void} restart draw again; each panel in a task of its own
 *
 * @typedef {[handle: number, more: import("./passages.js").Passage[] | string | undefined, problems: import("./sentences.js").Finding[]]} Outcome
 *   0: the document is refused, or there stands the language whose words are missing; otherwise its passages
 */
import init, * as glue from "claim-panel-glue";
import { Failure, problem } from "./failure.js";
import { alone, watch } from "./foreign.js";
import { onTrap } from "./guard.js";
import { WASM_INTEGRITY, beside, fetchBeside } from "./release.js";

const FILE = "claim-panel_bg.wasm";

/** @type {Promise<void> | undefined} */
let starting;

/** What Rust holds: panel → handle. @type {Map<Client, number>} */
const mounted = new Map();

/** The panels that Rust worked for in this task; a lone one has caused what happens in it. @type {Set<Client>} */
const recent = new Set();

/** The instance has crashed. */
let broken = false;
/** It has, and none could be made in its place. */
let spent = false;
/** What the last panic or trap said. */
let lastWords = "";

onTrap(noteCrash);

/** Loads the WebAssembly, once for all panels. A failed load is tried again by the next panel that asks. */
export function start() {
  starting ??= load().catch((failure) => {
    starting = undefined;
    throw failure;
  });
  return starting;
}

async function load() {
  if (!isAllowed()) {
    throw new Failure("policy", [problem("not-allowed")]);
  }
  try {
    if (spent) {
      renew();
      return;
    }
    const response = await fetchBeside(FILE, WASM_INTEGRITY);
    if (!response.ok) {
      throw new Error(`status ${response.status}`);
    }
    // The glue would complain in the console about servers that do not know the media type.
    const known = response.headers.get("content-type") === "application/wasm";
    await init({ module_or_path: known ? response : response.arrayBuffer() });
    glue.on_crash(noteCrash);
  } catch (cause) {
    throw new Failure("load", [problem("not-loaded", [beside(FILE)])], cause);
  }
}

/**
 * A fresh instance in the place of one that is given up. The second call makes it: nothing may pass through
 * the old one's memory, and no handle 0 is known to either.
 */
function renew() {
  spent = true;
  glue.restart();
  glue.unmount(0);
  glue.on_crash(noteCrash);
  spent = false;
}

/** @type {boolean | undefined} */
let allowed;

/** Whether an instance can be made: some browsers compile what they then refuse to run. */
function isAllowed() {
  try {
    if (allowed === undefined && WebAssembly) {
      // Where a policy forbids it, each attempt would be reported to the page's owner.
      allowed = false;
      const smallest = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
      allowed = Boolean(new WebAssembly.Instance(new WebAssembly.Module(smallest)));
    }
  } catch {
    // It is lacking, or forbidden.
  }
  return allowed;
}

/**
 * @param {Client} client
 * @param {HTMLElement} root
 * @param {Uint8Array} bytes
 * @param {object} options
 * @param {(event: any[]) => void} emit
 * @returns {Outcome}
 */
export function mount(client, root, bytes, options, emit) {
  const outcome = call(client, () => glue.mount(root, bytes, options, emit));
  if (outcome[0]) {
    mounted.set(client, outcome[0]);
    watch(root);
  }
  return outcome;
}

/**
 * @param {Client} client
 * @param {Uint8Array | undefined} bytes undefined: only the options changed
 * @param {object} options
 * @returns {Outcome}
 */
export function update(client, bytes, options) {
  return call(client, () => glue.update(mounted.get(client) ?? 0, bytes, options));
}

/** Takes in the words of a language. @param {Client} client @param {string} lang @param {string} words */
export function learn(client, lang, words) {
  if (!call(client, () => glue.learn(lang, words))) {
    throw new Failure("load", [problem("not-loaded", [`languages/${lang}.txt`])]);
  }
}

/**
 * What a reader does, or the page for them: the name of an action in `view/state.rs`, and its value.
 * @param {Client} client @param {string} action @param {string} [value]
 */
export function act(client, action, value = "") {
  if (isMounted(client)) {
    call(client, () => glue.act(mounted.get(client) ?? 0, action, value));
  }
}

/** Whether Rust holds this panel; what is due after a crash is done first. @param {Client} client */
export function isMounted(client) {
  recover();
  return mounted.has(client);
}

/** @param {Client} client */
export function unmount(client) {
  const handle = mounted.get(client);
  mounted.delete(client);
  if (handle !== undefined && !broken) {
    try {
      alone(() => glue.unmount(handle));
    } catch (error) {
      blame(client, error);
    }
  }
}

/** Rust is about to work for this panel. @param {Client} client */
function touch(client) {
  if (!recent.size) {
    setTimeout(() => recent.clear());
  }
  recent.add(client);
}

/** @template T @param {Client} client @param {() => T} work @returns {T} */
function call(client, work) {
  recover();
  if (spent) {
    throw crash();
  }
  touch(client);
  try {
    return alone(work);
  } catch (cause) {
    // This panel learns it from the exception; the others are told that it was not theirs.
    mounted.delete(client);
    blame(client, cause);
    throw crash(cause);
  }
}

/** It crashed in a call for this panel. @param {Client} client @param {unknown} cause */
function blame(client, cause) {
  recent.clear();
  recent.add(client);
  noteCrash(cause);
}

/** Called inside the panic hook as well: it only takes a note. @param {unknown} message */
function noteCrash(message) {
  if (!broken) {
    broken = true;
    lastWords = String(message);
    queueMicrotask(recover);
  }
}

/** The failure of a panel that has crashed. @param {unknown} [cause] */
export function crash(cause) {
  return new Failure("crash", [problem("crashed", [lastWords])], cause);
}

function recover() {
  if (!broken) {
    return;
  }
  broken = false;
  const lost = [...mounted.keys()];
  mounted.clear();
  const suspects = new Set(recent.size ? recent : lost);
  recent.clear();
  try {
    renew();
  } catch {
    // The next panel that starts tries again; until one succeeds, each fails for itself.
    starting = undefined;
  }
  // Of several that worked at the time no one knows whose fault it was.
  lost.forEach((client) => client.crashed(suspects.has(client) && (suspects.size === 1 || undefined)));
  restart(lost);
}

/** Each in its own task, so that a panel that breaks the instance again is known. @param {Client[]} clients */
function restart([client, ...others]) {
  if (client) {
    setTimeout(() => {
      touch(client);
      client.restart();
      restart(others);
    });
  }
}
