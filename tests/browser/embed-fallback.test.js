/** The page in a frame where the page around it is dark, or where no panel can be shown: readers find words they can read. */
import assert from "node:assert/strict";
import { usePanel } from "./panel.js";
import { describe, test } from "./suite.js";

const { use } = usePanel();
const NOTE = `<script>seen.told = []; addEventListener("message", ({ data }) => seen.told.push(data))</script>`;
const LINK = "https://post.example/claims/bridge";

/** A frame of a server; `sandbox` is the attribute. @param {Record<string, string>} query */
const open = async (query, { sandbox = "", origin = use.server.friendly } = {}) => {
  const address = `${origin}/embed.html?${new URLSearchParams(query)}`.replaceAll("&", "&amp;");
  const style = "<style>body { background: #111; color: #eee }</style>";
  await use.open({
    head: NOTE + style,
    body: `<p>Text of the page.</p><iframe ${sandbox} width="100%" height="400" src="${address}"></iframe>`,
  });
};

/** @template T @param {() => Promise<T>} work */
async function inFrame(work) {
  await use.driver.switchTo().frame(0);
  try {
    return await work();
  } finally {
    await use.driver.switchTo().defaultContent();
  }
}
const settled = () => use.until(() => seen.told.some(({ type }) => type === "claim-panel:height"));
/** What readers see beside the panel, and where its links lead. */
const words = () =>
  inFrame(() =>
    use.run(() => ({
      text: document.body.innerText.trim(),
      links: [...document.querySelectorAll("a[href]")].filter((link) => link.checkVisibility()).map(({ href }) => href),
    })),
  );

/** The colours of the frame's page, as numbers from 0 to 255. */
const colours = () =>
  inFrame(() =>
    use.run(() => {
      const { color, backgroundColor } = getComputedStyle(document.documentElement);
      const context = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
      return [color, backgroundColor].map((colour) => {
        context.clearRect(0, 0, 1, 1);
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
        const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
        return { light: (red + green + blue) / 3, alpha };
      });
    }),
  );

describe("on a dark page", () => {
  for (const [theme, isDark] of /** @type {[string, boolean][]} */ ([
    ["", false],
    ["light", false],
    ["system", false],
    ["inherit", false],
    ["dark", true],
  ])) {
    for (const [src, what] of [
      ["/good/a.json", "the panel"],
      ["", "the words in its place"],
    ]) {
      test(`${what} can be read, with the theme “${theme}”`, async () => {
        await open({ src, theme });
        await settled();
        const [ink, paper] = await colours();
        assert.equal(paper.alpha, 255);
        assert.ok(Math.abs(ink.light - paper.light) > 180, JSON.stringify({ ink, paper }));
        assert.equal(paper.light < 128, isDark);
        // Its own line on an address that is none.
        await use.console();
      });
    }
  }
});

describe("the fallback link", () => {
  test("is there until the panel is, and not beside it", async () => {
    const release = use.server.hold("/good/a.json");
    await open({ src: "/good/a.json", fallback: LINK });
    await inFrame(() => use.until(() => document.querySelector("claim-panel")?.state === "loading"));
    assert.deepEqual(await words(), { text: LINK, links: [LINK] });
    release();
    await settled();
    assert.deepEqual(await words(), { text: "", links: [] });
  });

  test("stays where the document cannot be loaded, with words that say so", async () => {
    await open({ src: "/fault/missing", fallback: LINK });
    await settled();
    const { text, links } = await words();
    assert.match(text, /^This panel cannot be shown here\.\s+https:/);
    assert.deepEqual(links, [LINK]);
    await use.hears([...use.says.status(404), /claim-panel \(network\)/]);
  });

  test("stays where the script of the panel is missing", async () => {
    use.server.breaks("/claim-panel.js", (response) => response.writeHead(404).end());
    await open({ src: "/good/a.json", fallback: LINK });
    await settled();
    assert.deepEqual((await words()).links, [LINK]);
    await use.hears(use.says.status(404));
  });

  for (const fallback of ["javascript:alert(1)", "data:text/html,x", "blob:x", "file:///etc/passwd", "http://", ""]) {
    test(`is none for ${JSON.stringify(fallback)}`, async () => {
      await open({ src: "", fallback });
      await settled();
      assert.deepEqual(await words(), { text: "This panel cannot be shown here.", links: [] });
      await use.hears([/embed\.html\?src=… needs/]);
    });
  }
});

describe("in a sandbox", () => {
  test("without allow-same-origin, the panel is shown where the server allows every origin", async () => {
    await open({ src: "/good/a.json", fallback: LINK }, { sandbox: 'sandbox="allow-scripts allow-popups"' });
    await settled();
    await inFrame(() => use.until(() => document.querySelector("claim-panel").state === "ready"));
    assert.deepEqual(await words(), { text: "", links: [] });
  });

  test("without allow-same-origin, the link is shown where the server does not", async () => {
    const sandbox = 'sandbox="allow-scripts allow-popups"';
    await open({ src: "/good/a.json", fallback: LINK }, { sandbox, origin: use.server.foreign });
    await settled();
    const { text, links } = await words();
    assert.match(text, /^This panel cannot be shown here\./);
    assert.deepEqual(links, [LINK]);
    await use.console();
  });

  for (const [what, sandbox] of [
    ["without allow-same-origin", "allow-scripts"],
    ["without allow-scripts", "allow-same-origin"],
    ["without anything", ""],
  ]) {
    test(`${what}, words are shown by the page alone where nothing else can be`, async () => {
      await open({ src: "/good/a.json" }, { sandbox: `sandbox="${sandbox}"`, origin: use.server.foreign });
      await use.driver.switchTo().frame(0);
      const found = await use.driver.wait(async () => {
        const [words] = await use.driver.findElements({ css: "#failure" });
        return words && (await words.isDisplayed()) && words;
      });
      assert.equal(found && (await found.getText()), "This panel cannot be shown here.");
      await use.driver.switchTo().defaultContent();
      await use.console();
    });
  }
});
