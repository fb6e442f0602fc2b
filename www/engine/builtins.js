/**
 * What the panel needs of the language and the browser, as it was when the script ran. Pages use such names for things
 * of their own (`function Map() {}`). The bundler substitutes these for the globals.
 */

/** What the page has replaced, so that the panel cannot work and its element stays undefined. */
export let replaced = "";

// A class or a constant of the page hides a name, but not the property of the global object.
let { Map: OwnMap, Set: OwnSet, WeakMap: OwnWeakMap, URL } = /** @type {any} */ (globalThis);

try {
  new OwnWeakMap(new OwnSet(new OwnMap([[OwnMap, new URL("a:b")]]))).get(OwnMap).href;
} catch {
  replaced = "Map, Set, WeakMap or URL";
  // The modules can still be loaded.
  OwnMap = OwnSet = OwnWeakMap = Object;
}

/** The engine's own, whatever the page calls by this name. */
const OwnPromise = (async () => {})().constructor;

export { OwnMap as Map, OwnPromise as Promise, OwnSet as Set, OwnWeakMap as WeakMap, URL };
