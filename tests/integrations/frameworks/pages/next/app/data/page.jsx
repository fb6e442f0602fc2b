"use client";

import { ClaimPanel } from "claim-panel/react";
import { useState } from "react";
import story from "./story.json";

export default function Data() {
  const [view, setView] = useState("claims");
  return (
    <main>
      <p id="view">{view}</p>
      <ClaimPanel data={story} onView={(event) => setView(event.detail.view)}>
        <p>Dana Rowe denies that she asked for a meeting.</p>
      </ClaimPanel>
    </main>
  );
}
