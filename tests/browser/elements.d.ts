// Types of the DOM, changed for tests. A test that looks for an element that is not there fails anyway, so the results
// below cannot be null; and what tests look for is HTML.

interface HTMLElementTagNameMap {
  "claim-panel": Panel;
}

/** The type of the element that a selector finds, by the tag at its end. */
type Found<S extends string> = S extends "#panel"
  ? Panel
  : Tag<Last<Flat<S>>> extends infer T extends keyof HTMLElementTagNameMap
    ? HTMLElementTagNameMap[T]
    : HTMLElement;
/** A selector without what is in parentheses. */
type Flat<S extends string> = S extends `${infer Before}(${string})${infer After}` ? Flat<`${Before}${After}`> : S;
/** The end of a selector. */
type Last<S extends string> = S extends `${string} ${infer Rest}` ? Last<Rest> : S;
/** The tag of a simple selector. */
type Tag<S extends string> = S extends `${infer Before}${"[" | "." | ":" | "#"}${string}` ? Tag<Before> : S;

interface ParentNode {
  querySelector<S extends string, E extends Element = Found<S>>(selector: S): E;
  querySelectorAll<S extends string, E extends Element = Found<S>>(selector: S): NodeListOf<E>;
}

interface Element {
  closest<S extends string, E extends Element = Found<S>>(selector: S): E;
}

interface Document {
  getElementById(id: "panel"): Panel;
  getElementById(id: string): HTMLElement;
}

interface Node {
  cloneNode(deep?: boolean): this;
}

interface CustomElementRegistry {
  get(name: "claim-panel"): typeof import("../../www/element/element.js").ClaimPanelElement;
}

interface HighlightRegistry {
  get(name: "claim-panel-passage" | "claim-panel-found"): Set<Range> & Highlight;
  get(name: string): Highlight | undefined;
}
