//! Articles with the rows that a draft should find, in the format that `docs/drafting.md` describes.

use std::ops::Range;

use draft::Kind;

/// A row that a draft should find.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The number in the marks.
    pub number: String,
    /// The kinds that are right, the best one first.
    pub kinds: Vec<Kind>,
    /// The speakers that are right, the best one first.
    pub speakers: Vec<String>,
    pub source: Vec<Range<usize>>,
    pub cue: Vec<Range<usize>>,
    pub content: Vec<Range<usize>>,
}

/// An article without its marks, and what they say.
#[derive(Clone, Debug, Default)]
pub struct Gold {
    pub lang: String,
    pub date: String,
    pub text: String,
    pub rows: Vec<Wanted>,
    pub traps: Vec<Range<usize>>,
}

/// The word of a kind in the format.
pub fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Quotation => "quotation",
        Kind::Paraphrase => "paraphrase",
        Kind::Denial => "denial",
        Kind::NoAnswer => "no-answer",
        Kind::Relay => "relay",
    }
}

/// All kinds.
pub const KINDS: [Kind; 5] = [Kind::Quotation, Kind::Paraphrase, Kind::Denial, Kind::NoAnswer, Kind::Relay];

/// Reads an article. An error is the line of the head, or the mark, that is not understood.
pub fn gold(file: &str, is_html: bool) -> Result<Gold, String> {
    let (head, body) = file.split_once("\n---\n").ok_or("no line with ---")?;
    let mut gold = Gold::default();
    for line in head.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        if let Some(lang) = line.strip_prefix("lang:") {
            gold.lang = lang.trim().to_owned();
        } else if let Some(date) = line.strip_prefix("date:") {
            gold.date = date.trim().to_owned();
        } else {
            gold.rows.push(wanted(line).ok_or_else(|| format!("not understood: {line}"))?);
        }
    }
    let article = draft::html::article(body);
    let body = if is_html { article.text.as_str() } else { body.trim_end() };
    marks(body, &mut gold)?;
    Ok(gold)
}

fn wanted(line: &str) -> Option<Wanted> {
    let (left, speakers) = line.split_once('|')?;
    let (number, kinds) = left.trim().split_once(' ')?;
    let kind = |name: &str| KINDS.into_iter().find(|kind| word(*kind) == name.trim());
    Some(Wanted {
        number: number.to_owned(),
        kinds: kinds.split('/').map(kind).collect::<Option<_>>()?,
        speakers: speakers.split(" / ").map(|name| name.trim().to_owned()).collect(),
        source: Vec::new(),
        cue: Vec::new(),
        content: Vec::new(),
    })
}

fn marks(body: &str, gold: &mut Gold) -> Result<(), String> {
    let mut open: Vec<(String, usize)> = Vec::new();
    let mut at = 0;
    let mut rest = body;
    while let Some(c) = rest.chars().next() {
        rest = rest.strip_prefix(c).unwrap_or_default();
        match c {
            '⟦' => {
                let (name, after) = rest.split_once(':').ok_or("a mark without a colon")?;
                open.push((name.to_owned(), at));
                rest = after;
            }
            '⟧' => {
                let (name, start) = open.pop().ok_or("⟧ without ⟦")?;
                place(&name, start..at, gold)?;
            }
            _ => {
                gold.text.push(c);
                at += 1;
            }
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("⟦{} is not closed", open.len())) }
}

fn place(name: &str, span: Range<usize>, gold: &mut Gold) -> Result<(), String> {
    if name == "trap" {
        gold.traps.push(span);
        return Ok(());
    }
    let role = name.chars().last().unwrap_or(' ');
    let number = name.trim_end_matches(role);
    let row = gold.rows.iter_mut().find(|row| row.number == number).ok_or_else(|| format!("no row {name}"))?;
    match role {
        's' => row.source.push(span),
        'c' => row.cue.push(span),
        'q' => row.content.push(span),
        _ => return Err(format!("no role {name}")),
    }
    Ok(())
}
