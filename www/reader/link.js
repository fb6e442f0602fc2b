/**
 * Links to claims: `#claim=<panel>.<claim>`. The panel is its id or, without one, its number among the panels of the
 * page. The rest of the hash belongs to the page.
 */

const LINK = /([#&])claim=[^&]*/;

const all = () => [...document.querySelectorAll("claim-panel")];

/** @param {Element} panel */
function nameOf(panel) {
  return panel.id || String(all().indexOf(panel) + 1);
}

/**
 * The claim of this panel in the page's address. Ids may contain dots; if several panels match, the longest name wins.
 * @param {Element} panel @returns {string | undefined}
 */
export function linkedClaim(panel) {
  const link = new URLSearchParams(location.hash.slice(1)).get("claim") ?? "";
  const names = [panel, ...all()].map(nameOf).filter((name) => link.startsWith(`${name}.`));
  const [longest] = names.sort((one, other) => other.length - one.length);
  return longest === nameOf(panel) ? link.slice(longest.length + 1) : undefined;
}

/** The page's address with a link to this claim. @param {Element} panel @param {string} claim */
export function addressOf(panel, claim) {
  const link = `claim=${encodeURIComponent(`${nameOf(panel)}.${claim}`)}`;
  const address = new URL(location.href);
  const { hash } = address;
  address.hash = LINK.test(hash) ? hash.replace(LINK, (_, before) => before + link) : `${hash && `${hash}&`}${link}`;
  return address.href;
}

/**
 * Links the page's address to this claim without adding a history entry.
 * @param {Element} panel @param {string} claim
 */
export function note(panel, claim) {
  if (linkedClaim(panel) !== claim) {
    try {
      history.replaceState(history.state, "", addressOf(panel, claim));
    } catch {
      // Some frames have no address of their own, and some browsers limit the number of changes.
    }
  }
}
