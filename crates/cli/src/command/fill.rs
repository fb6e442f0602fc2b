//! `claim-panel fill`: updates the fallbacks and preload hints in pages from their documents.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::page::{self, Page, TAG};
use super::{BAD, GOOD};

/// What to fill and how.
pub struct Task<'a> {
    /// Names of pages, or patterns for them.
    pages: Vec<&'a str>,
    /// The folder of the documents; without one, that of each page.
    root: Option<&'a str>,
    /// Whether nothing is written, and a page that would change is a failure.
    is_dry: bool,
}

impl<'a> Task<'a> {
    /// Reads the words after `fill`; nothing if they are invalid.
    pub fn parse(words: &[&'a str]) -> Option<Self> {
        let mut task = Self { pages: Vec::new(), root: None, is_dry: false };
        let mut words = words.iter().copied();
        while let Some(word) = words.next() {
            match word {
                "--check" => task.is_dry = true,
                "--root" => task.root = Some(words.next()?),
                _ if word.starts_with("--") => return None,
                page => task.pages.push(page),
            }
        }
        (!task.pages.is_empty()).then_some(task)
    }
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
pub fn fill(task: &Task<'_>, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let mut is_good = true;
    let mut pages: Vec<String> = Vec::new();
    for pattern in &task.pages {
        for found in matching(pattern) {
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
        let outcome = fill_page(page, task, err)?;
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

/// The pages that a name or a pattern stands for. A shell may have left the pattern to us, and a name may look like one.
fn matching(pattern: &str) -> Vec<Result<String, String>> {
    let is_pattern = pattern.contains(['*', '?', '[']);
    if !is_pattern || Path::new(pattern).exists() {
        return vec![Ok(pattern.to_owned())];
    }
    let paths = match glob::glob(pattern) {
        Ok(paths) => paths,
        Err(error) => return vec![Err(format!("not a pattern: {error}"))],
    };
    let files = paths.filter(|path| path.as_ref().map_or(true, |path| path.is_file()));
    let files = files.map(|path| match path {
        Ok(path) => path.to_str().map(str::to_owned).ok_or_else(|| format!("{} is not UTF-8", path.display())),
        Err(error) => Err(error.to_string()),
    });
    let found: Vec<_> = files.collect();
    if found.is_empty() { vec![Err("there is no such page".to_owned())] } else { found }
}

/// Fills one page. A page without a panel is not even read as text.
fn fill_page(file: &str, task: &Task<'_>, err: &mut dyn Write) -> io::Result<Outcome> {
    let Some(bytes) = super::bytes(file, err)? else {
        return Ok(Outcome::Refused);
    };
    if !bytes.windows(TAG.len()).any(|bytes| bytes == TAG.as_bytes()) {
        return Ok(Outcome::WithoutPanel);
    }
    let Ok(html) = String::from_utf8(bytes) else {
        writeln!(err, "{file}: not filled: the page is not UTF-8")?;
        return Ok(Outcome::Refused);
    };
    let page = page::fill(&html, task.root.unwrap_or_else(|| super::beside(file)));
    for (line, left) in &page.left {
        writeln!(err, "{file}:{line}: not filled: {}", left.why)?;
    }
    let is_changed = page.html != html;
    if is_changed
        && !task.is_dry
        && let Err(error) = fs::write(file, &page.html)
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
