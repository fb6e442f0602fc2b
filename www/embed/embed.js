/**
 * The page for frames: it shows the one panel of which its address tells, and tells the page around it how high it is.
 *
 * Heights go to whoever frames this page, as they are no secret. What comes from outside is believed of the page
 * around it alone, and is only ever an address or the id of a claim.
 */
/* global __FRAMED__ */

/** What the address may tell of the panel besides `src`: attributes of the element. */
const NAMES = __FRAMED__;

const query = new URLSearchParams(location.search);
const panel = /** @type {import("../element.js").ClaimPanelElement} */ (document.querySelector("claim-panel"));
const excuse = /** @type {HTMLElement} */ (document.querySelector("p"));

/** There is something to see: only then a height means anything, and the frame jumps once. */
let isSettled = false;
let told = 0;

panel.addEventListener("claim-panel-ready", () => {
  const drawn = /** @type {HTMLElement} */ (panel.shadowRoot?.querySelector("[part~=panel]"));
  const { documentElement: root } = document;
  [root.lang, root.dir] = [drawn.lang, drawn.dir];
  document.title = drawn.querySelector("[part~=title]")?.textContent ?? document.title;
  settle(false);
});
panel.addEventListener("claim-panel-error", () => settle(true));
addEventListener("message", ({ source, data }) => {
  if (source === parent && source !== window) {
    hear(data ?? {});
  }
});
new ResizeObserver(() => tell(false)).observe(document.documentElement);
begin();

function begin() {
  document.documentElement.dataset.theme = query.get("theme") ?? "";
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
    console.error("claim-panel: embed.html?src=… needs the address of a document, relative to this page or with http(s)");
    settle(true);
  }
}

/** An http(s) address, relative to this page. @param {unknown} written @returns {string | undefined} */
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
  excuse.hidden = !hasFailed;
  isSettled = true;
  tell(false);
}

/** Tells the height in every way that pages around this one understand. @param {boolean} isAsked */
function tell(isAsked) {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (parent === window || !isSettled || (height === told && !isAsked)) {
    return;
  }
  told = height;
  parent.postMessage({ type: "claim-panel:height", height }, "*");
  parent.postMessage({ sentinel: "amp", type: "embed-size", height }, "*");
  // Pym names its frames in their addresses.
  const id = query.get("childId");
  if (id) {
    parent.postMessage(`pymxPYMx${id}xPYMxheightxPYMx${height}`, "*");
  }
}

/**
 * What `resize.js` says: that it wants to know the height, where this panel stands, and which claim is linked to.
 * @param {{ type?: unknown, page?: unknown, name?: unknown, claim?: unknown }} data
 */
function hear({ type, page, name, claim }) {
  if (type === "claim-panel:ask") {
    tell(true);
  } else if (type === "claim-panel:page") {
    const address = addressOf(page);
    if (address) {
      // Whoever gets a claim from a reader gets it in its article.
      panel.shareUrl = (claim) => {
        const url = new URL(address);
        url.hash = name ? `claim=${encodeURIComponent(`${name}.${claim}`)}` : "";
        return url.href;
      };
    }
    if (typeof claim === "string") {
      location.replace(`#claim=1.${encodeURIComponent(claim)}`);
    }
  }
}
