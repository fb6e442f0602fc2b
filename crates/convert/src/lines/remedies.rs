//! Remedies of the format's rules in the words of lines, for people who never see the JSON document.

use std::sync::LazyLock;

use story::problem::{ALL, Rule};

/// What to do, by the code of the rule.
const REMEDIES: &[(&str, &str)] = &[
    ("about-missing", "Write “(about NAME, NAME)” behind the claim, or “(about nobody)”."),
    ("legal-without-date", "Write “legal: TEXT (3 March 2031)”, with the date on which it became so."),
    ("no-statements", "Write a statement below the claim, or remove the claim."),
    ("unused-party", "Remove the line, or write a statement of the party."),
    ("unused-report", "Write “in HEADLINE” or “according to OUTLET” in the statements that it carries, or remove it."),
    ("unused-occasion", "Write “at” and its name in the statements that were made there, or remove it."),
    ("unnamed-without-reason", "Write “not named because: …” below the source, or that the outlet gives no reason."),
    (
        "translation-without-language",
        "Write “quote language: de”, so that screen readers pronounce the words correctly.",
    ),
    ("date-without-zone", "Write “time zone: Europe/London” at the beginning, or the offset from UTC behind the time."),
    ("unusable-link", "Write the full address, starting with https:// (or mailto: for a contact)."),
    ("no-claims", "Write a claim in a line that begins with #"),
    ("named-source", "Remove the name and “also called”, and describe the source behind @ as far as can be said."),
    ("order-uncertain", "Give both statements exact dates, or the same occasion if they were made together."),
    ("only-for-unnamed", "Remove the line, or write (unnamed) and a description instead of the name."),
];

/// The rule with its remedy for lines, or the rule itself if that fits.
pub(super) fn reworded(rule: &'static Rule) -> &'static Rule {
    static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
        let of = |(code, remedy): &(&str, &'static str)| {
            let rule = ALL.iter().find(|rule| rule.code == *code)?;
            Some(Rule { code: rule.code, severity: rule.severity, message: rule.message, remedy })
        };
        REMEDIES.iter().filter_map(of).collect()
    });
    RULES.iter().find(|other| other.code == rule.code).unwrap_or(rule)
}
