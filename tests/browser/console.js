/**
 * Notes what is said in the console, for browsers whose drivers cannot tell it: the server puts it before every other
 * script of a page. The lines look as those that Chromium's driver gives.
 */
if (!window.takeLines) {
  /** @type {string[]} */
  const lines = [];
  /** @param {string} level @param {unknown[]} values */
  const note = (level, values) => {
    const line = `${level}: ${values.map(String).join(" ")}`;
    // What a frame says stands in the console of the whole page.
    window === top ? lines.push(line) : top?.postMessage({ line }, "*");
  };
  /** As one text, since a driver would meet whatever else a page has made of rows. */
  window.takeLines = () => lines.splice(0).join("\0");
  addEventListener("message", (event) => {
    if (event.data?.line) {
      // The page itself hears nothing of it.
      event.stopImmediatePropagation();
      lines.push(event.data.line);
    }
  });
  const LEVELS = /** @type {const} */ ({ error: "SEVERE", warn: "WARNING", info: "INFO", log: "INFO" });
  for (const [name, level] of Object.entries(LEVELS)) {
    const method = /** @type {keyof typeof LEVELS} */ (name);
    const own = console[method];
    console[method] = (...values) => {
      note(level, values);
      own.apply(console, values);
    };
  }
  addEventListener("error", ({ message }) => message && note("SEVERE", [message]));
  addEventListener("unhandledrejection", ({ reason }) => note("SEVERE", ["Uncaught (in promise)", reason]));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    note("SEVERE", [`the policy's ${violatedDirective} forbids ${blockedURI}`]),
  );
}
