/** Of the buttons with text that readers may select, only the role is that of a button. */
const OWN_BUTTON = "[role=button]";
const BUTTON = `button, summary, ${OWN_BUTTON}`;

/** The button on which the space bar went down. @type {EventTarget | null} */
let held = null;

/**
 * Lets keys press such buttons as browsers do with `<button>`: Enter at once, the space bar when it is released.
 *
 * @param {KeyboardEvent} event
 */
export function press(event) {
  const { type, target, key, repeat, ctrlKey, altKey, metaKey } = event;
  const button = /** @type {HTMLElement} */ (target);
  const [isDown, isSpace] = [type === "keydown", key === " "];
  const isMeant = (isSpace || key === "Enter") && button.matches(OWN_BUTTON) && !(ctrlKey || altKey || metaKey);
  if (isMeant && (isSpace ? !isDown && held === target : isDown && !repeat)) {
    button.click();
  }
  if (isMeant && isDown) {
    // The space bar would scroll the page.
    event.preventDefault();
  }
  held = isMeant && isDown && isSpace ? target : null;
}

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
      : key === "Enter" || (key === " " && isOne(BUTTON))
  ) {
    event.stopPropagation();
  }
}
