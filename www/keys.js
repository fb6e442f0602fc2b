/**
 * Keys that a control of the panel takes itself stay inside. To the page they would seem pressed on the panel, where
 * keys are nobody's, so that a letter of a search set off whatever the page does for that letter.
 *
 * @param {KeyboardEvent} event
 */
export function keepTaken(event) {
  const { target, key, ctrlKey, altKey, metaKey } = event;
  // Control and Alt together write signs on some keyboards.
  const isCommand = metaKey || (ctrlKey && !altKey);
  /** @param {string} controls */
  const isOne = (controls) => /** @type {Element} */ (target).matches(controls);
  if (isOne("input,select") ? !isCommand && !["Escape", "Tab", "Control", "Meta"].includes(key) : key === "Enter" || (key === " " && isOne("button"))) {
    event.stopPropagation();
  }
}
