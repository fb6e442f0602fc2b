/** Runs the programs of other systems: builds to their end, and servers until the test is over. */
import { execFile, spawn } from "node:child_process";
import { createServer } from "node:net";
import { promisify } from "node:util";

/** No program reports its use to its makers. */
const QUIET = { NEXT_TELEMETRY_DISABLED: "1", ASTRO_TELEMETRY_DISABLED: "1", NO_COLOR: "1" };

/** @param {Record<string, string>} more */
const environment = (more) => {
  // `node --test` marks its own children, and frameworks would take the mark for theirs.
  const { NODE_TEST_CONTEXT, NODE_ENV, ...own } = process.env;
  return { ...own, ...QUIET, ...more };
};

/**
 * Runs a script of Node to its end, and returns what it prints.
 * @param {string} cwd @param {string[]} words the script and its arguments @param {Record<string, string>} [more]
 */
export async function build(cwd, words, more = {}) {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, words, { cwd, env: environment(more) });
    return stdout + stderr;
  } catch (error) {
    const { stdout, stderr, message } = /** @type {any} */ (error);
    throw new Error(`${message}\n${stdout}${stderr}`);
  }
}

/** A port that is free at the moment. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** The processes that still run. They end with this one, however it ends. @type {Set<number>} */
const running = new Set();
process.on("exit", () => running.forEach(kill));
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.once(signal, () => process.exit(1));
}

/** Ends a process and its children. @param {number} pid */
function kill(pid) {
  running.delete(pid);
  try {
    process.kill(-pid);
  } catch {
    // It has ended by itself.
  }
}

/**
 * Starts a server, and resolves when it prints that it is ready.
 * @param {string} cwd @param {string[]} words the script of Node and its arguments @param {RegExp} ready
 * @param {Record<string, string>} [more] variables of its environment
 * @returns {Promise<{ printed: () => string, stop: () => Promise<void> }>}
 */
export async function serve(cwd, words, ready, more = {}) {
  const child = spawn(process.execPath, words, { cwd, env: environment(more), detached: true });
  const pid = child.pid ?? 0;
  running.add(pid);
  let printed = "";
  const ended = new Promise((resolve) => child.on("close", resolve));
  await new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        printed += chunk;
        ready.test(printed) && resolve(undefined);
      });
    }
    ended.then((code) => reject(new Error(`the server ended (${code}) before it was ready:\n${printed}`)));
  });
  return {
    printed: () => printed,
    async stop() {
      kill(pid);
      await ended;
    },
  };
}
