//! How a statement is known: “The Gazette, citing The Post, citing The Wire”.

use yew::{Html, html};

use super::parts;
use super::scene::Scene;
use crate::texts::Word;
use story::model::{PartyId, ReportId, StatementId, Step};

/// The chain of a statement: a sentence if it is linear, a nested list if it branches.
pub fn of(scene: &Scene, statement: StatementId, by: PartyId) -> Html {
    let chain = scene.panel.chain(statement);
    if chain.is_empty() {
        return Html::default();
    }
    if chain.iter().enumerate().all(|(depth, step)| step.depth == depth) {
        // An outlet's own report must not name the outlet as the source of its own words.
        let is_own = chain.first().is_some_and(|step| scene.panel.report(step.report).outlet == by);
        let mut line = None;
        for step in chain.iter().rev() {
            let report = report(scene, step.report, is_own && step.depth == 0);
            line = Some(match line {
                Some(cited) => scene.sentence(Word::Citing, &[report, cited]),
                None => report,
            });
        }
        let word = if is_own { Word::InReport } else { Word::KnownThrough };
        return parts::p("chain", scene.sentence(word, &[line.unwrap_or_default()]));
    }
    let (tree, _) = nest(scene, &chain, 0);
    html! {
        <div part="chain">
            { scene.texts.say(Word::KnownThroughSeveral) }
            { tree }
        </div>
    }
}

/// The deepest nesting of lists. Deeper steps are in the innermost list.
pub const MOST_LEVELS: usize = 8;

/// The steps at and below a depth as a list, and the remaining steps.
fn nest<'a>(scene: &Scene, mut steps: &'a [Step], depth: usize) -> (Html, &'a [Step]) {
    let mut entries = Vec::new();
    while let Some((step, after)) = steps.split_first().filter(|(step, _)| step.depth >= depth) {
        let mut entry = report(scene, step.report, false);
        let mut below = Html::default();
        steps = after;
        if step.again && !scene.panel.report(step.report).cites.is_empty() {
            entry = scene.brackets(entry, vec![parts::text(scene.texts.say(Word::CitedAbove))]);
        }
        if depth < MOST_LEVELS && steps.first().is_some_and(|next| next.depth > depth) {
            (below, steps) = nest(scene, steps, depth + 1);
            entry = scene.sentence(Word::CitingSeveral, &[entry]);
        }
        entries.push(parts::li("report", parts::all(vec![entry, below])));
    }
    (parts::ul("reports", None, entries), steps)
}

/// An outlet's report: the outlet, the headline if any, and the date.
pub fn report(scene: &Scene, id: ReportId, is_own: bool) -> Html {
    let report = scene.panel.report(id);
    let title = report.title.as_ref().map(|title| html! { <cite>{ parts::own(scene, title) }</cite> });
    let named = match title {
        Some(title) if is_own => title,
        None if is_own => parts::text(scene.texts.say(Word::OwnReport)),
        title => {
            // Without an address of the report, the outlet's address is the best link.
            let outlet = match &report.url {
                Some(_) => parts::name(scene, report.outlet),
                None => parts::linked_name(scene, report.outlet),
            };
            {
                let mut named = vec![outlet];
                parts::add(&mut named, title);
                scene.commas(named).unwrap_or_default()
            }
        }
    };
    let linked = parts::linked(scene, report.url.as_ref(), named);
    let mut remarks = Vec::new();
    if let Some(date) = &report.date {
        remarks.push(scene.time(date));
    }
    if report.archive_url.is_some() {
        let copy = parts::text(scene.texts.say(Word::ArchivedCopy));
        remarks.push(parts::linked(scene, report.archive_url.as_ref(), copy));
    }
    for other in &report.circular {
        let outlet = parts::name(scene, scene.panel.report(*other).outlet);
        remarks.push(scene.sentence(Word::CitesInCircle, &[outlet]));
    }
    scene.brackets(linked, remarks)
}
