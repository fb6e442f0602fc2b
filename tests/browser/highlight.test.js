/** The words of the article in which claims are made: what marks them, and when they are looked for, lost and found. */
import assert from "node:assert/strict";
import * as documents from "./documents.js";
import { PANEL, story, usePassages } from "./passages.js";
import { describe, test } from "./suite.js";

const { use, ready, show, marks, marked, unmarked, told, toldOf, idle } = usePassages();

const BRIDGE = "<p>Rowe asked for a meeting.</p><p>She had read the letter.</p>";
const MEETING = { exact: "asked for a meeting" };
const LETTER = { exact: "read the letter" };

describe("highlight", () => {
  test("is live, and whatever finds nothing is as good as none", async () => {
    await show(`<main>${BRIDGE}</main><aside>Nobody asked for a meeting.</aside>`, story(MEETING), "");
    await ready();
    await idle();
    assert.deepEqual(await marks(), null);
    const where = () =>
      use.run(() => [...CSS.highlights.get("claim-panel-passage")][0].startContainer.parentElement?.localName);
    for (const wrong of ["nav", "p[", "", ":is(", "::before", "claim-panel", null]) {
      await use.run(() => void (panel.highlight = "main"));
      await marked("asked for a meeting");
      assert.equal(await where(), "p");
      await use.run((wrong) => void (panel.highlight = wrong), wrong);
      await unmarked();
      await use.run(() => panel.setAttribute("highlight", "main, aside"));
      await marked("asked for a meeting");
      await use.run(() => panel.setAttribute("highlight", "aside"));
      await use.until(
        () => [...CSS.highlights.get("claim-panel-passage")][0].startContainer.parentElement?.localName === "aside",
      );
      await use.run(() => panel.removeAttribute("highlight"));
      await unmarked();
    }
  });

  test("tells once of each passage, with the claim that it is of, and again of another article", async () => {
    const data = story(MEETING, { exact: "a bribe" });
    data.claims[1].passages = [LETTER];
    await show(`<main>${BRIDGE}</main><aside>read the letter</aside>`, data);
    await toldOf(3);
    await marked("asked for a meeting", "read the letter");
    assert.deepEqual(await told(), ["asked for a meeting", "-a bribe", "read the letter"]);
    assert.deepEqual(
      await use.run(() => seen.events.filter(({ type }) => type === "passage").map(({ claim }) => claim)),
      ["meeting", "meeting", "letter"],
    );
    await use.run(() => panel.select("letter"));
    await use.run(() => void (panel.headingLevel = 4));
    await idle();
    assert.equal((await told()).length, 3);
    await use.run(() => void (panel.highlight = "aside"));
    await toldOf(6);
    assert.deepEqual((await told()).slice(3), ["-asked for a meeting", "-a bribe", "read the letter"]);
    await marked("read the letter");
  });

  test("marks words that are in several passages, and tells of each", async () => {
    await show(BRIDGE, story(MEETING, { exact: "a meeting" }, { exact: "Rowe asked" }));
    await toldOf(3);
    assert.deepEqual(await told(), ["asked for a meeting", "a meeting", "Rowe asked"]);
    await marked("Rowe asked", "asked for a meeting", "a meeting");
  });

  test("comes after the panel, whose readiness does not wait for it", async () => {
    await show(BRIDGE, story(MEETING));
    await toldOf(1);
    assert.deepEqual(await use.run(() => seen.events.map(({ type }) => type)), ["ready", "passage"]);
  });
});

