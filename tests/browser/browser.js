/** Headless Chromium, driven through chromedriver, with a server to visit. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, beforeEach } from "node:test";
import { startServer } from "./server.js";

/** `cargo xtask test` says where these are; nothing is ever looked for or downloaded here. */
function told(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set; run these tests with: cargo xtask test browser`);
  }
  return value;
}

const require = createRequire(join(told("CLAIM_PANEL_NODE_MODULES"), "package.json"));
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const { Builder, logging } = require("selenium-webdriver");
const chrome = require("selenium-webdriver/chrome");

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--window-size=800,600",
];

/** Looks at every frame until the condition holds. */
const LOOK = `(...values) => new Promise((resolve, reject) => {
  const look = () => {
    try {
      if ((CONDITION)(...values)) resolve(true);
      else requestAnimationFrame(look);
    } catch (error) {
      reject(error);
    }
  };
  look();
})`;

/** Starts a browser and a server for the tests of one file. */
export function useBrowser() {
  const use = {};

  before(async () => {
    use.server = await startServer();
    const options = new chrome.Options().addArguments(...FLAGS).setChromeBinaryPath(told("CHROMIUM"));
    const preferences = new logging.Preferences();
    preferences.setLevel(logging.Type.BROWSER, logging.Level.ALL);
    options.setLoggingPrefs(preferences);
    use.driver = await new Builder()
      .forBrowser("chrome")
      .setChromeService(new chrome.ServiceBuilder(told("CHROMEDRIVER")))
      .setChromeOptions(options)
      .build();
    await use.driver.manage().setTimeouts({ script: 20_000, pageLoad: 20_000 });
  });

  beforeEach(async () => {
    use.server.reset();
    await use.driver.get("about:blank");
    await use.console();
  });

  after(async () => {
    await use.driver?.quit();
    await use.server?.stop();
  });

  /** Opens a page made of this body, at this hash; see `page` in `server.js`. */
  use.open = (page, hash = "") => use.driver.get(use.server.page(page) + hash);

  /** Runs a function in the page. What it returns is waited for. */
  use.run = (action, ...values) => use.driver.executeScript(`return (${action}).apply(null, arguments)`, ...values);

  /** Waits until a condition holds in the page; says what the page looked like if it never does. */
  use.until = async (condition, ...values) => {
    try {
      return await use.run(LOOK.replace("CONDITION", () => condition), ...values);
    } catch (error) {
      const panels = await use.run(() =>
        [...document.querySelectorAll("claim-panel")].map(({ id, state, problems }) => ({ id, state, problems })),
      );
      const seen = await use.run(() => window.seen);
      const found = JSON.stringify({ panels, seen, console: await use.console() }, null, 2);
      throw new Error(`waited in vain for ${condition} (${error.message})\n${found}`);
    }
  };

  /** What axe finds wrong with the page for people who cannot see it well, or use no mouse. */
  use.barriers = async () => {
    await use.driver.executeScript(AXE);
    return use.run(async () => {
      const { violations } = await axe.run({ rules: { "target-size": { enabled: true } } });
      return violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.flat(9).join(" "))]);
    });
  };

  /** What the console says since the last time that anybody looked. */
  use.console = async () => {
    const entries = await use.driver.manage().logs().get(logging.Type.BROWSER);
    return entries.map(({ level, message }) => `${level.name}: ${message}`);
  };

  return use;
}
