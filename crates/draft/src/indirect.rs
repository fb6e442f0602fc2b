//! Indirect speech that goes on without a verb of saying.

use crate::rules::Class;
use crate::text::Sentence;

/// Whether the main verb of a sentence marks indirect speech, as in “Er habe nichts gewusst.”
pub fn is_indirect(sentence: &Sentence) -> bool {
    let opens_clause = sentence.at(0).is(Class::That) || sentence.tokens.iter().any(|token| token.lower == "ich");
    // In the main clause, no other finite verb comes first.
    let first = (0..sentence.len().min(20)).find(|at| {
        let token = sentence.at(*at);
        token.is(Class::Reported) || token.is(Class::Verb) || token.is(Class::Say) && !token.is_capital()
    });
    let is_marked = first.is_some_and(|at| at > 0 && sentence.at(at).is(Class::Reported));
    let is_compared = first.is_some_and(|at| sentence.before(at).is_any(&["als", "wie"]));
    let is_wish = first.is_some_and(|at| sentence.at(at + 1).is_capital() && at == 1 && sentence.len() < 5);
    let ends = sentence.tokens.last().is_some_and(|token| token.text == ".");
    is_marked && !is_compared && ends && !opens_clause && !is_wish
}