describe("when the article changes", () => {
  test("a passage is lost and found again", async () => {
    await show(BRIDGE, story(MEETING, LETTER));
    await toldOf(2);
    for (const [change, words] of /** @type {[() => void, string[] | undefined][]} */ ([
      [
        () => void (document.querySelector("main p").childNodes[0].nodeValue = "Rowe asked for nothing."),
        ["read the letter"],
      ],
      [
        () =>
          /** @type {Text} */ (document.querySelector("main p").firstChild).insertData(
            "Rowe asked".length,
            " for a meeting and",
          ),
        ["asked for a meeting", "read the letter"],
      ],
      [() => document.querySelector("main p").remove(), ["read the letter"]],
      [
        () => document.querySelector("main").prepend("She asked for ", "a meeting "),
        ["asked for ", "a meeting", "read the letter"],
      ],
      [() => document.querySelector("main").replaceChildren(), undefined],
    ])) {
      await use.run(change);
      await (words ? marked(...words) : unmarked());
    }
    await use.run(
      (html) => document.querySelector("main").append(document.createRange().createContextualFragment(html)),
      BRIDGE,
    );
    await marked("asked for a meeting", "read the letter");
    assert.deepEqual(await told(), [
      ...["asked for a meeting", "read the letter"],
      ...["-asked for a meeting", "asked for a meeting", "-asked for a meeting", "asked for a meeting"],
      ...["-asked for a meeting", "-read the letter", "asked for a meeting", "read the letter"],
    ]);
  });

  test("in a form whose fields are called like methods, it is looked at as everywhere", async () => {
    /** @param {string} name */
    const field = (name) => `<input name="${name}">`;
    await show(
      `<form>${["closest", "matches", "localName", "parentElement"].map(field).join("")}<p>Rowe left</p></form>`,
      story(MEETING),
    );
    await toldOf(1);
    await use.run(() => document.querySelector("form").append("Rowe asked for a meeting."));
    await marked("asked for a meeting");
    await use.run(() => document.querySelector("form").click());
  });

  test("the same words in other elements stay marked, and nothing is told", async () => {
    await show(BRIDGE, story(MEETING));
    await marked("asked for a meeting");
    await use.run(() => {
      const before = document.querySelector("main p");
      window.after = before.cloneNode(true);
      before.replaceWith(after);
    });
    await use.until(() => [...CSS.highlights.get("claim-panel-passage")][0].startContainer.parentNode === after);
    await marked("asked for a meeting");
    assert.deepEqual(await told(), ["asked for a meeting"]);
  });

  test("until the next look no other words are marked", async () => {
    await show(BRIDGE, story(MEETING));
    await marked("asked for a meeting");
    const found = await use.run(() => {
      const firstChild = /** @type {Text} */ (document.querySelector("main p").firstChild);
      const texts = () => [...CSS.highlights.get("claim-panel-passage")].map(String);
      firstChild.insertData(0, "Yesterday ");
      const moved = texts();
      firstChild.data = "She has never asked for anything of the kind.";
      return [moved, texts()];
    });
    assert.deepEqual(found, [["asked for a meeting"], [""]]);
    await unmarked();
  });

  test("it is looked at once for all changes, and never for those that mean nothing", async () => {
    // Of every element of the article it is asked what it is. The page's own script notes it: drivers have their own globals.
    const note = `<script>
      window.looks = 0;
      const own = Element.prototype.matches;
      Element.prototype.matches = function (...all) {
        window.looks += this.localName === "main" && all[0].startsWith("claim-panel");
        return own.apply(this, all);
      };
    </script>`;
    await show(`${BRIDGE}${PANEL}${note}<script type="x">x</script><nav>menu</nav>`, story(MEETING));
    await toldOf(1);
    /** @param {() => void} change */
    const looks = async (change) => {
      await use.run(() => void (window.looks = 0));
      await use.run(change);
      await idle();
      return use.run(() => window.looks);
    };
    assert.equal(
      await looks(() => {
        for (let turn = 0; turn < 20; turn += 1) {
          document.querySelector("main").append(`turn ${turn}`);
          document.querySelector("nav").textContent = `turn ${turn}`;
        }
      }),
      1,
    );
    const nothing = {
      attributes: () => document.querySelector("main p").classList.add("wide"),
      "what stands elsewhere": () => document.body.append("x"),
      "the fallback": () => panel.append("x"),
      "words of the fallback": () => void (panel.querySelector("p").childNodes[0].nodeValue = "asked for a meeting"),
      "a program": () => document.querySelector("script[type=x]").append("x"),
      "what the reader does": () => panel.shadowRoot.querySelector("[aria-expanded]").click(),
      "what the panel is told": () => void (panel.headingLevel = 5),
      "the same selector": () => panel.setAttribute("highlight", "main"),
    };
    for (const [name, change] of Object.entries(nothing)) {
      assert.equal(await looks(change), 0, name);
    }
  });
});

