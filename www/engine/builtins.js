/**
 * What the panel needs of the language and the browser, as it was when the script ran. Pages use such names for things
 * of their own (`function Map() {}`). The bundler substitutes these for the globals.
 */

/** What the page has replaced, so that the panel cannot work and its element stays undefined. */
export let replaced = "";

// A class or a constant of the page hides a name, but not the property of the global object.
let { Map: OwnMap, Set: OwnSet, WeakMap: OwnWeakMap, URL: OwnURL } = globalThis;

try {
  /** @type {URL} */ (new OwnWeakMap(new OwnSet(new OwnMap([[OwnMap, new OwnURL("a:b")]]))).get(OwnMap)).href.trim();
} catch {
  replaced = "Map, Set, URL or WeakMap";
  // The modules can still be loaded.
  OwnMap = OwnSet = OwnWeakMap = /** @type {any} */ (Object);
}

/** The engine's own, whatever the page calls by this name. */
const OwnPromise = (async () => {})().constructor;

// Bundlers look for `new URL(…, import.meta.url)` in the package, so no other name may stand there.
export { OwnMap as Map, OwnPromise as Promise, OwnSet as Set, OwnURL, OwnWeakMap as WeakMap };
