//! A draft as lines, for an editor to complete.

use std::fmt::Write;
use std::ops::Range;

use crate::text::Index;
use crate::{Draft, Kind, Row};

/// What is known about the article. Empty fields are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The title.
    pub title: String,
    /// The language, as a BCP 47 tag.
    pub lang: String,
    /// The address.
    pub article: String,
}

/// A row as an editor completes it: the words that a statement would have, without its stance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// The place of the row in [`Draft::rows`].
    pub row: usize,
    /// The words that triggered it.
    pub trigger: String,
    /// The line of the text on which it begins, counted from 1.
    pub line: usize,
    /// The speaker's name without the `@` of a handle; empty if no speaker was found.
    pub speaker: String,
    /// How it was said, without preposition and article; empty if the article does not say.
    pub medium: String,
    /// The words within quotation marks, without them; empty if there are none.
    pub quote: String,
    /// What the article says in its own words; empty if everything is quoted.
    pub words: String,
    /// Whom the speaker passes on; empty if it is nobody.
    pub cites: String,
}

/// The rows of a draft as proposals, in the order of the text. Two rows of which one cites the other are one proposal.
pub fn proposals(draft: &Draft, text: &str) -> Vec<Proposal> {
    let index = Index::new(text);
    let starts: Vec<usize> = [0].into_iter().chain(ends(text)).collect();
    let mut proposals = Vec::new();
    for (at, row) in draft.rows.iter().enumerate() {
        let near = || draft.rows.iter().skip(at.saturating_sub(2)).take(5);
        if near().any(|other| is_hop(other, row)) {
            continue;
        }
        let cited = near().find(|other| is_hop(row, other)).map(|cited| one_line(&cited.speaker));
        proposals.push(Proposal { row: at, cites: cited.unwrap_or_default(), ..proposal(row, &index, &starts) });
    }
    proposals
}

/// The draft as lines. Each proposal begins with “?”, and its stance is left blank for the editor. The comment above it
/// gives the words that triggered it, and what needs a look. What the article says in its own words becomes the words of
/// the editor.
pub fn lines(draft: &Draft, text: &str, head: &Head) -> String {
    let mut out = String::new();
    for (key, value) in [("title", &head.title), ("lang", &head.lang), ("article", &head.article)] {
        if !value.is_empty() {
            line(&mut out, &format!("{key}: {}", one_line(value)));
        }
    }
    parties(draft, &mut out);
    if !draft.rows.is_empty() {
        line(&mut out, "\n# ____");
    }
    for proposal in proposals(draft, text) {
        if let Some(row) = draft.rows.get(proposal.row) {
            write(row, &proposal, &mut out);
        }
    }
    out
}

/// Whether one outlet passes on what another has: two rows with the same content.
fn is_hop(outer: &Row, inner: &Row) -> bool {
    let is_relay = outer.kind == Kind::Relay && inner.kind == Kind::Relay;
    is_relay
        && outer.speaker != inner.speaker
        && !inner.content.is_empty()
        && outer.content == inner.content
        && is_before(inner, outer)
}

/// Of two such rows, the one that is cited has a source within or after that of the other.
fn is_before(inner: &Row, outer: &Row) -> bool {
    let start = |row: &Row| row.source.first().map(|span| span.start);
    start(inner) > start(outer)
}

fn parties(draft: &Draft, out: &mut String) {
    let mut seen: Vec<&str> = Vec::new();
    for row in draft.rows.iter().filter(|row| !row.speaker.is_empty()) {
        if seen.contains(&row.speaker.as_str()) || seen.len() >= 500 {
            continue;
        }
        if seen.is_empty() && !out.is_empty() {
            out.push('\n');
        }
        seen.push(&row.speaker);
        let role =
            draft.roles.iter().find(|(name, _)| *name == row.speaker).map(|(_, role)| format!(", {}", one_line(role)));
        let is_outlet = draft.rows.iter().any(|other| other.speaker == row.speaker && other.kind == Kind::Relay);
        // Names begin with a capital letter in each of these languages; “two officials” does not.
        let is_unnamed = row.speaker.starts_with(|c: char| c.is_lowercase() || c.is_numeric());
        let kind = match (is_unnamed, is_outlet) {
            (true, _) => " (unnamed)",
            (_, true) => " (outlet)",
            _ => "",
        };
        line(out, &format!("@{}{}{kind}", one_line(row.speaker.trim_start_matches('@')), role.unwrap_or_default()));
    }
}

