// The tag in a template of Vue, as its tools look it up.
import type {} from "claim-panel/vue";
import type { GlobalComponents } from "vue";

type Properties = InstanceType<GlobalComponents["claim-panel"]>["$props"];
export const good: Properties = {
  src: "/claims/bridge.json",
  "heading-level": "4",
  class: "wide",
  onClaimPanelSelect: (event) => event.detail.claim,
};
// @ts-expect-error no theme of that name
export const wrong: Properties = { theme: "blue" };
// @ts-expect-error an event tells what it tells
export const deaf: Properties = { onClaimPanelView: (event) => event.detail.claim };
