/** The first script of every test page: it notes what a publisher would hate to see, and every event. */
window.seen = /** @type {Loose} */ ({ errors: [], events: [], frame: requestAnimationFrame });
addEventListener("error", (event) => seen.errors.push(String(event.message)));
addEventListener("unhandledrejection", (event) => seen.errors.push(String(event.reason)));
for (const type of ["ready", "error", "select", "view", "source", "share", "passage"]) {
  addEventListener(`claim-panel-${type}`, (event) => {
    const { target, detail } = /** @type {CustomEvent<Partial<Noted>> & { target: Element }} */ (event);
    const codes = detail?.problems?.map(({ code }) => code);
    seen.events.push({ type, target: target.id, ...detail, codes });
  });
}

/** What a reader sees of an element, its panel included. */
window.visibleText = (element) => {
  const panel = element.shadowRoot?.querySelector("div");
  return /** @type {HTMLElement} */ (panel ?? element).innerText;
};
