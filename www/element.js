/**
 * `<claim-panel>`: what a page can see and set of a panel. The article's own content stays in its slot
 * until the panel has been drawn well, and comes back after any failure.
 */
import { whenNear } from "./approach.js";
import { deepLink, headingLevel, loading, theme, view } from "./attributes.js";
import { settle } from "./guard.js";
import { keepTaken } from "./keys.js";
import { addressOf } from "./link.js";
import { show } from "./place.js";
import { VERSION } from "./release.js";
import { Session } from "./session.js";
import { share, textOf } from "./share.js";

/** What a page may have set before the element was defined. */
const PROPERTIES = ["data", "src", "claim", "view", "controls", "headingLevel", "theme", "loading", "highlight", "deepLink"];

/** A server, which has no elements, may import this all the same. @type {typeof HTMLElement} */
const Base = globalThis.HTMLElement ?? Object;

export class ClaimPanelElement extends Base {
  static observedAttributes = ["src", "claim", "view", "controls", "heading-level", "loading", "highlight"];

  /** The version of the release that this class belongs to. */
  static get version() {
    return VERSION;
  }

  #session;
  /** The button beside which it is said what became of the last claim that was shared. @type {HTMLElement | undefined} */
  #said;
  #stopWatching = () => {};
  #follow = () => this.#session.follow();
  /** The same link once more changes no address, of which the page would hear. @param {Event} event */
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
    /** @type {[string[], (event: any) => void][]} */
    const heard = [
      // A middle click follows a link too.
      [["click", "auxclick"], (event) => this.#clicked(event)],
      [["input"], ({ target }) => this.#act(target, target.value)],
      [["keydown", "keypress", "keyup"], keepTaken],
    ];
    for (const [types, hear] of heard) {
      // What happens to the article's own content in the slot is no matter of ours.
      types.forEach((type) => shadow.addEventListener(type, (event) => shadow.contains(/** @type {Node} */ (event.target)) && hear(event)));
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
      // It is that of another, of which this one is a copy.
      this.removeAttribute("aria-busy");
      this.#follow();
    }
    this.#session.schedule();
  }

  disconnectedCallback() {
    // Moving an element disconnects it for a moment. Only who is still outside in a later task has left.
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
      this.#session.schedule();
    }
  }

  /** The document, as an object or as JSON text; it comes before every other source. null: use the others. */
  get data() {
    return this.#session.data;
  }
  set data(value) {
    this.#session.data = value ?? null;
    this.#session.renew();
  }

  /** The address of the document, or `#id` of a JSON island. */
  get src() {
    return this.getAttribute("src");
  }
  set src(value) {
    this.#set("src", value);
  }

  /** The id of the claim to open, and of the one that the reader opened last. */
  get claim() {
    return this.getAttribute("claim");
  }
  set claim(value) {
    this.#set("claim", value);
  }

  /** The view that the page asked for; the reader may have chosen another since. */
  get view() {
    return view(this);
  }
  set view(value) {
    this.#set("view", value);
  }

  /** What readers can do: names with blanks between, or null for everything. */
  get controls() {
    return this.getAttribute("controls");
  }
  set controls(value) {
    this.#set("controls", value);
  }

  /** The level of the claims' headings. */
  get headingLevel() {
    return headingLevel(this);
  }
  set headingLevel(value) {
    this.#set("heading-level", value);
  }

  /** Colours: a matter of the stylesheet alone, which matches the attribute. */
  get theme() {
    return theme(this);
  }
  set theme(value) {
    this.#set("theme", value);
  }

  /** Whether to wait until the reader comes near. */
  get loading() {
    return loading(this);
  }
  set loading(value) {
    this.#set("loading", value);
  }

  /** A selector of the article in which the words are marked that make claims. */
  get highlight() {
    return this.getAttribute("highlight");
  }
  set highlight(value) {
    this.#set("highlight", value);
  }

  /** Whether the page's address leads to claims: `read`, also `update` by what readers open, or `off`. */
  get deepLink() {
    return deepLink(this);
  }
  set deepLink(value) {
    this.#set("deep-link", value);
  }

