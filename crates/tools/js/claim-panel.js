#!/usr/bin/env node
/** The program `claim-panel` of the npm package: the same command line as the one that cargo installs. */
import { runCommand } from "./load.js";
import { machine } from "./machine.js";

// A write fails when the reader of a pipe closes it; that needs no message.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", () => {});
}
const { code, output, error } = runCommand(process.argv.slice(2), machine);
process.stdout.write(output);
process.stderr.write(error);
// The process ends when everything is written.
process.exitCode = code;
