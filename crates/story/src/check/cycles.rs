//! Cycles of citations and of representations are broken and reported.
//!
//! The model contains no cycles. Of a cycle of citations, the one that closes it is removed; which
//! one that is depends only on document order. Of a cycle of representations, every link is removed.
//! Removed links move to the `circular` fields of the model, so that the panel can mention them.

use crate::document::{Diagnostics, Document, Names};
use crate::model::{PartyId, ReportId, Story};
use crate::problem::*;

/// Removes every `represents` in a cycle, so that each of its parties speaks for itself.
pub(super) fn break_representations(story: &mut Story, document: Document<'_>, diagnostics: &mut Diagnostics) {
    // Each party leads to one other at most, so that every walk ends, runs into an earlier one, or closes a cycle.
    let count = story.parties.len();
    let (mut walks, mut in_cycle) = (vec![usize::MAX; count], vec![false; count]);
    for walk in 0..count {
        let mut next = Some(PartyId(walk as u32));
        while let Some(at) = next {
            let Some(mark) = walks.get_mut(at.index()).filter(|mark| **mark == usize::MAX) else { break };
            *mark = walk;
            next = story.party(at).represents;
        }
        while let Some(at) = next.filter(|at| walks.get(at.index()) == Some(&walk)) {
            match in_cycle.get_mut(at.index()).filter(|is_in| !**is_in) {
                Some(is_in) => *is_in = true,
                None => break,
            }
            next = story.party(at).represents;
        }
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
    let mut closing: Vec<Vec<ReportId>> = vec![Vec::new(); story.reports.len()];
    for start in 0..story.reports.len() {
        let mut path: Vec<(usize, usize)> = Vec::new();
        if marks.get(start) == Some(&Mark::New) {
            path.push((start, 0));
        }
        while let Some((report, citation)) = path.pop() {
            if let Some(mark) = marks.get_mut(report) {
                *mark = Mark::Open;
            }
            // The republished report counts as one more citation.
            let cited = story.reports.get(report).and_then(|one| {
                let cited = one.cited();
                cited.get(citation).copied().or(one.syndicates.filter(|_| citation == cited.len()))
            });
            let Some(cited) = cited else {
                if let Some(mark) = marks.get_mut(report) {
                    *mark = Mark::Done;
                }
                continue;
            };
            path.push((report, citation + 1));
            match marks.get(cited.index()) {
                Some(Mark::New) => path.push((cited.index(), 0)),
                Some(Mark::Open) => closing.get_mut(report).into_iter().for_each(|closing| closing.push(cited)),
                _ => {}
            }
        }
    }
    // For each report, the last one of which a citation of it was removed.
    let mut removed_from = vec![usize::MAX; story.reports.len()];
    let written = document.reports().iter().map(|(_, report)| (report.cites(), report.syndicates()));
    for (number, ((cites, syndicates), closing)) in written.zip(closing).enumerate() {
        if closing.is_empty() {
            continue;
        }
        let mut names = Names::default();
        for cited in &closing {
            names.add(&story.report(*cited).key, cited.0);
        }
        let mut circular = Vec::new();
        for id in cites.iter().chain(syndicates) {
            let Some(cited) = names.find(id.0.text).map(ReportId) else { continue };
            let is_self = cited.index() == number;
            match removed_from.get_mut(cited.index()) {
                Some(from) if *from != number => *from = number,
                _ => continue,
            }
            let rule = if is_self { &SELF_REFERENCE } else { &CIRCULAR_CITATION };
            diagnostics.add(id.0.at, rule, &[id.0.text]);
            if !is_self {
                circular.push(cited);
            }
        }
        let Some(report) = story.reports.get_mut(number) else { continue };
        let is_kept = |id: &ReportId| removed_from.get(id.index()) != Some(&number);
        if let Some(cites) = &mut report.cites {
            // An empty list would mean its own reporting, which the document does not say.
            let is_own = cites.is_empty();
            cites.retain(is_kept);
            if cites.is_empty() && !is_own {
                report.cites = None;
            }
        }
        report.syndicates = report.syndicates.filter(is_kept);
        report.circular = circular;
    }
}
