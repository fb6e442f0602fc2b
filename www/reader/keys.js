/**
 * Stops the propagation of keys that a control of the panel handles. The page would see the panel itself as their
 * target, not a field, and a letter typed into the search would trigger the page's shortcuts.
 *
 * @param {KeyboardEvent} event
 */
export function keepTaken(event) {
  const { target, key, ctrlKey, altKey, metaKey } = event;
  // On some keyboards Control and Alt together produce characters.
  const isCommand = metaKey || (ctrlKey && !altKey);
  /** @param {string} controls */
  const isOne = (controls) => /** @type {Element} */ (target).matches(controls);
  if (
    isOne("input,select")
      ? !isCommand && !["Escape", "Tab", "Control", "Meta"].includes(key)
      : key === "Enter" || (key === " " && isOne("button"))
  ) {
    event.stopPropagation();
  }
}
