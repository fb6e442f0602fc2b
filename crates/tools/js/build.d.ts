// What the build adds.
declare module "#claim-panel-tools" {
  /** Loads the WebAssembly from its bytes. */
  export function initSync(options: { module: Uint8Array }): void;
  export function run(words: string[], host: import("./load.js").Host): import("./load.js").Ran;
}

// Types only.
declare module "claim-panel/document" {
  export type ClaimPanelDocument = object;
}
