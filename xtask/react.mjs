/** The component for React, and the types of the tag in its templates, generated from `www/contract.json`. */
import { readFile } from "node:fs/promises";
import { lines, pascal } from "./declarations.mjs";

/** `claim-panel-ready` → `onReady`. @param {string} tag @param {{ name: string }} event */
const listener = (tag, { name }) => `on${pascal(name.slice(tag.length + 1))}`;

/** The module, with the element from another module. @param {import("./contract.mjs").Contract} contract @param {string} element */
export async function reactModule({ tag, attributes, events }, element) {
  const renamed = attributes.filter(({ name, property }) => name !== property);
  const constants = {
    __REACT_EVENTS__: Object.fromEntries(events.map((event) => [listener(tag, event), event.name])),
    __REACT_ATTRIBUTES__: Object.fromEntries([
      ["className", "class"],
      ...renamed.map(({ name, property }) => [property, name]),
    ]),
  };
  const source = await readFile("www/package/react.js", "utf8");
  return (
    Object.entries(constants)
      .reduce((text, [name, value]) => text.replace(name, JSON.stringify(value, null, 2)), source)
      .replace('"./element.js"', JSON.stringify(element))
      // The package has no such folder.
      .replaceAll('import("../element/element.js")', 'import("./element.js")')
  );
}

/** @param {import("./contract.mjs").Contract} contract */
export function reactTypes({ tag, class: name, events }) {
  return `import type { DetailedHTMLProps, ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from "react";
import type { ${name}, ClaimPanelAttributes, ClaimPanelEventMap, ClaimPanelProperties } from "./element.js";

type Own = ClaimPanelAttributes & Partial<ClaimPanelProperties> & {
${events.map((event) => `  "on${event.name}"?: (event: ClaimPanelEventMap["${event.name}"]) => void;`).join("\n")}
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "${tag}": Own & Omit<DetailedHTMLProps<HTMLAttributes<${name}>, ${name}>, keyof Own>;
    }
  }
}

/** The properties of the element, and a listener for each of its events. */
export interface ClaimPanelOwnProps extends Partial<ClaimPanelProperties> {
${lines(events, (event) => `${listener(tag, event)}?: (event: ClaimPanelEventMap["${event.name}"]) => void;`, "  ")}
}

/** The children are the fallback. */
export type ClaimPanelProps = ClaimPanelOwnProps & Omit<HTMLAttributes<${name}>, keyof ClaimPanelOwnProps>;

/** Sets properties and listens to events in pages that a server has rendered too. */
export declare const ClaimPanel: ForwardRefExoticComponent<ClaimPanelProps & RefAttributes<${name}>>;
`;
}
