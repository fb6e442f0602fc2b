/**
 * Links to claims: `#claim=<panel>.<claim>`. The panel is its id or, without one, its number among the panels of the
 * page. The rest of the hash belongs to the page.
 *
 * A page can contain several articles, as with infinite scrolling. Once the documents are known, an address means the
 * panels of its own article, if the page has any.
 */
import { OwnURL } from "../engine/builtins.js";
import { cleaned, pageAddress } from "./address.js";

/** Some programs encode the whole hash. */
const LINK = /([#&])claim(=|%3D)[^&]*/i;

/** The article that each panel's document names, and what its addresses have in common. @type {WeakMap<Element, string[]>} */
const articles = new WeakMap();

/** Notes the article of a panel's document. @param {Element} panel @param {string} article */
export function setArticle(panel, article) {
  try {
    articles.set(panel, [article, withoutDetails(article)]);
  } catch {
    articles.delete(panel);
  }
}

/** What the addresses of one article have in common. @param {string} address */
function withoutDetails(address) {
  const { host, pathname, search } = cleaned(address);
  return host + pathname.replace(/\/$/, "") + search;
}

/**
 * The panels that an address can mean, with their names.
 * @param {string} address @returns {[panel: Element, name: string][]}
 */
function namesAt(address) {
  const here = withoutDetails(address);
  const panels = [...document.querySelectorAll("claim-panel")];
  const own = panels.filter((panel) => (articles.get(panel)?.[1] ?? here) === here);
  return (own.some((panel) => articles.has(panel)) ? own : panels).map((panel, place) => [
    panel,
    panel.id || String(place + 1),
  ]);
}

/** What follows `claim=` in the page's address. */
function currentLink() {
  const hash = new URLSearchParams(location.hash.slice(1));
  return (
    hash.get("claim") ??
    // Some programs write `&` as in HTML, and some encode the whole hash, which is then the name of a parameter.
    hash.get("amp;claim") ??
    new URLSearchParams([...hash.keys()].join("&")).get("claim") ??
    ""
  );
}

/**
 * The claim of this panel in the page's address, with whatever is stuck to its end. Ids may contain dots; if several
 * panels match, the longest name wins. A number that no panel has is the first panel's, which has no such claim and says
 * so.
 * @param {Element} panel @returns {string | undefined}
 */
export function linkedClaim(panel) {
  const [link, names] = [currentLink(), namesAt(location.href)];
  // A panel of another article, or in a shadow tree of the page, has its id only, and comes last.
  if (!names.some(([one]) => one === panel)) {
    names.push([panel, panel.id]);
  }
  const [meant] = names
    .filter(([, name]) => name && link.startsWith(`${name}.`))
    .sort(([, one], [, other]) => other.length - one.length);
  const [one, name] = meant ?? [/^\d+\./.test(link) && names[0]?.[0], ""];
  return one === panel ? link.slice(name ? name.length + 1 : 0) : undefined;
}

/**
 * What can be stuck to the end of a link: mail and chat programs take the full stop or the bracket behind an address for
 * a part of it, and tracking adds parameters. Other words may be the rest of the id of a claim that is gone.
 */
export const STUCK = /[^\p{L}\p{N}]+$|[^\p{L}\p{N}]*[?&#~\s].*/u;

/**
 * An address with a link to this claim, or as it is if the panel has no name there.
 * @param {string} address @param {Element} panel @param {string} claim
 */
function linked(address, panel, claim) {
  const name = namesAt(address).find(([one]) => one === panel)?.[1] ?? panel.id;
  const url = new OwnURL(address);
  if (name) {
    const link = `claim=${encodeURIComponent(`${name}.${claim}`)}`;
    const { hash } = url;
    url.hash = LINK.test(hash) ? hash.replace(LINK, (_, before) => before + link) : `${hash && `${hash}&`}${link}`;
  }
  return url.href;
}

/**
 * The address that readers share: that of the article, as the document or the page names it. Empty if nobody knows one.
 * @param {Element} panel @param {string | false} claim what it leads to, if anything
 */
export function sharedAddress(panel, claim) {
  const address = articles.get(panel)?.[0] ?? pageAddress();
  return address && claim !== false ? linked(address, panel, claim) : address;
}

/**
 * Links the page's address to this claim without adding a history entry.
 * @param {Element} panel @param {string} claim
 */
export function note(panel, claim) {
  if (linkedClaim(panel) !== claim) {
    try {
      history.replaceState(history.state, "", linked(location.href, panel, claim));
    } catch {
      // Some frames have no address of their own, and some browsers limit the number of changes.
    }
  }
}
