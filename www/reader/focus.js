/**
 * Preserves the reader's place while Rust renders: the focus, the scroll position and the search matches. Leads the
 * reader to the claim of a link.
 */
import { ACTION } from "../engine/protocol.js";
import { STUCK } from "./link.js";
import { mark } from "./marks.js";
import { bring, buttonOf, focusOn, keep, show, uncover } from "./place.js";

/** An entry of a view. */
const ENTRY = "[part~=claim], [part~=party], [part~=moment], [part~=route]";

/** The longest wait for a frame, in milliseconds. */
const MAX_FRAME_MS = 300;

export class ReaderFocus {
  #session;
  /** @type {HTMLElement | null} */
  #panel = null;
  /** The claim that the page's address leads to, until Rust has revealed it. @type {string | undefined} */
  #target;
  /** The task that renders more. @type {(() => void) | null} */
  #next = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #refocus = () => {};
  // Rust renders long updates in a later task.
  #observer = new MutationObserver(() => this.#afterRender());

  /** @param {import("../element/session.js").Session} session */
  constructor(session) {
    this.#session = session;
  }

  /** @param {HTMLElement} panel the root element that Rust is about to render into */
  begin(panel) {
    this.#panel = panel;
    this.#observer.observe(panel, { childList: true, subtree: true, characterData: true });
  }

  end() {
    this.#observer.disconnect();
    clearTimeout(this.#timer);
    this.#next = null;
    if (this.#panel) {
      mark(this.#panel, "");
      this.#panel = null;
    }
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
    const entries = () => /** @type {HTMLElement[]} */ ([...panel.querySelectorAll(ENTRY)]);
    // The first additional entry takes the place of the button that shows all matches.
    const before = focused?.matches("[part~=rest]") && new Set(entries());
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
        this.#afterRender();
      }),
    );
  }

  /** Renders the remaining entries in another task, so that the browser paints first. @param {boolean} isUnfinished */
  goOn(isUnfinished) {
    const next = () => next === this.#next && this.#session.dispatch(ACTION.RENDER_MORE);
    this.#next = isUnfinished ? next : null;
    clearTimeout(this.#timer);
    if (isUnfinished) {
      // A page in the background renders no frames, and some pages hold frames back.
      requestAnimationFrame(() => setTimeout(next));
      this.#timer = setTimeout(next, document.hidden ? 0 : MAX_FRAME_MS);
    }
  }

  #afterRender() {
    if (this.#panel) {
      this.#refocus();
      mark(this.#panel);
    }
  }

  /** Leads the reader to the claim of the page's address, now or once there is a panel. @param {string} claim */
  reveal(claim) {
    this.#target = claim;
    this.resume();
  }

  /** Asks Rust for the claim that the page's address leads to. */
  resume() {
    if (this.#target !== undefined && this.#session.state === "ready") {
      // Now that the document is known, the address may turn out to mean another panel.
      const link = this.#session.linkedClaim;
      // A claim that the story does not have has no text to share.
      this.#target = link && (this.#session.shareText(link)?.text ? link : link.replace(STUCK, ""));
      if (this.#target !== undefined) {
        this.#session.dispatch(ACTION.REVEAL, this.#target);
      }
    }
  }

  /** Rust has revealed a claim: that of the page's address, or that of a link inside the panel. @param {string} claim */
  revealed(claim) {
    const isLed = this.#takeTarget(claim);
    const button = this.#panel && buttonOf(this.#panel, claim);
    // If the reader has started typing meanwhile, a link must not move the focus.
    const isWriting = isLed && document.activeElement?.matches("input,textarea,[contenteditable]");
    if (button && !isWriting) {
      if (isLed) {
        uncover(this.#panel);
      }
      bring(button, isLed ? "start" : "nearest");
    }
  }

  /** Rust has no such claim, and says so at the top of the panel. @param {string} claim */
  missing(claim) {
    if (this.#takeTarget(claim)) {
      uncover(this.#panel);
      show(this.#panel, "start");
    }
  }

  /** Whether the page's address leads to this claim. @param {string} claim */
  #takeTarget(claim) {
    const isLed = this.#target === claim;
    if (isLed) {
      this.#target = undefined;
    }
    return isLed;
  }
}
