/** Defines the element. The first script on a page wins. */

import { replaced } from "../engine/builtins.js";
import { VERSION } from "../loading/release.js";
import { ClaimPanelElement } from "./element.js";

export function define() {
  // There is no registry on a server.
  const elements = globalThis.customElements;
  const first = /** @type {(typeof ClaimPanelElement & Record<symbol, boolean>) | undefined} */ (
    elements?.get("claim-panel")
  );
  if (!first) {
    try {
      if (replaced) {
        throw `the page replaces ${replaced}`;
      }
      elements?.define("claim-panel", ClaimPanelElement);
    } catch (error) {
      console.error(`claim-panel (load): ${error}`);
    }
    return;
  }
  // Templates often include the same version twice, which does no harm. Two versions are worth one message.
  const said = Symbol.for(`claim-panel ${VERSION}`);
  if (first.version !== VERSION && !first[said]) {
    Reflect.set(first, said, true);
    console.info(`claim-panel ${first.version} is already on this page; ${VERSION} stays unused`);
  }
}
