/**
 * Links to a claim: `#claim=<panel>.<claim>`, where a panel is called by its id or, if it has none, by its number
 * among the panels of the page. Whatever else stands in the hash is the page's.
 */

const LINK = /([#&])claim=[^&]*/;

const all = () => [...document.querySelectorAll("claim-panel")];

/** @param {Element} panel */
function nameOf(panel) {
  return panel.id || String(all().indexOf(panel) + 1);
}

/**
 * The claim of this panel to which the page's address leads. Ids may hold points: where several panels could be meant,
 * it is the one with the longest name.
 * @param {Element} panel @returns {string | undefined}
 */
export function linkedClaim(panel) {
  const link = new URLSearchParams(location.hash.slice(1)).get("claim") ?? "";
  const names = [panel, ...all()].map(nameOf).filter((name) => link.startsWith(`${name}.`));
  const [longest] = names.sort((one, other) => other.length - one.length);
  return longest === nameOf(panel) ? link.slice(longest.length + 1) : undefined;
}

/** The page's address as it leads to this claim. @param {Element} panel @param {string} claim */
export function addressOf(panel, claim) {
  const link = `claim=${encodeURIComponent(`${nameOf(panel)}.${claim}`)}`;
  const address = new URL(location.href);
  const { hash } = address;
  address.hash = LINK.test(hash) ? hash.replace(LINK, (_, before) => before + link) : `${hash && `${hash}&`}${link}`;
  return address.href;
}

/** Makes the page's address lead to this claim, without a trace in the history. @param {Element} panel @param {string} claim */
export function note(panel, claim) {
  if (linkedClaim(panel) !== claim) {
    try {
      history.replaceState(history.state, "", addressOf(panel, claim));
    } catch {
      // Some frames have no address of their own, and some browsers tire of changes.
    }
  }
}
