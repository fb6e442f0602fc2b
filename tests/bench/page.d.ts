// What the scripts of measured pages share, and the modules that `bundle.js` generates.

/** Either of the two panels. */
interface MeasuredPanel extends HTMLElement {
  shadowRoot: ShadowRoot;
  data: unknown;
  ready: Promise<unknown>;
}

/** An action: its name, the names of its marks, and how long a reader waits, in milliseconds. */
interface Measured {
  name: string;
  begin: string;
  end: string;
  wait: number;
}

/** The panel in use, and the text of its document. */
declare var panel: MeasuredPanel;
declare var text: string;
/** The time until all panels were painted, in milliseconds. */
declare var painted: Promise<number>;
declare var memories: WebAssembly.Memory[];
declare var watch: (name: string, action: () => void, isThere?: () => unknown) => Promise<Measured>;
declare var settled: () => Promise<void>;

/** The English words: texts, and functions that fill in their placeholders. */
declare module "words";
