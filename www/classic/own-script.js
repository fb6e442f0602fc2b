/** The script tag that runs this. A page tells it only while it does, so that this is asked at once. */
export const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
