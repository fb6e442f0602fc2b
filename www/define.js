/** The one definition of the element in a page: the first script that comes makes it. */
import { ClaimPanelElement } from "./element.js";
import { VERSION } from "./release.js";

export function define() {
  // A server has no elements, and no reader yet.
  const elements = globalThis.customElements;
  const first = /** @type {any} */ (elements?.get("claim-panel"));
  if (!first) {
    elements?.define("claim-panel", ClaimPanelElement);
    return;
  }
  // The same version twice is an ordinary accident of templates; two versions surprise a developer, once.
  const said = Symbol.for(`claim-panel ${VERSION}`);
  if (first.version !== VERSION && !first[said]) {
    Reflect.set(first, said, true);
    console.info(`claim-panel ${first.version} is already on this page; ${VERSION} stays unused`);
  }
}
