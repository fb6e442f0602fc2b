/** Headless Chromium through chromedriver, and its own protocol for what WebDriver cannot say. */
import { createRequire } from "node:module";
import { places, told } from "./told.js";

const require = createRequire(places());
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

/** The console holds everything that Chromium says, so nothing has to be noted in the page. */
export const RECORDS = false;

/** @type {import("./engine.js").Says} */
export const SAYS = {
  status: (number) => [new RegExp(`Failed to load resource: the server responded with a status of ${number}`)],
  unreachable: () => [/Failed to load resource: net::ERR_/],
  cors: () => [/blocked by CORS policy/],
  policy: () => [/violates the following Content Security Policy/, /Refused to connect because it violates/],
  integrity: () => [/Failed to find a valid digest in the 'integrity' attribute/, /SRI's integrity checks failed/],
};

/** @returns {Promise<import("./engine.js").Session>} */
export async function start() {
  const options = new chrome.Options();
  options.addArguments(...FLAGS);
  options.setBinaryPath(told("CHROMIUM"));
  const preferences = new logging.Preferences();
  preferences.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  options.setLoggingPrefs(preferences);
  const driver = await new Builder()
    .forBrowser("chrome")
    .setChromeService(new chrome.ServiceBuilder(told("CHROMEDRIVER")))
    .setChromeOptions(options)
    .build();
  const own = /** @type {import("selenium-webdriver/chrome").Driver} */ (driver);
  /** @param {string} command @param {object} values */
  const tell = (command, values) => own.sendDevToolsCommand(`Emulation.${command}`, values);

  return {
    driver,
    async screen({ width, height, scale = 1 }) {
      await tell("setScrollbarsHidden", { hidden: true });
      await tell("setDeviceMetricsOverride", { width, height, deviceScaleFactor: scale, mobile: false });
    },
    media: ({ scheme = "light", forced = false, still = false, paper = false }) =>
      tell("setEmulatedMedia", {
        media: paper ? "print" : "",
        features: [
          { name: "prefers-color-scheme", value: scheme },
          { name: "forced-colors", value: forced ? "active" : "none" },
          { name: "prefers-reduced-motion", value: still ? "reduce" : "no-preference" },
        ],
      }),
    async console() {
      const entries = await driver.manage().logs().get(logging.Type.BROWSER);
      return entries.map(({ level, message }) => `${level.name}: ${message}`);
    },
    slow: (rate) => tell("setCPUThrottlingRate", { rate }),
    stop: () => driver.quit(),
  };
}
