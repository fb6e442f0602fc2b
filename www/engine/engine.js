/**
 * The page's single WebAssembly instance and every call into it.
 *
 * A panic or a trap leaves the instance unusable. The code that detects it only records the crash. In the next
 * microtask, outside any Rust frame, a fresh instance replaces it and the affected panels are notified.
 *
 * @typedef {object} Client a panel, as the engine sees it
 * @property {(guilty: boolean | undefined) => void} crashed called when the instance is gone; undefined: cause unknown
 * @property {() => void} schedule renders again; each panel restarts in its own task
 *
 * @typedef {import("./protocol.js").ActionName} ActionName
 * @typedef {import("./protocol.js").HostEvent} HostEvent
 */
import init, * as glue from "claim-panel-glue";
import { Failure, problem } from "../element/failure.js";
import { beside } from "../loading/files.js";
import { WASM_INTEGRITY } from "../loading/release.js";
import { fromRelease } from "../loading/retry.js";
import { watch, withOwnDom } from "./foreign.js";
import { onTrap } from "./guard.js";

const FILE = "claim-panel_bg.wasm";

/** @type {Promise<void> | undefined} */
let starting;

/** The panels that Rust holds, with their handles. @type {Map<Client, number>} */
const mounted = new Map();

/** The stories that Rust has read for a panel and not shown yet, with their handles. @type {Map<Client, number>} */
const stories = new Map();

/** The panels that Rust worked for in this task. If there is only one, it caused the crash. @type {Set<Client>} */
const recent = new Set();

/** Whether the instance has crashed and is not replaced yet. */
let broken = false;
/** Whether replacing a crashed instance has failed. */
let spent = false;
/** The message of the last panic or trap. */
let crashMessage = "";

onTrap(noteCrash);

/** Loads the WebAssembly module once for all panels. After a failure the next panel tries again. */
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
    await fromRelease(FILE, WASM_INTEGRITY, (response) => {
      // For other media types the glue would print a warning in the console.
      const known = response.headers.get("content-type") === "application/wasm";
      return init({ module_or_path: known ? response : response.arrayBuffer() });
    });
    glue.on_crash(noteCrash);
  } catch (cause) {
    throw cause instanceof Failure ? cause : new Failure("load", [problem("not-loaded", [beside(FILE)])], cause);
  }
}

/**
 * Replaces an abandoned instance. The call after `restart` creates the new one, so it must not pass anything through
 * the old memory. No panel has the handle 0, so unmounting it does nothing else.
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

/** Whether WebAssembly can run. Some browsers compile modules that they then refuse to instantiate. */
function isAllowed() {
  try {
    if (allowed === undefined && WebAssembly) {
      // Where a policy forbids it, each attempt sends a violation report, so there is only one.
      allowed = false;
      const smallest = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
      allowed = Boolean(new WebAssembly.Instance(new WebAssembly.Module(smallest)));
    }
  } catch {
    // WebAssembly is missing or forbidden.
  }
  return allowed;
}

/**
 * Reads and checks a document. Rust keeps its story for `mount` or `update`, until the panel reads another document or
 * is unmounted.
 * @param {Client} client @param {Uint8Array} bytes
 */
export function read(client, bytes) {
  return call(client, () => {
    glue.discard(takeStory(client));
    const result = glue.read(bytes);
    if (result.story) {
      stories.set(client, result.story);
    }
    return result;
  });
}

/** The handle of the story that Rust keeps for a panel, which is used up by this, or 0. @param {Client} client */
function takeStory(client) {
  const story = stories.get(client) ?? 0;
  stories.delete(client);
  return story;
}

/**
 * Renders the story that was read.
 * @param {Client} client
 * @param {HTMLElement} root
 * @param {object} options
 * @param {(event: HostEvent) => void} emit
 */
export function mount(client, root, options, emit) {
  mounted.set(
    client,
    call(client, () => glue.mount(takeStory(client), root, options, emit)),
  );
  watch(root);
}

/** Renders a panel again, with the story that was read, if any. @param {Client} client @param {object} options */
export function update(client, options) {
  call(client, () => glue.update(mounted.get(client) ?? 0, takeStory(client), options));
}

/** Registers the texts of a language. @param {Client} client @param {string} lang @param {string} texts */
export function addLanguage(client, lang, texts) {
  if (!call(client, () => glue.add_language(lang, texts))) {
    throw new Failure("load", [problem("not-loaded", [`languages/${lang}.txt`])]);
  }
}

/**
 * Performs an action of the reader, or of the page on their behalf.
 * @param {Client} client @param {ActionName} action @param {string} [value]
 */
export function dispatch(client, action, value = "") {
  if (isMounted(client)) {
    call(client, () => glue.dispatch(mounted.get(client) ?? 0, action, value));
  }
}

/** What a reader shares of a claim. @param {Client} client @param {string} claim */
export function shareText(client, claim) {
  return call(client, () => glue.share_text(mounted.get(client) ?? 0, claim));
}

/** Whether Rust holds this panel, after any pending recovery from a crash. @param {Client} client */
export function isMounted(client) {
  recover();
  return mounted.has(client);
}

/** Frees everything that Rust holds for a panel. @param {Client} client */
export function unmount(client) {
  const [panel, story] = [mounted.get(client) ?? 0, takeStory(client)];
  mounted.delete(client);
  if ((panel || story) && !broken) {
    try {
      withOwnDom(() => {
        glue.discard(story);
        glue.unmount(panel);
      });
    } catch (error) {
      blame(client, error);
    }
  }
}

/** Records that Rust is about to work for this panel. @param {Client} client */
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
    return withOwnDom(work);
  } catch (cause) {
    // This panel gets the exception; the others are notified that they did not cause the crash.
    mounted.delete(client);
    stories.delete(client);
    blame(client, cause);
    throw crash(cause);
  }
}

/** Attributes a crash to a call for this panel. @param {Client} client @param {unknown} cause */
function blame(client, cause) {
  recent.clear();
  recent.add(client);
  noteCrash(cause);
}

/** The panic hook calls this too, so it must not enter the instance. @param {unknown} message */
function noteCrash(message) {
  if (!broken) {
    broken = true;
    crashMessage = String(message);
    queueMicrotask(recover);
  }
}

/** The failure of a panel that crashed. @param {unknown} [cause] */
export function crash(cause) {
  return new Failure("crash", [problem("crashed", [crashMessage])], cause);
}

/** Handles a crash that was recorded and not handled yet. */
export function recover() {
  if (!broken) {
    return;
  }
  broken = false;
  const lost = [...new Set([...mounted.keys(), ...stories.keys()])];
  mounted.clear();
  stories.clear();
  const suspects = new Set(recent.size ? recent : lost);
  recent.clear();
  try {
    renew();
  } catch {
    // The next panel to start tries again. Until one succeeds, each panel fails by itself.
    starting = undefined;
  }
  // If several panels were active, the cause is unknown.
  lost.forEach((client) => client.crashed(suspects.has(client) && (suspects.size === 1 || undefined)));
  restart(lost);
}

/** Restarts each panel in its own task, so that another crash can be attributed. @param {Client[]} clients */
function restart([client, ...others]) {
  if (client) {
    setTimeout(() => {
      touch(client);
      client.schedule();
      restart(others);
    });
  }
}
