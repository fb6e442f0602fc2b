/**
 * The panel that Rust renders for one element: it is mounted, gets documents and options, performs readers' actions, and
 * reports events.
 */

import * as engine from "../engine/engine.js";
import { note } from "../reader/link.js";
import { Reading } from "../reader/reading.js";
import { deepLink, options } from "./attributes.js";
import { isPrinting, shown } from "./page.js";
import { Stage } from "./stage.js";

export class Rendering {
  /** Whether Rust has rendered into the root element. */
  isDrawn = false;
  reading;

  #session;
  #element;
  #stage;
  /** The root element that Rust renders into. @type {HTMLElement | null} */
  #panel = null;
  /** The options that Rust has received. @type {object | null} */
  #told = null;
  /** The claims that the page selected and Rust has not received yet. @type {string[]} */
  #asked = [];

  /** @param {import("./session.js").Session} session @param {HTMLElement} element @param {ShadowRoot} shadow */
  constructor(session, element, shadow) {
    this.#session = session;
    this.#element = element;
    this.#stage = new Stage(shadow);
    this.reading = new Reading(session);
  }

  /**
   * Passes a document to Rust, which accepts it or keeps the one before.
   * @param {Uint8Array} bytes @param {boolean} isMounted
   */
  show(bytes, isMounted) {
    this.#stage.styles();
    const told = this.#options();
    this.reading.hold();
    const outcome = isMounted ? engine.update(this.#session, bytes, told) : this.#mount(bytes, told);
    if (outcome[0]) {
      this.#told = told;
    }
    return outcome;
  }

  /** @param {Uint8Array} bytes @param {object} told */
  #mount(bytes, told) {
    const panel = document.createElement("div");
    this.#panel = panel;
    shown.add(this.#session);
    this.isDrawn = false;
    this.reading.begin(panel);
    return engine.mount(this.#session, panel, bytes, told, (event) =>
      queueMicrotask(() => panel === this.#panel && this.#heard(panel, event)),
    );
  }

  /** Handles an event of Rust. @param {HTMLElement} panel @param {engine.HostEvent} event */
  #heard(panel, [type, about, open]) {
    if (type === "drawn" && !this.isDrawn) {
      this.isDrawn = true;
      try {
        this.#stage.showPanel(panel, open);
        this.#session.succeed();
      } catch (error) {
        this.#session.fail(error);
      }
    } else if (type === "select") {
      this.#selected(about, open);
    } else if (type === "view") {
      this.#session.tell("view", { view: about });
    } else if (type === "visit") {
      this.reading.seek(about, "nearest");
    } else if (type === "progress") {
      if (!open) {
        this.#stage.finish(panel);
      }
      this.reading.goOn(open);
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
    this.#session.tell("select", { claim, open });
  }

  /** Opens a claim with the next changes. @param {string} claim */
  select(claim) {
    this.#asked.push(claim);
  }

  #options() {
    return { ...options(this.#element), allOpen: isPrinting };
  }

  /** Passes changes of the page to Rust and to the styles. */
  catchUp() {
    if (this.isDrawn) {
      this.#stage.dress();
    }
    const told = this.#options();
    if (!this.#panel || !this.#told || !engine.isMounted(this.#session)) {
      return;
    }
    for (const claim of this.#asked.splice(0)) {
      this.reading.hold();
      engine.update(this.#session, undefined, { ...this.#told, claim });
      this.reading.seek(claim);
    }
    if (JSON.stringify(told) !== JSON.stringify(this.#told)) {
      this.#told = told;
      this.reading.hold();
      engine.update(this.#session, undefined, told);
    }
  }

  /** Returns to the fallback content, and frees everything in the instance. */
  end() {
    this.reading.end();
    engine.unmount(this.#session);
    shown.delete(this.#session);
    this.#panel = null;
    this.isDrawn = false;
    this.#told = null;
    this.#stage.showFallback();
  }
}
