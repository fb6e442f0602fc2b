/**
 * The lifecycle of one panel: the document that it loads, its state, and the events that the page gets.
 *
 * `state` belongs to the newest load. An older load stops as soon as it notices that it is not the newest.
 *
 * | state              | what happens                                                             | next state |
 * |--------------------|--------------------------------------------------------------------------|------------|
 * | any                | another source, or `reload()`                                            | `loading`  |
 * | any                | the source is removed                                                    | `idle`     |
 * | `loading`          | Rust accepts the document and has rendered it                            | `ready`    |
 * | `loading`          | a download fails, or Rust refuses the document                           | `failed`   |
 * | `loading`, `ready` | rendering or an action throws                                            | `failed`   |
 * | `loading`, `ready` | the instance crashes because of this panel, or again for no known reason | `failed`   |
 * | `loading`, `ready` | it crashes because of another panel, or once for no known reason         | `loading`  |
 * | any                | the element leaves the document                                          | `idle`     |
 *
 * A load waits, in the state before it, until the panel is near the viewport and the parser has read its source. While
 * it runs, the reader keeps what was shown before. In `idle` and `failed` that is the fallback content.
 *
 * Every call into the WebAssembly module and every event starts in its own microtask or task, so neither ever runs
 * inside a Rust frame. Changes that a page makes together cause a single load.
 */
import * as engine from "../engine/engine.js";
import { Download } from "../loading/download.js";
import { textsOf } from "../loading/languages.js";
import { explained, UNEXPLAINED } from "../loading/sentences.js";
import { findSource, islandIn } from "../loading/source.js";
import { linkedClaim, setArticle } from "../reader/link.js";
import { Passages } from "../reader/passages.js";
import { deepLink, loading } from "./attributes.js";
import { Failure, problem } from "./failure.js";
import { listen, unreached } from "./page.js";
import { Readiness } from "./readiness.js";
import { Rendering } from "./rendering.js";

/**
 * One attempt to show a document. Its passages are known once the document is accepted.
 * @typedef {{ abort: AbortController, passages?: import("../engine/protocol.js").Passage[] }} Load
 */

export class Session {
  /** @type {"idle" | "loading" | "ready" | "failed"} */
  state = "idle";
  /** @type {import("./failure.js").Problem[]} */
  problems = [];
  readiness = new Readiness();
  /** The value of the `data` property. @type {unknown} */
  data = null;
  /** Whether the panel is near the viewport, or the page requested the load explicitly. */
  near = false;
  /** The value of the property `claim`. The attribute follows once the page is hydrated. @type {string | null} */
  claim = null;

  #element;
  #internals;
  /** Whether another document has to be loaded. */
  #stale = true;
  #scheduled = false;
  /** Whether the page is still being parsed and the document may follow. */
  #waiting = false;
  /** The newest load. An older load compares itself with it and stops. @type {Load | null} */
  #load = null;
  #download = new Download();
  /** The island's text at the last load. @type {string | undefined} */
  #island;
  #crashes = 0;
  #passages;
  #rendering;

  /** @param {import("./element.js").ClaimPanelElement} element @param {ShadowRoot} shadow */
  constructor(element, shadow) {
    this.#element = element;
    this.#internals = element.attachInternals();
    this.#rendering = new Rendering(this, element, shadow);
    this.#passages = new Passages(element, (detail) => this.emit("passage", detail));
    listen();
  }

  /** Schedules the load of another document. */
  renew() {
    this.#stale = true;
    this.#crashes = 0;
    this.readiness.rearm();
    this.schedule();
  }

  /** Loads again without using the last download. */
  reload() {
    this.near = true;
    this.#download.forget();
    this.renew();
  }

  /** Schedules passing changes on to Rust. */
  schedule() {
    if (!this.#scheduled) {
      this.#scheduled = true;
      queueMicrotask(() => {
        this.#scheduled = false;
        this.catchUp();
      });
    }
  }

