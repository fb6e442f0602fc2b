/**
 * Which tests do not run in which engines, and why. A row is the file, a pattern of the test's name with the names of
 * the groups around it, the engines, and the reason. `suite.js` reports each of these tests as skipped, and fails
 * where a row fits no test.
 */

/** @type {{ file: string, name: RegExp, engines: string[], reason: string }[]} */
export const DIFFERENCES = [];
