//! The blocks of text of a page.

use std::borrow::Cow;

use html5gum::{DefaultEmitter, HtmlString, StartTag, Token, Tokenizer};

use super::surroundings::{INLINE, INVISIBLE, VOID, surrounds};

/// Elements nested deeper than this are read as if they were side by side.
const MAX_DEPTH: usize = 200;

/// A paragraph, a heading, a caption or an item of a list.
#[derive(Default)]
pub struct Block {
    /// The text, with single spaces.
    pub text: String,
    /// Whether it is the first heading of its article.
    pub is_headline: bool,
    article: Option<usize>,
    is_in_main: bool,
    is_surrounding: bool,
    linked: usize,
}

/// What a page says about its article.
#[derive(Default)]
pub struct Facts {
    /// The title of the page.
    pub title: String,
    /// The title for social networks.
    pub og_title: String,
    /// The language.
    pub lang: String,
    /// `datePublished` in JSON-LD.
    pub json_ld_date: String,
    /// The date in a `meta`.
    pub meta_date: String,
    /// The first `time` with a date.
    pub time: String,
}

struct Element {
    name: String,
    is_invisible: bool,
    is_surrounding: bool,
}

/// A page, read once from start to end.
#[derive(Default)]
pub struct Page {
    /// All blocks, in the order of the page.
    pub blocks: Vec<Block>,
    /// What the page says about its article.
    pub facts: Facts,
    open: Vec<Element>,
    block: Block,
    articles: usize,
    is_json_ld: bool,
}

impl Page {
    /// Reads a page.
    pub fn read(html: &str) -> Self {
        let mut page = Self::default();
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(html, emitter) {
            match token {
                Ok(Token::StartTag(tag)) => page.start(&tag),
                Ok(Token::EndTag(tag)) => page.end(&lossy(&tag.name)),
                Ok(Token::String(text)) => page.text(&String::from_utf8_lossy(&text)),
                Ok(_) | Err(_) => {}
            }
        }
        page.finish_block();
        page
    }

    /// The blocks of the article: of the `article` with the most text, else of `main`, else of the page.
    pub fn main(&self) -> Vec<&Block> {
        let own = || self.blocks.iter().filter(|block| !block.is_surrounding && !block.is_only_links());
        let mut lengths = vec![0; self.articles + 1];
        for block in own() {
            if let Some(length) = block.article.and_then(|article| lengths.get_mut(article)) {
                *length += block.text.len();
            }
        }
        let longest = lengths.iter().enumerate().filter(|(_, length)| **length > 0).max_by_key(|(_, length)| **length);
        if let Some((longest, _)) = longest {
            return own().filter(|block| block.article == Some(longest)).collect();
        }
        if own().any(|block| block.is_in_main) {
            return own().filter(|block| block.is_in_main).collect();
        }
        own().collect()
    }

    fn is_open(&self, name: &str) -> bool {
        self.open.iter().any(|element| element.name == name)
    }

    fn start(&mut self, tag: &StartTag<()>) {
        let name = lossy(&tag.name);
        let name = name.as_ref();
        let attribute =
            |key: &str| tag.attributes.get(key.as_bytes()).and_then(|value| std::str::from_utf8(value).ok());
        self.learn(name, &attribute);
        if !INLINE.contains(&name) {
            self.finish_block();
            if name != "br" && self.open.last().is_some_and(|element| element.name == "p") {
                self.open.pop();
            }
        }
        if VOID.contains(&name) || tag.self_closing || self.open.len() >= MAX_DEPTH {
            return;
        }
        let outer = self.open.last();
        let is_nested = name == "article" && self.is_open("article");
        let is_header = name == "header" && !self.is_open("article") && !self.is_open("main");
        let is_hidden = attribute("hidden").is_some() || attribute("aria-hidden") == Some("true");
        let element = Element {
            name: name.to_owned(),
            is_invisible: outer.is_some_and(|outer| outer.is_invisible) || INVISIBLE.contains(&name) || is_hidden,
            is_surrounding: outer.is_some_and(|outer| outer.is_surrounding)
                || is_nested
                || is_header
                || surrounds(name, attribute),
        };
        if name == "article" && !is_nested {
            self.articles += 1;
        }
        self.is_json_ld = name == "script" && attribute("type").is_some_and(|kind| kind.ends_with("ld+json"));
        self.open.push(element);
    }

    /// Notes what an element says about the article.
    fn learn<'a>(&mut self, name: &str, attribute: &impl Fn(&str) -> Option<&'a str>) {
        let facts = &mut self.facts;
        let note = |fact: &mut String, value: Option<&str>| {
            if fact.is_empty() {
                value.unwrap_or_default().trim().clone_into(fact);
            }
        };
        match name {
            "html" => note(&mut facts.lang, attribute("lang")),
            "time" => note(&mut facts.time, attribute("datetime")),
            "meta" => match attribute("property").or_else(|| attribute("name")).or_else(|| attribute("itemprop")) {
                Some("og:title") => note(&mut facts.og_title, attribute("content")),
                Some("article:published_time" | "date" | "DC.date" | "dc.date" | "datePublished" | "pubdate") => {
                    note(&mut facts.meta_date, attribute("content"));
                }
                _ => {}
            },
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if !INLINE.contains(&name) {
            self.finish_block();
        }
        if let Some(at) = self.open.iter().rposition(|element| element.name == name) {
            self.open.truncate(at);
        }
    }

    fn text(&mut self, text: &str) {
        let Some(element) = self.open.last() else { return self.add(text) };
        match element.name.as_str() {
            "title" if self.facts.title.is_empty() => self.facts.title = spaced(text),
            "script" if self.is_json_ld && self.facts.json_ld_date.is_empty() => {
                self.facts.json_ld_date = json_ld_date(text).unwrap_or_default();
            }
            "title" => {}
            _ if element.is_invisible => {}
            _ => self.add(text),
        }
    }

    fn add(&mut self, text: &str) {
        let block = &mut self.block;
        let before = block.text.len();
        if text.starts_with(char::is_whitespace) && !block.text.ends_with(' ') && before > 0 {
            block.text.push(' ');
        }
        for (at, word) in text.split_whitespace().enumerate() {
            if at > 0 {
                block.text.push(' ');
            }
            block.text.push_str(word);
        }
        if text.ends_with(char::is_whitespace) && !block.text.ends_with(' ') && !block.text.is_empty() {
            block.text.push(' ');
        }
        let added = block.text.len() - before;
        if self.is_open("a") {
            self.block.linked += added;
        }
    }

    fn finish_block(&mut self) {
        let mut block = std::mem::take(&mut self.block);
        block.text.truncate(block.text.trim_end().len());
        if block.text.is_empty() {
            return;
        }
        block.article = self.is_open("article").then_some(self.articles);
        block.is_in_main = self.is_open("main");
        block.is_surrounding = self.open.last().is_some_and(|element| element.is_surrounding);
        block.is_headline = self.is_open("h1");
        self.blocks.push(block);
    }
}

impl Block {
    /// Whether it is nothing but links, as lists of related articles are.
    fn is_only_links(&self) -> bool {
        !self.is_headline && self.linked * 10 >= self.text.len() * 9
    }
}

fn lossy(name: &HtmlString) -> Cow<'_, str> {
    String::from_utf8_lossy(name)
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The value of the first `datePublished` of a script, without reading the rest of its JSON, which is often invalid.
fn json_ld_date(script: &str) -> Option<String> {
    let (_, after) = script.split_once("\"datePublished\"")?;
    let value = after.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
    value.split('"').next().map(str::to_owned)
}
