//! The newsroom's own corrections: at the top of the panel, and again at what they correct.

use yew::{Html, html};

use super::parts;
use super::scene::Scene;
use crate::texts::Word;
use story::model::Correction;

/// The corrections in the order of the document, or nothing if there are none.
pub fn list(scene: &Scene, concerned: impl Fn(&Correction) -> bool) -> Html {
    let mut entries = Vec::new();
    for correction in &scene.panel.corrections {
        if concerned(correction) {
            entries.push(one(scene, correction));
        }
    }
    parts::ul("corrections", Some(scene.texts.say(Word::Corrections)), entries)
}

fn one(scene: &Scene, correction: &Correction) -> Html {
    let when = match &correction.date {
        Some(date) => scene.sentence(Word::CorrectedOn, &[scene.time(date)]),
        None => parts::text(scene.texts.say(Word::Corrected)),
    };
    parts::li("correction", html! { <><b>{ when }</b>{ " " }{ parts::own(scene, &correction.text) }</> })
}