fn proposal(row: &Row, index: &Index, starts: &[usize]) -> Proposal {
    let pieces = |spans: &[Range<usize>]| -> String {
        spans.iter().map(|span| one_line(index.slice(span))).collect::<Vec<_>>().join(" … ")
    };
    let first = row.source.iter().chain(&row.cue).chain(&row.content).map(|span| span.start).min().unwrap_or_default();
    let content = pieces(&row.content);
    let trigger = match (pieces(&row.cue), row.kind) {
        (cue, Kind::Quotation) => cue,
        (cue, _) => [cue, content.clone()].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" "),
    };
    let is_quotation = row.kind == Kind::Quotation;
    Proposal {
        row: 0,
        trigger,
        line: starts.partition_point(|start| *start <= first),
        speaker: one_line(row.speaker.trim_start_matches('@')),
        medium: medium(&row.medium),
        quote: if is_quotation { quoted(&content) } else { inner_quote(&content) },
        words: if is_quotation { String::new() } else { content },
        cites: String::new(),
    }
}

fn write(row: &Row, proposal: &Proposal, out: &mut String) {
    let kind = match row.kind {
        Kind::Quotation => "quotation",
        Kind::Paraphrase => "paraphrase",
        Kind::Denial => "denial?",
        Kind::NoAnswer => "no answer",
        Kind::Relay => "relay",
    };
    let mut comment = format!("// {kind}");
    if !proposal.trigger.is_empty() {
        let _ = write!(comment, " “{}”", proposal.trigger);
    }
    let _ = write!(comment, ", line {}", proposal.line);
    if !row.reason.is_empty() {
        let _ = write!(comment, "; {}", one_line(&row.reason));
    }
    if !row.is_sure {
        comment.push_str("; check this");
    }
    line(out, &comment);
    let speaker = if proposal.speaker.is_empty() { "____" } else { &proposal.speaker };
    // Only a person decides what somebody says about a claim.
    let mut written = format!("? {speaker} ____");
    for part in [&proposal.medium, &row.date] {
        if !part.is_empty() {
            let _ = write!(written, ", {part}");
        }
    }
    let Proposal { quote, words, cites, .. } = proposal;
    if !quote.is_empty() {
        let _ = write!(written, ": “{quote}”");
    } else if !words.is_empty() {
        let _ = write!(written, ": {words}");
    }
    line(out, &written);
    if !quote.is_empty() && !words.is_empty() {
        line(out, &format!("  in our words: {words}"));
    }
    if !cites.is_empty() {
        line(out, &format!("  cites: {cites}"));
    }
}

/// The words of a quotation, without its marks. Marks within it are those that lines use.
fn quoted(words: &str) -> String {
    let inner = inner_quote(words);
    let words = if inner.is_empty() { words } else { inner.as_str() };
    let inner = words.trim_matches(|c: char| crate::marks::is_mark(c) || c.is_whitespace());
    // The comma before the words “she said” is the article's.
    let inner = inner.trim_end_matches(',');
    inner.replace('“', "‘").replace('”', "’")
}

/// What is within the first to the last quotation mark of words, or nothing.
fn inner_quote(words: &str) -> String {
    let is_double = |c: char| matches!(c, '“' | '”' | '„' | '«' | '»' | '"');
    let (Some(start), Some(end)) = (words.find(is_double), words.rfind(is_double)) else { return String::new() };
    let inner = words.get(start..end).unwrap_or_default().trim_matches(|c: char| is_double(c) || c.is_whitespace());
    inner.replace(['“', '„', '«'], "‘").replace(['”', '»'], "’")
}

/// A medium without its preposition and article.
fn medium(medium: &str) -> String {
    const SKIPPED: &[&str] = &[
        "in", "on", "at", "during", "by", "via", "a", "an", "the", "im", "auf", "bei", "beim", "einem", "einer", "dem",
        "der", "dans", "sur", "à", "en", "lors", "au", "un", "une", "le", "la", "por", "durante", "mediante", "una",
        "el",
    ];
    let mut words = one_line(medium).split(' ').map(str::to_owned).collect::<Vec<_>>();
    while words.first().is_some_and(|word| SKIPPED.contains(&word.to_lowercase().as_str())) && words.len() > 1 {
        words.remove(0);
    }
    words.join(" ")
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn line(out: &mut String, words: &str) {
    out.push_str(words);
    out.push('\n');
}

/// Where lines begin after the first, in characters.
fn ends(text: &str) -> impl Iterator<Item = usize> {
    text.chars().enumerate().filter(|(_, c)| *c == '\n').map(|(at, _)| at + 1)
}
