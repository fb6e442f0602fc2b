/**
 * The script tag that runs this module. `currentScript` is only set during the first run, so it is read immediately.
 */
export const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
