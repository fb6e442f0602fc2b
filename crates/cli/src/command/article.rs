//! The text of an article in a page, node by node, as the panel reads it when it looks for passages.

use html5gum::{DefaultEmitter, Token, Tokenizer};

/// Elements without the article's own text, as in `www/reader/passages.js`, and those that are no part of a page's text.
const APART: [&[u8]; 11] = [
    b"claim-panel",
    b"script",
    b"style",
    b"noscript",
    b"textarea",
    b"rt",
    b"rp",
    b"template",
    b"title",
    b"iframe",
    b"svg",
];

/// How much of a page is its article: the first of these elements that it has, with the best last.
const REGIONS: [&[u8]; 2] = [b"main", b"article"];

/// The article of a page.
#[derive(Debug, Default)]
pub struct Article {
    /// Its text nodes, as they are written.
    pub nodes: Vec<String>,
}

impl Article {
    /// The article of a page: the first `<article>`, else the first `<main>`, else everything.
    pub fn of_page(html: &str) -> Self {
        let mut reading = Reading::default();
        let mut emitter = DefaultEmitter::default();
        // The content of scripts and titles has no tags.
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(html, emitter) {
            match token {
                Ok(Token::String(text)) => reading.node.push_str(&String::from_utf8_lossy(&text)),
                Ok(Token::StartTag(tag)) => {
                    // HTML ignores the “/” of a tag, except in pictures.
                    if !(tag.self_closing && tag.name.as_slice() == b"svg") {
                        reading.open(&tag.name);
                    }
                }
                Ok(Token::EndTag(tag)) => reading.close(&tag.name),
                // A comment separates two nodes.
                Ok(Token::Comment(_)) => reading.end_node(),
                Ok(Token::Doctype(_) | Token::Error(_)) => {}
                Err(never) => match never {},
            }
        }
        reading.end_node();
        let has_words = |nodes: &Vec<String>| nodes.iter().any(|node| !node.trim().is_empty());
        let best = reading.regions.into_iter().rev().find(has_words);
        Self { nodes: best.unwrap_or_default() }
    }

    /// The article in plain text.
    pub fn of_text(text: &str) -> Self {
        Self { nodes: vec![text.trim_start_matches('\u{feff}').to_owned()] }
    }

    /// Whether it has no words.
    pub fn is_empty(&self) -> bool {
        self.nodes.iter().all(|node| node.trim().is_empty())
    }
}

/// The state of reading a page.
#[derive(Default)]
struct Reading {
    /// The text node so far.
    node: String,
    /// The element apart that is open, and how many of its name are.
    apart: Option<(Vec<u8>, usize)>,
    /// The nodes of the whole page, and of each region.
    regions: [Vec<String>; 3],
    /// For each region, how many elements of its name are open, and whether its first one is over.
    open: [(usize, bool); 2],
}

impl Reading {
    fn open(&mut self, name: &[u8]) {
        self.end_node();
        if let Some((apart, depth)) = &mut self.apart {
            *depth += usize::from(apart.as_slice() == name);
            return;
        }
        if APART.contains(&name) {
            self.apart = Some((name.to_owned(), 1));
        }
        for (region, (depth, is_over)) in REGIONS.iter().zip(&mut self.open) {
            *depth += usize::from(*region == name && !*is_over);
        }
    }

    fn close(&mut self, name: &[u8]) {
        self.end_node();
        if let Some((apart, depth)) = &mut self.apart {
            *depth -= usize::from(apart.as_slice() == name);
            if *depth == 0 {
                self.apart = None;
            }
            return;
        }
        for (region, (depth, is_over)) in REGIONS.iter().zip(&mut self.open) {
            if *region == name && *depth > 0 {
                *depth -= 1;
                *is_over = *depth == 0;
            }
        }
    }

    fn end_node(&mut self) {
        let node = std::mem::take(&mut self.node);
        if node.is_empty() || self.apart.is_some() {
            return;
        }
        let [whole, main, article] = &mut self.regions;
        let [in_main, in_article] = self.open.map(|(depth, _)| depth > 0);
        if in_main {
            main.push(node.clone());
        }
        if in_article {
            article.push(node.clone());
        }
        whole.push(node);
    }
}
