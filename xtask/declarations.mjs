/** The element's types for TypeScript and Vue, generated from the table in `www/contract.json`. */
import { comment } from "./document-types.mjs";

/** The type of an attribute's or property's value. @param {import("./contract.mjs").Value} value */
export function typeOf({ type, values = [] }) {
  return type ?? values.map((value) => JSON.stringify(value)).join(" | ");
}

/** `claim-panel-ready` → `ClaimPanelReady`. @param {string} name */
export const pascal = (name) => name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

/** @param {import("./contract.mjs").Event} event */
const detail = ({ detail }) =>
  detail
    ? `{ ${Object.entries(detail)
        .map(([key, type]) => `${key}: ${type}`)
        .join("; ")} }`
    : "null";

/**
 * @template {{ description: string }} E
 * @param {E[]} entries
 * @param {(entry: E) => string} line
 * @param {string} indent
 */
export const lines = (entries, line, indent) =>
  entries.map((entry) => comment(entry.description, indent) + indent + line(entry)).join("\n");

/** @param {import("./contract.mjs").Contract} contract */
export function elementTypes({ tag, class: name, summary, attributes, properties, methods, statics, events }) {
  const view = attributes.find(({ name }) => name === "view") ?? {};
  /** @param {import("./contract.mjs").Method} method */
  const parameters = (method) => method.parameters.map(({ name, type }) => `${name}: ${type}`).join(", ");
  return `import type { ClaimPanelDocument } from "./document.js";
export type { ClaimPanelDocument };

export type ClaimPanelView = ${typeOf(view)};
export type ClaimPanelErrorKind = "network" | "document" | "load" | "policy" | "crash";

/** Something wrong with a document or with the way to it. */
export interface ClaimPanelProblem {
  severity: "error" | "warning" | "advice";
  /** A stable name in kebab-case. */
  code: string;
  /** A JSON pointer; empty for the whole document. */
  pointer: string;
  /** The same for people: \`statements[3].by\`. */
  path: string;
  /** Counted from 1; 0 where there is no text. */
  line: number;
  /** Counted from 1; 0 where there is no text. */
  column: number;
  /** What is wrong, as half a sentence. */
  message: string;
  /** What to do, as a whole sentence. */
  remedy: string;
}

/** What \`ready\` rejects with. */
export interface ClaimPanelError extends Error {
  kind: ClaimPanelErrorKind;
  problems: ClaimPanelProblem[];
}

/** The attributes, as they are written. */
export interface ClaimPanelAttributes {
${lines(attributes, (each) => `"${each.name}"?: ${attributeType(each)};`, "  ")}
}

/** The properties that a page can set. */
export interface ClaimPanelProperties {
${lines(
  [...attributes.map((each) => ({ ...each, name: each.property })), ...properties.filter(({ readonly }) => !readonly)],
  (each) => `${each.name}: ${typeOf(each)};`,
  "  ",
)}
}

export interface ClaimPanelEventMap {
${lines(events, (event) => `"${event.name}": CustomEvent<${detail(event)}>;`, "  ")}
}

${comment(summary)}export class ${name} extends HTMLElement implements ClaimPanelProperties {
${lines(statics, ({ name, type }) => `static readonly ${name}: ${type};`, "  ")}
${lines(attributes, (each) => `${each.property}: ${typeOf(each)};`, "  ")}
${lines(properties, (each) => `${each.readonly ? "readonly " : ""}${each.name}: ${typeOf(each)};`, "  ")}
${lines(methods, (method) => `${method.name}(${parameters(method)}): ${method.returns};`, "  ")}
}

/** Defines \`<${tag}>\`, if the page has none; does nothing where there is no page. */
export function define(): void;

declare global {
  interface HTMLElementTagNameMap {
    "${tag}": ${name};
  }
  // Of elements, documents and windows: the events bubble.
  interface GlobalEventHandlersEventMap extends ClaimPanelEventMap {}
}
`;
}

/** Attributes are text in markup, so a number may also be written as a string. @param {import("./contract.mjs").Value} attribute */
function attributeType({ type, values }) {
  const written = (values ?? []).flatMap((value) => (typeof value === "number" ? [value, String(value)] : [value]));
  return type ? type.replace(" | null", "") : written.map((value) => JSON.stringify(value)).join(" | ");
}

/** @param {import("./contract.mjs").Contract} contract */
export function vueTypes({ tag, class: name, events }) {
  return `import type { HTMLAttributes, PublicProps } from "vue";
import type { ${name}, ClaimPanelAttributes, ClaimPanelEventMap, ClaimPanelProperties } from "./element.js";

type Own = ClaimPanelAttributes & Partial<ClaimPanelProperties> & {
${events.map((event) => `  on${pascal(event.name)}?: (event: ClaimPanelEventMap["${event.name}"]) => void;`).join("\n")}
};

declare module "vue" {
  interface GlobalComponents {
    "${tag}": new () => ${name} & { $props: Own & Omit<HTMLAttributes, keyof Own> & PublicProps };
  }
}
`;
}