  /** Handles changes of the element's children, which may add or replace an island. */
  childrenChanged() {
    const other = this.data === null && islandIn(this.#element)?.textContent !== this.#island;
    if (other || this.#waiting) {
      this.renew();
    }
  }

  /** Handles the element's removal from the document, and frees everything in the instance. */
  leave() {
    this.#abort();
    this.#clear();
    this.#stale = true;
    this.readiness.rearm();
    this.#setState("idle");
  }

  /** Does immediately what `schedule` defers. */
  catchUp() {
    if (!this.#element.isConnected) {
      return;
    }
    if (!this.#stale) {
      try {
        this.#rendering.catchUp();
        this.#passages.update();
      } catch (error) {
        this.fail(error);
      }
    } else if (this.near || loading(this.#element) === "eager") {
      this.#begin();
    }
  }

  #begin() {
    this.#stale = false;
    const source = findSource(this.#element, this.data);
    this.#island = islandIn(this.#element)?.textContent;
    this.#waiting = source.absent === "parsing";
    if (this.#waiting) {
      document.addEventListener("DOMContentLoaded", () => this.#waiting && this.renew(), { once: true });
      return;
    }
    this.#abort();
    if (source.absent) {
      this.#clear();
      this.#setState("idle");
      return;
    }
    /** @type {Load} */
    const load = { abort: new AbortController() };
    this.#load = load;
    this.readiness.rearm();
    this.#setState("loading");
    // Both downloads start here, and the first failure ends the attempt.
    const started = engine.start();
    Promise.all([this.#download.bytes(source, load.abort.signal, started), started])
      .then(([bytes]) => this.#show(bytes, load, source.address))
      .catch((error) => this.fail(error, load));
  }

  /** @param {Uint8Array} bytes @param {Load} load @param {string} [address] where they were loaded from */
  async #show(bytes, load, address) {
    // This first recovers from a crash, which can end the load.
    engine.recover();
    if (load !== this.#load) {
      return;
    }
    const { story, language, article, passages, problems: diagnostics } = engine.read(this, bytes);
    if (!story) {
      throw new Failure("document", await explained(diagnostics, address));
    }
    if (language) {
      const texts = await textsOf(language);
      // A crash meanwhile ends the load, because the story is lost.
      engine.recover();
      if (load !== this.#load) {
        return;
      }
      engine.addLanguage(this, language, texts);
    }
    this.#rendering.show();
    const problems = await explained(diagnostics, address);
    if (load !== this.#load) {
      return;
    }
    this.problems = problems;
    load.passages = passages;
    setArticle(this.#element, article);
    if (this.#rendering.isRendered) {
      // This must run after the rendering, which is queued as a microtask too.
      queueMicrotask(() => this.succeed());
    }
  }

  /**
   * Performs an action of the reader, or of the page on their behalf.
   * @param {import("../engine/protocol.js").ActionName} action @param {string} [value]
   * @param {Element | null} [row] the control in use
   */
  dispatch(action, value, row) {
    try {
      this.#rendering.focus.hold(row);
      engine.dispatch(this, action, value);
    } catch (error) {
      this.fail(error);
    }
  }

  /** What a reader shares of a claim. @param {string} claim */
  shareText(claim) {
    try {
      return engine.shareText(this, claim);
    } catch (error) {
      this.fail(error);
      return undefined;
    }
  }

  /** The claim of this panel in the page's address. */
  get linkedClaim() {
    return deepLink(this.#element) === "off" ? undefined : linkedClaim(this.#element);
  }

  /** Takes the reader to the claim in the page's address, if it is one of this panel. */
  follow() {
    const claim = this.linkedClaim;
    if (claim !== undefined) {
      this.near = true;
      this.#rendering.focus.reveal(claim);
      this.schedule();
    }
  }

  /** Opens a claim, now or once there is a panel. @param {string} claim */
  select(claim) {
    this.#rendering.select(claim);
    this.schedule();
  }

  /** Ends the load: its document is rendered. */
  succeed() {
    const passages = this.#load?.passages;
    if (!passages || this.state !== "loading") {
      return;
    }
    this.#setState("ready");
    this.readiness.resolve(this.#element);
    this.emit("ready", null);
    this.#passages.update(passages);
    this.schedule();
    this.#rendering.focus.resume();
  }

  /** Ends a load, and what it has rendered. @param {unknown} error @param {Load | null} [load] */
  fail(error, load = this.#load) {
    if (load !== this.#load) {
      return;
    }
    const failure =
      error instanceof Failure ? error : new Failure("load", [problem("unsupported", [String(error)])], error);
    this.#abort();
    this.#clear();
    // The login page of a captive portal is not JSON either, and the problems' texts may be missing.
    const isLost = failure.problems.some(
      ({ code, remedy }) => remedy === UNEXPLAINED || /^not-(json|loaded)$/.test(code),
    );
    if (isLost || failure.kind === "network") {
      unreached.add(this);
    }
    this.problems = failure.problems;
    this.#setState("failed");
    // One message per failed load, since the page's developer may see nothing else. Warnings concern editors, whose
    // tools show them, so they are only in `problems`.
    console.error?.(`claim-panel (${failure.kind}): ${failure.message}`);
    this.readiness.rearm();
    this.readiness.reject(failure);
    this.emit("error", { kind: failure.kind, problems: failure.problems });
  }

  /**
   * Handles the loss of the instance. The panel that caused the crash fails; the others get one more chance.
   * @param {boolean | undefined} guilty
   */
  crashed(guilty) {
    if (guilty === undefined) {
      this.#crashes += 1;
    }
    if (guilty ?? this.#crashes > 1) {
      this.fail(engine.crash());
      return;
    }
    this.#abort();
    this.#clear();
    this.#stale = true;
    this.#setState("loading");
  }

  /** Cancels the current load. */
  #abort() {
    this.#load?.abort.abort();
    this.#load = null;
    unreached.delete(this);
  }

  /** Returns to the fallback content. */
  #clear() {
    this.#passages.update([]);
    setArticle(this.#element, "");
    this.#rendering.end();
    this.problems = [];
  }

  /** @param {Session["state"]} state */
  #setState(state) {
    this.state = state;
    const isBusy = state === "loading";
    // Frameworks do not expect an attribute that their server has not rendered.
    this.#internals.ariaBusy = String(isBusy);
    // Some browsers accept only names with two hyphens, and some have no states.
    this.#internals.states?.[isBusy ? "add" : "delete"]("--busy");
  }

  /** Dispatches an event to the page. @param {string} what @param {object | null} detail */
  emit(what, detail) {
    this.#element.dispatchEvent(new CustomEvent(`claim-panel-${what}`, { bubbles: true, composed: true, detail }));
  }
}
