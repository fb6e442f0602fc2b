/** The variables that `cargo xtask` sets for the programs that it starts; `README.md` lists them. */

/** Ends the program if the variable is missing. @param {string} name */
export function environment(name) {
  const value = process.env[name];
  if (!value) {
    console.error(`${name} is not set; trunk alone lacks the tools: use cargo xtask dist or cargo xtask demo`);
    process.exit(1);
  }
  return value;
}
