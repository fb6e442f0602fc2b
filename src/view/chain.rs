//! Through whom we know: “The Gazette, citing The Post, citing The Wire”.

use yew::{Html, html};

use super::parts;
use super::scene::Scene;
use crate::model::{PartyId, ReportId, StatementId, Step};
use crate::texts::Word;

/// The chain of a statement: a sentence where it is one line, a nested list where it branches.
pub fn of(scene: &Scene, statement: StatementId, by: PartyId) -> Html {
    let chain = scene.panel.chain(statement);
    if chain.is_empty() {
        return Html::default();
    }
    if chain.iter().enumerate().all(|(depth, step)| step.depth == depth) {
        // Nobody is known through themselves.
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

/// So deep are lists nested; what lies deeper stands in the innermost one.
pub const MOST_LEVELS: usize = 8;

/// The steps of a chain at and below a depth as a list, and those that come after.
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

/// An outlet's report: the outlet, the headline if there is one, and when it was published.
pub fn report(scene: &Scene, id: ReportId, is_own: bool) -> Html {
    let report = scene.panel.report(id);
    let title = report.title.as_ref().map(|title| html! { <cite>{ parts::own(scene, title) }</cite> });
    let named = match title {
        Some(title) if is_own => title,
        None if is_own => parts::text(scene.texts.say(Word::OwnReport)),
        title => {
            // Without an address of its own, the outlet's is better than none.
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
