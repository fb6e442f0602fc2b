/** A panel in a frame: what it shows of its address, what it tells the page around it, and whom that page believes. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import * as documents from "./documents.js";
import { BRIDGE, SOURCE, usePanel } from "./panel.js";
import { describe, test } from "./suite.js";

const { use } = usePanel();
const RESIZE = '<script src="/resize.js"></script>';

/** The address of a frame on a server that is not the page's. @param {Record<string, string>} query */
const address = (query, hash = "") => `${use.server.friendly}/embed.html?${new URLSearchParams(query)}${hash}`;
/** @param {Record<string, string>} query */
const frame = (query = { src: "/good/a.json" }, hash = "") =>
  `<iframe id="story" width="100%" height="600" src="${address(query, hash)}"></iframe>`.replaceAll("&", "&amp;");
/** Notes every message that comes from a frame. */
const NOTE = `<script>seen.told = []; addEventListener("message", ({ data }) => seen.told.push(data))</script>`;
/** @param {string} body */
const open = (body, head = NOTE, hash = "") => use.open({ head, body }, hash);

/** Does something in the first frame of the page. @template T @param {() => Promise<T>} work */
async function inFrame(work) {
  await use.driver.switchTo().frame(0);
  try {
    return await work();
  } finally {
    await use.driver.switchTo().defaultContent();
  }
}
const settled = (state = "ready") =>
  inFrame(() => use.until((state) => document.querySelector("claim-panel")?.state === state, state));
const content = () => inFrame(() => use.run(() => Math.ceil(document.documentElement.getBoundingClientRect().height)));
const height = () => use.run(() => document.querySelector("iframe").clientHeight);
/** Waits until the frame is as high as what is in it. */
const fits = () =>
  use.until(() => {
    const { data } =
      seen.told
        .filter((data) => data.type === "claim-panel:height")
        .map((data) => ({ data }))
        .at(-1) ?? {};
    return data && document.querySelector("iframe").clientHeight === data.height;
  });

describe("the page in a frame", () => {
  test("shows the document, in its language and by its title", async () => {
    use.server.breaks("/good/a.json", (response) => response.end(documents.text({ lang: "he", title: "מי אמר מה" })));
    await open(frame());
    await settled();
    assert.deepEqual(
      await inFrame(() => use.run(() => [document.documentElement.lang, document.documentElement.dir, document.title])),
      ["he", "rtl", "מי אמר מה"],
    );
  });

  test("takes every attribute of the element out of its address, and nothing else", async () => {
    const told = {
      claim: "letter",
      view: "claims",
      controls: "share",
      "heading-level": "4",
      theme: "dark",
      loading: "lazy",
      "deep-link": "off",
    };
    await open(
      frame({
        src: "good/a.json",
        ...told,
        highlight: "body",
        style: "x",
        onclick: "x()",
        id: "x",
        initialWidth: "300",
      }),
    );
    await settled();
    const [attributes, levels, scheme] = await inFrame(() =>
      use.run(() => {
        const panel = document.querySelector("claim-panel");
        return [
          Object.fromEntries([...panel.attributes].map(({ name, value }) => [name, value])),
          [panel.shadowRoot.querySelectorAll("h4").length > 0, panel.claim],
          getComputedStyle(document.documentElement).colorScheme,
        ];
      }),
    );
    assert.deepEqual(attributes, { ...told, src: `${use.server.friendly}/good/a.json` });
    assert.deepEqual([levels, scheme], [[true, "letter"], "dark"]);
  });

  for (const src of [
    "javascript:alert(1)",
    "data:application/json,{}",
    "blob:x",
    "file:///etc/passwd",
    "http://",
    "",
    " ",
  ]) {
    test(`shows nothing of ${JSON.stringify(src)}`, async () => {
      await open(frame({ src }));
      await use.until(() => seen.told.length);
      assert.equal(await inFrame(() => use.run(() => document.querySelector("claim-panel").getAttribute("src"))), null);
      assert.match(await inFrame(() => use.run(() => document.body.innerText)), /cannot be shown/);
      assert.match((await use.console()).join("\n"), /^SEVERE.*claim-panel: embed\.html\?src=… needs/);
    });
  }

  test("says in words where the document cannot be shown, and how high these are", async () => {
    await open(frame({ src: "/fault/missing" }));
    await use.until(() => seen.told.length);
    await settled("failed");
    assert.match(await inFrame(() => use.run(() => document.body.innerText)), /cannot be shown/);
    await use.hears([...use.says.status(404), /claim-panel \(network\)/]);
  });

  test("opens links beside the article", async () => {
    await open(frame({ src: "/good/a.json", claim: "meeting" }));
    await settled();
    const link = await inFrame(() =>
      use.run(() => {
        const link = document.querySelector("claim-panel").shadowRoot.querySelector("a[href]");
        // The tab itself would go to a server that is not ours.
        window.followed = new Promise((resolve) =>
          addEventListener("click", (event) => {
            event.preventDefault();
            resolve([link.href, link.target || document.querySelector("base").target, link.rel]);
          }),
        );
        link.click();
        return window.followed;
      }),
    );
    assert.deepEqual(link, [SOURCE, "_blank", "noopener"]);
  });

  test("leads to the claim that its own address names", async () => {
    await open(frame(undefined, "#claim=1.letter"));
    await settled();
    await inFrame(() => use.until(() => document.querySelector("claim-panel").claim === "letter"));
  });

  test("fits into a narrow frame", async () => {
    await open(frame({ src: "/good/a.json", claim: "meeting" }).replace("100%", "240"));
    await settled();
    for (const view of ["claims", "people", "timeline", "sources"]) {
      const [needed, there] = await inFrame(() =>
        use.run(async (view) => {
          document.querySelector("claim-panel").view = view;
          await new Promise(requestAnimationFrame);
          return [document.documentElement.scrollWidth, document.documentElement.clientWidth];
        }, view),
      );
      assert.ok(needed <= there, `${view}: ${needed} of ${there}`);
    }
  });

  test("needs no more of a policy than its own origin and WebAssembly", async () => {
    // Its own policy is in it; a violation would be in the console.
    await open(frame());
    await settled();
    const inline = await inFrame(() =>
      use.run(() => document.querySelectorAll("script:not([src]), style, [style], [onclick]").length),
    );
    assert.equal(inline, 0);
  });
});

