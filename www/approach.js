/** When a panel is near enough to the reader to be loaded. */
import { around } from "./place.js";

/** Two screens of a phone, in pixels: near enough that a panel is ready when it is reached. */
const MARGIN = 1500;

/** The panels whose place is looked up once, in one go, before the browser draws its next frame. @type {Map<Element, () => void>} */
const arrived = new Map();

/**
 * Calls back once, when the reader comes near. Where nothing can tell, the reader is near.
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
  // An observer reports after a frame, for which a slow processor needs half a second.
  if (!arrived.size) {
    // While the page is parsed, each look would lay out a page that is about to grow.
    document.readyState === "loading" ? setTimeout(lookOnce) : queueMicrotask(lookOnce);
  }
  arrived.set(element, come);
  return stop;
}

/** All places are read before anything is changed, so that the page is laid out once. */
function lookOnce() {
  const near = [...arrived].filter(([element]) => isNear(element));
  arrived.clear();
  near.forEach(([, come]) => come());
}

/**
 * Whether an element is certainly near. The observer decides on what a box may clip, and in a frame or a page in the
 * background.
 * @param {Element} element
 */
function isNear(element) {
  // First of all: asked for the place of what it skips, a browser lays that out.
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
