/**
 * Takes the pictures: `cargo xtask pictures`. Each is a test of its own, so that whatever a machine can see
 * wrong in it is said with its name. It is taken all the same, since people see more.
 */
import assert from "node:assert/strict";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { show } from "./article.js";
import { useBrowser } from "./browser.js";
import { reduced } from "./palette.js";
import { sheet } from "./sheet.js";
import { faults } from "./sight.js";
import { STATES, STRESS, TABLE, THEMED } from "./table.js";

const PLACE = new URL("../../target/pictures/", import.meta.url);
/** Those of the documents are written there too, but only where they are asked for: they are part of the repository. */
const DOCUMENTS = new URL("../../docs/pictures/", import.meta.url);
/** As much of them as a reader of the documents wants to scroll, in pixels. */
const MOST_HEIGHT = 1000;
/** So much of the article is seen above and below the panel, in pixels. */
const AROUND = 90;

const words = process.argv.slice(2);
const wanted = [...TABLE, ...STATES, ...STRESS, ...THEMED].filter(({ name }) =>
  words.every((word) => name.includes(word)),
);
assert.ok(wanted.length, `no picture has ${words.join(" and ")} in its name`);
/** @type {Map<string, string[]>} */
const taken = new Map();

const use = useBrowser();

before(async () => {
  await rm(PLACE, { recursive: true, force: true });
  await mkdir(PLACE, { recursive: true });
});

after(() => writeFile(new URL("index.html", PLACE), sheet(taken)));

for (const picture of wanted) {
  test(picture.name, async () => {
    await show(use, picture);
    /** @param {string} end @param {string} data */
    const keep = async (end, data) => writeFile(new URL(picture.name + end, PLACE), data, "base64");
    await keep(".png", await shot());
    const onScreen = TABLE.includes(picture) && picture.width !== "print";
    const barriers = onScreen ? (await use.barriers()).map((barrier) => barrier.join(" ")) : [];
    if (THEMED.includes(picture) && words.includes("theming")) {
      const data = Buffer.from(await shot(MOST_HEIGHT), "base64");
      await writeFile(new URL(`${picture.name.replace("theming", "theme")}.png`, DOCUMENTS), reduced(data));
    }
    const found = [...(await faults(use)), ...barriers, ...(await use.console())];
    taken.set(picture.name, found);
    if (picture.width === "print") {
      // Where pages break is seen on real ones.
      await keep(".pdf", await told("Page.printToPDF", { paperWidth: 8.27, paperHeight: 11.69 }));
    }
    assert.deepEqual(found, []);
  });
}

/** The data that the browser answers a command with. @param {string} command @param {object} values */
async function told(command, values) {
  return (await use.driver.sendAndGetDevToolsCommand(command, values)).data;
}

/** The panel and a little of the article. */
async function shot(most = Infinity) {
  const clip = await use.run((around) => {
    const { top, height } = panel.getBoundingClientRect();
    const y = Math.max(top - around, 0);
    return { x: 0, y, width: innerWidth, height: Math.min(height + top - y + around, innerHeight - y), scale: 1 };
  }, AROUND);
  clip.height = Math.min(clip.height, most);
  return told("Page.captureScreenshot", { captureBeyondViewport: true, clip, format: "png" });
}
