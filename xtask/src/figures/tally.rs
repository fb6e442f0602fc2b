//! Counts what a draft has in common with the rows of an article.

use std::ops::Range;

use draft::{Draft, Row};

use super::gold::{Gold, KINDS, Wanted, word};

/// The counts of a kind.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    pub wanted: usize,
    pub shown: usize,
    /// Rows shown that are right.
    pub right: usize,
    /// Rows wanted that were found.
    pub found: usize,
    pub speakers: usize,
    pub sure: usize,
    pub sure_speakers: usize,
    pub sources: usize,
    pub cues: usize,
    pub contents: usize,
}

/// The counts of a language.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    pub kinds: [Counts; 5],
    pub traps: usize,
    pub traps_hit: usize,
}

impl Tally {
    /// The sum of all kinds.
    pub fn total(&self) -> Counts {
        self.kinds.iter().fold(Counts::default(), |sum, of| Counts {
            wanted: sum.wanted + of.wanted,
            shown: sum.shown + of.shown,
            right: sum.right + of.right,
            found: sum.found + of.found,
            speakers: sum.speakers + of.speakers,
            sure: sum.sure + of.sure,
            sure_speakers: sum.sure_speakers + of.sure_speakers,
            sources: sum.sources + of.sources,
            cues: sum.cues + of.cues,
            contents: sum.contents + of.contents,
        })
    }
}

fn length(spans: &[Range<usize>]) -> usize {
    spans.iter().map(Range::len).sum()
}

fn shared(left: &[Range<usize>], right: &[Range<usize>]) -> usize {
    let overlap = |a: &Range<usize>, b: &Range<usize>| a.end.min(b.end).saturating_sub(a.start.max(b.start));
    left.iter().flat_map(|a| right.iter().map(move |b| overlap(a, b))).sum()
}

/// How much of the union of both is in both, or 0 if it is less than half. Rows without content compare their cues.
fn likeness(wanted: &Wanted, row: &Row) -> f64 {
    if !wanted.kinds.contains(&row.kind) {
        return 0.0;
    }
    if wanted.content.is_empty() || row.content.is_empty() {
        return if shared(&wanted.cue, &row.cue) > 0 { 1.0 } else { 0.0 };
    }
    let both = shared(&wanted.content, &row.content);
    let union = length(&wanted.content) + length(&row.content) - both;
    if both * 2 >= union && both > 0 { both as f64 / union as f64 } else { 0.0 }
}

/// A name without article and titles, in lower case.
fn bare(name: &str) -> String {
    const SKIPPED: &[&str] = &[
        "the", "a", "an", "mr", "mrs", "ms", "miss", "dr", "der", "die", "das", "ein", "eine", "herr", "frau", "le",
        "la", "les", "l", "un", "une", "m", "mme", "el", "los", "las", "una", "don", "doña", "prof", "jr",
    ];
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase);
    words.filter(|word| !SKIPPED.contains(&word.as_str())).collect::<Vec<_>>().join(" ")
}

fn index(row: &Wanted) -> usize {
    KINDS.iter().position(|kind| row.kinds.first() == Some(kind)).unwrap_or_default()
}

/// Adds the counts of an article, and describes what differs.
pub fn compare(gold: &Gold, draft: &Draft, tally: &mut Tally) -> Vec<String> {
    let mut misses = Vec::new();
    let mut is_matched = vec![false; draft.rows.len()];
    let chars: Vec<char> = gold.text.chars().collect();
    let text = |spans: &[Range<usize>]| -> String {
        let pieces = spans.iter().filter_map(|span| chars.get(span.clone()));
        pieces.map(|piece| piece.iter().collect::<String>()).collect::<Vec<_>>().join(" | ")
    };
    for wanted in &gold.rows {
        let Some(of) = tally.kinds.get_mut(index(wanted)) else { continue };
        of.wanted += 1;
        let free = draft.rows.iter().enumerate().filter(|(at, _)| is_matched.get(*at) == Some(&false));
        let cue = |row: &Row| shared(&wanted.cue, &row.cue).min(1) as f64;
        let best = free
            .map(|(at, row)| (at, row, likeness(wanted, row)))
            .filter(|(_, _, like)| *like > 0.0)
            .max_by(|(_, left, a), (_, right, b)| (a + cue(left)).total_cmp(&(b + cue(right))));
        let Some((at, row, _)) = best else {
            misses.push(format!(
                "  missed {:?} {} “{}”\n     {}",
                wanted.kinds,
                wanted.speakers.join("/"),
                text(&wanted.cue),
                text(&wanted.content)
            ));
            continue;
        };
        if let Some(is_matched) = is_matched.get_mut(at) {
            *is_matched = true;
        }
        of.found += 1;
        let is_right = wanted.speakers.iter().any(|name| bare(name) == bare(&row.speaker));
        of.speakers += usize::from(is_right);
        of.sure += usize::from(row.is_sure);
        of.sure_speakers += usize::from(row.is_sure && is_right);
        of.sources += usize::from(row.source == wanted.source);
        of.cues += usize::from(row.cue == wanted.cue);
        of.contents += usize::from(row.content == wanted.content);
        if !is_right {
            misses.push(format!(
                "  speaker “{}” (sure: {}), not {}",
                row.speaker,
                row.is_sure,
                wanted.speakers.join("/")
            ));
        }
        for (role, found, right) in [
            ("source", &row.source, &wanted.source),
            ("cue", &row.cue, &wanted.cue),
            ("content", &row.content, &wanted.content),
        ] {
            if found != right {
                misses.push(format!("  {role} “{}”\n     not “{}”", text(found), text(right)));
            }
        }
    }
    for (row, is_matched) in draft.rows.iter().zip(&is_matched) {
        let kind = KINDS.iter().position(|kind| *kind == row.kind).unwrap_or_default();
        // A row counts where the wanted row that it matches counts.
        if let Some(of) = tally.kinds.get_mut(kind) {
            of.shown += 1;
            of.right += usize::from(*is_matched);
        }
        if !is_matched {
            misses.push(format!(
                "  extra {} {} “{}”\n     {}",
                word(row.kind),
                row.speaker,
                text(&row.cue),
                text(&row.content)
            ));
        }
    }
    for trap in &gold.traps {
        let hit = draft.rows.iter().zip(&is_matched).find(|(row, is_matched)| {
            let spans = if row.content.is_empty() { &row.cue } else { &row.content };
            !**is_matched
                && (shared(spans, std::slice::from_ref(trap)) * 2 >= trap.len()
                    || shared(&row.cue, std::slice::from_ref(trap)) > 0)
        });
        tally.traps += 1;
        tally.traps_hit += usize::from(hit.is_some());
        if hit.is_some() {
            misses.push(format!("  trap “{}”", text(std::slice::from_ref(trap))));
        }
    }
    misses
}
