/**
 * Headless Chromium, driven by the DevTools protocol through a pipe. WebDriver cannot give each page a fresh process, slow
 * down the network and the processor, or read metrics, the heap and traces.
 */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { told } from "../browser/engines/told.js";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
];

/** In CSS pixels: a laptop's window. */
const WINDOW = { width: 1000, height: 800 };

/**
 * @typedef {Awaited<ReturnType<typeof launch>>} Browser
 * @typedef {Awaited<ReturnType<Browser["open"]>>} Page
 *
 * @typedef {object} Message what Chromium sends: the answer to a call, or an event
 * @property {number} [id]
 * @property {string} [sessionId]
 * @property {string} [method]
 * @property {Answer} [params]
 * @property {Answer} [result]
 * @property {{ message: string }} [error]
 *
 * @typedef {Record<string, any>} Answer its fields depend on the method; the protocol's documentation lists them
 */

export async function launch() {
  const profile = await mkdtemp(join(tmpdir(), "claim-panel-bench-"));
  const child = spawn(
    told("CHROMIUM"),
    [...FLAGS, `--user-data-dir=${profile}`, "--remote-debugging-pipe", "about:blank"],
    {
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    },
  );
  const exited = new Promise((resolve) => child.once("exit", resolve));
  const connection = connect(child);

  return {
    /** The name and version of the browser. @returns {Promise<string>} */
    version: async () => (await connection.send("Browser.getVersion")).product,
    /** Opens an empty page in its own browser context, so that it shares neither process nor cache with another page. */
    async open() {
      const { browserContextId } = await connection.send("Target.createBrowserContext");
      const { targetId } = await connection.send("Target.createTarget", {
        url: "about:blank",
        browserContextId,
        ...WINDOW,
      });
      const { sessionId } = await connection.send("Target.attachToTarget", { targetId, flatten: true });
      const page = makePage(connection, sessionId);
      await Promise.all(["Page", "Runtime", "Network"].map((domain) => page.send(`${domain}.enable`)));
      const close = () => connection.send("Target.disposeBrowserContext", { browserContextId });
      return { ...page, close };
    },
    async stop() {
      await connection.send("Browser.close").catch(() => {});
      await exited;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** @param {import("node:child_process").ChildProcess} child */
function connect(child) {
  const to = /** @type {import("node:stream").Writable} */ (child.stdio[3]);
  const from = /** @type {import("node:stream").Readable} */ (child.stdio[4]);
  /** @type {Map<number, { resolve: (result: Answer) => void, reject: (reason: Error) => void, method: string }>} */
  const waiting = new Map();
  /** @type {Set<(message: Message) => void>} */
  const listeners = new Set();
  let last = 0;
  let rest = "";
  from.setEncoding("utf8");
  from.on("data", (/** @type {string} */ chunk) => {
    const messages = (rest + chunk).split("\0");
    rest = messages.pop() ?? "";
    messages.forEach((message) => receive(JSON.parse(message)));
  });
  child.once("exit", () =>
    waiting.forEach(({ reject, method }) => reject(new Error(`Chromium ended during ${method}`))),
  );

  /** @param {Message} message */
  function receive({ id = 0, ...message }) {
    const call = waiting.get(id);
    waiting.delete(id);
    if (message.error) {
      call?.reject(new Error(`${call.method}: ${message.error.message}`));
    } else if (call) {
      call.resolve(message.result ?? {});
    } else {
      listeners.forEach((listener) => listener(message));
    }
  }

  return {
    listeners,
    /** @param {string} method @param {object} [params] @param {string} [sessionId] @returns {Promise<Answer>} */
    send(method, params = {}, sessionId) {
      last += 1;
      to.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
      return new Promise((resolve, reject) => waiting.set(last, { resolve, reject, method }));
    },
  };
}

/** @param {ReturnType<typeof connect>} connection @param {string} sessionId */
function makePage(connection, sessionId) {
  /** @param {string} method @param {object} [params] */
  const send = (method, params) => connection.send(method, params, sessionId);
  /** Listens for one kind of event; returns a function that stops listening. @param {string} method @param {(params: Answer) => void} hear */
  const on = (method, hear) => {
    /** @param {Message} message */
    const listener = (message) =>
      message.sessionId === sessionId && message.method === method && hear(message.params ?? {});
    connection.listeners.add(listener);
    return () => connection.listeners.delete(listener);
  };
  /** @param {string} method @returns {Promise<Answer>} */
  const once = (method) =>
    new Promise((resolve) => {
      const stop = on(method, (params) => {
        stop();
        resolve(params);
      });
    });

  /**
   * Runs a function in the page and returns what it resolves with.
   * @template {unknown[]} V @template R
   * @param {(...values: V) => R} action @param {V} values @returns {Promise<Awaited<R>>}
   */
  async function run(action, ...values) {
    const expression = `(${action})(${values.map((value) => JSON.stringify(value)).join(", ")})`;
    const { result, exceptionDetails } = await send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }

  return {
    send,
    on,
    once,
    run,
    /** Navigates, and waits for the load event. @param {string} url */
    async visit(url) {
      const loaded = once("Page.loadEventFired");
      const { errorText } = await send("Page.navigate", { url });
      if (errorText) {
        throw new Error(`${url}: ${errorText}`);
      }
      await loaded;
    },
    /** Metrics by name. Durations are seconds of processor time, which other programs do not affect. @returns {Promise<Record<string, number>>} */
    async metrics() {
      await send("Performance.enable", { timeDomain: "threadTicks" });
      const { metrics } = await send("Performance.getMetrics");
      return Object.fromEntries(
        metrics.map((/** @type {{ name: string, value: number }} */ { name, value }) => [name, value]),
      );
    },
    /** Starts collecting performance marks. The returned function stops, and gives each mark's processor time in milliseconds. */
    async marks() {
      const traceConfig = { includedCategories: ["blink.user_timing"] };
      await send("Tracing.start", { transferMode: "ReturnAsStream", traceConfig });
      return async () => {
        const complete = once("Tracing.tracingComplete");
        await send("Tracing.end");
        /** @type {{ traceEvents: { cat: string, name: string, tts?: number }[] }} */
        const { traceEvents } = JSON.parse(await read((await complete).stream));
        const marks = traceEvents.filter(({ cat }) => cat === "blink.user_timing");
        return new Map(marks.flatMap(({ name, tts }) => (tts === undefined ? [] : [[name, tts / 1_000]])));
      };
    },
  };

  /** @param {string} handle */
  async function read(handle) {
    for (let text = ""; ; ) {
      const { data, eof, base64Encoded } = await send("IO.read", { handle, size: 1 << 20 });
      text += base64Encoded ? Buffer.from(data, "base64") : data;
      if (eof) {
        return text;
      }
    }
  }
}
