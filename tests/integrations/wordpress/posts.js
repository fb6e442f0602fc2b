/** What authors write: the same panel, in every way that WordPress has. */
import { readFileSync } from "node:fs";
import { text } from "../../browser/documents.js";

const DEMO = readFileSync(new URL("../../../index.html", import.meta.url), "utf8");

/** The address of the document, and the document. */
export const SRC = "/claims/bridge.json";
export const DOCUMENT = text();

/** Only the fallback has these words. */
export const FALLBACK = "The council leader denies the claim";

/** What `claim-panel fill` writes, with nearly everything that a fallback can contain. */
export const FILLED = [...DEMO.matchAll(/<section part="panel".*?<\/section>(?=<\/claim-panel>)/gs)]
  .map(([section]) => section.replace(/(<p part="kicker">)[^<]*/, `$1${FALLBACK}`))
  .reduce((one, other) => (one.length > other.length ? one : other));

/** @param {string} name @param {string} html */
export const block = (name, html) => `<!-- wp:${name} -->\n${html}\n<!-- /wp:${name} -->\n\n`;
/** @param {string} text */
export const paragraph = (text) => block("paragraph", `<p>${text}</p>`);
/** @param {string} fallback @param {string} [attributes] */
export const shortcode = (fallback, attributes = `src="${SRC}"`) =>
  `[claim-panel ${attributes}]${fallback}[/claim-panel]`;
/** @param {string} fallback */
export const tag = (fallback) => `<claim-panel src="${SRC}" heading-level="4">${fallback}</claim-panel>`;
/** @param {string} middle */
const blocks = (middle) => paragraph("Words before.") + middle + paragraph("Words after.");

/** @type {Record<string, string>} */
export const POSTS = {
  "a shortcode within a paragraph block": paragraph(`Words before. ${shortcode(FALLBACK)} Words after.`),
  "a shortcode alone in a paragraph block": blocks(paragraph(shortcode(`<br>${FALLBACK}<br>`))),
  "a shortcode over three paragraph blocks": blocks(
    paragraph(`[claim-panel src="${SRC}"]`) + paragraph(FALLBACK) + paragraph("[/claim-panel]"),
  ),
  "a shortcode block": blocks(block("shortcode", shortcode(`\n${FILLED}\n`))),
  "a shortcode with curly quotation marks": blocks(block("shortcode", shortcode(FALLBACK, `src=“${SRC}”`))),
  "a shortcode in a classic post": `Words before.\n\n[claim-panel src="${SRC}"]
<p>${FALLBACK}</p>\n<p>The contractor did not answer.</p>\n[/claim-panel]\n\nWords after.`,
  "a shortcode within a line of a classic post": `Words before. ${shortcode(FILLED)} Words after.`,
  "a shortcode around lines of text in a classic post": `Words before.
[claim-panel src="${SRC}"]\n${FALLBACK}\n\nThe contractor\ndid not answer.\n[/claim-panel]\nWords after.`,
  "the element in an HTML block": blocks(block("html", tag(FILLED))),
  "the element in a classic post": `Words before.\n\n${tag(`\n<p>${FALLBACK}</p>\n\n<p>More.</p>\n`)}\n\nWords after.`,
  "the element within a line of a classic post": `Words before. ${tag(FALLBACK)} Words after.`,
};
