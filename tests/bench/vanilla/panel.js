/**
 * `<vanilla-panel>`: the panel written by hand, for comparison with the one that is made with Yew. It draws the same
 * elements in the same steps with the same stylesheet.
 */
import css from "panel.css";
import * as texts from "words";
import { entry, setOpen } from "./claims.js";
import { makeControls } from "./controls.js";
import { button, el, own, piece } from "./dom.js";
import { Growth } from "./grow.js";
import { isFiltered, makeIndex, mark } from "./search.js";
import { GROUPS, newestFirst, read } from "./story.js";
import { people, sources, timeline } from "./views.js";

/** The weight of entries that are drawn first, then in each step, and at a keystroke. */
const AT_FIRST = 100;
const AT_ONCE = 300;
const AT_A_KEYSTROKE = 50;
/** The most entries that a search shows at first. */
const MOST_FOUND = 40;

const VIEWS = { people, timeline, sources };
const NOTHING = { words: "", party: "", group: "" };

/** @type {CSSStyleSheet | undefined} */
let sheet;

function styles() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}

class VanillaPanel extends HTMLElement {
  #shadow = this.attachShadow({ mode: "open" });
  #state = { view: "claims", isNewestFirst: false, isSearching: false, isWhole: false };
  #wanted = NOTHING;
  /** @type {Set<string>} */
  #open = new Set();
  /** Claim → entry, for all that have been drawn. @type {Map<import("./story.js").Claim, HTMLElement>} */
  #items = new Map();
  #growth = new Growth();
  #resolve = () => {};
  /** @type {Promise<void>} */
  ready = new Promise((resolve) => (this.#resolve = resolve));

  constructor() {
    super();
    this.#shadow.append(el("slot", {}));
    this.#shadow.addEventListener("click", (event) => this.#clicked(/** @type {Element} */ (event.target)));
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

  /** @type {import("./story.js").Story | undefined} */
  #story;
  /** The document as JSON text. @param {string} text */
  set data(text) {
    this.#story = read(text);
    this.#find = undefined;
    this.#items.clear();
    this.#start(this.#story);
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

  /** @param {import("./story.js").Story} story */
  #start(story) {
    this.#found = story.claims;
    this.#controls = makeControls(story);
    this.#view = el("ol", {});
    this.#rest.remove();
    const title = el("h2", { part: "title", id: "title" }, own(story.title));
    const section = el(
      "section",
      { part: "panel", lang: story.lang, dir: "ltr", "aria-labelledby": "title" },
      piece("header", "head", piece("p", "kicker", texts.kicker), title),
      this.#controls.root,
      this.#status,
      this.#view,
    );
    this.#update();
    this.#choose();
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
    const [state, story] = [this.#state, /** @type {import("./story.js").Story} */ (this.#story)];
    if (act === "toggle") {
      const open = !this.#open.has(value);
      this.#setOpen(value, open);
      this.dispatchEvent(
        new CustomEvent("claim-panel-select", { bubbles: true, composed: true, detail: { claim: value, open } }),
      );
    } else if (act === "reveal") {
      state.view = "claims";
      this.#choose();
      this.#setOpen(value, true);
    } else if (act === "open-all" || act === "close-all") {
      this.#found.forEach(({ id }) => this.#setOpen(id, act === "open-all"));
    } else if (act === "set-view") {
      state.view = value;
      this.#choose();
    } else if (act === "show-all-matches") {
      state.isWhole = true;
      this.#show();
    } else if (act === "toggle-order") {
      state.isNewestFirst = !state.isNewestFirst;
      this.#look();
    } else if (act === "toggle-search" || act === "clear-search") {
      state.isSearching = act === "clear-search" || !state.isSearching;
      this.#find ??= makeIndex(story);
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

  /** @param {string} id @param {boolean} isOpen */
  #setOpen(id, isOpen) {
    if (this.#open.has(id) !== isOpen) {
      isOpen ? this.#open.add(id) : this.#open.delete(id);
      const claim = this.#story?.claims.find((claim) => claim.id === id);
      const item = claim && this.#items.get(claim);
      if (item) {
        setOpen(item, claim, isOpen);
      }
    }
  }

  /** Searches, and shows the claims that are found. @param {import("./search.js").Wanted} wanted */
  #look(wanted = this.#wanted) {
    const { claims = [] } = this.#story ?? {};
    this.#wanted = wanted;
    this.#state.isWhole = false;
    const found = (isFiltered(wanted) && this.#find?.(wanted)) || claims;
    this.#found = this.#state.isNewestFirst ? newestFirst(found) : found;
    this.#state.view === "claims" ? this.#show() : this.#choose();
  }

  /** Starts drawing the chosen view. */
  #choose() {
    const make = /** @type {Partial<typeof VIEWS>} */ (VIEWS)[/** @type {keyof typeof VIEWS} */ (this.#state.view)];
    const { root, entries } = make
      ? make(/** @type {import("./story.js").Story} */ (this.#story), this.#found)
      : { root: el("ol", { part: "claims", role: "list" }), entries: [] };
    this.#view.replaceWith(root);
    this.#view = root;
    make ? this.#grow(entries.slice(0, this.#most), entries.length) : this.#show();
  }

  /** The most entries to show. */
  get #most() {
    return this.#state.isSearching && !this.#state.isWhole ? MOST_FOUND : Infinity;
  }

  /** Shows the claims that are found. Those that are missing are drawn in steps. */
  #show() {
    const wanted = this.#found.slice(0, this.#most);
    const [list, isWanted] = [this.#view, new Set(wanted)];
    for (const [claim, item] of this.#items) {
      if (!isWanted.has(claim) && item.parentNode) {
        item.remove();
      }
    }
    let next = list.firstElementChild;
    const missing = [];
    for (const [place, claim] of wanted.entries()) {
      const item = this.#items.get(claim);
      if (item?.parentNode !== list) {
        const weight = 4 + claim.statements.length * (this.#open.has(claim.id) ? 3 : 1);
        missing.push({ weight, put: () => this.#put(claim, wanted[place - 1]) });
      } else if (item === next) {
        next = next.nextElementSibling;
      } else {
        list.insertBefore(item, next);
      }
    }
    this.#grow(missing, this.#found.length);
  }

  /** Inserts a claim after another one. @param {import("./story.js").Claim} claim @param {import("./story.js").Claim} [before] */
  #put(claim, before) {
    let item = this.#items.get(claim);
    if (!item) {
      item = entry(claim, this.#open.has(claim.id));
      this.#items.set(claim, item);
    }
    before ? this.#items.get(before)?.after(item) : this.#view.prepend(item);
  }

  /** Starts drawing entries. @param {import("./grow.js").Entry[]} entries @param {number} count how many the view has without a limit */
  #grow(entries, count) {
    const isEmpty = !this.#view.childElementCount;
    const [first, next] = this.#state.isSearching
      ? [AT_A_KEYSTROKE, AT_A_KEYSTROKE]
      : [isEmpty ? AT_FIRST : AT_ONCE, AT_ONCE];
    this.#growth.begin(entries, first, next);
    count > this.#most ? this.#view.after(this.#rest) : this.#rest.remove();
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
    mark(this.#view, this.#wanted.words);
  }
}

customElements.define("vanilla-panel", VanillaPanel);
