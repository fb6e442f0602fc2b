/** WebKitGTK's MiniBrowser through WebKitWebDriver, each run on a screen of its own that nobody sees. */
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lines } from "./lines.js";
import { places, told } from "./told.js";

const require = createRequire(places());
const { Builder } = require("selenium-webdriver");

export const RECORDS = true;

const policy = () => [/the policy's connect-src forbids/];

/** What WebKit says of its own accord is told to nobody but people. @type {import("./engine.js").Says} */
export const SAYS = { status: () => [], unreachable: () => [], cors: () => [], integrity: () => [], policy };

/**
 * Without a window manager windows may be larger than the screen, and the focus is where the pointer is: in the middle
 * of the screen, which has to lie in the smallest of them.
 */
const SCREEN = "600x480x24";

/** Without these nothing starts as root, or without a graphics card or a session of a desktop. */
const SURROUNDINGS = {
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
  WEBKIT_DISABLE_COMPOSITING_MODE: "1",
  LIBGL_ALWAYS_SOFTWARE: "1",
  GDK_BACKEND: "x11",
  GSETTINGS_BACKEND: "memory",
  NO_AT_BRIDGE: "1",
};

/** The bars around a page are made as narrow as can be, so that they keep no page from being as narrow as a phone. */
const FRAME = "* { margin: 0; min-height: 0; min-width: 0; padding: 0; }";

/** @returns {Promise<import("./engine.js").Session>} */
export async function start() {
  const home = await mkdtemp(join(tmpdir(), "claim-panel-webkit-"));
  /** @type {import("node:child_process").ChildProcess[]} */
  const started = [];
  // Should this process be ended from outside, nobody else would end them.
  process.once("exit", () => started.forEach((child) => child.kill()));
  ["SIGINT", "SIGTERM"].forEach((signal) => process.once(signal, () => process.exit(1)));
  const stop = async () => {
    await Promise.all(started.map(ended));
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    await mkdir(join(home, "gtk-3.0"));
    // Animations off is what the page is told as reduced motion.
    await writeFile(join(home, "gtk-3.0/settings.ini"), "[Settings]\ngtk-enable-animations=0\ngtk-xft-dpi=98304\n");
    await writeFile(join(home, "gtk-3.0/gtk.css"), FRAME);
    const screen = spawn(told("XVFB"), ["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    started.push(screen);
    const display = await new Promise((resolve, reject) => {
      screen.stdout.once("data", (data) => resolve(`:${String(data).trim()}`));
      screen.once("exit", () => reject(new Error("Xvfb does not start")));
    });
    const port = await freePort();
    const own = { DISPLAY: display, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_DATA_HOME: home };
    const service = spawn(told("WEBKIT_DRIVER"), [`--port=${port}`], {
      stdio: "ignore",
      env: { ...process.env, ...SURROUNDINGS, ...own },
    });
    started.unshift(service);
    await listening(port, service);
    const driver = await new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities({
        browserName: "MiniBrowser",
        "webkitgtk:browserOptions": { binary: told("MINIBROWSER"), args: ["--automation"] },
      })
      .build();
    // To be asked to leave, the browser may never answer; without its screen it cannot stay.
    return { driver, ...hands(driver), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {import("selenium-webdriver").WebDriver} driver @returns {Pick<import("./engine.js").Session, "screen" | "media" | "console">} */
function hands(driver) {
  /** @returns {Promise<[width: number, height: number]>} */
  const inner = () => driver.executeScript("return [innerWidth, innerHeight]");
  return {
    async screen({ width, height }) {
      const { width: outerWidth, height: outerHeight } = await driver.manage().window().getRect();
      const [innerWidth, innerHeight] = await inner();
      const size = { width: outerWidth - innerWidth + width, height: outerHeight - innerHeight + height };
      await driver
        .manage()
        .window()
        .setRect({ x: 0, y: 0, ...size });
    },
    /** Fixed when the browser starts: light, on a screen, without movement. */
    async media({ scheme = "light", forced = false, still = false, paper = false }) {
      if (scheme !== "light" || forced || !still || paper) {
        throw new Error("WebKitGTK cannot be told of other looks than light ones without movement on a screen");
      }
    },
    console: () => lines(driver),
  };
}

/** @param {import("node:child_process").ChildProcess} child @returns {Promise<void>} */
function ended(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
    } else {
      child.once("exit", () => resolve());
      child.kill();
    }
  });
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Asks until somebody answers, or the service has ended.
 * @param {number} port @param {import("node:child_process").ChildProcess} service
 */
async function listening(port, service) {
  for (;;) {
    try {
      await (await fetch(`http://127.0.0.1:${port}/status`)).text();
      return;
    } catch (error) {
      if (service.exitCode !== null) {
        throw new Error("WebKitWebDriver does not start", { cause: error });
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
