/**
 * The page's document. The names of forms, images and frames in a page hide the document's own properties
 * (`<form name="createElement">`), so each is read from the prototype. The bundler substitutes this for the global.
 */

/** Hot: Rust creates every node through them. @type {Record<string | symbol, Function>} */
const bound = Object.create(null);

const own = new Proxy(
  {},
  {
    get(_, name) {
      if (bound[name]) {
        return bound[name];
      }
      const { document } = globalThis;
      // Some libraries replace the global `Document`.
      const value = Reflect.get(Object.getPrototypeOf(document), name, document);
      if (typeof value === "function") {
        bound[name] = value.bind(document);
      }
      return bound[name] ?? value;
    },
  },
);

export { own as document };
