/** Medians and quartiles. */

/** @param {number[]} numbers @param {number} part the fraction of numbers below it */
export function quantile(numbers, part) {
  const sorted = numbers.toSorted((one, other) => one - other);
  const place = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(place)] ?? NaN, sorted[Math.ceil(place)] ?? NaN];
  return low + (high - low) * (place - Math.floor(place));
}

/** @param {number[]} numbers */
export const median = (numbers) => quantile(numbers, 0.5);

/** @param {number[]} numbers @returns {[number, number]} */
export const quartiles = (numbers) => [quantile(numbers, 0.25), quantile(numbers, 0.75)];
