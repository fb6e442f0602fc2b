/**
 * Preserves the reader's place while Rust renders: the focus, the scroll position, the search matches, and the claim
 * that a link leads to.
 */
import { mark } from "./marks.js";
import { bring, buttonOf, focusOn, keep, show } from "./place.js";

export class Reading {
  #session;
  /** @type {HTMLElement | null} */
  #panel = null;
  /**
   * The claim to lead the reader to. Without `block` this only checks that the claim exists.
   * @type {{ claim: string, block?: ScrollLogicalPosition, steps: number, isOpening?: boolean } | null}
   */
  #sought = null;
  /** Whether Rust has more to render, or has not yet reported that it is done. */
  #isUnfinished = false;
  /** The task that renders more. @type {(() => void) | null} */
  #next = null;
  #refocus = () => {};
  // Rust renders long updates in a later task.
  #observer = new MutationObserver(() => this.#redrawn());

  /** @param {import("../element/session.js").Session} session */
  constructor(session) {
    this.#session = session;
  }

  /** @param {HTMLElement} panel the root element that Rust is about to render into */
  begin(panel) {
    this.#panel = panel;
    this.#isUnfinished = true;
    this.#observer.observe(panel, { childList: true, subtree: true, characterData: true });
  }

  end() {
    this.#observer.disconnect();
    this.#next = null;
    if (this.#panel) {
      mark(this.#panel, "");
      this.#panel = null;
    }
  }

  /** Prepares for an action after which Rust renders and reports its progress. @param {Element | null} [row] */
  expect(row) {
    this.#isUnfinished = true;
    this.hold(row);
  }

  /** Prepares for Rust rendering again. @param {Element | null} [row] what the reader uses, which must stay in place */
  hold(row) {
    const panel = this.#panel;
    if (!panel) {
      return;
    }
    const root = /** @type {ShadowRoot} */ (panel.getRootNode());
    const focused = root.activeElement;
    const top = row?.getBoundingClientRect().top ?? 0;
    const entries = () => [...panel.querySelectorAll("li")];
    // The first additional entry takes the place of the button that shows the rest.
    const before = focused?.matches("[data-act=rest]") && new Set(entries());
    this.#refocus = () => {
      if (focused && !focused.isConnected && [null, focused].includes(root.activeElement)) {
        const next = before && entries().find((entry) => !before.has(entry));
        focusOn(next || panel.querySelector("section"));
      }
    };
    // This must run after the rendering, which is queued as a microtask too.
    queueMicrotask(() =>
      queueMicrotask(() => {
        this.#observer.takeRecords();
        if (row?.isConnected) {
          keep(panel, row, top);
        }
        if (root.activeElement !== focused) {
          // The element got the focus before its final position was known.
          show(root.activeElement, "nearest");
        }
        this.#redrawn();
      }),
    );
  }

  /** Renders the remaining entries in another task, so that the browser paints first. @param {boolean} isUnfinished */
  goOn(isUnfinished) {
    this.#isUnfinished = isUnfinished;
    const next = () => {
      if (next === this.#next) {
        isUnfinished ? this.#session.act("more") : this.look(true);
      }
    };
    this.#next = next;
    // A page in the background renders no frames.
    if (isUnfinished && !document.hidden) {
      requestAnimationFrame(() => setTimeout(next));
    } else {
      setTimeout(next);
    }
  }

  #redrawn() {
    if (this.#panel) {
      this.#refocus();
      mark(this.#panel);
      this.look();
    }
  }

  /**
   * Leads the reader to a claim, now or once there is a panel.
   * @param {string} claim @param {ScrollLogicalPosition} [block]
   */
  seek(claim, block) {
    if (block || !this.#sought) {
      this.#sought = { claim, block, steps: 5 };
      this.look();
    }
  }

  /** Takes one step towards the claim. @param {boolean} [isAllTold] whether Rust has reported if it will render more */
  look(isAllTold) {
    const [panel, sought, session] = [this.#panel, this.#sought, this.#session];
    if (!panel || !sought || session.state !== "ready") {
      return;
    }
    const { claim, block } = sought;
    /** @param {string} action @param {string} [value] */
    const step = (action, value) => sought.steps-- > 0 && session.act(action, value);
    const button = buttonOf(panel, claim);
    const isShown = panel.querySelector("[part~=claims]");
    if (block && !isShown) {
      step("choose", "claims");
    } else if (block && button?.matches("[aria-expanded=false]")) {
      // Only once: rendering may take a while, and a second toggle would close the claim.
      if (!sought.isOpening) {
        sought.isOpening = true;
        step("toggle", claim);
      }
    } else if (button) {
      this.#sought = null;
      // If the reader has started typing meanwhile, a link must not move the focus.
      const isWriting = block === "start" && document.activeElement?.matches("input,textarea,[contenteditable]");
      bring(button, isWriting ? undefined : block);
    } else if (!isAllTold) {
      setTimeout(() => this.look(true));
    } else if (!this.#isUnfinished) {
      const isShort = panel.querySelector("[data-act=rest]");
      const isFiltered = panel.querySelector("[part~=search]") && panel.querySelector("[part~=status]")?.textContent;
      if (block && isFiltered) {
        step("clear");
      } else if (block && isShort) {
        step("rest");
      } else {
        this.#sought = null;
        if (isShown && !isFiltered) {
          session.act("claim-missing");
          show(panel, block);
        }
      }
    }
  }
}
