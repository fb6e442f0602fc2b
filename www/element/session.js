/**
 * The lifecycle of one panel: its document, its state and its events.
 *
 * Every call into the WebAssembly module and every event starts in its own microtask or task, so neither ever runs
 * inside a Rust frame. Changes that a page makes together cause a single load.
 */

import * as engine from "../engine/engine.js";
import { Download } from "../loading/download.js";
import { wordsOf } from "../loading/languages.js";
import { explained } from "../loading/sentences.js";
import { findSource, islandIn } from "../loading/source.js";
import { linkedClaim, note } from "../reader/link.js";
import { Passages } from "../reader/passages.js";
import { Reading } from "../reader/reading.js";
import { deepLink, loading, options } from "./attributes.js";
import { Failure, problem } from "./failure.js";
import { isPrinting, listen, shown, unreached } from "./page.js";
import { Readiness } from "./readiness.js";
import { Stage } from "./stage.js";

/**
 * One attempt to show a document. Its passages are known once the document is accepted.
 * @typedef {{ abort: AbortController, passages?: import("../reader/passages.js").Passage[] }} Load
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

  #element;
  #stage;
  /** Whether another document has to be loaded. */
  #stale = true;
  #scheduled = false;
  /** Whether the page is still being parsed and the document may follow. */
  #waiting = false;
  /** The newest load. An older load compares itself with it and stops. @type {Load | null} */
  #load = null;
  /** The root element that Rust renders into, and whether it has rendered. @type {HTMLElement | null} */
  #panel = null;
  #drawn = false;
  /** The options that Rust has received. @type {object | null} */
  #told = null;
  #download = new Download();
  /** The island's text at the last load. @type {string | undefined} */
  #island;
  #crashes = 0;
  /** The claims that the page selected and Rust has not received yet. @type {string[]} */
  #asked = [];
  #reading = new Reading(this);
  #passages;

  /** @type {engine.Client} */
  #client = {
    crashed: (guilty) => this.#crashed(guilty),
    restart: () => this.schedule(),
  };

  /** @param {import("./element.js").ClaimPanelElement} element @param {ShadowRoot} shadow */
  constructor(element, shadow) {
    this.#element = element;
    this.#stage = new Stage(shadow);
    this.#passages = new Passages(element, (detail) => this.#tell("claim-panel-passage", detail));
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
        if (this.#drawn) {
          this.#stage.dress();
        }
        this.#tellOptions();
        this.#passages.update();
      } catch (error) {
        this.#fail(error, this.#load);
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
      .then(([bytes]) => this.#show(bytes, load))
      .catch((error) => this.#fail(error, load));
  }

  /** @param {Uint8Array} bytes @param {Load} load */
  async #show(bytes, load) {
    const again = engine.isMounted(this.#client);
    if (load !== this.#load) {
      return;
    }
    this.#stage.styles();
    const told = this.#options();
    this.#reading.hold();
    const [handle, more, findings] = again ? engine.update(this.#client, bytes, told) : this.#mount(bytes, told);
    if (typeof more === "string") {
      const words = await wordsOf(more);
      if (load === this.#load) {
        engine.learn(this.#client, more, words);
        await this.#show(bytes, load);
      }
      return;
    }
    if (handle) {
      this.#told = told;
    }
    const problems = await explained(findings);
    if (!handle) {
      throw new Failure("document", problems);
    }
    if (load !== this.#load) {
      return;
    }
    this.problems = problems;
    load.passages = more;
    if (this.#drawn) {
      // This must run after the rendering, which is queued as a microtask too.
      queueMicrotask(() => this.#succeed());
    }
  }

  /** @param {Uint8Array} bytes @param {object} told */
  #mount(bytes, told) {
    const panel = document.createElement("div");
    this.#panel = panel;
    shown.add(this);
    this.#drawn = false;
    this.#reading.begin(panel);
    return engine.mount(this.#client, panel, bytes, told, (event) =>
      queueMicrotask(() => panel === this.#panel && this.#heard(event)),
    );
  }

  /** Handles an event of Rust. @param {engine.HostEvent} event */
  #heard([type, about, open]) {
    if (type === "drawn" && this.#panel && !this.#drawn) {
      this.#drawn = true;
      try {
        this.#stage.showPanel(this.#panel, open);
        this.#succeed();
      } catch (error) {
        this.#fail(error, this.#load);
      }
    } else if (type === "select") {
      this.#selected(about, open);
    } else if (type === "view") {
      this.#tell("claim-panel-view", { view: about });
    } else if (type === "visit") {
      this.#reading.seek(about, "nearest");
    } else if (type === "progress" && this.#panel) {
      if (!open) {
        this.#stage.finish(this.#panel);
      }
      this.#reading.goOn(open);
    }
  }

  /** @param {string} claim @param {boolean} open */
  #selected(claim, open) {
    const element = this.#element;
    // Setting the attribute sends the claim back to Rust, where nothing changes. Requesting the same claim later is
    // then a change.
    if (open) {
      element.setAttribute("claim", claim);
      if (deepLink(element) === "update") {
        note(element, claim);
      }
    } else if (element.getAttribute("claim") === claim) {
      element.removeAttribute("claim");
    }
    this.#tell("claim-panel-select", { claim, open });
  }

  #options() {
    return { ...options(this.#element), allOpen: isPrinting };
  }

  #tellOptions() {
    const told = this.#options();
    if (!this.#panel || !this.#told || !engine.isMounted(this.#client)) {
      return;
    }
    for (const claim of this.#asked.splice(0)) {
      this.#reading.hold();
      engine.update(this.#client, undefined, { ...this.#told, claim });
      this.#reading.seek(claim);
    }
    if (JSON.stringify(told) !== JSON.stringify(this.#told)) {
      this.#told = told;
      this.#reading.hold();
      engine.update(this.#client, undefined, told);
    }
  }

  /**
   * Performs an action of the reader, or of the page on their behalf.
   * @param {string} action see `engine.act` @param {string} [value] @param {Element | null} [row] the control in use
   */
  act(action, value, row) {
    try {
      this.#reading.expect(row);
      engine.act(this.#client, action, value);
    } catch (error) {
      this.#fail(error, this.#load);
    }
  }

  /** Leads the reader to the claim in the page's address, if it is one of this panel. */
  follow() {
    const claim = deepLink(this.#element) === "off" ? undefined : linkedClaim(this.#element);
    if (claim !== undefined) {
      this.near = true;
      this.#reading.seek(claim, "start");
      this.schedule();
    }
  }

  /** Opens a claim, now or once there is a panel. @param {string} claim */
  select(claim) {
    this.#asked.push(claim);
    this.schedule();
  }

  #succeed() {
    const passages = this.#load?.passages;
    if (!passages || this.state !== "loading") {
      return;
    }
    this.#setState("ready");
    this.readiness.resolve(this.#element);
    this.#tell("claim-panel-ready", null);
    this.#passages.update(passages);
    this.schedule();
    this.#reading.look();
  }

  /** @param {unknown} error @param {Load | null} load */
  #fail(error, load) {
    if (load !== this.#load) {
      return;
    }
    const failure =
      error instanceof Failure ? error : new Failure("load", [problem("unsupported", [String(error)])], error);
    this.#abort();
    this.#clear();
    // The login page of a captive portal is not JSON either.
    if (failure.kind === "network" || failure.problems.some(({ code }) => code === "not-json")) {
      unreached.add(this);
    }
    this.problems = failure.problems;
    this.#setState("failed");
    // One message per failed load, since the page's developer may see nothing else. Warnings concern editors, whose
    // tools show them, so they are only in `problems`.
    console.error(`claim-panel (${failure.kind}): ${failure.message}`);
    this.readiness.rearm();
    this.readiness.reject(failure);
    this.#tell("claim-panel-error", { kind: failure.kind, problems: failure.problems });
  }

  /**
   * Handles the loss of the instance. The panel that caused the crash fails; the others get one more chance.
   * @param {boolean | undefined} guilty
   */
  #crashed(guilty) {
    if (guilty === undefined) {
      this.#crashes += 1;
    }
    if (guilty ?? this.#crashes > 1) {
      this.#fail(engine.crash(), this.#load);
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
    this.#reading.end();
    this.#passages.update([]);
    engine.unmount(this.#client);
    shown.delete(this);
    this.#panel = null;
    this.#drawn = false;
    this.#told = null;
    this.problems = [];
    this.#stage.showFallback();
  }

  /** @param {Session["state"]} state */
  #setState(state) {
    this.state = state;
    if (state === "loading") {
      this.#element.setAttribute("aria-busy", "true");
    } else {
      this.#element.removeAttribute("aria-busy");
    }
  }

  /** @param {string} type @param {object | null} detail */
  #tell(type, detail) {
    this.#element.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }
}
