/**
 * Which tests do not run in which engines, and why. A row is the file, a pattern of the test's name with the names of
 * the groups around it, the engines, and the reason. `suite.js` reports each of these tests as skipped, and fails
 * where a row fits no test.
 */

const NO_TRACE = "only Chromium records for how many elements it computes styles";
const NO_CACHE =
  "a session of WebKitWebDriver has no HTTP cache, from which Safari takes what the page's own server sent";
const NO_TREE = "WebDriver tells the role and the name of one element, and no tree";
const NO_LOOKS = "WebKitGTK takes the looks of the system when it starts, and its driver has no word for them";
const NO_FORCED = "WebKit knows no forced colours";
const NO_PAPER = "WebKitWebDriver cannot show a page as it is on paper";
const NO_PDF = "WebKitWebDriver cannot print";
const NO_THROTTLE = "only Chromium slows its processor down on demand";
const OLD_TABLES = "WebKitGTK takes the tables of languages from the system, where they may be older than ours";
const SAME_PACKAGE = "the package holds the same files for every browser, and what they do is tried in the other tests";
const NO_FIND = "WebKit's window.find looks into no shadow tree, with few words or many";
const SAME_WORLD = "WebKit's driver keeps its own data with the Map and the Promise of the page";
const NO_SHIFTS = "only Chromium reports what moved on a page";

/** @type {{ file: string, name: RegExp, engines: string[], reason: string }[]} */
export const DIFFERENCES = [
  {
    file: "builtins.test.js",
    name: /: (Map|Promise) (is |and Set are (classes|gone))/,
    engines: ["webkit"],
    reason: SAME_WORLD,
  },
  { file: "hints.test.js", name: / the page's own server/, engines: ["webkit"], reason: NO_CACHE },
  { file: "long.test.js", name: / styles each element /, engines: ["firefox", "webkit"], reason: NO_TRACE },
  { file: "long.test.js", name: / is read out$/, engines: ["firefox", "webkit"], reason: NO_TREE },
  { file: "long.test.js", name: / is printed$/, engines: ["webkit"], reason: NO_PAPER },
  { file: "long.test.js", name: / is found by the browser's own search$/, engines: ["webkit"], reason: NO_FIND },
  {
    file: "embed-fallback.test.js",
    name: / without allow-same-origin, the /,
    engines: ["webkit"],
    reason: "WebKit compares a sandbox's own origin with 'self' of a policy in the page, and blocks every file",
  },
  { file: "paper.test.js", name: /^/, engines: ["webkit"], reason: NO_PDF },
  { file: "paper.test.js", name: / very slow$/, engines: ["firefox"], reason: NO_THROTTLE },
  { file: "package.test.js", name: /^/, engines: ["firefox", "webkit"], reason: SAME_PACKAGE },
  { file: "package-files.test.js", name: /^/, engines: ["firefox", "webkit"], reason: SAME_PACKAGE },
  { file: "verbs.test.js", name: /^/, engines: ["firefox", "webkit"], reason: SAME_PACKAGE },
  { file: "tree.test.js", name: /^the tree /, engines: ["firefox", "webkit"], reason: NO_TREE },
  {
    file: "theming.test.js",
    name: /^nothing moves when the panel /,
    engines: ["firefox", "webkit"],
    reason: NO_SHIFTS,
  },
  {
    file: "clicks.test.js",
    name: /^a (middle|right) click /,
    engines: ["webkit"],
    reason: "WebKitWebDriver presses another button and lets go of the first",
  },
  {
    file: "same-words.test.js",
    name: /^((ar|bn), |(hi|hu|it), in every form$)/,
    engines: ["webkit"],
    reason: OLD_TABLES,
  },
  {
    file: "keyboard.test.js",
    name: / filters by party and position$/,
    engines: ["webkit"],
    reason: "a list to choose from is a menu of the tool-kit there, which takes no keys from WebKitWebDriver",
  },
  { file: "theming.test.js", name: /, dark(,|$)| dark$/, engines: ["webkit"], reason: NO_LOOKS },
  { file: "theming.test.js", name: / on paper$/, engines: ["webkit"], reason: NO_PAPER },
  { file: "access.test.js", name: /, in other colours$/, engines: ["webkit"], reason: NO_LOOKS },
  { file: "adapt.test.js", name: /^in colours that the reader forced /, engines: ["webkit"], reason: NO_FORCED },
  {
    file: "mark-styles.test.js",
    name: / are the reader's own where they want that$/,
    engines: ["webkit"],
    reason: NO_FORCED,
  },
  { file: "focus.test.js", name: /, forced, /, engines: ["webkit"], reason: NO_FORCED },
  { file: "adapt.test.js", name: /^movement is there for who likes it/, engines: ["webkit"], reason: NO_LOOKS },
];
