// What the build adds to the modules of this folder.

/** Constants that `xtask/bundle.mjs` inserts. */
declare const __VERSION__: string;
declare const __REPOSITORY__: string;
declare const __ATTRIBUTES__: string[];
declare const __FRAMED__: string[];
declare const __OBSERVED__: string;
declare const __PROPERTIES__: string;
declare const __CONTROLS__: string[];
declare const __REACT_EVENTS__: Record<string, string>;
declare const __REACT_ATTRIBUTES__: Record<string, string | undefined>;
declare const __WASM_INTEGRITY__: string;
declare const __LANGUAGES_INTEGRITY__: string;
declare const __SENTENCES_INTEGRITY__: string;

/** The minified text of a stylesheet. */
declare module "*.css" {
  const text: string;
  export default text;
}

/** The functions of `src/host.rs`, through the glue that wasm-bindgen generates and `xtask/lighten.mjs` simplifies. */
declare module "claim-panel-glue" {
  type HostEvent = import("./engine/protocol.js").HostEvent;
  type ReadResult = import("./engine/protocol.js").ReadResult;
  type SharedText = import("./engine/protocol.js").SharedText;

  export default function init(source: { module_or_path: Response | Promise<ArrayBuffer> }): Promise<unknown>;
  export function read(bytes: Uint8Array): ReadResult;
  export function discard(story: number): void;
  export function add_language(lang: string, texts: string): boolean;
  export function mount(story: number, root: Element, options: object, emit: (event: HostEvent) => void): number;
  export function update(panel: number, story: number, options: object): void;
  export function dispatch(panel: number, action: string, value: string): void;
  export function share_text(panel: number, claim: string): SharedText | undefined;
  export function unmount(panel: number): void;
  export function on_crash(notify: (message: string) => void): void;
  export function restart(): void;
}

/** The package's texts: the name of each file, and the module that has its text. */
declare module "claim-panel-texts" {
  export const texts: Record<string, (() => Promise<string>) | undefined>;
}

/** The WebAssembly in Base64. */
declare module "claim-panel-wasm" {
  const base64: string;
  export default base64;
}
