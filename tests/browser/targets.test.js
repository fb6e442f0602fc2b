/** Where the address of a claim leads when something hides the panel, the address is damaged, or the page has several stories. */
import assert from "node:assert/strict";
import * as documents from "./documents.js";
import { EMBED, NAME, usePanel } from "./panel.js";
import { SCRIPT } from "./server.js";
import { describe, test } from "./suite.js";

const { use, ready, open } = usePanel();
const FAR = '<div style="height: 9000px"></div>';
const MISSING = /is not in this panel/;
const HIDDEN = 'hidden="until-found"';

/** The claim is open, on the screen, and has the focus. @param {string} id */
const seen = (id, name = "panel") =>
  use.until(
    (id, name) => {
      const panel = Reflect.get(window, name);
      const button = panel.shadowRoot?.activeElement;
      const { top } = button?.getBoundingClientRect() ?? {};
      return button?.dataset.value === id && button.checkVisibility() && top >= 0 && top < innerHeight;
    },
    id,
    name,
  );
const status = (name = "panel") =>
  use.run((name) => Reflect.get(window, name).shadowRoot?.querySelector("[role=status]")?.innerText, name);
const says = (name = "panel") =>
  use.until((name) => Reflect.get(window, name).shadowRoot?.querySelector("[role=status]")?.innerText, name);

describe("a link opens what hides the panel:", () => {
  for (const [name, body] of [
    ["details", `<details><summary>Claims</summary>${EMBED}</details>`],
    ["details in details", `<details><summary>A</summary><details><summary>B</summary>${EMBED}</details></details>`],
    [
      "one of an accordion",
      `<details name="x" open><summary>A</summary>a</details><details name="x"><summary>B</summary>${EMBED}</details>`,
    ],
    ["a box until it is found", `<div ${HIDDEN}>${EMBED}</div>`],
    ["details in such a box", `<div ${HIDDEN}><details><summary>Claims</summary><div>${EMBED}</div></details></div>`],
    ["the element itself", EMBED.replace("<claim-panel", `<claim-panel ${HIDDEN}`)],
    [
      "a slot in a shadow tree",
      `<div><template shadowrootmode="open"><details><summary>Claims</summary><slot></slot></details></template>${EMBED}</div>`,
    ],
    [
      "details around a shadow tree",
      `<details><summary>Claims</summary><div id="host"><template shadowrootmode="open"><claim-panel id="panel" src="/good/a.json"></claim-panel></template></div></details><script>window.panel = host.shadowRoot.querySelector("claim-panel")</script>`,
    ],
  ]) {
    test(name, async () => {
      await use.open({ body: FAR + body + FAR }, "#claim=panel.letter");
      await seen("letter");
      assert.deepEqual(await open(), [false, true]);
    });
  }

  test("also if the claim is not there", async () => {
    await use.open({ body: `${FAR}<details><summary>Claims</summary>${EMBED}</details>${FAR}` }, "#claim=panel.gone");
    await says();
    assert.match(await status(), MISSING);
    const { top, bottom } = await use.run(() => panel.getBoundingClientRect().toJSON());
    assert.ok(top >= 0 && top < 100 && bottom > top, `${top} to ${bottom}`);
  });

  test("when the hash changes, and the page learns of it as of any other", async () => {
    const note = `<script>addEventListener("beforematch", ({ target }) => (window.matched = target.id))</script>`;
    await use.open({ body: `${note}${FAR}<div id="box" ${HIDDEN}>${EMBED}</div>${FAR}` });
    await use.until(() => Boolean(customElements.get("claim-panel")));
    await use.run(() => void (location.hash = "#claim=panel.meeting"));
    await seen("meeting");
    assert.deepEqual(await use.run(() => [matched, box.hasAttribute("hidden")]), ["box", false]);
  });

  test("but nothing else, and not without one", async () => {
    const body = `<details id="other"><summary>Other</summary>x</details><details id="box"><summary>Claims</summary>${EMBED.replace("src", 'loading="eager" claim="letter" src')}</details>`;
    await use.open({ body });
    await ready();
    assert.deepEqual(await use.run(() => [other.open, box.open]), [false, false]);
    await use.run(() => void (location.hash = "#claim=panel.meeting"));
    await seen("meeting");
    assert.deepEqual(await use.run(() => [other.open, box.open]), [false, true]);
  });
});

