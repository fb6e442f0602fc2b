/** What `cargo xtask test` says in the environment; nothing is ever looked for or downloaded here. */
import { join } from "node:path";

/** @param {string} name of a variable */
export function told(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set; run these tests with: cargo xtask test browser`);
  }
  return value;
}

/** Where packages from npm are looked up from. */
export const places = () => join(told("CLAIM_PANEL_NODE_MODULES"), "package.json");
