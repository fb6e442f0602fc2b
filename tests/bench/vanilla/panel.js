/**
 * `<vanilla-panel>`: the panel written by hand, for comparison with the one that is made with Yew. It draws the same
 * elements in the same steps with the same stylesheet.
 */
import * as texts from "words";
import { makeControls } from "./controls.js";
import { button, el, own, piece } from "./dom.js";
import { AT_ONCE, Growth } from "./grow.js";
import { press } from "./keys.js";
import { ClaimList } from "./list.js";
import { people } from "./people.js";
import { isFiltered, makeIndex, mark } from "./search.js";
import { sources } from "./sources.js";
import { GROUPS, newestFirst, read } from "./story.js";
import { styles } from "./styles.js";
import { timeline } from "./timeline.js";

/**
 * Draws a view: its empty root, and the entries that are put into it.
 * @typedef {(story: import("./story.js").Story, found: import("./story.js").Claim[], isFiltered: boolean) => {
 *   root: HTMLElement, entries: import("./grow.js").Entry[] }} Draw
 */

/** The views other than that of the claims, in which readers change nothing. @type {Partial<Record<string, Draw>>} */
const VIEWS = { people, timeline, sources };

/** The weight of the entries that are drawn first, and of those at a keystroke. */
const AT_FIRST = 100;
const AT_A_KEYSTROKE = 50;
/** The most entries that a search shows at first. */
const MAX_FOUND = 40;

const NOTHING = { words: "", party: "", group: "" };

class VanillaPanel extends HTMLElement {
  #shadow = this.attachShadow({ mode: "open" });
  #state = { view: "claims", isNewestFirst: false, isSearching: false, isWhole: false };
  #wanted = NOTHING;
  #growth = new Growth();
  #resolve = () => {};
  /** @type {Promise<void>} */
  ready = new Promise((resolve) => (this.#resolve = resolve));

  constructor() {
    super();
    this.#shadow.append(el("slot", {}));
    this.#shadow.addEventListener("click", ({ target }) => this.#clicked(/** @type {Element} */ (target)));
    this.#shadow.addEventListener("keydown", (event) => press(/** @type {KeyboardEvent} */ (event)));
    // The browser's search opens a closed claim.
    this.#shadow.addEventListener("beforematch", ({ target }) => this.#clicked(/** @type {Element} */ (target)));
    this.#shadow.addEventListener("input", ({ target }) => {
      const { dataset, value } = /** @type {HTMLInputElement} */ (target);
      this.#act(dataset.act ?? "", value);
    });
  }

  connectedCallback() {
    const src = this.getAttribute("src");
    if (src && !this.#story) {
      fetch(src)
        .then((response) => response.text())
        .then((text) => (this.data = text));
    }
  }

  disconnectedCallback() {
    this.#growth.end();
  }

  /** @type {import("./story.js").Story} */
  #story;
  /** The document as JSON text. @param {string} text */
  set data(text) {
    this.#story = read(text);
    this.#find = undefined;
    this.#start();
    this.#resolve();
  }

  /** @type {ReturnType<typeof makeIndex> | undefined} */
  #find;
  /** @type {import("./story.js").Claim[]} */
  #found = [];
  /** @type {ReturnType<typeof makeControls>} */
  #controls;
  #status = el("p", { part: "status", role: "status" });
  #rest = button("rest", "show-all-matches", texts.showRest);
  /** @type {HTMLElement} */
  #view;
  /** The view of the claims, while it is shown. @type {ClaimList | undefined} */
  #list;
  /** The claims that are open in that view, by their ids. @type {Set<string>} */
  #open = new Set();

