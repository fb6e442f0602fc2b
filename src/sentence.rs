//! Sentences with places for words: `Updated {0}`.

/// A piece of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// Words of the sentence itself.
    Words(&'a str),
    /// The place of the word with this number.
    Place(usize),
}

/// The pieces of a sentence in their order.
pub(crate) fn pieces(sentence: &str) -> Vec<Piece<'_>> {
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

/// The sentence with its words put in; a place without a word stays empty.
pub(crate) fn fill(sentence: &str, words: &[String]) -> String {
    let mut filled = String::new();
    for piece in pieces(sentence) {
        filled.push_str(match piece {
            Piece::Words(words) => words,
            Piece::Place(number) => words.get(number).map_or("", String::as_str),
        });
    }
    filled
}
