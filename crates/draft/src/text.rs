//! A text as paragraphs, sentences and words, with offsets in Unicode scalar values.

use std::borrow::Cow;
use std::ops::Range;

use crate::marks;
use crate::rules::{Class, Rules};

/// Longer sentences are read in pieces, so that the work stays linear in the text.
const MAX_SENTENCE: usize = 240;

/// A word, a punctuation mark, or a whole quotation with its marks.
#[derive(Clone, Debug)]
pub struct Token<'t> {
    /// Where it is in the text.
    pub span: Range<usize>,
    /// As written.
    pub text: &'t str,
    /// In lower case, with a straight apostrophe.
    pub lower: Cow<'t, str>,
    /// What the rules say about the word.
    pub classes: u64,
    /// Whether it is a quotation.
    pub is_quote: bool,
    /// Whether it is a word or a number.
    pub is_word: bool,
}

impl Token<'_> {
    /// Whether the rules list the word in a class.
    pub fn is(&self, class: Class) -> bool {
        self.classes & class.bit() != 0
    }

    /// Whether it begins with a capital letter.
    pub fn is_capital(&self) -> bool {
        self.is_word && self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it is one of these words or marks.
    pub fn is_any(&self, words: &[&str]) -> bool {
        words.contains(&self.lower.as_ref())
    }
}

/// A sentence. What is within quotation marks is one token.
#[derive(Clone, Debug)]
pub struct Sentence<'t> {
    /// Words, marks and quotations.
    pub tokens: Vec<Token<'t>>,
    /// The paragraph's number.
    pub paragraph: usize,
    /// Whether the paragraph begins with it.
    pub is_first: bool,
    nothing: Token<'t>,
}

impl<'t> Sentence<'t> {
    /// The token at an index; outside the sentence, an empty one.
    pub fn at(&self, index: usize) -> &Token<'t> {
        self.tokens.get(index).unwrap_or(&self.nothing)
    }

    /// The token before an index.
    pub fn before(&self, index: usize) -> &Token<'t> {
        index.checked_sub(1).map_or(&self.nothing, |index| self.at(index))
    }

    /// The number of tokens.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The place in the text of the tokens in a range, which is not empty.
    pub fn span(&self, tokens: Range<usize>) -> Range<usize> {
        self.at(tokens.start).span.start..self.at(tokens.end.saturating_sub(1)).span.end
    }
}

/// The characters of a text by their number.
pub struct Index<'t> {
    text: &'t str,
    bytes: Vec<usize>,
}

impl<'t> Index<'t> {
    /// Numbers the characters of a text.
    pub fn new(text: &'t str) -> Self {
        Self { text, bytes: text.char_indices().map(|(at, _)| at).chain([text.len()]).collect() }
    }

    /// The text at a place.
    pub fn slice(&self, span: &Range<usize>) -> &'t str {
        let byte = |at: usize| self.bytes.get(at).copied().unwrap_or(self.text.len());
        self.text.get(byte(span.start)..byte(span.end)).unwrap_or_default()
    }
}

/// The places of paragraphs. Empty lines separate them; if there are none, all ends of lines do.
pub fn paragraphs(chars: &[char]) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for (at, _) in chars.iter().enumerate().filter(|(_, c)| **c == '\n').chain([(chars.len(), &'\n')]) {
        lines.push(start..at);
        start = at + 1;
    }
    let is_blank =
        |line: &Range<usize>| chars.get(line.clone()).is_none_or(|line| line.iter().all(|c| c.is_whitespace()));
    let text_end = lines.iter().rposition(|line| !is_blank(line)).unwrap_or(0);
    let has_blank = lines.iter().take(text_end).any(is_blank);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut continues = false;
    for line in lines {
        if is_blank(&line) {
            continues = false;
        } else {
            match found.last_mut() {
                Some(last) if continues && has_blank => last.end = line.end,
                _ => found.push(line),
            }
            continues = true;
        }
    }
    found
}

/// The sentences of a text.
pub fn sentences<'t>(index: &Index<'t>, chars: &[char], rules: &Rules) -> Vec<Sentence<'t>> {
    let places = paragraphs(chars);
    let mut found = Vec::new();
    for (paragraph, place) in places.iter().enumerate() {
        let next = places.get(paragraph + 1).and_then(|next| chars.get(next.start)).copied();
        let quotes = marks::quotes(chars, place, next, rules);
        let tokens = tokens(index, chars, place, &quotes, rules);
        split(tokens, paragraph, rules, &mut found);
    }
    found
}

fn is_inner(chars: &[char], at: usize, end: usize) -> bool {
    let is_letter = |at: usize| at < end && chars.get(at).is_some_and(|c| c.is_alphanumeric());
    match chars.get(at) {
        Some(c) if c.is_alphanumeric() || *c == '_' || *c == '@' => true,
        Some('\'' | '’' | '-' | '‑' | '&') => at > 0 && is_letter(at - 1) && is_letter(at + 1),
        Some('.' | ',') => {
            at > 0 && is_letter(at - 1) && is_letter(at + 1) && chars.get(at + 1).is_some_and(|c| !c.is_whitespace())
        }
        _ => false,
    }
}

