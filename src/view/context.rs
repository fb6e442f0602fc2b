//! The data that everything is rendered from, and rendering that everything shares.

use std::rc::Rc;

use yew::{AttrValue, Html, html};

use super::{author, elements};
use crate::texts::{Intl, Message, Texts, primary};
use story::model::{Date, Story, When};
use story::sentence::{Piece, pieces};

/// The kind of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RenderTarget {
    /// A browser with the program: claims open on a click.
    Live,
    /// A file: claims open without a script, and no ids are used, since the page could have the same ones.
    Static,
}

impl RenderTarget {
    /// Whether the output is a file. The browser's build never renders one, so the code for it is left out.
    pub fn is_static(self) -> bool {
        cfg!(feature = "static") && self == Self::Static
    }
}

/// The story and how to render it.
pub struct ViewContext {
    /// The story.
    pub story: Rc<Story>,
    /// The panel's texts.
    pub texts: Texts,
    /// The place whose clock times are shown, if the document names a known time zone.
    pub zone: Option<String>,
    /// The level of the claims' headings, from 2 to 6.
    pub heading_level: u8,
    /// The kind of output.
    pub target: RenderTarget,
    /// Who puts each claim forward.
    pub authors: author::Cache,
}

impl ViewContext {
    /// What a story is rendered with.
    pub fn new(story: Rc<Story>, intl: Intl, heading_level: u8, target: RenderTarget) -> Self {
        Self {
            texts: Texts::for_language(&story.lang, intl),
            zone: story.time_zone.as_deref().and_then(|zone| intl.place(zone)),
            story,
            heading_level,
            target,
            authors: author::Cache::default(),
        }
    }

    /// A heading this many levels below the claims' headings; -1 for the title. It is never above the second level,
    /// since the first belongs to the page, and never below the sixth.
    #[inline(never)]
    pub fn heading(&self, below: i8, part: &'static str, id: Option<&'static str>, content: Html) -> Html {
        const TAGS: [&str; 5] = ["h2", "h3", "h4", "h5", "h6"];
        let level = self.heading_level.saturating_add_signed(below).clamp(2, 6);
        let tag = TAGS.get(usize::from(level) - 2).copied().unwrap_or("h6");
        elements::heading(tag, part, id, content)
    }

    /// The language of the publisher's text, if it differs from that of the panel's texts.
    #[inline(never)]
    pub fn own_lang(&self) -> Option<AttrValue> {
        let differs = !primary(&self.story.lang).eq_ignore_ascii_case(primary(self.texts.lang));
        differs.then(|| AttrValue::from(self.story.lang.clone()))
    }

    /// A sentence with rendered content in its placeholders.
    #[inline(never)]
    pub fn sentence(&self, word: Message, elements: &[Html]) -> Html {
        let mut sentence = Vec::new();
        for piece in pieces(self.texts.say(word)) {
            sentence.push(match piece {
                Piece::Words(words) => elements::text(words),
                Piece::Place(number) => elements.get(number).cloned().unwrap_or_default(),
            });
        }
        elements::all(sentence)
    }

    /// A list of names: “A”, “A and B”, “A, B and C”. Each comes with its text, since the conjunction can depend on how
    /// the next name begins.
    #[inline(never)]
    pub fn list(&self, names: Vec<(String, Html)>) -> Html {
        let (mut words, mut row) = (Vec::new(), Vec::new());
        for (name, drawn) in names {
            words.push(name);
            row.push(drawn);
        }
        for (place, between) in self.texts.between(&words).iter().enumerate() {
            row.insert((2 * place + 1).min(row.len()), elements::text(between));
        }
        elements::all(row)
    }

    /// A list with commas only: “A, B, C”.
    pub fn commas(&self, elements: Vec<Html>) -> Option<Html> {
        let mut row = None;
        for next in elements {
            row = Some(match row {
                Some(row) => self.sentence(Message::ListMiddle, &[row, next]),
                None => next,
            });
        }
        row
    }

    /// Content with remarks in brackets: “A (b; c)”.
    #[inline(never)]
    pub fn brackets(&self, content: Html, remarks: Vec<Html>) -> Html {
        let mut row = None;
        for next in remarks {
            row = Some(match row {
                Some(row) => self.sentence(Message::ListRemarks, &[row, next]),
                None => next,
            });
        }
        match row {
            Some(row) => self.sentence(Message::InBrackets, &[content, row]),
            None => content,
        }
    }

    /// Items separated by middle dots, each of which stays on one line if possible.
    #[inline(never)]
    pub fn row(&self, elements: Vec<Html>) -> Html {
        let mut row = Vec::new();
        for part in elements {
            if !row.is_empty() {
                row.push(elements::text(" · "));
            }
            row.push(elements::span("item", part));
        }
        elements::all(row)
    }

    /// A date in words, also machine-readable if HTML has a form for it. One that could not be read is the publisher's text.
    #[inline(never)]
    pub fn time(&self, when: &When) -> Html {
        let zone = self.known_zone();
        let words = self.texts.date(when, zone);
        match when.date {
            Some(Date::At(point)) if !point.about && !point.uncertain => {
                html! { <time datetime={when.text.clone()}>{ words }</time> }
            }
            None => elements::isolated(&words),
            _ => elements::text(&words),
        }
    }

    /// The document's time zone, if it is known.
    pub fn known_zone(&self) -> Option<&str> {
        self.story.time_zone.as_deref().filter(|_| self.zone.is_some())
    }
}
