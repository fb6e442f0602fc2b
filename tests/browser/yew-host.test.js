/** A page that is itself a Yew program: two programs in one page, which do not know of each other. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { beforeEach } from "node:test";
import { usePanel } from "./panel.js";
import { SCRIPT } from "./server.js";
import { test } from "./suite.js";

/** Built by `cargo xtask test` out of `tests/hosts/yew.rs`. */
const BUILT = new URL("../../target/yew-host/", import.meta.url);
const HOST = `<script type="module">
  import init from "/yew-host.js";
  await init({ module_or_path: "/yew-host_bg.wasm" });
</script>`;

const { use } = usePanel();

for (const [name, type] of [
  ["yew-host.js", "text/javascript"],
  ["yew-host_bg.wasm", "application/wasm"],
]) {
  beforeEach(() =>
    use.server.breaks(`/${name}`, async (response) => {
      response.writeHead(200, { "content-type": type });
      response.end(await readFile(new URL(name, BUILT)));
    }),
  );
}

/** What the host has heard, and which claims of the panels are open. */
const told = () =>
  use.run(() => {
    /** @param {Panel | undefined} panel */
    const open = (panel) =>
      panel ? [...panel.shadowRoot.querySelectorAll("[aria-expanded]")].map(({ ariaExpanded }) => ariaExpanded) : null;
    return {
      all: Number(all.dataset.clicks),
      own: Number(own.textContent),
      first: open(first),
      second: open(window.second),
    };
  });

const areReady = () =>
  use.until(
    () => [...document.querySelectorAll("claim-panel")].every(({ state }) => state === "ready") && window.first,
  );

/**
 * Clicks as a reader does, and waits until the host has drawn what it heard.
 * @param {() => Loose} find @param {number} heard
 */
async function click(find, heard) {
  const before = (await told()).all;
  const found = await use.run(find);
  // Not every driver scrolls far enough by itself.
  await use.run((found) => found.scrollIntoView({ block: "center" }), found);
  await use.driver.actions().move({ origin: found }).click().perform();
  await use.until((count) => Number(all.dataset.clicks) === count, before + heard);
}

for (const [order, head] of [
  ["before", `${SCRIPT}${HOST}`],
  ["after", `${HOST}${SCRIPT}`],
]) {
  test(`a click is heard by whom it is meant for, with the panel's script ${order} the host's`, async () => {
    await use.open({ head, body: "" });
    await areReady();
    await click(() => first.shadowRoot.querySelector("[aria-expanded]"), 1);
    await click(() => second.shadowRoot.querySelectorAll("[aria-expanded]")[1], 1);
    assert.deepEqual(await told(), { all: 2, own: 0, first: ["true", "false"], second: ["false", "true"] });
    await click(() => own, 1);
    assert.deepEqual(await told(), { all: 3, own: 1, first: ["true", "false"], second: ["false", "true"] });
    // The host takes a panel away and brings one again; the other stays as the reader left it.
    await click(() => bare, 1);
    assert.deepEqual(await told(), { all: 4, own: 1, first: ["true", "false"], second: null });
    await click(() => bare, 1);
    await areReady();
    await click(() => second.shadowRoot.querySelector("[aria-expanded]"), 1);
    assert.deepEqual(await told(), { all: 6, own: 1, first: ["true", "false"], second: ["true", "false"] });
  });
}
