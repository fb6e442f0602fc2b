//! What a reader shares of a claim: the text of a closed claim, and what the newsroom says about it.

use std::borrow::Borrow;
use std::rc::Rc;

use yew::Html;
use yew::virtual_dom::vnode::VNode;

use super::context::{RenderTarget, ViewContext};
use super::{answers, author, corrections, elements};
use crate::texts::{Intl, Message};
use story::model::Story;

/// A claim with who puts it forward, where everybody stands, the corrections and the editors' note, one per line. Empty
/// if the story has no such claim.
pub fn text(story: &Rc<Story>, intl: Intl, claim: &str) -> String {
    let Some((id, claim)) = story.all_claims().find(|(_, one)| one.key == claim) else { return String::new() };
    let context = ViewContext::new(Rc::clone(story), intl, 2, RenderTarget::Live);
    let mut writer = Writer { context: &context, text: String::new() };
    writer.write(&author::of(&context, id, None).line);
    writer.write(&elements::div("claim-text", elements::own(&context, &claim.text)));
    writer.write(&elements::legal(&context, id, None));
    writer.write(&answers::rows(&context, id));
    writer.write(&corrections::list(&context, |correction| correction.claim == Some(id)));
    if let Some(note) = &claim.note {
        writer.write(&elements::note(&context, note));
    }
    writer.text
}

/// Writes rendered content as plain text, with each block on its own line.
struct Writer<'a> {
    context: &'a ViewContext,
    text: String,
}

impl Writer<'_> {
    fn write(&mut self, html: &Html) {
        // In the trimmed Yew, `Html` is a pointer to this enum, and otherwise the enum itself.
        let node: &VNode = Borrow::borrow(html);
        match node {
            VNode::VText(words) => {
                self.write_isolated(&words.text);
            }
            VNode::VList(list) => list.iter().for_each(|one| self.write(one)),
            VNode::VTag(tag) => {
                let tag_name = tag.tag();
                if matches!(tag_name, "div" | "p" | "li" | "br") && !self.text.is_empty() && !self.text.ends_with('\n')
                {
                    self.text.push('\n');
                }
                let Some(content) = tag.children() else { return };
                if tag_name == "dd" {
                    self.write_description(content);
                } else {
                    self.write(content);
                }
            }
            _ => {}
        }
    }

    /// Writes a text. One with marks of direction is enclosed in isolates (Unicode, UAX #9), so that it cannot change the
    /// direction of what follows it. Some of its marks may close isolates, and others may open more.
    fn write_isolated(&mut self, text: &str) {
        let marks = text.chars().filter(|c| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')).count();
        for _ in 0..marks {
            self.text.push('\u{2068}');
        }
        // Line breaks are elements, but for those in names, which readers see as spaces.
        self.text.extend(text.chars().map(|char| if char == '\n' { ' ' } else { char }));
        for _ in 0..2 * marks {
            self.text.push('\u{2069}');
        }
    }

    /// Writes what follows a term: “Dana Rowe: denies”. Some terms have no description.
    fn write_description(&mut self, content: &Html) {
        let term_start = self.text.rfind('\n').map_or(0, |line_break| line_break + 1);
        let term = self.text.split_off(term_start);
        self.write(content);
        let description = self.text.split_off(term_start);
        let term = term.trim_end().to_owned();
        if description.is_empty() {
            self.text.push_str(&term);
        } else {
            self.text.push_str(&self.context.texts.fill(Message::Reply, &[term, description]));
        }
    }
}
