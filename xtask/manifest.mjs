/** The element's metadata for tools and editors: a Custom Elements Manifest, and HTML custom data for VS Code. */
import { readFile } from "node:fs/promises";
import { typeOf } from "./declarations.mjs";

/**
 * @typedef {import("./contract.mjs").Contract} Contract
 * @typedef {import("./contract.mjs").Value} Value
 */

/** The documentation lists custom properties and parts. Tests compare that page with the code. */
async function looks() {
  const sections = (await readFile("docs/theming.md", "utf8")).split("\n## ");
  /** @param {string} heading */
  const rows = (heading) => {
    const section = sections.find((section) => section.startsWith(heading));
    if (!section) {
      throw new Error(`docs/theming.md has no section “${heading}”`);
    }
    const lines = section.split("\n").filter((line) => line.startsWith("| `"));
    return lines.map((line) => line.split("|").map((cell) => cell.trim()));
  };
  /** @param {string} [cell] */
  const plain = (cell = "") => cell.replaceAll("`", "");
  return {
    cssProperties: rows("Custom properties").map(([, name, value = "", description]) => ({
      name: plain(name),
      default: plain(value.split(" (")[0]),
      description: plain(description),
    })),
    cssParts: rows("Parts").flatMap(([, names = "", description]) =>
      [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => ({ name, description: plain(description) })),
    ),
  };
}

/** @param {Contract} contract */
export async function manifest({ tag, class: name, summary, attributes, properties, methods, statics, events }) {
  /** @param {Value} entry */
  const type = (entry) => ({ text: typeOf(entry) });
  /** @param {Value & { name: string, description: string }} entry */
  const field = (entry) => ({ kind: "field", name: entry.name, type: type(entry), description: entry.description });
  const element = {
    kind: "class",
    name,
    tagName: tag,
    customElement: true,
    description: summary,
    superclass: { name: "HTMLElement" },
    attributes: attributes.map((each) => ({
      name: each.name,
      type: type(each),
      ...(each.default !== undefined && { default: JSON.stringify(each.default) }),
      description: each.description,
      fieldName: each.property,
    })),
    members: [
      ...attributes.map((each) => ({
        ...field({ ...each, name: each.property }),
        attribute: each.name,
        reflects: true,
      })),
      ...properties.map((each) => ({ ...field(each), ...(each.readonly && { readonly: true }) })),
      ...statics.map((each) => ({ ...field(each), static: true, readonly: true })),
      ...methods.map(({ name, parameters, returns, description }) => ({
        kind: "method",
        name,
        parameters: parameters.map(({ name, type }) => ({ name, type: { text: type } })),
        return: { type: { text: returns } },
        description,
      })),
    ],
    events: events.map(({ name, description }) => ({
      name,
      type: { text: `ClaimPanelEventMap["${name}"]` },
      description,
    })),
    slots: [{ name: "", description: "What readers see until the panel is drawn, and wherever it cannot be." }],
    ...(await looks()),
  };
  const declaration = { name, module: "element.js" };
  return {
    schemaVersion: "1.0.0",
    readme: "README.md",
    modules: [
      {
        kind: "javascript-module",
        path: "element.js",
        declarations: [element],
        exports: [{ kind: "js", name, declaration }],
      },
      ...["index.js", "inline.js"].map((path) => ({
        kind: "javascript-module",
        path,
        declarations: [],
        exports: [{ kind: "custom-element-definition", name: tag, declaration }],
      })),
    ],
  };
}

/** @param {Contract} contract */
export function editorData({ tag, summary, attributes }) {
  return {
    version: 1.1,
    tags: [
      {
        name: tag,
        description: summary,
        attributes: attributes.map(({ name, description, values, list }) => ({
          name,
          description,
          ...((values ?? list) && { values: (values ?? list ?? []).map((value) => ({ name: String(value) })) }),
        })),
      },
    ],
  };
}
