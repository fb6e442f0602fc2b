/** The format's types for TypeScript, generated from the JSON Schema that the Rust code prints. */

/** Schema keywords that TypeScript types cannot express. */
const LEFT_OUT = [
  "description",
  "type",
  "minLength",
  "maxLength",
  "maxItems",
  "minimum",
  "maximum",
  "pattern",
  "propertyNames",
];

/** The names of types in JSON Schema and in TypeScript. @type {Record<string, string>} */
const TYPES = { string: "string", integer: "number", number: "number", boolean: "boolean" };

/** The exported name of a definition. `Document` would clash with the type of the DOM. @param {string} name */
const named = (name) => (name === "Document" ? "ClaimPanelDocument" : name);

/**
 * The keywords of JSON Schema that the format's schema uses for a value.
 * @typedef {object} Schema
 * @property {string} [description]
 * @property {string} [type]
 * @property {string} [$ref]
 * @property {Schema[]} [oneOf]
 * @property {string | number} [const]
 * @property {Schema} [items]
 * @property {Schema} [additionalProperties]
 *
 * @typedef {{ description: string, properties: Record<string, Schema>, required?: string[] }} Definition
 */

/** @param {{ $defs: Record<string, Definition> }} schema @returns {string} a declaration module */
export function documentTypes({ $defs }) {
  return Object.entries($defs)
    .map(([name, definition]) => shape(named(name), definition))
    .join("\n");
}

/** @param {string} name @param {Definition} definition */
function shape(name, { description, properties, required = [] }) {
  const fields = Object.entries(properties).map(
    ([key, value]) =>
      `${comment(value.description ?? "", "  ")}  ${key}${required.includes(key) ? "" : "?"}: ${type(value)};\n`,
  );
  return `${comment(description)}export interface ${name} {\n${fields.join("")}}\n`;
}

/** @param {Schema} schema @returns {string} */
function type(schema) {
  const { $ref, oneOf, items, additionalProperties, ...rest } = schema;
  // Unsupported keywords must fail, since the types would silently lack them.
  const unknown = Object.keys(rest).filter((key) => key !== "const" && !LEFT_OUT.includes(key));
  if (unknown.length) {
    throw new Error(`xtask/document-types.mjs does not know ${unknown} in ${JSON.stringify(schema)}`);
  }
  if ($ref) {
    return named($ref.replace(/^.*\//, ""));
  }
  if (oneOf) {
    return oneOf.map(type).join(" | ");
  }
  if ("const" in schema) {
    return JSON.stringify(schema.const);
  }
  if (items) {
    return /\W/.test(type(items)) ? `(${type(items)})[]` : `${type(items)}[]`;
  }
  if (additionalProperties) {
    return `Record<string, ${type(additionalProperties)}>`;
  }
  return TYPES[schema.type ?? ""] ?? "unknown";
}

/** @param {string} text @param {string} [indent] */
export function comment(text, indent = "") {
  return `${indent}/** ${text.replaceAll("*/", "*\\/")} */\n`;
}
