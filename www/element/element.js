/**
 * `<claim-panel>`: the element's public interface. The fallback content stays in the slot until the panel is rendered,
 * and returns after any failure.
 */

import { flushMicrotasks } from "../engine/guard.js";
import { ACTION } from "../engine/protocol.js";
import { whenNear } from "../loading/approach.js";
import { VERSION } from "../loading/release.js";
import { keepTaken, press } from "../reader/keys.js";
import { sharedAddress } from "../reader/link.js";
import { show } from "../reader/place.js";
import { begin, isSelecting } from "../reader/selection.js";
import { share } from "../reader/share.js";
import { deepLink, headingLevel, loading, theme, view } from "./attributes.js";
import { Session } from "./session.js";

/** Properties that a page may have set before the element was defined. */
const PROPERTIES = __PROPERTIES__.split(" ");

/** Servers have no elements but may import this module. @type {typeof HTMLElement} */
const Base = globalThis.HTMLElement ?? Object;

export class ClaimPanelElement extends Base {
  static observedAttributes = __OBSERVED__.split(" ");

  /** The release that this class belongs to. */
  static get version() {
    return VERSION;
  }

  #session;
  #stopWatching = () => {};
  #follow = () => this.#session.follow();
  /** Following the same link again changes no address, so it fires no `hashchange`. @param {Event} event */
  #again = (event) => {
    const path = /** @type {HTMLAnchorElement[]} */ (event.composedPath());
    if (!event.defaultPrevented && path.some(({ localName, href }) => localName === "a" && href === location.href)) {
      this.#follow();
    }
  };
  #children = new MutationObserver(() => this.#session.childrenChanged());

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" });
    /** @type {[string[], (event: Event) => void][]} */
    const listeners = [
      // A middle click follows a link too.
      [["click", "auxclick"], (event) => this.#clicked(event)],
      [
        ["input"],
        ({ target }) =>
          this.#dispatch(/** @type {HTMLInputElement} */ (target), /** @type {HTMLInputElement} */ (target).value),
      ],
      [["keydown", "keypress", "keyup"], /** @type {(event: Event) => void} */ (keepTaken)],
      [["keydown", "keyup"], /** @type {(event: Event) => void} */ (press)],
      [["mousedown"], /** @type {(event: Event) => void} */ (begin)],
      // The browser's search opens a closed claim.
      [["beforematch"], ({ target }) => this.#open(/** @type {Element} */ (target))],
    ];
    for (const [types, listener] of listeners) {
      // Events of the fallback content in the slot belong to the page.
      types.forEach((type) =>
        shadow.addEventListener(
          type,
          (event) => shadow.contains(/** @type {Node} */ (event.target)) && listener(event),
        ),
      );
    }
    this.#session = new Session(this, shadow);
  }

  connectedCallback() {
    PROPERTIES.forEach((name) => this.#upgrade(name));
    this.#children.observe(this, { childList: true, subtree: true, characterData: true });
    this.#stopWatching();
    if (!this.#session.near) {
      this.#stopWatching = whenNear(this, () => {
        this.#session.near = true;
        this.#session.schedule();
      });
    }
    addEventListener("hashchange", this.#follow);
    addEventListener("click", this.#again);
    if (this.state === "idle") {
      this.#follow();
    }
    this.#session.schedule();
  }

  disconnectedCallback() {
    // Moving an element disconnects it briefly. It has left only if it is still disconnected in a later task.
    setTimeout(() => {
      if (!this.isConnected) {
        this.#stopWatching();
        removeEventListener("hashchange", this.#follow);
        removeEventListener("click", this.#again);
        this.#session.leave();
      }
    });
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (name === "src" && before !== now) {
      this.#session.renew();
    } else {
      if (name === "claim") {
        this.#session.claim = now;
      }
      this.#session.schedule();
    }
  }

  /** The document, as an object or as JSON text. It takes precedence over every other source; null clears it. */
  get data() {
    return this.#session.data;
  }
  set data(value) {
    this.#session.data = value ?? null;
    this.#session.renew();
  }

  /** The document's address, or `#id` of a JSON island. */
  get src() {
    return this.getAttribute("src");
  }
  set src(value) {
    this.#set("src", value);
  }

  /** The id of the claim to open. It also reflects the claim that the reader opened last. */
  get claim() {
    return this.#session.claim;
  }
  set claim(value) {
    // There may be no attribute yet whose removal would change it.
    this.#session.claim = null;
    this.#set("claim", value);
  }

  /** The view that the page requested. The reader may have chosen another one since. */
  get view() {
    return view(this);
  }
  set view(value) {
    this.#set("view", value);
  }

  /** The controls that readers get, separated by spaces. Null means all of them. */
  get controls() {
    return this.getAttribute("controls");
  }
  set controls(value) {
    this.#set("controls", value);
  }

  /** The heading level of the claims. */
  get headingLevel() {
    return headingLevel(this);
  }
  set headingLevel(value) {
    this.#set("heading-level", value);
  }

  /** The colour theme. Only the stylesheet uses it, through the attribute. */
  get theme() {
    return theme(this);
  }
  set theme(value) {
    this.#set("theme", value);
  }

  /** Whether to wait until the panel is near the viewport. */
  get loading() {
    return loading(this);
  }
  set loading(value) {
    this.#set("loading", value);
  }

  /** A selector of the article in which the passages that make claims are highlighted. */
  get highlight() {
    return this.getAttribute("highlight");
  }
  set highlight(value) {
    this.#set("highlight", value);
  }

  /** Whether the page's address opens claims: `read`, `update` (opened claims also change the address) or `off`. */
  get deepLink() {
    return deepLink(this);
  }
  set deepLink(value) {
    this.#set("deep-link", value);
  }

  /**
   * Settles with the load in progress, or with the next one. It resolves with the element once the panel is rendered,
   * or rejects with an error that has `kind` and `problems`. Each further load has its own promise. A rejection that
   * nobody handles is not reported as unhandled.
   * @returns {Promise<ClaimPanelElement>}
   */
  get ready() {
    return this.#session.readiness.promise;
  }

  /** @returns {"idle" | "loading" | "ready" | "failed"} */
  get state() {
    return this.#session.state;
  }

  /** The document's diagnostics, warnings included. Only the command line reports advice. */
  get problems() {
    return [...this.#session.problems];
  }

  /**
   * Opens a claim without closing any. Several calls in one task open all of their claims.
   * @param {string | null} claimId
   */
  select(claimId) {
    if (claimId) {
      this.#session.select(String(claimId));
    }
    this.claim = claimId;
  }

  /**
   * The article's address with a link to a claim, or without one if `deepLink` is off. Empty if there is no address that
   * others can open.
   * @param {string} claimId
   */
  shareUrl(claimId) {
    return sharedAddress(this, this.deepLink !== "off" && String(claimId));
  }

  /** Loads the document again at once, bypassing every cache. @returns {Promise<ClaimPanelElement>} `ready` */
  reload() {
    this.#session.reload();
    return this.ready;
  }

  /** Applies a property that was set before the upgrade, which would hide the accessor forever. @param {string} name */
  #upgrade(name) {
    const early = Object.getOwnPropertyDescriptor(this, name);
    if (early) {
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, early.value);
    }
  }

  /** @param {string} name @param {unknown} value */
  #set(name, value) {
    if (value === null || value === undefined) {
      this.removeAttribute(name);
    } else {
      this.setAttribute(name, String(value));
    }
  }

  /** @param {Event} event */
  #clicked(event) {
    const target = /** @type {Element} */ (event.target);
    const link = /** @type {HTMLAnchorElement | null} */ (target.closest("a[href]"));
    const button = /** @type {HTMLElement | null} */ (target.closest("button, [role=button]"));
    if (event.type === "auxclick" && /** @type {MouseEvent} */ (event).button !== 1) {
      return;
    }
    if (link) {
      // The page can cancel a link before it is followed.
      if (!this.#emitCancelable("source", { url: link.href })) {
        event.preventDefault();
      }
    } else if (event.type !== "click" || isSelecting(/** @type {MouseEvent} */ (event))) {
      return;
    } else if (button?.dataset.act === ACTION.SHARE) {
      this.#share(button);
    } else if (button) {
      // The reader may have scrolled away from the focused button before pressing a key.
      const isKey = !(/** @type {UIEvent} */ (event).detail) && button === this.shadowRoot?.activeElement;
      show(button, isKey ? "nearest" : undefined);
      this.#dispatch(button, button.dataset.value);
    } else {
      // A click anywhere on a closed claim opens it, because the button is a small target on a phone.
      const closed = target.closest("[part~=claim]")?.querySelector("[aria-expanded=false]");
      /** @type {HTMLElement | null | undefined} */ (closed)?.click();
    }
  }

  /** @param {HTMLElement} control @param {string} [value] */
  #dispatch(control, value) {
    const action = /** @type {import("../engine/protocol.js").ActionName} */ (control.dataset.act);
    this.#session.dispatch(action, value, control.closest("[part~=controls]"));
    if (
      action === ACTION.TOGGLE_SEARCH &&
      /** @type {(Element | null | undefined)[]} */ ([null, control]).includes(this.shadowRoot?.activeElement)
    ) {
      // Phones show the keyboard only if the field gets the focus within the click event.
      flushMicrotasks();
      /** @type {HTMLElement | null | undefined} */ (
        this.shadowRoot?.querySelector(`[data-act=${ACTION.SEARCH}]`)
      )?.focus({ preventScroll: true });
    }
  }

  /** Opens the claim that an element belongs to. @param {Element} element */
  #open(element) {
    const button = element.closest("li")?.querySelector(`[data-act=${ACTION.TOGGLE}]`);
    const { value } = /** @type {HTMLElement | null | undefined} */ (button)?.dataset ?? {};
    if (value) {
      this.#session.dispatch(ACTION.OPEN, value);
    }
  }

  /** @param {HTMLElement} button */
  #share(button) {
    const claim = button.dataset.value ?? "";
    const [url, shared] = [this.shareUrl(claim), this.#session.shareText(claim)];
    if (shared && this.#emitCancelable("share", { claim, url, text: shared.text })) {
      share({ ...shared, ...(url && { url }) }, (isCopied) => {
        if (isCopied || url) {
          this.#session.dispatch(isCopied ? ACTION.COPIED : ACTION.NOT_COPIED, isCopied ? claim : url);
        }
        flushMicrotasks();
        // The reader must reach an address that is to be copied by hand.
        show(this.shadowRoot?.querySelector("[part~=status]") ?? null, isCopied ? undefined : "center");
      });
    }
  }

  /**
   * Dispatches a cancelable event, and returns whether the page allowed the action.
   * @param {string} what @param {object} detail
   */
  #emitCancelable(what, detail) {
    const event = new CustomEvent(`claim-panel-${what}`, { bubbles: true, composed: true, cancelable: true, detail });
    return this.dispatchEvent(event);
  }
}
