/** Long documents, made by a recipe. Whatever is said in them is invented. */

const WORDS =
  "the council knew of a letter about cracks in a pier before anybody closed the bridge and told nobody who had asked " +
  "for it twice in the spring when the river stood high because an office had lost the only copy that was ever made";

const STANCES = [
  "reports",
  "denies",
  "asserts",
  "confirms",
  "questions",
  "declined",
  "responds",
  "reports",
  "disputes",
  "could-not-verify",
];
const OUTLETS = 10;
const PEOPLE = 200;

/**
 * So many claims with ten statements on each. A document may hold 20,000 values, and a statement of its own is at least
 * four: as for a thousand claims that would be twice too many, each of as many statements as there are claims speaks of
 * ten. The word `only` with its number stands in no other claim.
 * @param {number} count
 */
export function long(count) {
  const claims = Array.from({ length: count }, (_, index) => index);
  /** @param {string} kind @param {number} length */
  const party = (kind, length) =>
    Array.from({ length }, (_, index) => [`${kind}-${index}`, { name: `Invented ${kind} ${index + 1}`, kind }]);
  return {
    version: 1,
    lang: "en",
    title: `${count} claims about a bridge`,
    parties: Object.fromEntries([...party("outlet", OUTLETS), ...party("person", PEOPLE)]),
    // Every other claim is about somebody, who denies it.
    claims: claims.map((index) => ({
      id: `claim-${index}`,
      text: `Only${index}: ${words(index * 5, 90)}`,
      ...(index % 2 && { about: [`person-${index % PEOPLE}`] }),
    })),
    statements: claims.map((index) => ({
      by: index % 5 ? `person-${index % PEOPLE}` : `outlet-${(index / 5) % OUTLETS}`,
      stances: Object.fromEntries(
        STANCES.map((stance, add) => [`claim-${(index + (add || count) - 1) % count}`, stance]),
      ),
      date: day(index),
      quote: `${words(index * 7, 140)}.`,
    })),
  };
}

/** About so many characters, from another word on. @param {number} from @param {number} length */
function words(from, length) {
  const all = WORDS.split(" ");
  let text = "";
  for (let at = from; text.length < length; at += 1) {
    text += `${text && " "}${all[at % all.length]}`;
  }
  return text;
}

/** A day of one year. @param {number} index */
function day(index) {
  return new Date(Date.UTC(2031, 0, 1 + ((index * 3) % 360))).toISOString().slice(0, 10);
}
