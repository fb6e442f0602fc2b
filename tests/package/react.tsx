// The tag in a React component.

import type { ClaimPanelElement } from "claim-panel";
import type {} from "claim-panel/react";
import { useRef } from "react";

export function Story() {
  const panel = useRef<ClaimPanelElement>(null);
  return (
    <claim-panel
      ref={panel}
      src="/claims/bridge.json"
      heading-level={4}
      view="people"
      className="wide"
      onclaim-panel-select={(event) => event.detail.claim}
    >
      <p>What readers see until then.</p>
    </claim-panel>
  );
}

// @ts-expect-error no theme of that name
export const wrong = <claim-panel src="/claims/bridge.json" theme="blue" />;
// @ts-expect-error an event tells what it tells
export const deaf = <claim-panel onclaim-panel-view={(event) => event.detail.claim} />;
