// The globals of the tests' pages. A function that runs in a page is written in a test's module, so these are declared
// for all modules; in a module that has a variable of the same name, such a function says `window.NAME`.

type ClaimPanelElement = import("../../www/element/element.js").ClaimPanelElement;

/** A panel. Everything in it is HTML. Tests also set values that the panel corrects, so the setters take more. */
interface Panel extends ClaimPanelElement {
  shadowRoot: ShadowRoot & {
    activeElement: HTMLElement | null;
    firstElementChild: HTMLElement;
    /** Only in Chromium. */
    getSelection?(): Selection | null;
  };
  firstElementChild: HTMLElement;
  get view(): ClaimPanelElement["view"];
  set view(value: string | null);
  get theme(): ClaimPanelElement["theme"];
  set theme(value: string | null);
  get headingLevel(): ClaimPanelElement["headingLevel"];
  set headingLevel(value: number | string | null);
  get controls(): ClaimPanelElement["controls"];
  set controls(value: string | string[] | null);
}

// Types of the modules that many others use.
type Use = import("./browser.js").Use;
type Server = import("./server.js").Server;
type Answer = import("./server.js").Answer;
type Says = import("./engines/engine.js").Says;
type Story = import("./documents.js").Story;

// From `recorder.js` and `console.js`.

/** An event of a panel, with its details. */
interface Noted {
  type: string;
  /** The id of the panel. */
  target: string;
  /** The codes of the problems, in an event that has problems. */
  codes?: string[];
  kind?: string;
  problems?: import("../../www/element/failure.js").Problem[];
  claim?: string;
  open?: boolean;
  view?: string;
  url?: string;
  text?: string;
  exact?: string;
  found?: boolean;
  changed?: string;
}

/** A message that a frame sends to its page. */
interface Told {
  type: string;
  height?: number;
}

interface Seen {
  /** What pages can replace and tests need. */
  frame: typeof requestAnimationFrame;
  errors: string[];
  events: Noted[];
  // Single tests add the following.
  told: Told[];
  links: string[][];
  violations: string[];
  reported: string[];
  opened: string[];
  shared: string[];
}

declare var seen: Seen;
declare function visibleText(element: Element): string;
/** Returns and forgets the lines of the console. */
declare var takeLines: (() => string) | undefined;

/** The events of a panel, for listeners. */
interface PanelEvents {
  "claim-panel-ready": CustomEvent<null>;
  "claim-panel-error": CustomEvent<Pick<Noted, "kind" | "problems">>;
  "claim-panel-select": CustomEvent<Pick<Noted, "claim" | "open">>;
  "claim-panel-view": CustomEvent<Pick<Noted, "view">>;
  "claim-panel-source": CustomEvent<Pick<Noted, "url">>;
  "claim-panel-share": CustomEvent<Pick<Noted, "claim" | "url" | "text">>;
  "claim-panel-passage": CustomEvent<Pick<Noted, "claim" | "exact" | "found" | "changed">>;
}
interface WindowEventMap extends PanelEvents {}
interface HTMLElementEventMap extends PanelEvents {}

// What tests add to their pages: panels and other elements, by their ids or as properties of the window.

/** The panel of a page with one panel: `NAME` in `panel.js`. */
declare var panel: Panel;
declare var one: Panel;
declare var two: Panel;
declare var three: Panel;
declare var first: Panel;
declare var second: Panel;
declare var empty: Panel;
declare var faulty: Panel;
declare var story: Panel;
declare var p1: Panel;
declare var p2: Panel;
declare var p3: Panel;
declare var p7: Panel;
declare var p9: Panel;

declare var all: Loose;
declare var other: Loose;
declare var own: Loose;
declare var bare: HTMLElement;
declare var below: HTMLElement;
declare var box: HTMLDetailsElement;
declare var bridge: HTMLIFrameElement;
declare var button: HTMLElement;
declare var fallback: HTMLElement;
declare var field: HTMLElement;
declare var host: HTMLElement;
declare var link: HTMLAnchorElement;
declare var plain: HTMLElement;
declare var root: HTMLElement;
declare var spoken: HTMLElement;
declare var toggles: HTMLElement[];
declare var unfolding: HTMLElement[];

/** The type of a global that only one test sets and reads, or that has another type in each test. */
// biome-ignore lint/suspicious/noExplicitAny: the types differ from test to test
type Loose = any;
declare var after: Loose;
declare var asked: Loose;
declare var bad: Loose;
declare var before: Loose;
declare var changes: Loose;
declare var claimPanelFault: Loose;
declare var drawn: Loose;
declare var gone: Panel;
declare var good: Loose;
declare var heard: Loose;
declare var inner: Loose;
declare var kept: Loose;
declare var look: Loose;
declare var met: Loose;
declare var page: Loose;
declare var prevented: Loose;
declare var program: Loose;
declare var said: string[];
declare var saidErrors: Loose;
declare var told: Loose;

declare var clicks: number;
declare var end: number;
declare var followed: Promise<unknown>;
declare var isOver: boolean;
declare var kinds: unknown[];
declare var limit: number;
declare var looks: number;
declare var matched: string;
declare var memories: WebAssembly.Memory[];
declare var memory: WebAssembly.Memory;
declare var mine: Range;
declare var moved: LayoutShift[];
declare var reports: number;
declare var stories: string[];
declare var thrown: number;

declare function added(): Promise<string[]>;
declare function done(value: unknown): void;
declare function exhaust(memory: WebAssembly.Memory): void;
declare function late(): void;
declare function left(): number[];
declare function pass(milliseconds: number): void;

/** What browsers report when something moves. The types of the DOM do not have it. */
interface LayoutShift extends PerformanceEntry {
  value: number;
  sources: { node: Element | null; previousRect: DOMRect; currentRect: DOMRect }[];
}

/** What axe adds to a page. */
declare var axe: typeof import("axe-core");

/** The parts of Firefox's own window that `engines/firefox.js` uses. */
declare var gBrowser: {
  selectedBrowser: HTMLElement & {
    browsingContext: { overrideDPPX: number; mediumOverride: string; forcedColorsOverride: string };
  };
};
declare var Services: { prefs: { setIntPref(name: string, value: number): void } };
