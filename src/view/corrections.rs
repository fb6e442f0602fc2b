//! The newsroom's own corrections: at the top of the panel, and again at what they correct.

use yew::{Html, html};

use super::context::ViewContext;
use super::elements;
use crate::texts::Message;
use story::model::Correction;

/// The corrections in the order of the document, or nothing if there are none.
pub fn list(context: &ViewContext, concerned: impl Fn(&Correction) -> bool) -> Html {
    let mut entries = Vec::new();
    for correction in &context.story.corrections {
        if concerned(correction) {
            entries.push(one(context, correction));
        }
    }
    elements::ul("corrections", Some(context.texts.say(Message::Corrections)), entries)
}

fn one(context: &ViewContext, correction: &Correction) -> Html {
    let when = match &correction.date {
        Some(date) => context.sentence(Message::CorrectedOn, &[context.time(date)]),
        None => elements::text(context.texts.say(Message::Corrected)),
    };
    elements::li("correction", html! { <><b>{ when }</b>{ " " }{ elements::own(context, &correction.text) }</> })
}
