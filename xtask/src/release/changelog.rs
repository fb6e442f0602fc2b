//! The sections of CHANGELOG.md, whose headings are `## [Unreleased]` and `## [X.Y.Z] - YYYY-MM-DD`.

struct Section<'a> {
    name: &'a str,
    /// What follows the name in the heading.
    rest: &'a str,
    body: &'a str,
}

impl Section<'_> {
    fn has_entries(&self) -> bool {
        self.body.lines().any(|line| line.starts_with("- "))
    }
}

fn sections(text: &str) -> impl Iterator<Item = Section<'_>> {
    let headed = text.split("\n## [").skip(1);
    headed.filter_map(|part| {
        let (heading, body) = part.split_once('\n')?;
        let (name, rest) = heading.split_once(']')?;
        Some(Section { name, rest, body })
    })
}

/// Refuses entries that no version has yet, and a version without a dated section.
pub fn refusals(text: &str, version: &str) -> Vec<String> {
    let mut refusals = Vec::new();
    if sections(text).any(|section| section.name == "Unreleased" && section.has_entries()) {
        refusals.push(format!(
            "CHANGELOG.md has entries under [Unreleased]: move them to the section \"## [{version}] - YYYY-MM-DD\""
        ));
    }
    match sections(text).find(|section| section.name == version) {
        None => refusals.push(format!(
            "CHANGELOG.md has no section [{version}]: add \"## [{version}] - YYYY-MM-DD\" above its entries"
        )),
        Some(section) => {
            if !section.rest.strip_prefix(" - ").is_some_and(is_date) {
                refusals.push(format!(
                    "the section [{version}] of CHANGELOG.md has no date: write \"## [{version}] - YYYY-MM-DD\""
                ));
            }
            if !section.has_entries() {
                refusals.push(format!(
                    "the section [{version}] of CHANGELOG.md has no entries: write what users will notice"
                ));
            }
        }
    }
    refusals
}

/// The release notes: the section of this version, otherwise that of unreleased changes, which only a dry run uses.
pub fn notes(text: &str, version: &str) -> String {
    let found = sections(text)
        .find(|section| section.name == version)
        .or_else(|| sections(text).find(|section| section.name == "Unreleased"));
    let (rest, body) = found.map_or(("", ""), |section| (section.rest, section.body.trim()));
    format!("# claim-panel {version}{rest}\n\n{body}\n")
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str, digits| {
        let is_number = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| part.parse::<u32>().ok()).flatten()
    };
    match parts.as_slice() {
        [year, month, day] => {
            number(year, 4).is_some()
                && number(month, 2).is_some_and(|month| (1..=12).contains(&month))
                && number(day, 2).is_some_and(|day| (1..=31).contains(&day))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str =
        "# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2031-03-09\n\n### Added\n\n- Search.\n\n## [0.1.0]\n\n- All.\n";

    #[test]
    fn what_is_refused() {
        let none: &[&str] = &[];
        for (text, expected) in [
            (GOOD.to_owned(), none),
            (GOOD.replace("ed]\n", "ed]\n\n### Fixed\n"), none),
            (GOOD.replace("ed]\n", "ed]\n\n- Sharing.\n"), &["under [Unreleased]"]),
            (GOOD.replace("[0.2.0]", "[0.3.0]"), &["no section [0.2.0]"]),
            (GOOD.replace(" - 2031-03-09", ""), &["no date"]),
            (GOOD.replace("03-09", "13-09"), &["no date"]),
            (GOOD.replace("03-09", "3-9"), &["no date"]),
            (GOOD.replace("- Search.", ""), &["no entries"]),
            (GOOD.replace("ed]\n", "ed]\n- Sharing.\n").replace("[0.2.0]", "[0.3.0]"), &["[Unreleased]", "no section"]),
        ] {
            let refusals = refusals(&text, "0.2.0");
            assert_eq!(refusals.len(), expected.len(), "{refusals:?}");
            for (refusal, words) in refusals.iter().zip(expected) {
                assert!(refusal.contains(words) && !refusal.contains('\n'), "{refusal:?} lacks {words:?}");
            }
        }
    }

    #[test]
    fn the_notes_are_the_section_of_the_version() {
        assert_eq!(notes(GOOD, "0.2.0"), "# claim-panel 0.2.0 - 2031-03-09\n\n### Added\n\n- Search.\n");
        let open = GOOD.replace("ed]\n", "ed]\n\n- Sharing.\n");
        assert_eq!(notes(&open, "0.3.0-dev"), "# claim-panel 0.3.0-dev\n\n- Sharing.\n");
    }
}
