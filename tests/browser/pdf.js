/** What a page says on paper: the browser's own PDF of it, read by pdf.js in the package `unpdf`. */
import { createRequire } from "node:module";
import { places } from "./engines/told.js";

const { extractText, getDocumentProxy } = await import(createRequire(places()).resolve("unpdf"));

/** The words on paper, without the ends of lines. @param {import("./browser.js").Use} use @returns {Promise<string>} */
export async function paperOf(use) {
  const pdf = Buffer.from(await use.driver.printPage({}), "base64");
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text.replace(/\s+/g, " ");
}
