//! What a reader shares of a claim: the text of a closed claim, and what the newsroom says about it.

use std::rc::Rc;

use yew::Html;
use yew::virtual_dom::VNode;

use super::context::{RenderTarget, ViewContext};
use super::{answers, author, corrections, elements};
use crate::texts::Intl;
use story::model::Story;

/// A claim with who puts it forward, where everybody stands, the corrections and the editors' note, one per line. Empty
/// if the story has no such claim.
pub fn text(story: &Rc<Story>, intl: Intl, claim: &str) -> String {
    let Some((id, claim)) = story.all_claims().find(|(_, one)| one.key == claim) else { return String::new() };
    let context = ViewContext::new(Rc::clone(story), intl, 2, RenderTarget::Live);
    let mut text = String::new();
    let note = claim.note.as_ref().map(|note| elements::note(&context, note));
    for part in [
        elements::div("author", author::line(&context, id, None)),
        elements::div("claim-text", elements::text(&claim.text)),
        elements::legal(&context, id),
        answers::rows(&context, id),
        corrections::list(&context, |correction| correction.claim == Some(id)),
        note.unwrap_or_default(),
    ] {
        write(&mut text, &part);
    }
    text
}

/// Adds rendered content as plain text: a line for each block, and a colon between a term and its description.
fn write(text: &mut String, html: &Html) {
    match html {
        VNode::VText(words) => {
            // Readers see a line break in a text as a space.
            text.extend(words.text.chars().map(|char| if char == '\n' { ' ' } else { char }));
        }
        VNode::VList(list) => list.iter().for_each(|one| write(text, one)),
        VNode::VTag(tag) => {
            let Some(content) = tag.children() else { return };
            match tag.tag() {
                "dd" => {
                    // The space after the term.
                    text.pop();
                    let term_end = text.len();
                    text.push_str(": ");
                    write(text, content);
                    if text.len() == term_end + 2 {
                        text.truncate(term_end);
                    }
                    return;
                }
                "div" | "p" | "li" if !text.is_empty() && !text.ends_with('\n') => text.push('\n'),
                _ => {}
            }
            write(text, content);
        }
        _ => {}
    }
}
