/** Warns the page's developer about colours that many people cannot read. Colours that cannot be determined pass. */

import { around } from "../reader/place.js";

const MIN_CONTRAST = 4.5;

/**
 * Red, green and blue from 0 to 1, and opacity. NaN means unknown.
 * @typedef {[red: number, green: number, blue: number, opacity: number]} Colour
 */

/** @param {Element} panel the root element that Rust renders into */
export function warnLowContrast(panel) {
  for (const words of ["section", "[part~=author], [part~=meta]"]) {
    const element = panel.querySelector(words);
    const ground = behind(element);
    const found = element ? contrast(over(read(getComputedStyle(element).color), ground), ground) : NaN;
    if (found < MIN_CONTRAST) {
      console.warn(
        `claim-panel: text has a contrast of ${found.toFixed(2)}, and readers need ${MIN_CONTRAST}; see docs/theming.md`,
      );
      break;
    }
  }
}

/** The background colour behind an element's text. @param {Element | null | undefined} element @returns {Colour} */
function behind(element) {
  if (!element) {
    // The default canvas is white unless the page has a dark colour scheme.
    return read(getComputedStyle(document.documentElement).colorScheme.includes("dark") ? "" : "rgb(255 255 255)");
  }
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  const colour = read(backgroundImage === "none" ? backgroundColor : "");
  return colour[3] < 1 ? over(colour, behind(around(element))) : colour;
}

/** Parses a computed sRGB colour. @param {string} written @returns {Colour} */
function read(written) {
  const most = written.startsWith("rgb") ? 255 : written.startsWith("color(srgb ") ? 1 : NaN;
  const numbers = (written.match(/[\d.e-]+/g) ?? []).map(Number);
  const [red = NaN, green = NaN, blue = NaN, opacity = 1] = numbers;
  return [red / most, green / most, blue / most, opacity];
}

/** @param {Colour} colour @param {Colour} under opaque @returns {Colour} */
function over([red, green, blue, opacity], under) {
  const mixed = [red, green, blue].map(
    (value, index) => value * opacity + /** @type {number} */ (under[index]) * (1 - opacity),
  );
  return /** @type {Colour} */ ([...mixed, 1]);
}

/** @param {Colour} one @param {Colour} other */
function contrast(one, other) {
  const ratio = (luminance(one) + 0.05) / (luminance(other) + 0.05);
  return Math.max(ratio, 1 / ratio);
}

/** @param {Colour} colour */
function luminance(colour) {
  const [red, green, blue] = /** @type {Colour} */ (colour.map(linear));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Reverses the gamma correction of sRGB. @param {number} value */
function linear(value) {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
