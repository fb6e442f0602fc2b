/**
 * The life of one panel: which document it shows, what state it is in, and whom it tells.
 *
 * Every call into the WebAssembly and every event starts in a microtask or a task of its own: neither
 * ever runs inside a Rust frame, and changes that a page makes in one go are one load.
 */
import { deepLink, loading, options } from "./attributes.js";
import { Download } from "./download.js";
import * as engine from "./engine.js";
import { Failure, problem } from "./failure.js";
import { linkedClaim, note } from "./link.js";
import { wordsOf } from "./languages.js";
import { isPrinting, listen, shown, unreached } from "./page.js";
import { Passages } from "./passages.js";
import { Readiness } from "./readiness.js";
import { Reading } from "./reading.js";
import { explained } from "./sentences.js";
import { findSource, islandIn } from "./source.js";
import { Stage } from "./stage.js";

/**
 * One attempt to show one document, whose passages are known once it is accepted.
 * @typedef {{ abort: AbortController, passages?: import("./passages.js").Passage[] }} Load
 */

export class Session {
  /** @type {"idle" | "loading" | "ready" | "failed"} */
  state = "idle";
  /** @type {import("./failure.js").Problem[]} */
  problems = [];
  readiness = new Readiness();
  /** What the page set as `data`. @type {unknown} */
  data = null;
  /** The reader is near, or the page asked by name. */
  near = false;

  #element;
  #stage;
  /** Another document is due. */
  #stale = true;
  #scheduled = false;
  /** The page is still being parsed, and the document may be yet to come. */
  #waiting = false;
  /** The newest load; an older one that comes back late finds itself replaced. @type {Load | null} */
  #load = null;
  /** What Rust draws into, and whether it has drawn. @type {HTMLElement | null} */
  #panel = null;
  #drawn = false;
  /** The options that Rust knows. @type {object | null} */
  #told = null;
  #download = new Download();
  /** The island's text at the last load. @type {string | undefined} */
  #island;
  #crashes = 0;
  /** The claims that the page asked for and Rust does not know of yet. @type {string[]} */
  #asked = [];
  #reading = new Reading(this);
  #passages;

  /** @type {engine.Client} */
  #client = {
    crashed: (guilty) => this.#crashed(guilty),
    restart: () => this.schedule(),
  };

  /** @param {HTMLElement} element @param {ShadowRoot} shadow */
  constructor(element, shadow) {
    this.#element = element;
    this.#stage = new Stage(shadow);
    this.#passages = new Passages(element, (detail) => this.#tell("claim-panel-passage", detail));
    listen();
  }

  /** There is another document to show. */
  renew() {
    this.#stale = true;
    this.#crashes = 0;
    this.readiness.rearm();
    this.schedule();
  }

  /** The same, past everything that was kept of the last one. */
  reload() {
    this.near = true;
    this.#download.forget();
    this.renew();
  }

  /** Something changed that may have to be told to Rust. */
  schedule() {
    if (!this.#scheduled) {
      this.#scheduled = true;
      queueMicrotask(() => {
        this.#scheduled = false;
        this.catchUp();
      });
    }
  }

  /** The element's children changed: an island may have come, or another. */
  childrenChanged() {
    const other = this.data === null && islandIn(this.#element)?.textContent !== this.#island;
    if (other || this.#waiting) {
      this.renew();
    }
  }

  /** The element is no longer in a document: nothing of it stays in the instance. */
  leave() {
    this.#abort();
    this.#clear();
    this.#stale = true;
    this.readiness.rearm();
    this.#setState("idle");
  }

  /** Does at once what `schedule` puts off. */
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
    const load = (this.#load = { abort: new AbortController() });
    this.readiness.rearm();
    this.#setState("loading");
    // Both downloads begin here, and whichever fails first ends the attempt.
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
      // Behind the redrawing, which waits in the same queue.
      queueMicrotask(() => this.#succeed());
    }
  }

  /** @param {Uint8Array} bytes @param {object} told */
  #mount(bytes, told) {
    const panel = (this.#panel = document.createElement("div"));
    shown.add(this);
    this.#drawn = false;
    this.#reading.begin(panel);
    return engine.mount(this.#client, panel, bytes, told, (event) =>
      queueMicrotask(() => panel === this.#panel && this.#heard(event)),
    );
  }

  /** What Rust tells. @param {any[]} event */
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
    // The change is told back to Rust, to which it is no news, so that asking for the claim again is.
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
   * What a reader does, or the page for them.
   * @param {string} action see `engine.act` @param {string} [value] @param {Element | null} [row] what they use for it
   */
  act(action, value, row) {
    try {
      this.#reading.expect(row);
      engine.act(this.#client, action, value);
    } catch (error) {
      this.#fail(error, this.#load);
    }
  }

  /** Leads the reader to the claim that the page's address names, if it is one of this panel. */
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

  /** @param {any} error @param {Load | null} load */
  #fail(error, load) {
    if (load !== this.#load) {
      return;
    }
    const failure =
      error instanceof Failure ? error : new Failure("load", [problem("unsupported", [String(error)])], error);
    this.#abort();
    this.#clear();
    // The page of a network that wants a login first is no JSON either.
    if (failure.kind === "network" || failure.problems.some(({ code }) => code === "not-json")) {
      unreached.add(this);
    }
    this.problems = failure.problems;
    this.#setState("failed");
    // For whoever runs the page, who may have no other place to look: one message a failed load. Warnings
    // are for the editor, whose tools show them, and are left to `problems`.
    console.error(`claim-panel (${failure.kind}): ${failure.message}`);
    this.readiness.rearm();
    this.readiness.reject(failure);
    this.#tell("claim-panel-error", { kind: failure.kind, problems: failure.problems });
  }

  /** The instance is gone. Whose fault it was fails; the others get one more chance. @param {boolean | undefined} guilty */
  #crashed(guilty) {
    if (guilty || (guilty === undefined && (this.#crashes += 1) > 1)) {
      this.#fail(engine.crash(), this.#load);
      return;
    }
    this.#abort();
    this.#clear();
    this.#stale = true;
    this.#setState("loading");
  }

  /** An older load has nothing to say any more. */
  #abort() {
    this.#load?.abort.abort();
    this.#load = null;
    unreached.delete(this);
  }

  /** Back to the article's own content. */
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

  /** @param {string} type @param {any} detail */
  #tell(type, detail) {
    this.#element.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }
}
