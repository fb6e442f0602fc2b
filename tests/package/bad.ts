// What a program may not do: each of these is a mistake that TypeScript has to find.
import { ClaimPanelElement } from "claim-panel";
import type { ClaimPanelDocument } from "claim-panel/document";
import { check, convert, renderStatic } from "claim-panel/server";

const panel = document.createElement("claim-panel");
// @ts-expect-error no view of that name
panel.view = "claim";
// @ts-expect-error no level of a heading in an article
panel.headingLevel = 1;
// @ts-expect-error no theme of that name
panel.theme = "blue";
// @ts-expect-error it is told, not set
panel.state = "ready";
// @ts-expect-error no state of that name
panel.state === "done";
// @ts-expect-error a document has more than a title
panel.data = { title: "Bridge" };
// @ts-expect-error there is no such property
panel.headinglevel = 3;
// @ts-expect-error a claim has an id
panel.select(1);
// @ts-expect-error of which claim?
panel.shareUrl();
// @ts-expect-error a claim has an id
panel.shareUrl(1);
// @ts-expect-error the release is what it is
ClaimPanelElement.version = "2";
// @ts-expect-error nothing of the reader is told
panel.addEventListener("claim-panel-select", ({ detail }) => detail.reader);
// @ts-expect-error it says nothing more
document.addEventListener("claim-panel-ready", ({ detail }) => detail.claim);
// @ts-expect-error no document
check(1);
// @ts-expect-error no form of that name
convert("", { to: "pdf" });
// @ts-expect-error no level of a heading in an article
renderStatic("", { headingLevel: 1 });

const document1: ClaimPanelDocument = {
  // @ts-expect-error there is one version
  version: 2,
  lang: "en",
  title: "Bridge",
  // @ts-expect-error no kind of that name
  parties: { rowe: { name: "Rowe", kind: "human" } },
  // @ts-expect-error a claim needs an id
  claims: [{ text: "Rowe asked for a meeting" }],
  // @ts-expect-error nobody refutes here
  statements: [{ by: "rowe", stances: { meeting: "refutes" } }],
};

export { document1 };
