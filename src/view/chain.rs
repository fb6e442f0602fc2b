//! How a statement is known: “The Gazette, citing The Post, citing The Wire”.

use yew::{Html, html};

use super::context::ViewContext;
use super::elements;
use crate::texts::Message;
use story::model::{PartyId, ReportId, StatementId, Step};

/// The chain of a statement: a sentence if it is linear, a nested list if it branches.
pub fn of(context: &ViewContext, statement: StatementId, by: PartyId) -> Html {
    let chain = context.story.chain(statement);
    if chain.is_empty() {
        return Html::default();
    }
    if chain.iter().enumerate().all(|(depth, step)| step.depth == depth) {
        // An outlet's own report must not name the outlet as the source of its own words.
        let is_own = chain.first().is_some_and(|step| context.story.report(step.report).outlet == by);
        let mut line = None;
        for step in chain.iter().rev() {
            let report = report(context, step.report, is_own && step.depth == 0);
            line = Some(match line {
                Some(cited) => context.sentence(Message::Citing, &[report, cited]),
                None => report,
            });
        }
        let word = if is_own { Message::InReport } else { Message::KnownThrough };
        return elements::p("chain", context.sentence(word, &[line.unwrap_or_default()]));
    }
    let (tree, _) = nest(context, &chain, 0);
    html! {
        <div part="chain">
            { context.texts.say(Message::KnownThroughSeveral) }
            { tree }
        </div>
    }
}

/// The deepest nesting of lists. Deeper steps are in the innermost list.
pub const MAX_CHAIN_LEVELS: usize = 8;

/// The steps at and below a depth as a list, and the remaining steps.
fn nest<'a>(context: &ViewContext, mut steps: &'a [Step], depth: usize) -> (Html, &'a [Step]) {
    let mut entries = Vec::new();
    while let Some((step, after)) = steps.split_first().filter(|(step, _)| step.depth >= depth) {
        let mut entry = report(context, step.report, false);
        let mut below = Html::default();
        steps = after;
        if step.again && !context.story.report(step.report).cites.is_empty() {
            entry = context.brackets(entry, vec![elements::text(context.texts.say(Message::CitedAbove))]);
        }
        if depth < MAX_CHAIN_LEVELS && steps.first().is_some_and(|next| next.depth > depth) {
            (below, steps) = nest(context, steps, depth + 1);
            entry = context.sentence(Message::CitingSeveral, &[entry]);
        }
        entries.push(elements::li("report", elements::all(vec![entry, below])));
    }
    (elements::ul("reports", None, entries), steps)
}

/// An outlet's report: the outlet, the headline if any, and the date.
pub fn report(context: &ViewContext, id: ReportId, is_own: bool) -> Html {
    let report = context.story.report(id);
    let title = report.title.as_ref().map(|title| html! { <cite>{ elements::own(context, title) }</cite> });
    let named = match title {
        Some(title) if is_own => title,
        None if is_own => elements::text(context.texts.say(Message::OwnReport)),
        title => {
            // Without an address of the report, the outlet's address is the best link.
            let outlet = match &report.url {
                Some(_) => elements::name(context, report.outlet),
                None => elements::linked_name(context, report.outlet),
            };
            {
                let mut named = vec![outlet];
                elements::add(&mut named, title);
                context.commas(named).unwrap_or_default()
            }
        }
    };
    let linked = elements::linked(context, report.url.as_ref(), named);
    let mut remarks = Vec::new();
    if let Some(date) = &report.date {
        remarks.push(context.time(date));
    }
    if report.archive_url.is_some() {
        let copy = elements::text(context.texts.say(Message::ArchivedCopy));
        remarks.push(elements::linked(context, report.archive_url.as_ref(), copy));
    }
    for other in &report.circular {
        let outlet = elements::name(context, context.story.report(*other).outlet);
        remarks.push(context.sentence(Message::CitesInCircle, &[outlet]));
    }
    context.brackets(linked, remarks)
}
