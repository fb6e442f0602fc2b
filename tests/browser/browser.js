/** A browser, driven through WebDriver, with a server to visit. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, beforeEach } from "node:test";
import { RECORDS, SAYS, start } from "./engines/engine.js";
import { places } from "./engines/told.js";
import { startServer } from "./server.js";

const require = createRequire(places());
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** How long a script may wait, in milliseconds. WebKit's driver sets this timer in the page. */
export const SCRIPT_TIMEOUT_MS = 59_000;

/** Looks at every frame until the condition holds. A page can have replaced what this needs. */
const LOOK = `(...values) => new ((async () => {})().constructor)((resolve, reject) => {
  const frame = window.seen?.frame ?? requestAnimationFrame;
  const look = () => {
    try {
      if ((CONDITION)(...values)) resolve(true);
      else frame(look);
    } catch (error) {
      reject(error);
    }
  };
  look();
})`;

/**
 * What a test does with the browser and the server.
 * @typedef {object} Use
 * @property {import("./server.js").Server} server
 * @property {import("./engines/engine.js").Driver} driver
 * @property {(page: import("./server.js").Page, hash?: string) => Promise<void>} open
 * @property {(address: string) => Promise<void>} visit
 * @property {import("./engines/engine.js").Session["screen"]} screen
 * @property {import("./engines/engine.js").Session["media"]} media
 * @property {import("./engines/engine.js").Says} says
 * @property {<V extends unknown[], R>(action: string | ((...values: V) => R), ...values: V) => Promise<Awaited<R>>} run
 * @property {<V extends unknown[]>(condition: (...values: V) => unknown, ...values: V) => Promise<unknown>} until
 * @property {(...only: string[]) => Promise<string[][]>} barriers
 * @property {(expected: RegExp[]) => Promise<string[]>} hears
 * @property {(rate: number) => Promise<void>} slow makes the processor so many times slower, for one test
 * @property {() => Promise<string[]>} console
 */

/** A browser and a server for the tests of one file. They start with the first test that runs. @returns {Use} */
export function useBrowser() {
  const use = /** @type {Use} */ ({});
  /** Undefined until the first test runs. @type {import("./engines/engine.js").Session} */
  let session;
  /** What pages said that have been left. @type {string[]} */
  let said = [];
  /** What the reader's system says, if a test cares. @type {import("./engines/engine.js").Wishes | undefined} */
  let wishes;

  async function begin() {
    use.server ??= await startServer(RECORDS);
    session = await start();
    use.driver = /** @type {import("./engines/engine.js").Driver} */ (session.driver);
    await use.driver.manage().setTimeouts({ script: SCRIPT_TIMEOUT_MS, pageLoad: SCRIPT_TIMEOUT_MS });
  }

  beforeEach(async () => {
    if (!session) {
      await begin();
    }
    use.server.reset();
    await use.visit("about:blank");
    await use.console();
  });

  after(async () => {
    await session?.stop();
    await use.server?.stop();
  });

  /** Opens a page made of this body, at this hash; see `page` in `server.js`. */
  use.open = (page, hash = "") => use.visit(use.server.page(page) + hash);

  /** Opens an address; what the page before it has said is not lost. */
  use.visit = async (address) => {
    said = await use.console();
    await use.driver.get(address);
    if (wishes) {
      // Some browsers forget them with the page.
      await use.media(wishes);
    }
  };

  /** How large the page is. @type {import("./engines/engine.js").Session["screen"]} */
  use.screen = async (size) => {
    await session.screen(size);
    await use.until(({ width, height }) => innerWidth === width && innerHeight === height, size);
  };

  /** What the reader's system says. @type {import("./engines/engine.js").Session["media"]} */
  use.media = async (more) => {
    wishes = more;
    await session.media(wishes);
    await use.until(({ scheme = "light", forced = false, still = false, paper = false }) => {
      /** @param {string} query */
      const isSo = (query) => matchMedia(query).matches;
      const found = [isSo("(forced-colors: active)"), isSo("(prefers-reduced-motion: reduce)"), isSo("print")];
      return isSo(`(prefers-color-scheme: ${scheme})`) && String(found) === String([forced, still, paper]);
    }, wishes);
  };

  use.slow = async (rate) => session.slow?.(rate);

  /** What the browser itself says of what goes wrong on the way to a file. @type {import("./engines/engine.js").Says} */
  use.says = SAYS;

  /** Runs a function in the page. What it returns is waited for. */
  use.run = (action, ...values) => use.driver.executeScript(`return (${action}).apply(null, arguments)`, ...values);

  /** Waits until a condition holds in the page; says what the page looked like if it never does. */
  use.until = async (condition, ...values) => {
    try {
      const look = LOOK.replace("CONDITION", () => String(condition));
      return await use.driver.executeScript(`return (${look}).apply(null, arguments)`, ...values);
    } catch (error) {
      const panels = await use.run(() =>
        [...document.querySelectorAll("claim-panel")].map((element) => {
          const { id, state, problems } = /** @type {typeof panel} */ (element);
          return { id, state, problems };
        }),
      );
      const seen = await use.run(() => window.seen);
      const found = JSON.stringify({ panels, seen, console: await use.console() }, null, 2);
      const { message } = /** @type {Error} */ (error);
      throw new Error(`waited in vain for ${condition} (${message})\n${found}`);
    }
  };

  /** What axe finds wrong with the page for people who cannot see it well, or use no mouse; by these rules only. */
  use.barriers = async (...only) => {
    if (await use.run(() => !window.axe)) {
      await use.driver.executeScript(AXE);
    }
    return use.run(async (only) => {
      const options = only.length ? { runOnly: only } : { rules: { "target-size": { enabled: true } } };
      const { violations } = await axe.run(options);
      return violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.flat(9).join(" "))]);
    }, only);
  };

  /** Whether the console says each of these, and nothing else. @param {RegExp[]} expected */
  use.hears = async (expected) => {
    const lines = await use.console();
    const unexpected = lines.filter((line) => !expected.some((pattern) => pattern.test(line)));
    const missing = expected.filter((pattern) => !lines.some((line) => pattern.test(line)));
    assert.deepEqual({ unexpected, missing }, { unexpected: [], missing: [] });
    return lines;
  };

  /** What the console says since the last time that anybody looked. */
  use.console = async () => {
    const lines = [...said, ...(await session.console())];
    said = [];
    return lines;
  };

  return use;
}
