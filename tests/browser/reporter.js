/** A line for each test, for `cargo xtask test`: its verdict, its time in milliseconds, and its name with its groups. */
import { OTHER } from "./chosen.js";

/** @type {Record<string, string>} */
const VERDICTS = { "test:pass": "passed", "test:fail": "failed" };

/** @param {AsyncIterable<Loose>} events what `node:test` reports */
export default async function* report(events) {
  /** The names of the groups around the test that is reported. @type {string[]} */
  const around = [];
  for await (const { type, data } of events) {
    if (type === "test:start") {
      around.length = data.nesting;
      around.push(data.name);
    } else if (type in VERDICTS && data.details?.type !== "suite") {
      const skipped = data.skip === OTHER ? "other" : "skipped";
      const verdict = data.skip === undefined ? VERDICTS[type] : skipped;
      const name = [...around.slice(0, data.nesting), data.name].join(" ").replace(/\s/g, " ");
      yield `${verdict}\t${Math.round(data.details?.duration_ms ?? 0)}\t${name}\n`;
    }
  }
}