  /**
   * Settles with the load that is under way or comes next: resolves with the element once it is drawn, or
   * rejects with an error that has `kind` and `problems`. Every further load has a promise of its own.
   * Who does not wait for it misses nothing: a rejection is never reported as unhandled.
   * @returns {Promise<ClaimPanelElement>}
   */
  get ready() {
    return this.#session.readiness.promise;
  }

  /** @returns {"idle" | "loading" | "ready" | "failed"} */
  get state() {
    return this.#session.state;
  }

  /** What is wrong with the document, warnings included. Advice is the command line's. */
  get problems() {
    return [...this.#session.problems];
  }

  /** Opens a claim and closes none; several in one go are all opened. @param {string | null} claimId */
  select(claimId) {
    if (claimId) {
      this.#session.select(String(claimId));
    }
    this.claim = claimId;
  }

  /** The address of this page that leads to a claim; of the page alone where `deepLink` is off. @param {string} claimId */
  shareUrl(claimId) {
    return this.deepLink === "off" ? location.href : addressOf(this, String(claimId));
  }

  /** Loads again, now, from the source itself. @returns {Promise<ClaimPanelElement>} `ready` */
  reload() {
    this.#session.reload();
    return this.ready;
  }

  /** Takes over a property from before the class: it would hide the accessor for ever. @param {string} name */
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
    const button = target.closest("button");
    if (event.type === "auxclick" && /** @type {MouseEvent} */ (event).button !== 1) {
      return;
    }
    if (link) {
      // Before a link of the panel is followed, the page is asked.
      if (!this.#ask("source", { url: link.href })) {
        event.preventDefault();
      }
    } else if (event.type === "click" && button?.dataset.act === "share") {
      this.#share(button);
    } else if (event.type === "click" && button) {
      // A key may have been pressed while the reader looked elsewhere.
      const isKey = event.isTrusted && !(/** @type {UIEvent} */ (event).detail);
      show(button, isKey ? "nearest" : undefined);
      this.#act(button, button.dataset.value);
    } else if (event.type === "click") {
      openRow(target);
    }
  }

  /** @param {HTMLElement} control @param {string} [value] */
  #act(control, value) {
    const { act = "" } = control.dataset;
    this.#said?.removeAttribute("data-said");
    this.#session.act(act, value, control.closest("[part~=controls]"));
    if (act === "search" && [null, control].includes(/** @type {any} */ (this.shadowRoot?.activeElement))) {
      // Whoever opens the search is going to write: a phone shows its keyboard only for what happens at once.
      settle();
      /** @type {HTMLElement | null | undefined} */ (this.shadowRoot?.querySelector("[data-act=find]"))?.focus({ preventScroll: true });
    }
  }

  /** @param {HTMLElement} button */
  #share(button) {
    const claim = button.dataset.value ?? "";
    const [url, text] = [this.shareUrl(claim), textOf(/** @type {Element} */ (button.closest("li")))];
    this.#said?.removeAttribute("data-said");
    this.#said = button;
    if (this.#ask("share", { claim, url, text })) {
      const title = this.shadowRoot?.querySelector("[part~=title]")?.textContent ?? "";
      share({ title, text, url }, (action, value) => {
        this.#session.act(action, value);
        settle();
        const said = this.shadowRoot?.querySelector("[part~=status]");
        // The row that says it may be far above. An address to be copied has to be reached.
        button.dataset.said = value ? "" : (said?.textContent ?? "");
        show(said ?? null, value && "center");
      });
    }
  }

  /** Whether the page lets it happen. @param {string} what @param {object} detail */
  #ask(what, detail) {
    const asked = new CustomEvent(`claim-panel-${what}`, { bubbles: true, composed: true, cancelable: true, detail });
    return this.dispatchEvent(asked);
  }
}

/**
 * A click anywhere on a closed claim opens it: a thumb need not aim. Whoever has selected words there
 * wants to copy them.
 * @param {Element} target
 */
function openRow(target) {
  const selection = /** @type {any} */ (target.getRootNode()).getSelection?.() ?? target.ownerDocument.getSelection();
  // Safari calls a selection collapsed that begins and ends in a shadow tree, but knows its type.
  if (selection?.type !== "Range") {
    const button = target.closest("[part~=claim]")?.querySelector("button[aria-expanded=false]");
    /** @type {HTMLElement | null | undefined} */ (button)?.click();
  }
}
