/**
 * For pages that frame `embed.html`. It gives each frame the height of its panel, on the screen and on paper, sends it the
 * article's address, and forwards links to claims.
 *
 * Any window can send a message to a page. A message counts only if it comes from the window of such a frame and from
 * the origin in the frame's own `src`.
 */
import { pageAddress } from "../reader/address.js";
import { uncover } from "../reader/place.js";

/** In pixels. It stops a frame from making the page endless. */
const MOST = 100_000;

/** The width that frames have on most paper, in pixels. */
const PAPER_WIDTH = 600;

/** The frames that have reported a height. @type {Set<HTMLIFrameElement>} */
const known = new Set();

/** The size of each frame on paper, where every claim is open. @type {Map<HTMLIFrameElement, { width: number, height: number }>} */
const papers = new Map();

/** Gives the frames that are printed back their size. @type {VoidFunction[]} */
const undo = [];

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
  if (!["claim-panel:height", "claim-panel:paper"].includes(data?.type)) {
    return;
  }
  const frame = frames().find((frame) => frame.contentWindow === source && addressOf(frame).origin === origin);
  const { type, height, width = 1 } = data;
  const isSize = [height, width].every((size) => typeof size === "number" && size > 0 && size <= MOST);
  if (!frame || !isSize) {
    return;
  }
  if (type === "claim-panel:paper") {
    papers.set(frame, { width, height });
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
addEventListener("beforeprint", () => {
  papers.forEach((size, frame) => {
    const { boxSizing, width, height } = frame.style;
    undo.push(() => Object.assign(frame.style, { boxSizing, width, height }));
    Object.assign(frame.style, { boxSizing: "content-box", width: `${size.width}px`, height: `${size.height}px` });
  });
});
addEventListener("afterprint", () => undo.splice(0).forEach((back) => back()));
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
  const data = { type: "claim-panel:page", page, name: frame.id, claim, paper: PAPER_WIDTH };
  frame.contentWindow?.postMessage(data, addressOf(frame).origin);
  if (isLinked && led !== hash) {
    led = hash;
    uncover(frame);
    frame.scrollIntoView({ behavior: "instant" });
  }
}