describe("marks leave", () => {
  const ways = {
    "with the panel": () => panel.remove(),
    "with the panel's document": () => panel.removeAttribute("src") ?? void (panel.data = null),
    "with the attribute": () => panel.removeAttribute("highlight"),
  };
  for (const [name, leave] of Object.entries(ways)) {
    test(name, async () => {
      await show(BRIDGE, story(MEETING));
      await marked("asked for a meeting");
      await use.run(leave);
      await unmarked();
      // What is not there any more looks at nothing.
      await use.run(() => document.querySelector("main").append("asked for a meeting"));
      await idle();
      assert.equal(await marks(), null);
      assert.deepEqual(await told(), ["asked for a meeting"]);
    });
  }

  test("with a document that is refused", async () => {
    await show(BRIDGE, story(MEETING));
    await marked("asked for a meeting");
    await use.run(() => void (panel.data = "{"));
    await unmarked();
    await use.until(() => panel.state === "failed");
    assert.match((await use.console()).join(), /claim-panel \(document\)/);
    await use.run((data) => void (panel.data = data), story(LETTER));
    await marked("read the letter");
  });

  test("in favour of those of another document", async () => {
    await show(BRIDGE, story(MEETING));
    await marked("asked for a meeting");
    await use.run((data) => void (panel.data = data), story(LETTER));
    await marked("read the letter");
    await use.run((data) => void (panel.data = data), documents.good());
    await unmarked();
  });

  test("with a panel that fails while they are looked for", async () => {
    await show(BRIDGE, story(MEETING), "");
    await ready();
    await use.run(() => {
      panel.highlight = "main";
      panel.remove();
    });
    await idle();
    assert.equal(await marks(), null);
    await use.run(() => document.body.append(panel));
    await marked("asked for a meeting");
  });
});

test("several panels mark beside each other, and each takes away its own", async () => {
  const other = '<claim-panel id="other" loading="eager" highlight="main"></claim-panel>';
  await show(`<main>${BRIDGE}</main>${other}`.replace(other, PANEL + other), story(MEETING));
  await use.run((data) => void (window.other.data = data), story(LETTER, MEETING));
  await marked("asked for a meeting", "asked for a meeting", "read the letter");
  assert.equal(await use.run(() => CSS.highlights.size), 1);
  await use.run(() => void (panel.highlight = null));
  await marked("asked for a meeting", "read the letter");
  await use.run(() => void (panel.highlight = "main"));
  await marked("asked for a meeting", "asked for a meeting", "read the letter");
  await use.run(() => window.other.remove());
  await marked("asked for a meeting");
  await use.run(() => panel.remove());
  await unmarked();
});

test("the page's own highlights stay as they are", async () => {
  await show(BRIDGE, story(MEETING), "");
  await use.run(() => {
    window.mine = new Range();
    mine.selectNodeContents(document.querySelector("main p"));
    CSS.highlights.set("mine", (window.own = new Highlight(mine)));
    panel.highlight = "main";
  });
  await marked("asked for a meeting");
  const isKept = () =>
    use.run(() => CSS.highlights.get("mine") === own && own.size === 1 && String(mine) === "Rowe asked for a meeting.");
  assert.ok(await isKept());
  await use.run(() => panel.remove());
  await unmarked();
  assert.ok(await isKept());
  assert.equal(await use.run(() => CSS.highlights.size), 1);
});

