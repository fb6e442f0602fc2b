/** A plugin for Eleventy 3: a shortcode for the panel, and the fallback in every page with a panel. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A panel whose story is in a file. */
const HAS_PANEL = /<claim-panel\s[^>]*\bsrc=/;

/** An attribute, or nothing if it has no value. @param {string} name @param {string | undefined} value */
const attribute = (name, value) =>
  value ? ` ${name}="${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"` : "";

/**
 * @param {any} configuration Eleventy's own
 * @param {{ program?: string }} [options] `program` is the command line program, if it is not on the search path
 */
export default function claimPanel(configuration, { program = "claim-panel" } = {}) {
  // Without the blank lines and the line break, Markdown would put the panel into a paragraph.
  configuration.addShortcode("claimPanel", (/** @type {string} */ src, /** @type {string | undefined} */ id) => {
    return `\n\n<claim-panel${attribute("src", src)}${attribute("id", id)}>\n</claim-panel>\n\n`;
  });

  configuration.on("eleventy.after", async (/** @type {Build} */ { directories, results }) => {
    const pages = results.filter(({ outputPath, content }) => isPage(outputPath) && HAS_PANEL.test(content));
    if (pages.length) {
      await run(program, ["fill", "--root", directories.output, ...pages.map(({ outputPath }) => String(outputPath))]);
    }
  });
}

/**
 * @typedef {{ outputPath: string | false, content: string }} Result `false`: the template writes no file
 * @typedef {{ directories: { output: string }, results: Result[] }} Build
 */

/** @param {string | false} path */
const isPage = (path) => String(path).endsWith(".html");
