/** The files of this machine. */
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";

/** @type {import("./load.js").Host} */
export const machine = {
  read: (name) => readFileSync(name === "-" ? 0 : name),
  write: writeFileSync,
  kind: (name) => (statSync(name).isDirectory() ? "folder" : "file"),
  list: (folder) =>
    readdirSync(folder || ".", { withFileTypes: true }).map((entry) => [entry.name, entry.isDirectory()]),
};
