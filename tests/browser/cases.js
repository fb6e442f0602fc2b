/**
 * Everything that goes wrong on the way to a panel, as data.
 *
 * Each case has a `name`, and either a `src` (a path or a whole address; `server` is at hand) or an
 * `act` that runs in the page with the panel. `kind` and `codes` are what the error event must say,
 * `console` is what the browser itself says besides, out of its `Says`, `recovers` is how the panel comes back.
 */

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {string | ((server: Server) => string)} src
 * @property {string} kind
 * @property {string[]} codes
 * @property {(says: Says) => RegExp[]} [console]
 *
 * @typedef {object} DataCase
 * @property {string} name
 * @property {(panel: Panel) => void} act
 * @property {string[]} codes
 * @property {string} [pointer]
 */

/** What the network refuses is asked for once more. @param {RegExp[]} lines */
export const twice = (lines) => [...lines, ...lines];

/** @type {Case[]} */
export const DOCUMENTS = [
  {
    name: "a document that is not there",
    src: "/fault/missing",
    kind: "network",
    codes: ["bad-status"],
    console: (says) => says.status(404),
  },
  {
    name: "a server that is out of order",
    src: "/fault/server-error",
    kind: "network",
    codes: ["bad-status"],
    console: (says) => says.status(500),
  },
  {
    name: "a connection that is cut",
    src: "/fault/cut",
    kind: "network",
    codes: ["not-reached"],
    console: (says) => twice(says.unreachable()),
  },
  {
    name: "a refused connection",
    src: (server) => `${server.closed}/good/a.json`,
    kind: "network",
    codes: ["not-reached"],
    console: (says) => twice(says.unreachable()),
  },
  {
    name: "another origin without CORS",
    src: (server) => `${server.foreign}/good/a.json`,
    kind: "network",
    codes: ["not-reached"],
    console: (says) => twice([...says.cors(), ...says.unreachable()]),
  },
  { name: "an address that is none", src: "http://", kind: "network", codes: ["bad-address"] },
  { name: "an island that is not there", src: "#nowhere", kind: "document", codes: ["no-island"] },
  { name: "an empty file", src: "/fault/empty", kind: "document", codes: ["empty-document"] },
  { name: "HTML instead of JSON", src: "/fault/html", kind: "document", codes: ["not-json"] },
  { name: "truncated JSON", src: "/fault/truncated", kind: "document", codes: ["unexpected-end"] },
  { name: "an unknown version", src: "/fault/wrong-version", kind: "document", codes: ["unknown-version"] },
  { name: "a reference to nobody", src: "/fault/dangling", kind: "document", codes: ["unknown-party"] },
  { name: "five megabytes", src: "/fault/large", kind: "document", codes: ["too-large"] },
  { name: "thirty levels", src: "/fault/deep", kind: "document", codes: ["too-deep"] },
];

/** @type {DataCase[]} */
export const DATA = [
  {
    name: "an object that contains itself",
    act(panel) {
      const data = { version: 1, parties: {} };
      Object.assign(data.parties, { all: data });
      panel.data = data;
    },
    codes: ["cyclic-data"],
    pointer: "/parties/all",
  },
  {
    name: "a getter, which is not even called",
    act(panel) {
      panel.data = {
        claims: [
          {
            get id() {
              throw new Error("the getter was called");
            },
          },
        ],
      };
    },
    codes: ["computed-data"],
    pointer: "/claims/0/id",
  },
  {
    name: "functions, symbols, BigInts and what is not a number",
    act(panel) {
      panel.data = { toJSON: () => ({}), a: Symbol("a"), b: 1n, c: NaN, "d/~": [undefined] };
    },
    codes: ["unsuitable-data", "unsuitable-data", "unsuitable-data", "unsuitable-data", "unsuitable-data"],
    pointer: "/toJSON",
  },
  {
    name: "dates, maps and instances",
    act(panel) {
      panel.data = { a: new Date(0), b: new Map(), c: new (class Story {})() };
    },
    codes: ["unsuitable-data", "unsuitable-data", "unsuitable-data"],
    pointer: "/a",
  },
  {
    name: "a proxy that throws",
    act(panel) {
      const refuse = () => {
        throw new Error("no");
      };
      panel.data = { claims: new Proxy({}, { ownKeys: refuse }) };
    },
    codes: ["unreadable-data"],
    pointer: "/claims",
  },
  {
    name: "an object without end",
    act(panel) {
      /** @returns {object} */
      const endless = () =>
        new Proxy(
          {},
          {
            ownKeys: () => ["a"],
            getOwnPropertyDescriptor: () => ({ value: endless(), enumerable: true, configurable: true }),
          },
        );
      panel.data = endless();
    },
    codes: ["too-deep"],
  },
  {
    name: "an array without end",
    act(panel) {
      panel.data = { claims: new Array(4_000_000_000).fill(null, 0, 300_000) };
    },
    codes: ["too-many-items"],
  },
  {
    name: "a text that is too long",
    act(panel) {
      panel.data = { ...structuredClone(window.good), summary: "x".repeat(10_000_000) };
    },
    codes: ["text-too-long"],
    pointer: "/summary",
  },
  {
    name: "JSON text that is broken",
    act(panel) {
      panel.data = "{";
    },
    codes: ["unexpected-end"],
  },
  {
    name: "text of five megabytes",
    act(panel) {
      panel.data = `"${"x".repeat(5_000_000)}"`;
    },
    codes: ["too-large"],
  },
  {
    name: "a number",
    act(panel) {
      panel.data = 5;
    },
    codes: ["wrong-type"],
  },
  {
    name: "a function",
    act(panel) {
      panel.data = () => {};
    },
    codes: ["unsuitable-data"],
  },
];
