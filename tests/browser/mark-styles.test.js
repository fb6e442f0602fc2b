/** The styles of the marks in the article. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { useBrowser } from "./browser.js";
import { describe, test } from "./suite.js";

const use = useBrowser();

describe("the looks of marks", () => {
  /** @param {string} path */
  const text = (path) => readFile(new URL(`../../${path}`, import.meta.url), "utf8");
  const looks = (where = "p") =>
    use.run((where) => {
      const style = getComputedStyle(document.querySelector(where), "::highlight(claim-panel-passage)");
      const { textDecorationLine, textDecorationStyle, textDecorationColor, backgroundColor, color } = style;
      return { textDecorationLine, textDecorationStyle, textDecorationColor, backgroundColor, color };
    }, where);
  /** @param {string} style */
  const page = (style) =>
    use.open({ body: `<link rel="stylesheet" href="/claim-panel.css"><style>${style}</style><p>words</p>` });

  test("are a dotted line in the accent colour of the article", async () => {
    await page("p { color: rgb(1, 2, 3); }");
    const { textDecorationLine, textDecorationStyle, textDecorationColor, backgroundColor } = await looks();
    assert.deepEqual(
      { textDecorationLine, textDecorationStyle, textDecorationColor, backgroundColor },
      {
        textDecorationLine: "underline",
        textDecorationStyle: "dotted",
        textDecorationColor: "rgb(1, 2, 3)",
        backgroundColor: "rgba(0, 0, 0, 0)",
      },
    );
    await page(":root { --claim-panel-accent-color: rgb(4, 5, 6); }");
    assert.equal((await looks()).textDecorationColor, "rgb(4, 5, 6)");
  });

  test("are the reader's own where they want that", async () => {
    await page(":root { --claim-panel-accent-color: rgb(4, 5, 6); }");
    await use.media({ forced: true });
    const own = await use.run(() => getComputedStyle(document.querySelector("p")).color);
    const { textDecorationLine, textDecorationColor } = await looks();
    await use.media({});
    assert.deepEqual([textDecorationLine, textDecorationColor], ["underline", own]);
  });

  test("are what docs/theming.md shows", async () => {
    const [, section] = (await text("docs/theming.md")).split("\n## Passages in the article\n");
    await page(/```css\n([\s\S]*?)```/.exec(section)?.[1] ?? "");
    const { textDecorationLine, backgroundColor, color } = await looks();
    assert.deepEqual([textDecorationLine, backgroundColor, color], ["none", "rgb(255, 243, 196)", "rgb(22, 24, 26)"]);
  });
});
