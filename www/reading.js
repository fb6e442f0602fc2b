/**
 * What is the reader's while Rust draws: where the focus is and where they are on the page, the words that they look
 * for, and the claim to which they are led.
 */
import { mark } from "./marks.js";
import { bring, buttonOf, focusOn, keep, show } from "./place.js";

export class Reading {
  #session;
  /** @type {HTMLElement | null} */
  #panel = null;
  /** Where they are led; without `block` it is only seen whether the claim is there. @type {{ claim: string, block?: ScrollLogicalPosition, steps: number, isOpening?: boolean } | null} */
  #sought = null;
  /** Rust has more to draw, or has not said yet that it has not. */
  #isUnfinished = false;
  /** The task that draws more. @type {(() => void) | null} */
  #next = null;
  #refocus = () => {};
  // Where Rust has much to do, it draws in a later task.
  #observer = new MutationObserver(() => this.#redrawn());

  /** @param {import("./session.js").Session} session */
  constructor(session) {
    this.#session = session;
  }

  /** @param {HTMLElement} panel what Rust is about to draw into */
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

  /** Rust is told of something that it draws and then speaks of. @param {Element | null} [row] */
  expect(row) {
    this.#isUnfinished = true;
    this.hold(row);
  }

  /** Rust is about to draw again. @param {Element | null} [row] what the reader uses, and finds where it was */
  hold(row) {
    const panel = this.#panel;
    if (!panel) {
      return;
    }
    const root = /** @type {ShadowRoot} */ (panel.getRootNode());
    const focused = root.activeElement;
    const top = row?.getBoundingClientRect().top ?? 0;
    const entries = () => [...panel.querySelectorAll("li")];
    // The first entry of the rest stands where the button was that shows it.
    const before = focused?.matches("[data-act=rest]") && new Set(entries());
    this.#refocus = () => {
      if (focused && !focused.isConnected && [null, focused].includes(root.activeElement)) {
        const next = before && entries().find((entry) => !before.has(entry));
        focusOn(next || panel.querySelector("section"));
      }
    };
    // Behind the redrawing, which waits in the same queue.
    queueMicrotask(() =>
      queueMicrotask(() => {
        this.#observer.takeRecords();
        if (row?.isConnected) {
          keep(panel, row, top);
        }
        if (root.activeElement !== focused) {
          // It has got the focus while nobody knew where it would be.
          show(root.activeElement, "nearest");
        }
        this.#redrawn();
      }),
    );
  }

  /** Draws what there is more to draw, in a task of its own, so that what is drawn is seen first. @param {boolean} isUnfinished */
  goOn(isUnfinished) {
    this.#isUnfinished = isUnfinished;
    const next = (this.#next = () => {
      if (next === this.#next) {
        isUnfinished ? this.#session.act("more") : this.look(true);
      }
    });
    // A page in the background has no frames.
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

  /** Leads the reader to a claim, now or once there is a panel. @param {string} claim @param {ScrollLogicalPosition} [block] */
  seek(claim, block) {
    if (block || !this.#sought) {
      this.#sought = { claim, block, steps: 5 };
      this.look();
    }
  }

  /** Goes one step towards the claim that is sought. @param {boolean} [isAllTold] Rust has said whether it will draw more */
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
      // Once: it may take a while to be drawn, and a second time would close it.
      if (!sought.isOpening) {
        sought.isOpening = true;
        step("toggle", claim);
      }
    } else if (button) {
      this.#sought = null;
      // A link that could be followed only now takes nobody away from what they write meanwhile.
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