test("a panel that is moved marks the article of its new place", async () => {
  await show(`<main>${BRIDGE}</main><div id="host"></div>`, story(MEETING));
  await marked("asked for a meeting");
  await use.run(() => {
    window.inner = host.attachShadow({ mode: "open" });
    inner.append(
      Object.assign(document.createElement("main"), { textContent: "In here she asked for a meeting too." }),
      panel,
    );
  });
  await use.until(() =>
    [...CSS.highlights.get("claim-panel-passage")].every(({ startContainer }) => inner.contains(startContainer)),
  );
  await marked("asked for a meeting");
  await use.run(() => inner.querySelector("main").append(" Then it changed, and she asked for a letter."));
  await use.run(() => document.body.append(panel));
  await use.until(() =>
    [...CSS.highlights.get("claim-panel-passage")].every(({ startContainer }) => document.contains(startContainer)),
  );
  await marked("asked for a meeting");
  assert.equal(await use.run(() => panel.state), "ready");
});

test("a listener of the page's may do what it likes", async () => {
  await show(BRIDGE, story(MEETING, LETTER), "");
  await ready();
  await use.run(() => {
    document.addEventListener("claim-panel-passage", () => panel.remove());
    panel.highlight = "main";
  });
  await unmarked();
  await use.until(() => panel.state === "idle");
  assert.equal(await marks(), null);
});

test("a browser without highlights marks nothing and says nothing", async () => {
  const without = '<script>Object.defineProperty(CSS, "highlights", { value: undefined })</script>';
  await show(`<main>${BRIDGE}</main>${without}`, story(MEETING));
  await ready();
  await idle();
  await use.run(() => panel.remove());
  await use.until(() => panel.state === "idle");
  assert.deepEqual(await told(), []);
});

test("an article that comes later, or in the place of another, is found when the attribute is set again", async () => {
  await show("", story(MEETING), 'highlight="#late"');
  await ready();
  for (const turn of [1, 2]) {
    await use.run((turn) => {
      document.getElementById("late")?.remove();
      document.body.append(
        Object.assign(document.createElement("p"), { id: "late", textContent: `${turn}: she asked for a meeting` }),
      );
      panel.highlight = "#late";
    }, turn);
    await toldOf(turn);
    await marked("asked for a meeting");
    assert.ok(
      await use.run(() =>
        [...CSS.highlights.get("claim-panel-passage")].every(({ startContainer }) => startContainer.isConnected),
      ),
    );
  }
});

test("every passage of the demo stands in its article", async () => {
  await use.visit(`${use.server.origin}/index.html`);
  const lost = await use.run(async () => {
    await customElements.whenDefined("claim-panel");
    const panels = [...document.querySelectorAll("claim-panel")];
    return Promise.all(
      panels.map(async (panel) => {
        panel.loading = "eager";
        await panel.ready;
        /** @type {Story} */
        const { claims } = await (await fetch(panel.src ?? "")).json();
        const passages = claims.flatMap(({ passages = [] }) => passages);
        const { highlight } = panel;
        panel.highlight = null;
        await new Promise((resolve) => setTimeout(resolve));
        /** @type {{ found?: boolean }[]} */
        const told = [];
        const whole = new Promise((resolve) =>
          panel.addEventListener("claim-panel-passage", ({ detail }) => {
            told.push(detail);
            if (told.length === passages.length) {
              resolve(undefined);
            }
          }),
        );
        panel.highlight = highlight;
        await whole;
        return [told.length > 4, told.filter(({ found }) => !found)];
      }),
    );
  });
  assert.deepEqual(lost, [
    [true, []],
    [true, []],
  ]);
  // That page notes nothing itself; what it said in the console is not lost.
  await use.open({ body: "" });
});