/// A quotation with an attribution within its marks, « Non, a dit Rowe. Jamais. », as what is quoted and what is not.
fn attributed<'t>(index: &Index<'t>, chars: &[char], quote: &Range<usize>, rules: &Rules) -> Vec<Token<'t>> {
    let inner = tokens(index, chars, quote, &[], rules);
    let verbs = inner.iter().enumerate().filter(|(_, token)| token.is(Class::Say) && !token.is_capital());
    verbs.map(|(verb, _)| around(index, &inner, verb, quote, rules)).find(|found| !found.is_empty()).unwrap_or_default()
}

/// The tokens of a quotation around the attribution with a verb, if it is one.
fn around<'t>(
    index: &Index<'t>,
    inner: &[Token<'t>],
    verb: usize,
    quote: &Range<usize>,
    rules: &Rules,
) -> Vec<Token<'t>> {
    let is_break = |text: &str| matches!(text, "," | "-" | "–" | "—" | "?" | "!");
    let words = |at: usize| inner.get(at);
    let mut start = verb;
    while start > 0
        && words(start - 1).is_some_and(|token| token.is(Class::Aux) || token.text.starts_with('-') && token.is_word)
    {
        start -= 1;
    }
    let is_cut = start > 1 && words(start - 1).is_some_and(|token| is_break(token.text));
    let end = (verb + 1..inner.len())
        .find(|at| words(*at).is_some_and(|token| !token.is_word && token.text != "'"))
        .unwrap_or(inner.len());
    // A name or a pronoun follows, and not a conjunction.
    let source = words(verb + 1);
    let begins = source.is_some_and(|token| {
        token.is_capital() || token.is(Class::Det) || token.is(Class::Title) || token.text.starts_with('-')
    }) || words(verb)
        .is_some_and(|_| words(start).is_some_and(|token| token.is(Class::Aux)) && end == verb + 1);
    if !is_cut || !begins || end > verb + 14 {
        return Vec::new();
    }
    // An apposition belongs to the attribution: « …, dit Rowe, maire de Brenne. … »
    let mut end = end;
    for _ in 0..3 {
        let is_comma = words(end).is_some_and(|token| token.text == ",");
        let has_name = inner.iter().take(end).skip(verb + 1).any(Token::is_capital);
        let is_apposition = words(end + 1).is_some_and(|token| {
            let is_age = token.text.starts_with(|c: char| c.is_ascii_digit());
            let is_name = token.is_capital() && !has_name;
            is_age || is_name || [Class::Role, Class::Det, Class::Relative].iter().any(|class| token.is(*class))
        });
        if !is_comma || !is_apposition {
            break;
        }
        let stop = (end + 1..inner.len().min(end + 14))
            .find(|at| words(*at).is_some_and(|token| !token.is_word && token.text != "'"));
        let Some(stop) = stop else { break };
        end = stop;
    }
    let (Some(before), Some(first)) = (words(start - 2), words(start)) else { return Vec::new() };
    let mut found = vec![token(index, quote.start..before.span.end, true, false, rules)];
    found.extend(words(start - 1).filter(|token| matches!(token.text, "," | "-" | "–" | "—")).cloned());
    found.extend(inner.iter().take(end).skip(start).cloned());
    let mut rest = end;
    while let Some(stop) =
        words(rest).filter(|token| !token.is_word && !marks::is_mark(token.text.chars().next().unwrap_or(' ')))
    {
        found.push(stop.clone());
        rest += 1;
    }
    if let Some(next) = words(rest).filter(|next| next.span.end < quote.end && next.span.start > first.span.end) {
        found.push(token(index, next.span.start..quote.end, true, false, rules));
    } else if rest == end && found.len() < 3 {
        return Vec::new();
    }
    found
}

/// The pronoun of dit-il and a-t-elle, which is a word of its own.
fn is_inverted_pronoun(chars: &[char], at: usize, end: usize) -> bool {
    if !matches!(chars.get(at), Some('-' | '‑')) || at == 0 || chars.get(at - 1).is_none_or(|c| !c.is_alphabetic()) {
        return false;
    }
    let rest: String = chars.iter().take(end).skip(at + 1).take(8).collect();
    let rest = rest.strip_prefix("t-").unwrap_or(&rest);
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect();
    matches!(word.as_str(), "il" | "elle" | "ils" | "elles" | "on" | "je")
}

