/** Decides when a panel is close enough to the viewport to be loaded. */
import { around } from "../reader/place.js";

/** Two phone screens, in pixels: close enough that a panel is ready before the reader scrolls to it. */
const MARGIN = 1500;

/**
 * Panels whose position is measured together, before the browser renders its next frame.
 * @type {Map<Element, () => void>}
 */
const arrived = new Map();

/**
 * Calls back once, when the element comes near the viewport. Without `IntersectionObserver` it calls back immediately.
 *
 * @param {Element} element
 * @param {() => void} callback
 * @returns {() => void} stops watching
 */
export function whenNear(element, callback) {
  if (typeof IntersectionObserver !== "function") {
    callback();
    return () => {};
  }
  const stop = () => {
    arrived.delete(element);
    observer.disconnect();
  };
  const come = () => {
    stop();
    callback();
  };
  const observer = new IntersectionObserver(
    (entries) => entries.some(({ isIntersecting }) => isIntersecting) && come(),
    { rootMargin: `${MARGIN}px` },
  );
  observer.observe(element);
  // The observer first reports after a frame, which takes half a second on a slow processor.
  if (!arrived.size) {
    // While the page is parsed, each measurement would lay out a page that is about to grow.
    document.readyState === "loading" ? setTimeout(lookOnce) : queueMicrotask(lookOnce);
  }
  arrived.set(element, come);
  return stop;
}

/** Measures every position before anything changes, so that the page is laid out once. */
function lookOnce() {
  const near = [...arrived].filter(([element]) => isNear(element));
  arrived.clear();
  near.forEach(([, come]) => come());
}

/**
 * Whether an element is certainly near. The observer decides about clipped elements, frames and pages in the
 * background.
 * @param {Element} element
 */
function isNear(element) {
  // This check comes first, because measuring a skipped element forces its layout.
  const isSkipped = element.checkVisibility?.() === false;
  if (isSkipped || document.hidden || window !== parent || !element.getClientRects().length) {
    return false;
  }
  const box = element.getBoundingClientRect();
  const isBeside = box.left > innerWidth + MARGIN || box.right < -MARGIN;
  if (isBeside || box.top > innerHeight + MARGIN || box.bottom < -MARGIN) {
    return false;
  }
  for (let one = around(element); one && one !== document.body; one = around(one)) {
    if (getComputedStyle(one).overflow !== "visible") {
      return false;
    }
  }
  return true;
}
