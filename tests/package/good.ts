// What a program may do with the package; it is only looked at by TypeScript.
import { ClaimPanelElement, type ClaimPanelError, type ClaimPanelProblem, define } from "claim-panel";
import type { ClaimPanelDocument, Party, Statement } from "claim-panel/document";
import type { ClaimPanelElement as Alone } from "claim-panel/element";
import "claim-panel/inline";
import { check, convert, DocumentError, draft, read, renderStatic, verify } from "claim-panel/server";
import story from "./story.json";

define();
const rowe: Party = { name: "Dana Rowe", kind: "person" };
const said: Statement = {
  by: "rowe",
  stances: { meeting: "denies" },
  attempts: [{ date: "2031-03-02", by: "e-mail" }],
};
const written: ClaimPanelDocument = {
  version: 1,
  lang: "en",
  title: "Who said what about the bridge",
  parties: { rowe },
  claims: [{ id: "meeting", text: "Rowe asked to meet the contractor in private", about: ["rowe"] }],
  statements: [said],
};

const panel = document.createElement("claim-panel");
panel.data = written;
panel.data = JSON.stringify(written);
panel.data = story as ClaimPanelDocument;
panel.data = null;
panel.headingLevel = 4;
panel.view = "timeline";
panel.deepLink = "off";
panel.controls = "search share";
panel.highlight = "main article";
panel.src = null;
panel.select("meeting");
const address: string = panel.shareUrl("meeting");
const again: Promise<ClaimPanelElement> = panel.reload();
const same: Alone | null = document.querySelector("claim-panel");
const version: string = ClaimPanelElement.version;
if (panel.state === "failed") {
  const problems: ClaimPanelProblem[] = panel.problems;
  problems.map(({ code, line, remedy }) => [code.toUpperCase(), line + 1, remedy.length]);
}
panel.ready.catch((error: ClaimPanelError) => error.kind === "policy");
panel.addEventListener("claim-panel-select", ({ detail: { claim, open } }) => claim.length > 0 && open === true);
document.addEventListener(
  "claim-panel-error",
  ({ detail }) => detail.kind === "network" && detail.problems[0]?.message,
);
document.addEventListener(
  "claim-panel-passage",
  ({ detail: { claim, exact, found } }) => found || `${claim}: ${exact.trim()}`,
);
addEventListener("claim-panel-share", (event) => {
  event.preventDefault();
  console.log(event.detail.url, event.detail.text);
});

const checked = check(written);
const problem: string = checked.isValid
  ? ""
  : checked.diagnostics.map(({ line, remedy }) => `${line}: ${remedy}`).join();
const lines: string = convert(JSON.stringify(written), { to: "lines", from: "json" }).text;
const rows = draft("<p>“No,” said Rowe.", { lang: "en" }).rows.filter(({ kind, sure }) => kind === "denial" && sure);
const moved = verify("<p>page", written).passages.filter(({ found }) => found === "moved");
try {
  const html: string = renderStatic(written, { headingLevel: 4 }) + read(written).text;
  console.log(html, problem, lines, rows.length, moved.length);
} catch (error) {
  console.log(error instanceof DocumentError && error.diagnostics[0]?.code);
}

export { address, again, same, version };