describe("a link leads to its claim, whatever is stuck to it:", () => {
  for (const hash of [
    "#claim=panel.letter.",
    "#claim=panel.letter)",
    "#claim=panel.letter,",
    "#claim=panel.letter/",
    "#claim=panel.letter%20",
    "#claim=panel.letter%3D",
    "#claim=panel.letter%E2%80%9D",
    "#claim=panel.letter?utm_source=email&utm_medium=x",
    "#claim=panel.letter&utm_source=email",
    "#claim=panel.letter%3Futm_source%3Demail",
    "#claim=panel.letter#top",
    "#claim=panel.letter%",
    "#claim%3Dpanel.letter",
    "#claim%3Dpanel.letter%26utm_source%3Dx",
    "#top&amp;claim=panel.letter",
    "#top%26claim%3Dpanel.letter.",
  ]) {
    test(hash, async () => {
      await use.open({ body: FAR + EMBED + FAR }, hash);
      await seen("letter");
      assert.deepEqual(await open(), [false, true]);
      assert.equal(await use.run(() => panel.claim), "letter");
    });
  }

  for (const hash of ["#claim=panel.letters", "#claim=panel.letter.private", "#claim=panel.letter-2"]) {
    test(`${hash} names another claim, which is not there`, async () => {
      await use.open({ body: EMBED }, hash);
      await says();
      assert.match(await status(), MISSING);
      assert.deepEqual(await open(), [false, false]);
    });
  }

  test("a claim with the longer id is meant by it", async () => {
    const data = documents.good();
    data.claims.push({ id: "letter.", text: "Another letter was read", about: ["rowe"] });
    await use.open(
      {
        body: `<claim-panel id="panel"></claim-panel>${NAME}<script>panel.data = ${JSON.stringify(data)}</script>`,
      },
      "#claim=panel.letter.",
    );
    await seen("letter.");
  });

  test("deep-link mends the address once the reader opens a claim", async () => {
    await use.open({ body: EMBED.replace("src", 'deep-link="update" src') }, "#top&claim=panel.letter.");
    await seen("letter");
    await use.until(() => location.hash === "#top&claim=panel.letter");
  });
});

/** A story of each article, without ids, as a page with infinite scrolling contains them. @param {string[]} articles */
function stories(...articles) {
  const panels = articles.map((article, place) => {
    const data = { ...documents.good(), title: `Story ${place + 1}`, ...(article && { article }) };
    return `<article>${FAR}<claim-panel loading="eager"><script type="application/json">${JSON.stringify(data)}</script></claim-panel></article>`;
  });
  return `${panels.join("")}<script>document.querySelectorAll("claim-panel").forEach((one, place) => (window["p" + (place + 1)] = one))</script>`;
}
/** @param {string} path */
const at = (path) => use.server.origin + path;
/** The page has this address by the time that the panel's script runs. @param {string} path */
const moved = (path) => `<script>history.replaceState(null, "", "${path}")</script>${SCRIPT}`;
const allReady = () =>
  use.until(() => [...document.querySelectorAll("claim-panel")].every(({ state }) => state === "ready"));
const claims = () => use.run(() => [...document.querySelectorAll("claim-panel")].map(({ claim }) => claim));

describe("on a page with several stories", () => {
  test("each panel shares the address that opens its claim in its own article alone", async () => {
    await use.open({ body: stories(at("/art/1"), at("/art/2")) });
    await allReady();
    await use.run(() => history.pushState(null, "", "/art/2"));
    const shared = await use.run(() => [p1.shareUrl("meeting"), p2.shareUrl("meeting")]);
    assert.deepEqual(shared, [at("/art/1#claim=1.meeting"), at("/art/2#claim=1.meeting")]);

    await use.run(() => void (location.hash = "#claim=1.meeting"));
    await seen("meeting", "p2");
    assert.deepEqual(await claims(), [null, "meeting"]);

    await use.open({ body: stories(at("/art/2")), head: moved("/art/2#claim=1.meeting") });
    await seen("meeting", "p1");
  });

  test("a number that no story of this article has is answered, and leads to no other story", async () => {
    await use.open({ body: stories(at("/art/1"), at("/art/2")) });
    await allReady();
    await use.run(() => history.pushState(null, "", "/art/2?utm_source=x"));
    await use.run(() => void (location.hash = "#claim=2.meeting"));
    await says("p2");
    assert.match(await status("p2"), MISSING);
    assert.deepEqual(await claims(), [null, null]);

    await use.open({ body: stories(at("/art/2")), head: moved("/art/2/#claim=2.meeting") });
    await says("p1");
    assert.match(await status("p1"), MISSING);
    assert.deepEqual(await claims(), [null]);
  });

  test("two stories with one id are told apart", async () => {
    const body = stories(at("/art/1"), at("/art/2")).replaceAll("<claim-panel ", '<claim-panel id="story" ');
    await use.open({ body });
    await allReady();
    await use.run(() => history.pushState(null, "", "/art/2"));
    await use.run(() => void (location.hash = "#claim=story.meeting"));
    await seen("meeting", "p2");
    assert.deepEqual(await claims(), [null, "meeting"]);
  });

  test("two stories of one article keep their numbers", async () => {
    await use.open({ body: stories(at("/art/1"), at("/art/2"), at("/art/2")) });
    await allReady();
    assert.equal(await use.run(() => p3.shareUrl("meeting")), at("/art/2#claim=2.meeting"));
  });

  test("the number counts all panels where no article is this page's", async () => {
    await use.open({ body: stories(at("/art/1"), at("/art/2"), "") }, "#claim=2.letter");
    await seen("letter", "p2");
    await use.run(() => void (location.hash = "#claim=3.letter"));
    await seen("letter", "p3");
    assert.deepEqual(await claims(), [null, "letter", "letter"]);
  });

  test("deep-link names no panel of another article", async () => {
    const body = stories(at("/art/1"), at("/art/2")).replaceAll("<claim-panel ", '<claim-panel deep-link="update" ');
    await use.open({ body });
    await allReady();
    await use.run(() => history.pushState(null, "", "/art/2"));
    await use.run(() => p1.shadowRoot.querySelector("[data-act=toggle]").click());
    await use.until(() => p1.claim === "meeting");
    assert.equal(await use.run(() => location.hash), "");
    await use.run(() => p2.shadowRoot.querySelector("[data-act=toggle]").click());
    await use.until(() => location.hash === "#claim=1.meeting");
  });
});
