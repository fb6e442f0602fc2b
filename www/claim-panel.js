/** The entry: it defines the element, once a page, and does nothing else. */
import { ClaimPanelElement } from "./element.js";

const first = /** @type {typeof ClaimPanelElement | undefined} */ (customElements.get("claim-panel"));
if (!first) {
  customElements.define("claim-panel", ClaimPanelElement);
} else if (first.version !== ClaimPanelElement.version) {
  // The same version twice is an ordinary accident of templates; two versions surprise a developer.
  console.info(
    `claim-panel ${first.version} is already on this page; ${ClaimPanelElement.version} stays unused`,
  );
}
