/** Which tests run: all, or those with the text of `CLAIM_PANEL_TEST` in their names. */

const TEXT = (process.env.CLAIM_PANEL_TEST ?? "").toLowerCase();

/** Why a test does not run that was not chosen. */
export const OTHER = "not chosen";

/** @param {string} name of a test, with those of the groups around it */
export const isChosen = (name) => name.toLowerCase().includes(TEXT);
