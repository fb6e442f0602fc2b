//! Cycles of citations and of representations are broken and reported.
//!
//! The model contains no cycles. Of a cycle of citations, only the one that closes it is removed; document
//! order alone decides which one that is. Of a cycle of representations, every link is removed.
//! Removed links move to the `circular` fields of the model, so that the panel can mention them.

use super::ids::{Ids, Kind};
use crate::document::{Diagnostics, Document, Spot};
use crate::model::{PartyId, Places, ReportId, Story};
use crate::problem::*;

/// Removes every `represents` in a cycle, so that each of its parties speaks for itself.
pub(super) fn break_representations(story: &mut Story, document: Document<'_>, diagnostics: &mut Diagnostics) {
    let represented = |party: u32| story.party(PartyId(party)).represents.map(|party| party.0);
    let closing = closing(story.parties.len(), &|party, place| represented(party).filter(|_| place == 0));
    let mut in_cycle = vec![false; closing.len()];
    for (number, closing) in closing.iter().enumerate() {
        // Each party leads to at most one other, so the link that closes a cycle leads to its beginning.
        let mut next = if closing.is_empty() { None } else { Some(number as u32) };
        while let Some(party) = next {
            let is_new = in_cycle.get_mut(party as usize).filter(|is_in| !**is_in);
            next = is_new.and_then(|is_in| {
                *is_in = true;
                represented(party)
            });
        }
    }
    let parties = document.parties().iter().zip(&mut story.parties).zip(in_cycle);
    for (number, (((_, written), party), in_cycle)) in parties.enumerate() {
        let (Some(written), true) = (written.represents().trimmed(), in_cycle) else { continue };
        let removed = party.represents.take();
        let is_self = removed == Some(PartyId(number as u32));
        let rule = if is_self { &SELF_REFERENCE } else { &CIRCULAR_REPRESENTATION };
        diagnostics.add(written.at, rule, &[written.text]);
        if !is_self {
            party.circular = removed;
        }
    }
}

/// Removes each citation that closes a cycle.
pub(super) fn break_citations(story: &mut Story, document: Document<'_>, ids: &Ids<'_>, diagnostics: &mut Diagnostics) {
    let cited = |report: u32, place: usize| {
        let one = story.report(ReportId(report));
        // The republished report counts as one more citation.
        let cited = one.cited();
        let cited = cited.get(place).copied().or(one.syndicates.filter(|_| place == cited.len()));
        cited.map(|report| report.0)
    };
    let closing = closing(story.reports.len(), &cited);
    let reports = document.reports().iter().zip(&mut story.reports).zip(closing);
    for (number, (((_, written), report), closing)) in reports.enumerate() {
        if closing.is_empty() {
            continue;
        }
        let mut reported = Places::default();
        for id in written.cites().nodes().iter().map(Spot::trimmed).chain([written.syndicates().trimmed()]) {
            let Some(id) = id else { continue };
            let Some(cited) = ids.find(Kind::Report, id.text) else { continue };
            if closing.find(cited).is_none() || !reported.insert(cited) {
                continue;
            }
            let is_self = cited as usize == number;
            let rule = if is_self { &SELF_REFERENCE } else { &CIRCULAR_CITATION };
            diagnostics.add(id.at, rule, &[id.text]);
            if !is_self {
                report.circular.push(ReportId(cited));
            }
        }
        let is_kept = |id: &ReportId| closing.find(id.0).is_none();
        if let Some(cites) = &mut report.cites {
            // An empty list would mean its own reporting, which the document does not say.
            let is_own = cites.is_empty();
            cites.retain(is_kept);
            if cites.is_empty() && !is_own {
                report.cites = None;
            }
        }
        report.syndicates = report.syndicates.filter(is_kept);
    }
}

/// The state of a node in the depth-first search.
#[derive(Clone, Copy, PartialEq)]
enum Mark {
    New,
    /// On the current path.
    Open,
    Done,
}

/// For each node of a graph, the nodes to which its links close a cycle, found by an iterative depth-first search. `link`
/// returns the link of a node at a place among its links.
#[inline(never)]
fn closing(count: usize, link: &dyn Fn(u32, usize) -> Option<u32>) -> Vec<Places> {
    let mut marks = vec![Mark::New; count];
    let mut closing = Vec::new();
    closing.resize_with(count, Places::default);
    for start in 0..count as u32 {
        // The nodes of the path, each with the place of the next link to follow.
        let mut path = vec![(start, 0)];
        while let Some((node, place)) = path.pop() {
            let Some(mark) = marks.get_mut(node as usize) else { continue };
            if place == 0 && *mark != Mark::New {
                continue;
            }
            *mark = Mark::Open;
            let Some(next) = link(node, place) else {
                *mark = Mark::Done;
                continue;
            };
            path.push((node, place + 1));
            match (marks.get(next as usize), closing.get_mut(node as usize)) {
                (Some(Mark::New), _) => path.push((next, 0)),
                (Some(Mark::Open), Some(closing)) => {
                    closing.insert(next);
                }
                _ => {}
            }
        }
    }
    closing
}
