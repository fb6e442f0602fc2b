/** The types of the format for TypeScript, out of the JSON Schema that the Rust code prints. */

/** What a schema says for machines that read documents, and types cannot say. */
const LEFT_OUT = ["description", "type", "minLength", "maxLength", "maxItems", "minimum", "maximum", "pattern", "propertyNames"];

/** The name of a definition: that of the whole has to be known among the names of others. @param {string} name */
const named = (name) => (name === "Document" ? "ClaimPanelDocument" : name);

/** @param {any} schema @returns {string} a module of declarations */
export function documentTypes({ $defs }) {
  return Object.entries($defs).map(([name, definition]) => shape(named(name), definition)).join("\n");
}

/** @param {string} name @param {any} definition */
function shape(name, { description, properties, required = [] }) {
  const fields = Object.entries(properties).map(
    ([key, value]) => `${comment(value.description, "  ")}  ${key}${required.includes(key) ? "" : "?"}: ${type(value)};\n`,
  );
  return `${comment(description)}export interface ${name} {\n${fields.join("")}}\n`;
}

/** @param {any} schema @returns {string} */
function type(schema) {
  const { $ref, oneOf, items, additionalProperties, ...rest } = schema;
  // What is not understood would be left out of the types in silence.
  const unknown = Object.keys(rest).filter((key) => key !== "const" && !LEFT_OUT.includes(key));
  if (unknown.length) {
    throw new Error(`xtask/document-types.mjs does not know ${unknown} in ${JSON.stringify(schema)}`);
  }
  if ($ref) {
    return named($ref.split("/").at(-1));
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
  return { string: "string", integer: "number", number: "number", boolean: "boolean" }[schema.type] ?? "unknown";
}

/** @param {string} text @param {string} [indent] */
export function comment(text, indent = "") {
  return `${indent}/** ${text.replaceAll("*/", "*\\/")} */\n`;
}
