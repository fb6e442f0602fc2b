/**
 * Notes what is said in the console, for browsers whose drivers cannot tell it: the server puts it before every other
 * script of a page. The lines look as those that Chromium's driver gives.
 */
{
  const lines = (window.consoleLines = []);
  const note = (level, values) => lines.push(`${level}: ${values.map(String).join(" ")}`);
  const LEVELS = { error: "SEVERE", warn: "WARNING", info: "INFO", log: "INFO" };
  for (const [method, level] of Object.entries(LEVELS)) {
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
