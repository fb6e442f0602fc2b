/** What readers do to the panel with the id `panel`, each until it is done. */

/** Opens the row of fields to search in, if it is closed. @param {Use} use */
export async function seek(use) {
  await use.run(() => panel.shadowRoot.querySelector("[data-act=toggle-search][aria-pressed=false]")?.click());
  await use.until(() => panel.shadowRoot.querySelector("[data-act=search]"));
}

export const TAB = "\uE004";
export const SHIFT = "\uE008";
export const ENTER = "\uE007";

/** Types on the keyboard, wherever the focus is. @param {Use} use @param {string} keys */
export const press = (use, keys) => use.driver.actions().sendKeys(keys).perform();
