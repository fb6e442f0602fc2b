//! Cycles of citations and of representations are broken and reported.
//!
//! The model contains no cycles. Of a cycle of citations, the one that closes it is removed; which
//! one that is depends only on document order. Of a cycle of representations, every link is removed.
//! Removed links move to the `circular` fields of the model, so that the panel can mention them.

use crate::document::{Diagnostics, Document};
use crate::model::{PartyId, ReportId, Story};
use crate::problem::*;

/// Removes every `represents` in a cycle, so that each of its parties speaks for itself.
pub(super) fn break_representations(story: &mut Story, document: Document<'_>, diagnostics: &mut Diagnostics) {
    let mut in_cycle = Vec::new();
    for number in 0..story.parties.len() as u32 {
        let id = PartyId(number);
        let mut next = story.party(id).represents;
        // The walk ends, returns to `id`, or runs into a cycle that does not contain `id`. The last is bounded by
        // `steps`, and that cycle is found when the loop reaches one of its own parties.
        let mut steps = story.parties.len();
        while let Some(at) = next.filter(|at| *at != id && steps > 0) {
            steps -= 1;
            next = story.party(at).represents;
        }
        in_cycle.push(next == Some(id));
    }
    let written = document.parties().iter().map(|(_, party)| party.represents());
    for (number, ((party, written), in_cycle)) in story.parties.iter_mut().zip(written).zip(in_cycle).enumerate() {
        let (Some(written), true) = (written, in_cycle) else { continue };
        let removed = party.represents.take();
        if removed == Some(PartyId(number as u32)) {
            diagnostics.add(written.0.at, &SELF_REFERENCE, &[written.0.text]);
        } else {
            party.circular = removed;
            diagnostics.add(written.0.at, &CIRCULAR_REPRESENTATION, &[written.0.text]);
        }
    }
}

/// The state of a report in the depth-first search.
#[derive(Clone, Copy, PartialEq)]
enum Mark {
    New,
    /// On the current path.
    Open,
    Done,
}

/// Removes each citation that closes a cycle, found by an iterative depth-first search.
pub(super) fn break_citations(story: &mut Story, document: Document<'_>, diagnostics: &mut Diagnostics) {
    let mut marks = vec![Mark::New; story.reports.len()];
    let mut closing: Vec<(usize, ReportId)> = Vec::new();
    for start in 0..story.reports.len() {
        let mut path: Vec<(usize, usize)> = Vec::new();
        if marks.get(start) == Some(&Mark::New) {
            path.push((start, 0));
        }
        while let Some((report, citation)) = path.pop() {
            if let Some(mark) = marks.get_mut(report) {
                *mark = Mark::Open;
            }
            let cited = story.reports.get(report).and_then(|one| one.cites.get(citation).copied());
            let Some(cited) = cited else {
                if let Some(mark) = marks.get_mut(report) {
                    *mark = Mark::Done;
                }
                continue;
            };
            path.push((report, citation + 1));
            match marks.get(cited.index()) {
                Some(Mark::New) => path.push((cited.index(), 0)),
                Some(Mark::Open) => closing.push((report, cited)),
                _ => {}
            }
        }
    }
    let written: Vec<_> = document.reports().iter().map(|(_, report)| report.cites()).collect();
    for (number, cited) in closing {
        let Some(report) = story.reports.get_mut(number) else { continue };
        report.cites.retain(|id| *id != cited);
        let key = story.reports.get(cited.index()).map(|report| report.key.clone()).unwrap_or_default();
        let is_self = number == cited.index();
        if let Some(report) = story.reports.get_mut(number).filter(|_| !is_self) {
            report.circular.push(cited);
        }
        let citation = written.get(number).and_then(|cites| cites.iter().find(|id| id.0.text == key));
        if let Some(citation) = citation {
            let rule = if is_self { &SELF_REFERENCE } else { &CIRCULAR_CITATION };
            diagnostics.add(citation.0.at, rule, &[&key]);
        }
    }
}
