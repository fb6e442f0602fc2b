/** The command line in WebAssembly, loaded when it is first needed. */
import { readFileSync } from "node:fs";
import { initSync, run } from "#claim-panel-tools";

/**
 * Where commands read and write. The methods throw errors with the `code` of Node's own.
 * @typedef {object} Host
 * @property {(name: string) => Uint8Array} read
 * @property {(name: string, content: Uint8Array) => void} write
 * @property {(name: string) => "file" | "folder" | undefined} kind
 * @property {(folder: string) => [name: string, isFolder: boolean][]} list
 */

/** @typedef {{ code: number, output: string, error: string }} Ran what a command prints, and its exit status */

let isLoaded = false;

/** Runs a command line, given without the name of the program. @param {string[]} words @param {Host} host @returns {Ran} */
export function runCommand(words, host) {
  if (!isLoaded) {
    initSync({ module: readFileSync(new URL("./claim-panel-tools_bg.wasm", import.meta.url)) });
    isLoaded = true;
  }
  return run(words, host);
}
