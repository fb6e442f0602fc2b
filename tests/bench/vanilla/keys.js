/** Lets keys press the buttons that are no `<button>`. @param {KeyboardEvent} event */
export function press(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  if ((event.key === "Enter" || event.key === " ") && target.matches("[role=button]")) {
    // The space bar would scroll the page.
    event.preventDefault();
    target.click();
  }
}
