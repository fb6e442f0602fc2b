//! `claim-panel fill`: updates the fallbacks and preload hints in pages from their documents.

use std::io::{self, Write};

use super::page::{self, Page, TAG};
use super::{BAD, GOOD, pattern};
use crate::files::Files;

/// What to fill and how.
pub struct Task<'a> {
    /// Names of pages, or patterns for them.
    pub pages: Vec<&'a str>,
    /// The folder of the documents; without one, that of each page.
    pub root: Option<&'a str>,
    /// Whether nothing is written, and a page that would change is a failure.
    pub is_dry: bool,
}

/// What became of a page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Updated,
    Unchanged,
    WithoutPanel,
    OutOfDate,
    Refused,
}

/// All outcomes, with their words.
const OUTCOMES: [(Outcome, &str); 5] = [
    (Outcome::Updated, "updated"),
    (Outcome::Unchanged, "unchanged"),
    (Outcome::WithoutPanel, "without a panel"),
    (Outcome::OutOfDate, "out of date"),
    (Outcome::Refused, "refused"),
];

impl Outcome {
    fn word(self) -> &'static str {
        OUTCOMES.iter().find(|(one, _)| *one == self).map_or("", |(_, word)| word)
    }
}

/// Fills each page and says what became of it. One that is refused fails the command, but no other page.
pub fn fill(task: &Task<'_>, files: &mut dyn Files, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let mut is_good = true;
    let mut pages: Vec<String> = Vec::new();
    for pattern in &task.pages {
        for found in pattern::matching(pattern, files) {
            match found {
                Ok(page) if pages.contains(&page) => {}
                Ok(page) => pages.push(page),
                Err(why) => {
                    is_good = false;
                    writeln!(err, "{pattern}: {why}")?;
                }
            }
        }
    }
    let mut outcomes = Vec::new();
    for page in &pages {
        let outcome = fill_page(page, task, files, err)?;
        outcomes.push(outcome);
        let is_failure = matches!(outcome, Outcome::OutOfDate | Outcome::Refused);
        is_good &= !is_failure;
        let remedy = if outcome == Outcome::OutOfDate { "; run claim-panel fill to update it" } else { "" };
        let line = format!("{page}: {}{remedy}\n", outcome.word());
        if is_failure { err.write_all(line.as_bytes())? } else { out.write_all(line.as_bytes())? }
    }
    if pages.len() > 1 {
        let count = |wanted| outcomes.iter().filter(|one| **one == wanted).count();
        let counts = OUTCOMES.iter().map(|(outcome, word)| (count(*outcome), word)).filter(|(count, _)| *count > 0);
        let counts: Vec<String> = counts.map(|(count, word)| format!("{count} {word}")).collect();
        writeln!(out, "{} pages: {}", pages.len(), counts.join(", "))?;
    }
    Ok(if is_good { GOOD } else { BAD })
}

/// Fills one page. A page without a panel is not even read as text.
fn fill_page(file: &str, task: &Task<'_>, files: &mut dyn Files, err: &mut dyn Write) -> io::Result<Outcome> {
    let Some(bytes) = super::bytes(file, files, err)? else {
        return Ok(Outcome::Refused);
    };
    if !bytes.windows(TAG.len()).any(|bytes| bytes == TAG.as_bytes()) {
        return Ok(Outcome::WithoutPanel);
    }
    let Ok(html) = String::from_utf8(bytes) else {
        writeln!(err, "{file}: not filled: the page is not UTF-8")?;
        return Ok(Outcome::Refused);
    };
    let page = page::fill(&html, task.root.unwrap_or_else(|| super::beside(file)), files);
    for (line, left) in &page.left {
        writeln!(err, "{file}:{line}: not filled: {}", left.why)?;
    }
    let is_changed = page.html != html;
    if is_changed
        && !task.is_dry
        && let Err(error) = files.write(file, page.html.as_bytes())
    {
        writeln!(err, "{file}: cannot be written: {error}")?;
        return Ok(Outcome::Refused);
    }
    Ok(match page {
        _ if page.is_refused() => Outcome::Refused,
        _ if is_changed && task.is_dry => Outcome::OutOfDate,
        _ if is_changed => Outcome::Updated,
        // The tag is in a comment or in a script.
        Page { filled: 0, ref left, .. } if left.is_empty() => Outcome::WithoutPanel,
        _ => Outcome::Unchanged,
    })
}
