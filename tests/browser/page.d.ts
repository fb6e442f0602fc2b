// What the scripts of the tests' pages share, through `recorder.js` and `console.js`.

/** An event of a panel, as `recorder.js` notes it. */
interface Noted {
  type: string;
  /** The id of the panel. */
  target: string;
  /** The codes of the problems, in an event that has problems. */
  codes?: string[];
}

declare var seen: { errors: string[]; events: Noted[] };
declare function visibleText(element: Element): string;

/** The panel of a page with one panel: `NAME` in `panel.js`. */
declare var panel: import("../../www/element/element.js").ClaimPanelElement & { shadowRoot: ShadowRoot };

/** What axe adds to a page. */
declare var axe: typeof import("axe-core");

/** The parts of Firefox's own window that `engines/firefox.js` uses. */
declare var gBrowser: {
  selectedBrowser: HTMLElement & {
    browsingContext: { overrideDPPX: number; mediumOverride: string; forcedColorsOverride: string };
  };
};
declare var Services: { prefs: { setIntPref(name: string, value: number): void } };
