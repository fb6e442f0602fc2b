/** A program of React with one panel, on the server and in the page. What a page says of it is in `page`. */
import { ClaimPanel } from "claim-panel/react";
import * as React from "react";

const { createElement: h, Fragment, StrictMode, Suspense, useEffect, useRef, useState } = React;

/**
 * @typedef {object} Page
 * @property {boolean} [isTag] whether the program uses the tag itself
 * @property {boolean} [isStrict]
 * @property {"loading" | "ready" | "failed"} [waitsFor] the state of the panel in which it is hydrated
 * @property {boolean} [opens] whether a reader opens a claim before that
 * @property {boolean} [isStreamed] whether the panel comes after the page
 * @property {boolean} [isLate] whether the page has loaded before that
 * @property {Record<string, unknown>} properties
 */

/** A listener for each event, which notes what it hears. @param {unknown} label */
const listeners = (label) =>
  Object.fromEntries(
    ["Ready", "Error", "Select", "View", "Share", "Source", "Passage"].map((name) => [
      `on${name}`,
      (/** @type {Loose} */ event) => {
        event.preventDefault();
        const targets = [event.target.id, event.currentTarget.id];
        window.heard.push({ name, type: event.type, detail: event.detail, targets, label });
      },
    ]),
  );

/** @param {{ page: Page }} given */
export function App({ page }) {
  const [properties, set] = useState(page.properties);
  const panel = useRef(null);
  useEffect(() => {
    window.program = { set, element: panel.current };
  });
  useEffect(() => {
    fetch("/hydrated");
  }, []);
  const own = page.isTag ? {} : listeners(properties?.lang);
  return h(
    page.isStrict ? StrictMode : Fragment,
    null,
    properties &&
      h(
        page.isTag ? "claim-panel" : ClaimPanel,
        { ref: panel, id: "panel", loading: "eager", ...properties, ...own },
        h("p", null, "What readers see ", h("b", null, "until then")),
      ),
  );
}

/** A whole document whose panel the server sends later. @param {{ page: Page, gate: Promise<unknown> }} given */
export function Streamed({ page, gate }) {
  useEffect(() => {
    fetch("/hydrated");
  }, []);
  return h(
    "html",
    { lang: "en" },
    h(
      "head",
      null,
      h("title", null, "Article"),
      h("link", { rel: "icon", href: "data:," }),
      h("script", { src: "/recorder.js" }),
    ),
    h("body", null, h(Suspense, { fallback: "Later" }, h(Late, { page, gate }))),
  );
}

/** @param {{ page: Page, gate: Promise<unknown> }} given */
function Late({ page, gate }) {
  React.use(gate);
  return h(App, { page });
}
