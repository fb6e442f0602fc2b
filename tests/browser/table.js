/** What of the panel is looked at: by people in the pictures, by axe in `access.test.js`. */
import { THEMES } from "./themes.js";

/** The views, with the part that holds what each of them shows. @type {Record<string, string>} */
export const VIEWS = { claims: "claims", people: "people", timeline: "timeline", sources: "routes" };

/** The stories that stand in for all in their direction; see `stories.js`. */
export const DIRECTIONS = { ltr: "bridge", rtl: "arabic" };

/**
 * What the panel is told and what the reader's system says. The article follows the system.
 * @type {Record<string, { theme: string, scheme: "light" | "dark", forced?: boolean }>}
 */
export const LOOKS = {
  light: { theme: "inherit", scheme: "light" },
  dark: { theme: "inherit", scheme: "dark" },
  forced: { theme: "inherit", scheme: "light", forced: true },
  "forced-dark": { theme: "inherit", scheme: "dark", forced: true },
  "dark-panel": { theme: "dark", scheme: "light" },
  "light-panel": { theme: "light", scheme: "dark" },
  "system-dark": { theme: "system", scheme: "dark" },
};

/** The looks of the table of pictures, and those that readers get without asking or a publisher can ask for. */
export const PICTURED = ["light", "dark", "forced"];
export const AUDITED = ["light", "dark", "dark-panel", "light-panel", "system-dark"];

/** The themes of the documents, in pictures for them. @type {Picture[]} */
export const THEMED = THEMES.map((page) => picture({ name: `theming-${page}`, page, width: 640 }));

/** In CSS pixels; paper is A4 between margins of a centimetre. @type {(number | "print")[]} */
export const WIDTHS = [320, 390, 800, "print"];
export const PAPER = 718;

/**
 * @typedef {object} Picture
 * @property {string} name of the file, too
 * @property {string} view
 * @property {string} story
 * @property {string} look
 * @property {number | "print"} width
 * @property {"none" | "first" | "all"} open what is unfolded of what can be, such as claims; on paper all is
 * @property {string} [page] a theme's page instead of the article
 */

/** The table itself. @type {Picture[]} */
export const TABLE = Object.keys(VIEWS).flatMap((view) =>
  Object.entries(DIRECTIONS).flatMap(([direction, story]) =>
    PICTURED.flatMap((look) =>
      WIDTHS.map((width) => picture({ name: `${view}-${direction}-${look}-${width}`, view, story, look, width })),
    ),
  ),
);

/** A panel in other states than that of the table. @type {Picture[]} */
export const STATES = /** @type {(Partial<Picture> & { name: string })[]} */ ([
  { name: "closed", open: "none" },
  { name: "all-open", open: "all" },
  { name: "closed-rtl", story: "arabic", open: "none" },
  { name: "all-open-rtl", story: "arabic", open: "all" },
  { name: "one-claim", story: "one" },
  { name: "forty-claims", story: "forty" },
  { name: "dark-panel", look: "dark-panel" },
  { name: "light-panel", look: "light-panel" },
]).flatMap((state) => [390, 800].map((width) => picture({ ...state, name: `${state.name}-${width}`, width })));

/** What nobody would write, in every view. @type {Picture[]} */
export const STRESS = ["stress", "hundred"].flatMap((story) =>
  Object.keys(VIEWS).flatMap((view) =>
    [320, 800].map((width) => picture({ name: `${story}-${view}-${width}`, view, story, width })),
  ),
);

/** @param {Partial<Picture> & { name: string, width: number | "print" }} given @returns {Picture} */
function picture(given) {
  return { view: "claims", story: "bridge", look: "light", open: "first", ...given };
}
