/**
 * The page inside a frame. It shows the panel that its address describes, and reports its height to the parent page.
 *
 * Heights are no secret, so any parent gets them. Only the parent's messages are accepted, and only an address, a claim
 * id and a width are taken from them.
 */
import { measure } from "./paper.js";

/* global __FRAMED__ */

/** The element's attributes, besides `src`, that the address can set. */
const NAMES = __FRAMED__;

/** How long nothing changes before the height on paper is measured, in milliseconds. */
const SETTLING_MS = 200;

const query = new URLSearchParams(location.search);
const panel = /** @type {import("../element/element.js").ClaimPanelElement} */ (document.querySelector("claim-panel"));
const failure = /** @type {HTMLElement} */ (document.querySelector("#failure"));
const fallback = /** @type {HTMLElement} */ (document.querySelector("#fallback"));

/** Whether the panel or its fallback is shown. Earlier heights would make the frame jump twice. */
let isSettled = false;
let told = 0;
/** The most width that the parent page gives the frame on paper, in pixels. Without it the frame does not grow there. */
let paperWidth = 0;
let measuring = 0;

/** The address of the page around the frame, and the frame's id in it, if `resize.js` reports them. */
let [page, id] = ["", ""];
// Shared links lead to the article, not to the frame, unless nobody knows the article. Only the page around the frame
// knows the panel's name there.
panel.shareUrl = (claim) => {
  const known = Object.getPrototypeOf(panel).shareUrl.call(panel, claim);
  const isOwn = known.startsWith(location.origin + location.pathname);
  if (isOwn && !page) {
    return known;
  }
  const url = new URL(isOwn ? page : known);
  url.hash = id && `claim=${encodeURIComponent(`${id}.${claim}`)}`;
  return url.href;
};

panel.addEventListener("claim-panel-ready", () => {
  const drawn = /** @type {HTMLElement} */ (panel.shadowRoot?.querySelector("[part~=panel]"));
  const { documentElement: root } = document;
  [root.lang, root.dir] = [drawn.lang, drawn.dir];
  document.title = drawn.querySelector("[part~=title]")?.textContent ?? document.title;
  new MutationObserver(changed).observe(drawn, { childList: true, subtree: true, characterData: true });
  settle(false);
});
panel.addEventListener("claim-panel-error", () => settle(true));
// The script of the panel could not be loaded.
addEventListener("error", ({ target }) => target instanceof HTMLScriptElement && settle(true), true);
addEventListener("message", ({ source, data }) => {
  if (source === parent && source !== window) {
    hear(data ?? {});
  }
});
// Measuring inside of the callback could resize the page again, which browsers report as an error.
new ResizeObserver(() => setTimeout(tell)).observe(document.documentElement);
addEventListener("resize", renewPaper);
begin();

function begin() {
  failure.hidden = true;
  document.documentElement.dataset.theme = query.get("theme") ?? "";
  const page = addressOf(query.get("fallback")?.trim());
  if (page) {
    const link = /** @type {HTMLAnchorElement} */ (fallback.firstElementChild);
    // Where a sandbox lets no link open a page, readers still have its address.
    link.textContent = link.href = page;
    fallback.hidden = false;
  }
  for (const name of NAMES) {
    const value = query.get(name);
    if (value !== null) {
      panel.setAttribute(name, value);
    }
  }
  const src = addressOf(query.get("src")?.trim());
  if (src) {
    panel.setAttribute("src", src);
  } else {
    console.error(
      "claim-panel: embed.html?src=… needs the address of a document, relative to this page or with http(s)",
    );
    settle(true);
  }
}

/** Resolves an http(s) address against this page. @param {unknown} written @returns {string | undefined} */
function addressOf(written) {
  try {
    const { href, protocol } = new URL(String(written || ""), written ? location.href : undefined);
    return /^https?:$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

/** @param {boolean} hasFailed */
function settle(hasFailed) {
  failure.hidden = !hasFailed;
  fallback.hidden = !hasFailed || !fallback.textContent?.trim();
  isSettled = true;
  tell();
  renewPaper();
}

/** Until the height on paper is known, paper has what the frame shows. */
function changed() {
  panel.shadowRoot?.firstElementChild?.toggleAttribute("data-framed", true);
  renewPaper();
}

/** Reports the height on paper once nothing has changed for a moment. */
function renewPaper() {
  clearTimeout(measuring);
  const root = panel.shadowRoot?.firstElementChild;
  if (paperWidth && panel.state === "ready" && root) {
    measuring = window.setTimeout(() => {
      root.toggleAttribute("data-framed", false);
      const width = Math.min(paperWidth, innerWidth);
      parent.postMessage({ type: "claim-panel:paper", width, height: measure(panel, width) }, "*");
    }, SETTLING_MS);
  }
}

/** Reports the height in every format that parent pages understand. @param {boolean} [isAsked] */
function tell(isAsked = false) {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (parent === window || !isSettled || (height === told && !isAsked)) {
    return;
  }
  told = height;
  parent.postMessage({ type: "claim-panel:height", height }, "*");
  parent.postMessage({ sentinel: "amp", type: "embed-size", height }, "*");
  // Pym passes the frame's id in the address.
  const child = query.get("childId");
  if (child) {
    parent.postMessage(`pymxPYMx${child}xPYMxheightxPYMx${height}`, "*");
  }
}

/**
 * Handles the messages of `resize.js`: a request for the height, the parent's address, and the linked claim.
 * @param {{ type?: unknown, page?: unknown, name?: unknown, claim?: unknown, paper?: unknown }} data
 */
function hear({ type, page: around, name, claim, paper }) {
  if (type === "claim-panel:ask") {
    tell(true);
  } else if (type === "claim-panel:page") {
    const address = addressOf(around);
    if (address) {
      [page, id] = [address, String(name ?? "")];
    }
    if (typeof paper === "number" && paper > 0) {
      paperWidth = paper;
      renewPaper();
    }
    if (typeof claim === "string") {
      location.replace(`#claim=1.${encodeURIComponent(claim)}`);
    }
  }
}
