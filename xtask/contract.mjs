/**
 * What a page can set and listen to, from `www/contract.json`.
 *
 * @typedef {object} Value the type of a value: a TypeScript type, or a list of values
 * @property {string} [type]
 * @property {(string | number)[]} [values]
 *
 * @typedef {object} Attribute
 * @property {string} name
 * @property {string} property
 * @property {string | number} [default]
 * @property {string[]} [list] words that the attribute lists, separated by spaces
 * @property {boolean} [observed] whether the element handles changes of the attribute
 * @property {boolean} [reflects] whether the element changes the attribute
 * @property {string} description
 *
 * @typedef {object} Property
 * @property {string} name
 * @property {boolean} [readonly]
 * @property {string} description
 *
 * @typedef {object} Method
 * @property {string} name
 * @property {{ name: string, type: string }[]} parameters
 * @property {string} returns
 * @property {string} description
 *
 * @typedef {object} Event
 * @property {string} name
 * @property {Record<string, string> | null} detail
 * @property {boolean} [cancelable]
 * @property {string} description
 *
 * @typedef {object} Contract
 * @property {string} tag
 * @property {string} class
 * @property {string} summary
 * @property {(Attribute & Value)[]} attributes
 * @property {(Property & Value)[]} properties
 * @property {Method[]} methods
 * @property {(Property & Value)[]} statics
 * @property {Event[]} events
 */
import { readFile } from "node:fs/promises";

/** @returns {Promise<Contract>} */
export async function readContract() {
  return JSON.parse(await readFile("www/contract.json", "utf8"));
}