test("a sandbox that the documents name is room enough", async () => {
  const text = await readFile(new URL("../../docs/embedding.md", import.meta.url), "utf8");
  const [, sandbox] = /`sandbox` on the frame has to hold `([^`]+)`/.exec(text) ?? [];
  await open(frame().replace("<iframe", `<iframe sandbox="${sandbox}"`) + RESIZE);
  await settled();
  await fits();
  assert.equal(await height(), await content());
});

test("a page's policy has to allow the frame and the receiver, and nothing else", async () => {
  const policy = `default-src 'none'; script-src 'self' 'unsafe-inline'; img-src data:; frame-src ${use.server.friendly}`;
  await use.open({ head: NOTE, body: frame() + RESIZE, headers: { "content-security-policy": policy } });
  await settled();
  await fits();
});

describe("heights", () => {
  test("are told in three ways, once there is something to see", async () => {
    await open(frame({ src: "/good/a.json", childId: "pym-1" }));
    await settled();
    await use.until(() => seen.told.length >= 3);
    const real = await content();
    const told = await use.run(() => seen.told);
    assert.deepEqual(told.slice(-3), [
      { type: "claim-panel:height", height: real },
      { sentinel: "amp", type: "embed-size", height: real },
      `pymxPYMxpym-1xPYMxheightxPYMx${real}`,
    ]);
    assert.ok(real > 100 && told.length <= 6, JSON.stringify(told));
  });

  test("go with what the reader opens", async () => {
    await open(frame() + RESIZE);
    await settled();
    await fits();
    const before = await height();
    await inFrame(() =>
      use.run(() => document.querySelector("claim-panel").shadowRoot.querySelector("[aria-expanded]").click()),
    );
    await use.until((before) => document.querySelector("iframe").clientHeight > before + 50, before);
    assert.equal(await height(), await content());
    assert.ok(await inFrame(() => use.run(() => document.documentElement.scrollHeight <= innerHeight)));
  });

  test("are asked for by a receiver that comes late", async () => {
    await open(frame());
    await settled();
    assert.equal(await height(), 600);
    await use.run(() => document.head.append(Object.assign(document.createElement("script"), { src: "/resize.js" })));
    await fits();
    assert.notEqual(await height(), 600);
  });

  test("leave room for a border that counts", async () => {
    await open(`<style>*{box-sizing:border-box}iframe{border:5px solid}</style>${frame()}${RESIZE}`);
    await settled();
    await fits();
    assert.equal(await height(), await content());
  });
});

describe("the receiver", () => {
  /** Where the page is after a message that it must not believe: as it was. @param {() => Promise<unknown>} send */
  async function unchanged(send) {
    await open(`${frame()}<iframe id="other" src="${use.server.friendly}/recorder.js"></iframe>${RESIZE}`);
    await settled();
    await fits();
    const before = await use.run(() => [...document.querySelectorAll("iframe")].map((frame) => frame.style.height));
    const heard = await use.run(() => seen.told.length);
    await send();
    await use.until((heard) => seen.told.length > heard, heard);
    assert.deepEqual(
      await use.run(() => [...document.querySelectorAll("iframe")].map((frame) => frame.style.height)),
      before,
    );
  }
  /** Sends a message from a frame. @param {number} index @param {unknown} data */
  const from = (index, data) => async () => {
    await use.driver.switchTo().frame(index);
    await use.run((data) => parent.postMessage(data, "*"), data);
    await use.driver.switchTo().defaultContent();
  };
  /** @param {unknown} height */
  const message = (height) => ({ type: "claim-panel:height", height });

  test("hears no other window", async () => {
    await unchanged(() => use.run((data) => postMessage(data, "*"), message(77)));
    await unchanged(from(1, message(77)));
  });

  test("hears no other message", async () => {
    for (const data of [
      { height: 77 },
      { type: "height", height: 77 },
      "claim-panel:height",
      null,
      77,
      [message(77)],
    ]) {
      await unchanged(from(0, data));
    }
  });

  test("hears no height that is none", async () => {
    for (const height of [-1, 0, 100_001, 1e300, "77", "77px", null, [77], { valueOf: 77 }]) {
      await unchanged(from(0, message(height)));
    }
    for (const number of ["NaN", "Infinity", "-Infinity"]) {
      await unchanged(async () => {
        await use.driver.switchTo().frame(0);
        await use.run(
          (number) => parent.postMessage({ type: "claim-panel:height", height: Number(number) }, "*"),
          number,
        );
        await use.driver.switchTo().defaultContent();
      });
    }
  });

  test("hears no frame that has gone to another origin", async () => {
    await unchanged(async () => {
      const { foreign } = use.server;
      await inFrame(() => use.run((address) => location.assign(address), `${foreign}/recorder.js`));
      await inFrame(() => use.until((origin) => location.origin === origin, foreign));
      await from(0, message(77))();
    });
  });
});

describe("a link to a claim", () => {
  test("of the article goes on to the frame, now and later", async () => {
    await open(`<p style="height: 3000px">text</p>${frame()}${RESIZE}`, NOTE, "#claim=story.letter");
    await settled();
    await inFrame(() => use.until(() => document.querySelector("claim-panel").claim === "letter"));
    assert.ok(await use.run(() => scrollY > 1000));
    await use.run(() => void (location.hash = "claim=story.meeting"));
    await inFrame(() => use.until(() => document.querySelector("claim-panel").claim === "meeting"));
    await use.run(() => void (location.hash = "claim=another.letter"));
  });

  test("that readers share is one of the article", async () => {
    await open(frame() + RESIZE);
    await settled();
    await fits();
    const page = await use.run(() => location.href);
    await inFrame(() =>
      use.until((page) => document.querySelector("claim-panel").shareUrl("a/b").startsWith(page), page),
    );
    assert.equal(
      await inFrame(() => use.run(() => document.querySelector("claim-panel").shareUrl("a/b"))),
      `${page}#claim=story.a%2Fb`,
    );
  });

  test("that somebody else than the page around it sends is not believed", async () => {
    await open(frame() + RESIZE);
    await settled();
    await fits();
    await inFrame(() => use.until(() => !document.querySelector("claim-panel").shareUrl("a").includes("embed.html")));
    const url = await inFrame(() =>
      use.run(async () => {
        postMessage({ type: "claim-panel:page", page: "https://example.org/", name: "x", claim: "letter" }, "*");
        await new Promise((resolve) => setTimeout(() => setTimeout(resolve)));
        return [document.querySelector("claim-panel").shareUrl("a"), location.hash];
      }),
    );
    assert.deepEqual(url, [`${await use.run(() => location.href)}#claim=story.a`, ""]);
  });

  test("is http or https", async () => {
    await open(frame());
    await settled();
    await use.run(() =>
      document
        .querySelector("iframe")
        .contentWindow?.postMessage({ type: "claim-panel:page", page: "javascript:alert(1)" }, "*"),
    );
    await inFrame(async () => {
      await use.run(() => new Promise((resolve) => setTimeout(resolve)));
      assert.match(await use.run(() => document.querySelector("claim-panel").shareUrl("a")), /embed\.html/);
    });
  });
});

test("alone in its window it is a page like any other", async () => {
  await use.visit(`${use.server.origin}/embed.html?src=/good/a.json`);
  await use.run(() => void (window.seen = /** @type {Loose} */ ({ errors: [] })));
  await use.until(() => document.querySelector("claim-panel").state === "ready");
  assert.match(
    await use.run(() => document.querySelector("claim-panel").shadowRoot.querySelector("div").innerText),
    BRIDGE,
  );
});
