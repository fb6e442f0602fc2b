// The component and the tag in React components.

import type { ClaimPanelElement } from "claim-panel";
import type { ClaimPanelDocument } from "claim-panel/document";
import { ClaimPanel, type ClaimPanelProps } from "claim-panel/react";
import { ClaimPanel as Inline } from "claim-panel/react/inline";
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

export function Component({ story }: { story: ClaimPanelDocument }) {
  const panel = useRef<ClaimPanelElement>(null);
  return (
    <ClaimPanel
      ref={panel}
      key="story"
      id="story"
      className="wide"
      data={story}
      headingLevel={4}
      deepLink="off"
      claim={null}
      onError={(event) => event.detail.problems[0]?.remedy}
      onSelect={({ detail: { claim, open } }) => open && panel.current?.shareUrl(claim)}
      onShare={(event) => event.preventDefault()}
    >
      <p>What readers see until then.</p>
    </ClaimPanel>
  );
}

export const inline = <Inline data={null} hidden />;
export const properties: ClaimPanelProps = { src: "/claims/bridge.json", onReady: (event) => event.target };
// @ts-expect-error no view of that name
export const missing = <ClaimPanel view="maps" />;
// @ts-expect-error the event of a panel, not of an image
export const other = <ClaimPanel onError={(event) => event.nativeEvent} />;