  #start() {
    const { title: words, lang, claims } = this.#story;
    this.#found = claims;
    this.#controls = makeControls(this.#story);
    this.#view = el("ol", {});
    const title = el("h2", { part: "title", id: "title" }, own(words));
    const section = el(
      "section",
      { part: "panel", lang, dir: "ltr", "aria-labelledby": "title" },
      piece("header", "head", piece("p", "kicker", texts.kicker), title),
      this.#controls.root,
      this.#status,
      this.#view,
    );
    this.#choose();
    this.#update();
    this.#shadow.adoptedStyleSheets = [styles()];
    this.#shadow.replaceChildren(el("div", {}, section));
  }

  /** @param {Element} target */
  #clicked(target) {
    const control = /** @type {HTMLElement | null} */ (target.closest("button, [role=button]"));
    if (control) {
      this.#act(control.dataset.act ?? "", control.dataset.value ?? "");
    } else if (document.getSelection()?.type !== "Range") {
      /** @type {HTMLElement | null | undefined} */ (
        target.closest("[part~=claim]")?.querySelector("[aria-expanded=false]")
      )?.click();
    }
  }

  /** @param {string} act @param {string} value */
  #act(act, value) {
    const state = this.#state;
    if (act === "toggle") {
      const open = !this.#open.has(value);
      open ? this.#open.add(value) : this.#open.delete(value);
      this.#list?.update(value);
      this.dispatchEvent(
        new CustomEvent("claim-panel-select", { bubbles: true, composed: true, detail: { claim: value, open } }),
      );
    } else if (act === "reveal") {
      state.view = "claims";
      this.#open.add(value);
      this.#choose();
    } else if (act === "open-all" || act === "close-all") {
      act === "open-all" ? this.#found.forEach(({ id }) => this.#open.add(id)) : this.#open.clear();
      this.#show();
    } else if (act === "set-view") {
      state.view = value;
      this.#choose();
    } else if (act === "show-all-matches") {
      state.isWhole = true;
      this.#list ? this.#show() : this.#choose();
    } else if (act === "toggle-order") {
      state.isNewestFirst = !state.isNewestFirst;
      this.#look();
    } else if (act === "toggle-search" || act === "clear-search") {
      state.isSearching = act === "clear-search" || !state.isSearching;
      // Made before the reader types, so that the first keystroke does not wait for it.
      this.#find ??= makeIndex(this.#story);
      this.#look(NOTHING);
      act === "clear-search" && this.#controls.clear();
    } else if (act === "search") {
      this.#look({ ...this.#wanted, words: value });
    } else if (act === "filter-by-party") {
      this.#look({ ...this.#wanted, party: value });
    } else if (act === "filter-by-position") {
      this.#look({ ...this.#wanted, group: value && GROUPS[Number(value)][0] });
    }
    this.#update();
    if (act === "toggle-search" && state.isSearching) {
      this.#controls.root.querySelector("input")?.focus({ preventScroll: true });
    }
  }

  /** Searches, and shows the claims that are found. @param {import("./search.js").Wanted} wanted */
  #look(wanted = this.#wanted) {
    const { claims } = this.#story;
    this.#wanted = wanted;
    this.#state.isWhole = false;
    const found = (isFiltered(wanted) && this.#find?.(wanted)) || claims;
    this.#found = this.#state.isNewestFirst ? newestFirst(found) : found;
    this.#list ? this.#show() : this.#choose();
  }

  /** Whether a search shows only the first entries. */
  get #isShort() {
    return this.#state.isSearching && !this.#state.isWhole;
  }

  /** Starts drawing the chosen view. The elements of another view are not kept: long stories have many. */
  #choose() {
    const draw = VIEWS[this.#state.view];
    if (draw) {
      this.#list = undefined;
      const { root, entries } = draw(this.#story, this.#found, isFiltered(this.#wanted));
      this.#replace(root);
      this.#grow(this.#isShort ? entries.slice(0, MAX_FOUND) : entries, entries.length);
    } else {
      this.#list = new ClaimList(this.#open);
      this.#replace(this.#list.root);
      this.#show();
    }
  }

  /** @param {HTMLElement} root */
  #replace(root) {
    this.#view.replaceWith(root);
    this.#view = root;
  }

  /** Shows the claims that are found. */
  #show() {
    const shown = this.#isShort ? this.#found.slice(0, MAX_FOUND) : this.#found;
    this.#grow(this.#list?.show(shown) ?? [], this.#found.length);
  }

  /**
   * Starts drawing entries.
   * @param {import("./grow.js").Entry[]} entries @param {number} count how many the view has without a limit
   */
  #grow(entries, count) {
    const isEmpty = !this.#view.childElementCount;
    const [first, next] = this.#isShort ? [AT_A_KEYSTROKE, AT_A_KEYSTROKE] : [isEmpty ? AT_FIRST : AT_ONCE, AT_ONCE];
    const isCut = this.#isShort && count > MAX_FOUND;
    this.#rest.remove();
    this.#growth.begin(entries, first, next, {
      onStep: () => mark(this.#view, this.#wanted.words),
      onEnd: () => (isCut ? this.#view.after(this.#rest) : this.#isShort || this.#fill()),
    });
  }

  /** Fills closed claims when there is time, so that the browser's search finds what is in them. */
  #fill() {
    this.#growth.begin(this.#list?.unfilled(this.#found) ?? [], 0, AT_ONCE);
  }

  /** Updates what is above the view. */
  #update() {
    const found = this.#found;
    this.#controls.update(
      this.#state,
      found.some(({ id }) => !this.#open.has(id)),
      found.length > 0,
    );
    const isSaid = isFiltered(this.#wanted);
    const said = found.length ? texts.found(found.length).join("") : texts.foundNone;
    this.#status.replaceChildren(...(isSaid ? [el("span", {}, said)] : []));
  }
}

customElements.define("vanilla-panel", VanillaPanel);
