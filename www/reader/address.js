/** The address of the page for others: the one that its publisher names, and nothing that identifies the reader. */
import { OwnURL } from "../engine/builtins.js";

/**
 * Parameters that say where a reader comes from, or that open a page for this reader alone. A name that may also select
 * the article (`id`, `page`, `code`) is none of them: a link that leads elsewhere is worse than a long one.
 */
const PERSONAL = /^(_|utm_|mc_|[^=]*(clk?id|token|gift|secret|session|unlock)|(key|sid|sig|ref|email)=)/i;

/** An address without parameters that identify the reader. @param {string} address */
export function cleaned(address) {
  const url = new OwnURL(address);
  const parameters = url.search.slice(1).split("&");
  url.search = parameters.filter((one) => !PERSONAL.test(one)).join("&");
  return url;
}

/** The page's address for others, or "" if it has none that others can open. */
export function pageAddress() {
  /** @type {HTMLLinkElement | null} */
  const canonical = document.querySelector("link[rel~=canonical i][href^=http]");
  const address = canonical?.href ?? cleaned(location.href).href;
  return address.startsWith("http") ? address : "";
}
