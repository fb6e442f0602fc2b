/** What a page does with the program: hydrates what the server sent, or renders it alone. */
import { createElement } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { App, Streamed } from "./app.js";

const { page } = window;
const program = () => createElement(App, { page });
window.heard = [];

if (page.isStreamed) {
  hydrateRoot(document, createElement(Streamed, { page, gate: Promise.resolve() }));
} else if (document.getElementById("panel")) {
  window.panel = document.getElementById("panel");
  window.fallback = panel.firstElementChild;
  await until(() => !page.waitsFor || panel.state === page.waitsFor);
  if (page.opens) {
    panel.shadowRoot.querySelector("[aria-expanded]").click();
    await until(() => panel.claim);
  }
  if (page.isLate) {
    fetch("/hydrated");
    await until(() => panel.hasAttribute("claim"));
  }
  window.before = { state: panel.state, claim: panel.claim, attributes: panel.getAttributeNames() };
  hydrateRoot(window.root, program());
} else {
  createRoot(window.root).render(program());
}

/** Looks at every frame until the condition holds. @param {() => unknown} condition */
async function until(condition) {
  while (!condition()) {
    await new Promise(requestAnimationFrame);
  }
}
