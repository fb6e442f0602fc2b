/** The buttons above the view, and the search fields. */
import * as texts from "words";
import { button, el, piece } from "./dom.js";
import { GROUPS } from "./story.js";

/** A story with more claims offers a choice of their order. */
const MOST_WITHOUT_ORDER = 5;

/** @type {[string, string][]} */
const VIEWS = [
  ["claims", texts.viewClaims],
  ["people", texts.viewPeople],
  ["timeline", texts.viewTimeline],
  ["sources", texts.viewSources],
];

/** @type {Record<string, string>} */
const GROUP_TITLES = {
  "says-so": texts.saysSo,
  "reported": texts.reported,
  "denies-it": texts.deniesIt,
  "answered-otherwise": texts.answeredOtherwise,
  "changed-position": texts.changedPosition,
  "no-answer": texts.noAnswer,
};

/** @param {string} act @param {string} words @param {boolean} [pressed] */
const tool = (act, words, pressed) => button(pressed ? "tool pressed" : "tool", act, words, undefined, pressed);

/** @param {HTMLElement} control @param {string} part @param {boolean} pressed */
function press(control, part, pressed) {
  control.setAttribute("part", pressed ? `${part} pressed` : part);
  control.setAttribute("aria-pressed", String(pressed));
}

/** @param {import("./story.js").Story} story */
export function makeControls(story) {
  const views = VIEWS.map(([view, words]) => button("view-button", "set-view", words, view, false));
  const [openAll, closeAll] = [tool("open-all", texts.expandAll), tool("close-all", texts.closeAll)];
  const [reorder, search] = [
    tool("toggle-order", texts.newestFirst, false),
    tool("toggle-search", texts.search, false),
  ];
  const tools = piece("div", "tools");
  const root = piece(
    "div",
    "controls",
    el("div", { part: "views", role: "group", "aria-label": texts.views }, ...views),
    tools,
  );
  /** @type {HTMLElement | undefined} */
  let fields;

  return {
    root,
    /**
     * @param {{ view: string, isNewestFirst: boolean, isSearching: boolean }} state
     * @param {boolean} isAnyClosed @param {boolean} isAnyFound
     */
    update({ view, isNewestFirst, isSearching }, isAnyClosed, isAnyFound) {
      views.forEach((one, index) => press(one, "view-button", VIEWS[index][0] === view));
      press(reorder, "tool", isNewestFirst);
      press(search, "tool", isSearching);
      const wanted = [];
      if (view === "claims" && story.claims.length > 1) {
        if (isAnyClosed || isAnyFound) {
          wanted.push(isAnyClosed ? openAll : closeAll);
        }
        if (story.claims.length > MOST_WITHOUT_ORDER) {
          wanted.push(reorder);
        }
      }
      wanted.push(search);
      // A button that is not moved keeps the focus.
      if (wanted.length !== tools.childElementCount || wanted.some((one, index) => one !== tools.children[index])) {
        tools.replaceChildren(...wanted);
      }
      if (!isSearching) {
        fields?.remove();
        fields = undefined;
      } else if (!fields) {
        root.append((fields = makeFields(story)));
      }
    },
    /** Resets the fields. */
    clear() {
      if (fields) {
        const fresh = makeFields(story);
        fields.replaceWith(fresh);
        fields = fresh;
      }
    },
  };
}

/** @param {import("./story.js").Story} story */
function makeFields({ parties }) {
  const words = texts.search;
  const names = { "aria-label": words, placeholder: words };
  const field = {
    type: "search",
    part: "field",
    "data-act": "search",
    ...names,
    autocomplete: "off",
    enterkeyhint: "search",
  };
  return el(
    "div",
    { part: "search", role: "search" },
    el("input", field),
    choice(
      "filter-by-party",
      texts.filterParty,
      texts.everybody,
      parties.map(({ id, name }) => [id, name]),
    ),
    choice(
      "filter-by-position",
      texts.filterGroup,
      texts.everyPosition,
      GROUPS.map(([group], index) => [String(index), GROUP_TITLES[group]]),
    ),
    tool("clear-search", texts.clear),
  );
}

/** @param {string} act @param {string} label @param {string} none @param {string[][]} options */
function choice(act, label, none, options) {
  const entries = [["", none], ...options].map(([value, words]) => el("option", { value }, words));
  entries[0].setAttribute("selected", "");
  return el("select", { part: "field", "data-act": act, "aria-label": label }, ...entries);
}