fn tokens<'t>(
    index: &Index<'t>,
    chars: &[char],
    place: &Range<usize>,
    quotes: &[Range<usize>],
    rules: &Rules,
) -> Vec<Token<'t>> {
    let mut tokens = Vec::new();
    let mut quotes = quotes.iter().peekable();
    let mut at = place.start;
    while at < place.end {
        if let Some(quote) = quotes.next_if(|quote| quote.start <= at) {
            at = quote.end.max(at + 1);
            let inner = if rules.inner_attributions { attributed(index, chars, quote, rules) } else { Vec::new() };
            let name = quote.start + 1..quote.end.saturating_sub(1);
            if is_outlet(index.slice(&name), rules) {
                tokens.extend(self::tokens(index, chars, &name, &[], rules));
            } else if inner.is_empty() {
                tokens.push(token(index, quote.clone(), true, false, rules));
            }
            tokens.extend(inner);
            continue;
        }
        let limit = quotes.peek().map_or(place.end, |quote| quote.start);
        let start = at;
        at += 1;
        match chars.get(start) {
            Some(c) if c.is_whitespace() => continue,
            Some(_) if rules.elides && is_inverted_pronoun(chars, start, limit) => {
                while at < limit && is_inner(chars, at, limit) {
                    at += 1;
                }
                tokens.push(token(index, start..at, false, true, rules));
            }
            Some(_) if is_inner(chars, start, limit) => {
                while at < limit && is_inner(chars, at, limit) {
                    if rules.elides && is_inverted_pronoun(chars, at, limit) {
                        break;
                    }
                    at += 1;
                    // Elided articles and conjunctions are words of their own: l’homme, qu’il.
                    let is_mark = matches!(chars.get(at - 1), Some('\'' | '’'));
                    if is_mark && rules.elides && at - start <= 8 {
                        break;
                    }
                }
                // The full stop of an abbreviation or an initial belongs to it.
                if chars.get(at) == Some(&'.') && at < limit {
                    let word = index.slice(&(start..at + 1));
                    let is_initial = word.chars().count() == 2 && word.starts_with(char::is_uppercase);
                    let is_dotted =
                        word.trim_end_matches('.').contains('.') && !word.starts_with(|c: char| c.is_ascii_digit());
                    if is_initial || is_dotted || rules.is_abbreviation(word) {
                        at += 1;
                    }
                }
                tokens.push(token(index, start..at, false, true, rules));
            }
            Some(_) => tokens.push(token(index, start..at, false, false, rules)),
            None => break,
        }
    }
    tokens
}

/// Whether quoted words are the name of an outlet: der „Kurier“.
fn is_outlet(text: &str, rules: &Rules) -> bool {
    let is_name =
        |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphanumeric() || c == '-');
    let last = text.split_whitespace().last().unwrap_or_default().to_lowercase();
    let count = text.split_whitespace().count();
    (1..4).contains(&count)
        && text.split_whitespace().all(is_name)
        && rules.capital_nouns
        && rules.classes(&last) & Class::Outlet.bit() != 0
}

fn token<'t>(index: &Index<'t>, span: Range<usize>, is_quote: bool, is_word: bool, rules: &Rules) -> Token<'t> {
    let text = index.slice(&span);
    let is_plain = !text.contains('’') && !text.contains(char::is_uppercase);
    let lower = if is_quote || is_plain {
        Cow::Borrowed(if is_quote { "" } else { text })
    } else {
        Cow::Owned(text.to_lowercase().replace('’', "'"))
    };
    let classes = if is_word { rules.classes(&lower) } else { 0 };
    Token { span, text, lower, classes, is_quote, is_word }
}

/// The words of a sentence of its own, such as one within quotation marks.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '-'))).filter(|word| !word.is_empty())
}

fn split<'t>(tokens: Vec<Token<'t>>, paragraph: usize, rules: &Rules, found: &mut Vec<Sentence<'t>>) {
    let nothing = Token { span: 0..0, text: "", lower: Cow::Borrowed(""), classes: 0, is_quote: false, is_word: false };
    let mut rest = tokens.into_iter().peekable();
    let mut sentence = Vec::new();
    let mut is_first = true;
    while let Some(token) = rest.next() {
        let next = rest.peek();
        let starts_anew =
            next.is_none_or(|next| next.is_quote || next.is_capital() || !next.is_word || is_number(next));
        let is_end = if token.is_quote {
            // After a question within the marks, “asked Rowe” may follow, and the capital says nothing.
            let inner = token.text.trim_end_matches(marks::is_mark).trim_end();
            let may_be_verb = next.is_some_and(|next| next.is(Class::Say));
            inner.ends_with(['.', '…']) && !may_be_verb && next.is_none_or(|next| next.is_quote || next.is_capital())
        } else {
            let is_stop = matches!(token.text, "." | "!" | "?" | "…");
            let is_closed = next.is_none_or(|next| !matches!(next.text, "." | "!" | "?" | "…" | ")" | "]" | ","));
            is_stop && is_closed && starts_anew && !follows_ordinal(&token, sentence.last(), rules)
        };
        sentence.push(token);
        if is_end || sentence.len() >= MAX_SENTENCE || rest.peek().is_none() {
            let tokens = std::mem::take(&mut sentence);
            found.push(Sentence { tokens, paragraph, is_first, nothing: nothing.clone() });
            is_first = false;
        }
    }
}

fn is_number(token: &Token) -> bool {
    token.text.starts_with(|c: char| c.is_ascii_digit())
}

/// “3. März”: the full stop of an ordinal number.
fn follows_ordinal(stop: &Token, before: Option<&Token>, rules: &Rules) -> bool {
    stop.text == "." && rules.dotted_ordinals && before.is_some_and(|word| is_number(word) && word.text.len() <= 2)
}
