/**
 * The panel that Rust renders for one element: it is mounted, gets documents and options, performs readers' actions, and
 * reports events.
 */

import * as engine from "../engine/engine.js";
import { ACTION, EVENT } from "../engine/protocol.js";
import { ReaderFocus } from "../reader/focus.js";
import { note } from "../reader/link.js";
import { deepLink, options } from "./attributes.js";
import { isHydrated, isPrinting, shown } from "./page.js";
import { Stage } from "./stage.js";

export class Rendering {
  /** Whether Rust has rendered into the root element. */
  isRendered = false;
  focus;

  #session;
  #element;
  #stage;
  /** The root element that Rust renders into. @type {HTMLElement | null} */
  #panel = null;
  /** The options that Rust has received. @type {object | null} */
  #options = null;
  /** The claims that the page selected and Rust has not received yet. @type {string[]} */
  #selected = [];

  /**
   * @param {import("./session.js").Session} session @param {import("./element.js").ClaimPanelElement} element
   * @param {ShadowRoot} shadow
   */
  constructor(session, element, shadow) {
    this.#session = session;
    this.#element = element;
    this.#stage = new Stage(shadow);
    this.focus = new ReaderFocus(session);
  }

  /** Renders the story that was read. */
  show() {
    this.#stage.styles();
    const options = this.#currentOptions();
    if (engine.isMounted(this.#session)) {
      this.focus.hold();
      engine.update(this.#session, options);
    } else {
      this.#mount(options);
    }
    this.#options = options;
  }

  /** @param {object} options */
  #mount(options) {
    const panel = document.createElement("div");
    this.#panel = panel;
    panel.toggleAttribute("data-framed", top !== window);
    shown.add(this.#session);
    this.isRendered = false;
    this.focus.begin(panel);
    engine.mount(this.#session, panel, options, (event) =>
      queueMicrotask(() => panel === this.#panel && this.#handle(panel, event)),
    );
  }

  /** Handles an event of Rust. @param {HTMLElement} panel @param {engine.HostEvent} event */
  #handle(panel, event) {
    switch (event.type) {
      case EVENT.FIRST_RENDER:
        this.#handleFirstRender(panel, event.isUnfinished);
        break;
      case EVENT.PROGRESS:
        if (!event.isUnfinished) {
          this.#stage.finish(panel);
        }
        this.focus.goOn(event.isUnfinished || event.isPartial);
        break;
      case EVENT.SELECT:
        this.#handleSelect(event.claim, event.open);
        break;
      case EVENT.VIEW:
        this.#session.emit("view", { view: event.view });
        break;
      case EVENT.REVEALED:
        this.#opened(event.claim);
        this.focus.revealed(event.claim);
        break;
      case EVENT.MISSING:
        this.focus.missing(event.claim);
    }
  }

  /** @param {HTMLElement} panel @param {boolean} isUnfinished */
  #handleFirstRender(panel, isUnfinished) {
    if (!this.isRendered) {
      this.isRendered = true;
      try {
        this.#stage.showPanel(panel, isUnfinished);
        this.#session.succeed();
      } catch (error) {
        this.#session.fail(error);
      }
    }
  }

  /** @param {string} claim @param {boolean} open */
  #handleSelect(claim, open) {
    if (open) {
      this.#opened(claim);
    } else if (this.#element.claim === claim) {
      this.#reflect(null);
    }
    this.#session.emit("select", { claim, open });
  }

  /** Makes the attribute, and the page's address if it follows, name the claim that the reader opened. @param {string} claim */
  #opened(claim) {
    const element = this.#element;
    this.#reflect(claim);
    if (deepLink(element) === "update") {
      note(element, claim);
    }
  }

  /** Makes the property name the claim that the reader opened last, and the attribute when it may. @param {string | null} claim */
  #reflect(claim) {
    this.#session.claim = claim;
    // This sends the claim back to Rust, where nothing changes. Requesting the same claim later is then a change.
    this.#session.schedule();
  }

  /** Opens a claim with the next changes. @param {string} claim */
  select(claim) {
    this.#selected.push(claim);
  }

  #currentOptions() {
    return { ...options(this.#element), onPaper: isPrinting };
  }

  /** Passes changes of the page to Rust and to the styles. */
  catchUp() {
    const { claim } = this.#session;
    if (this.isRendered) {
      this.#stage.adoptStyles();
    }
    if (isHydrated && this.#element.getAttribute("claim") !== claim) {
      this.#element.claim = claim;
    }
    const options = this.#currentOptions();
    if (!this.#panel || !this.#options || !engine.isMounted(this.#session)) {
      return;
    }
    for (const claim of this.#selected.splice(0)) {
      this.#update({ ...this.#options, claim });
      // The update has opened the claim. If there is none, this action makes Rust announce that.
      engine.dispatch(this.#session, ACTION.OPEN, claim);
    }
    if (String(Object.values(options)) !== String(Object.values(this.#options))) {
      this.#options = options;
      this.#update(options);
    }
  }

  /** @param {object} options */
  #update(options) {
    this.focus.hold();
    engine.update(this.#session, options);
  }

  /** Returns to the fallback content, and frees everything in the instance. */
  end() {
    this.focus.end();
    engine.unmount(this.#session);
    shown.delete(this.#session);
    this.#panel = null;
    this.isRendered = false;
    this.#options = null;
    this.#stage.showFallback();
  }
}
