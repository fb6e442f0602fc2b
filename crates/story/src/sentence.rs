//! Sentence templates with numbered placeholders, such as `Updated {0}`.

/// A piece of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Literal text.
    Words(&'a str),
    /// The placeholder with this number.
    Place(usize),
}

/// Splits a template into its pieces. Everything from the first brace that opens no placeholder is literal text.
pub fn pieces(sentence: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let number = after.split_once('}').and_then(|(number, after)| Some((number.parse::<u16>().ok()?, after)));
        let Some((number, after)) = number else { break };
        pieces.push(Piece::Words(before));
        pieces.push(Piece::Place(number.into()));
        rest = after;
    }
    pieces.push(Piece::Words(rest));
    pieces
}

/// Fills a template; a placeholder without a value stays empty.
pub fn fill(sentence: &str, words: &[String]) -> String {
    let mut filled = String::new();
    for piece in pieces(sentence) {
        filled.push_str(match piece {
            Piece::Words(words) => words,
            Piece::Place(number) => words.get(number).map_or("", String::as_str),
        });
    }
    filled
}
