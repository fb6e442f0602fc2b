/**
 * For pages that frame `embed.html`. It gives each frame the height of its panel, sends it the article's address, and
 * forwards links to claims.
 *
 * Any window can send a message to a page. A message counts only if it comes from the window of such a frame and from
 * the origin in the frame's own `src`.
 */
import { pageAddress } from "../reader/address.js";
import { uncover } from "../reader/place.js";

/** In pixels. It stops a frame from making the page endless. */
const MOST = 100_000;

/** The frames that have reported a height. @type {Set<HTMLIFrameElement>} */
const known = new Set();

/** The link that the reader was last scrolled to, so that reloading a frame does not scroll again. */
let led = "";

const frames = () =>
  [...document.querySelectorAll("iframe")].filter((frame) => /\/embed(\.html)?$/.test(addressOf(frame).pathname));

/** @param {HTMLIFrameElement} frame */
function addressOf(frame) {
  try {
    return new URL(frame.src);
  } catch {
    return new URL("about:blank");
  }
}

addEventListener("message", ({ data, origin, source }) => {
  if (data?.type !== "claim-panel:height") {
    return;
  }
  const frame = frames().find((frame) => frame.contentWindow === source && addressOf(frame).origin === origin);
  const { height } = data;
  if (!frame || typeof height !== "number" || !(height > 0 && height <= MOST)) {
    return;
  }
  // With `box-sizing: border-box` the height includes the border.
  const border = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
  frame.style.height = `${height + border}px`;
  if (!known.has(frame)) {
    known.add(frame);
    introduce(frame);
  }
});
addEventListener("hashchange", () => known.forEach(introduce));
// A reloaded frame has lost its state, and a frame may have reported a height before its load event. Both are asked
// again.
document.addEventListener(
  "load",
  ({ target }) => {
    const frame = /** @type {HTMLIFrameElement} */ (target);
    if (known.delete(frame)) {
      ask(frame);
    }
  },
  true,
);

// Frames that reported their height before this script ran are asked again too.
frames().forEach(ask);

/** The request holds no secret, so it goes to any origin. @param {HTMLIFrameElement} frame */
function ask(frame) {
  frame.contentWindow?.postMessage({ type: "claim-panel:ask" }, "*");
}

/**
 * Sends a frame its article's address, and scrolls to the frame if the page's address links to it.
 * @param {HTMLIFrameElement} frame
 */
function introduce(frame) {
  const { hash } = location;
  const link = new URLSearchParams(hash.slice(1)).get("claim") ?? "";
  const isLinked = Boolean(frame.id) && link.startsWith(`${frame.id}.`);
  const claim = isLinked ? link.slice(frame.id.length + 1) : undefined;
  const page = pageAddress().replace(/#.*/s, "");
  frame.contentWindow?.postMessage({ type: "claim-panel:page", page, name: frame.id, claim }, addressOf(frame).origin);
  if (isLinked && led !== hash) {
    led = hash;
    uncover(frame);
    frame.scrollIntoView({ behavior: "instant" });
  }
}
