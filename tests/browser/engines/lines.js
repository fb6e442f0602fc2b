/** What `console.js` has noted in the page, for browsers whose console WebDriver cannot read. */

/** Takes the lines since the last call. @param {import("selenium-webdriver").WebDriver} driver @returns {Promise<string[]>} */
export async function lines(driver) {
  const text = String(await driver.executeScript("return window.takeLines?.() ?? ''"));
  return text.split("\0").filter(Boolean);
}
