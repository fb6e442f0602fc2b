/**
 * For pages around frames of `embed.html`: it makes each as high as its panel, tells it in which article it stands, and
 * hands links to a claim on to it.
 *
 * Any window can send a message to a page. One counts if it comes from the window of such a frame, while that window is
 * of the origin that the frame's own `src` names.
 */

/** In pixels; nothing that a frame says makes a page endless. */
const MOST = 100_000;

/** The frames that have said how high they are. @type {Set<HTMLIFrameElement>} */
const known = new Set();

/** The link that the reader has been led by: once is enough, however often a frame is loaded. */
let led = "";

const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => /\/embed(\.html)?$/.test(addressOf(frame).pathname));

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
  // A border counts where the page's own style says so.
  const border = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
  frame.style.height = `${height + border}px`;
  if (!known.has(frame)) {
    known.add(frame);
    introduce(frame);
  }
});
addEventListener("hashchange", () => known.forEach(introduce));
// What has been loaded anew knows nothing. Others spoke before they were there wholly: both are asked.
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

// So are those that spoke before this script was here.
frames().forEach(ask);

/** It is no secret, so that it does not matter who is there yet. @param {HTMLIFrameElement} frame */
function ask(frame) {
  frame.contentWindow?.postMessage({ type: "claim-panel:ask" }, "*");
}

/** Tells a frame where it stands, and leads the reader to it if the page's address does. @param {HTMLIFrameElement} frame */
function introduce(frame) {
  const { href, hash } = location;
  const link = new URLSearchParams(hash.slice(1)).get("claim") ?? "";
  const isLinked = Boolean(frame.id) && link.startsWith(`${frame.id}.`);
  const claim = isLinked ? link.slice(frame.id.length + 1) : undefined;
  const page = href.replace(/#.*/s, "");
  frame.contentWindow?.postMessage({ type: "claim-panel:page", page, name: frame.id, claim }, addressOf(frame).origin);
  if (isLinked && led !== hash) {
    led = hash;
    frame.scrollIntoView({ behavior: "instant" });
  }
}
