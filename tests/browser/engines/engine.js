/** Which browser the tests run in: `CLAIM_PANEL_ENGINE`, or else Chromium. Each has a module beside this one. */

/**
 * @typedef {object} Session what a module's `start` resolves with
 * @property {import("selenium-webdriver").WebDriver} driver
 * @property {(size: { width: number, height: number, scale?: number }) => Promise<void>} screen so large is the page,
 *   in CSS pixels, each of which is `scale` of the screen's
 * @property {(wishes: Wishes) => Promise<void>} media what the reader's system says
 * @property {() => Promise<string[]>} console what stands there since the last time that anybody looked
 * @property {(rate: number) => Promise<void>} [slow] makes the processor so many times slower
 * @property {() => Promise<void>} stop
 *
 * @typedef {import("selenium-webdriver").WebDriver & Undeclared} Driver
 *
 * @typedef {object} Undeclared what `@types/selenium-webdriver` lacks, or declares with other types
 * @property {(options: object) => Promise<string>} printPage
 * @property {(command: string, values: object) => Promise<Loose>} sendAndGetDevToolsCommand only in Chromium
 *
 * @typedef {{ scheme?: "light" | "dark", forced?: boolean, still?: boolean, paper?: boolean }} Wishes whatever is left
 *   out is not the case
 *
 * @typedef {Record<"status" | "unreachable" | "cors" | "integrity" | "policy", (value?: number) => RegExp[]>} Says the lines
 *   that the engine itself puts into the console for what goes wrong on the way to a file
 */

export const ENGINES = ["chromium", "firefox", "webkit"];

export const ENGINE = process.env.CLAIM_PANEL_ENGINE || "chromium";

if (!ENGINES.includes(ENGINE)) {
  throw new Error(`CLAIM_PANEL_ENGINE is “${ENGINE}”, expected one of: ${ENGINES.join(", ")}`);
}

/** @type {{ start: () => Promise<Session>, RECORDS: boolean, SAYS: Says }} `RECORDS`: the page notes what is said */
export const { start, RECORDS, SAYS } = await import(`./${ENGINE}.js`);
