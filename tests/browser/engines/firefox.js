/** Headless Firefox through geckodriver. What WebDriver cannot say is said to Firefox's own window. */
import { createRequire } from "node:module";
import { lines } from "./lines.js";
import { places, told } from "./told.js";

const require = createRequire(places());
const { Builder } = require("selenium-webdriver");
const firefox = require("selenium-webdriver/firefox");

export const RECORDS = true;

const policy = () => [/the policy's connect-src forbids/];

/** Of what goes wrong on the way, Firefox tells only people. @type {import("./engine.js").Says} */
export const SAYS = { status: () => [], unreachable: () => [], cors: () => [], integrity: () => [], policy };

/** @returns {Promise<import("./engine.js").Session>} */
export async function start() {
  const options = new firefox.Options()
    .setBinary(told("FIREFOX"))
    .addArguments("-headless", "--width=800", "--height=700")
    // Scroll bars that take no room, as on a phone.
    .setPreference("ui.useOverlayScrollbars", 1);
  const driver = await new Builder()
    .forBrowser("firefox")
    .setFirefoxService(new firefox.ServiceBuilder(told("GECKODRIVER")).addArguments("--allow-system-access"))
    .setFirefoxOptions(options)
    .build();

  const own = /** @type {import("selenium-webdriver/firefox").Driver} */ (driver);
  /**
   * Runs a function where Firefox itself is written.
   * @template {unknown[]} V @param {(...values: V) => void} action @param {V} values @returns {Promise<void>}
   */
  const within = async (action, ...values) => {
    await own.setContext(firefox.Context.CHROME);
    try {
      return await driver.executeScript(`return (${action}).apply(null, arguments)`, ...values);
    } finally {
      await own.setContext(firefox.Context.CONTENT);
    }
  };

  return {
    driver,
    screen: ({ width, height, scale = 1 }) =>
      within(
        (width, height, scale) => {
          const browser = gBrowser.selectedBrowser;
          for (const [name, value] of Object.entries({ width, height })) {
            browser.style.setProperty(`min-${name}`, `${value}px`);
            browser.style.setProperty(`max-${name}`, `${value}px`);
          }
          browser.browsingContext.overrideDPPX = scale === 1 ? 0 : scale;
        },
        width,
        height,
        scale,
      ),
    media: ({ scheme = "light", forced = false, still = false, paper = false }) =>
      within(
        (scheme, forced, still, paper) => {
          /** @type {[name: string, value: number][]} */
          const preferences = [
            ["layout.css.prefers-color-scheme.content-override", scheme === "dark" ? 0 : 1],
            ["ui.prefersReducedMotion", still ? 1 : 0],
          ];
          for (const [name, value] of preferences) {
            Services.prefs.setIntPref(name, value);
          }
          const { browsingContext } = gBrowser.selectedBrowser;
          browsingContext.mediumOverride = paper ? "print" : "";
          browsingContext.forcedColorsOverride = forced ? "active" : "none";
        },
        scheme,
        forced,
        still,
        paper,
      ),
    console: () => lines(driver),
    stop: () => driver.quit(),
  };
}
