import { ClaimPanel } from "claim-panel/react";
import { useState } from "react";
import { createRoot } from "react-dom/client";

function Article() {
  const [view, setView] = useState("claims");
  return (
    <main>
      <p>The panel shows: {view}</p>
      <ClaimPanel src="/bridge.json" headingLevel={3} onView={(event) => setView(event.detail.view)}>
        <p>Dana Rowe denies that she asked for a meeting.</p>
      </ClaimPanel>
    </main>
  );
}

createRoot(document.getElementById("root")).render(<Article />);
