/** The examples of `examples/`, each in a folder of its own with the package installed, and pages of these tests. */
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { told } from "../../browser/engines/told.js";
import { install } from "../../browser/installed.js";

/** The folder that contains the `node_modules` of the frameworks. */
export const PACKAGES = told("CLAIM_PANEL_PACKAGES");

/** A program of a package, as its path. @param {string} path */
export const program = (path) => join(PACKAGES, "node_modules", path);

const folder = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The package, installed below `PACKAGES`: modules find the frameworks in the parent folder.
 * @returns {Promise<{ example: (name: string, story: string) => Promise<string>, folder: string, remove: () => Promise<void> }>}
 */
export async function sites() {
  const installed = await install(PACKAGES);
  return {
    folder: installed.folder,
    remove: installed.remove,
    /** Copies an example, and the pages of these tests for it, which import the story from this file. */
    async example(name, story) {
      const site = join(installed.folder, name);
      await cp(folder(`../../../examples/${name}`), site, {
        recursive: true,
        // What a developer has installed and built there.
        filter: (path) => !/[\\/](node_modules|dist|\.[^\\/]+)$/.test(path),
      });
      await cp(folder(`pages/${name}`), site, { recursive: true });
      await cp(folder("../../../examples/react/public/bridge.json"), join(site, story));
      await cp(join(installed.folder, "node_modules/claim-panel"), join(site, "node_modules/claim-panel"), {
        recursive: true,
      });
      return site;
    },
  };
}
