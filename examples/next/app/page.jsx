import { ClaimPanel } from "claim-panel/react";

// A server component. For listeners, write a client component around the panel.
export default function Page() {
  return (
    <main>
      <ClaimPanel src="/bridge.json" id="story">
        <p>Dana Rowe denies that she asked for a meeting.</p>
      </ClaimPanel>
    </main>
  );
}
