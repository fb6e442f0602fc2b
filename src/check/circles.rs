//! Citations and representations that lead back to where they began.
//!
//! The model holds no circle: the link that closes one is taken out, kept apart so that the panel
//! can say so, and reported. Which link that is depends on the document's order alone.

use crate::document::{Document, Findings};
use crate::model::{Panel, PartyId, ReportId};
use crate::problem::*;

/// Takes out the `represents` that close a circle.
pub(super) fn break_representations(panel: &mut Panel, document: Document<'_>, findings: &mut Findings) {
    for (number, (_, party)) in document.parties().iter().enumerate() {
        let id = PartyId(number as u32);
        let mut next = panel.party(id).represents;
        // This ends, comes back, or goes round in a circle further on, which is opened where it is.
        let mut steps = panel.parties.len();
        while let Some(at) = next.filter(|at| *at != id && steps > 0) {
            steps -= 1;
            next = panel.party(at).represents;
        }
        if next != Some(id) {
            continue;
        }
        let Some(entry) = panel.parties.get_mut(number) else { continue };
        let taken = entry.represents.take();
        if taken != Some(id) {
            entry.circular = taken;
        }
        if let Some(written) = party.represents() {
            let rule = if taken == Some(id) { &SELF_REFERENCE } else { &CIRCULAR_REPRESENTATION };
            findings.add(written.0.at, rule, &[written.0.text]);
        }
    }
}

/// What is known of a report while its citations are followed.
#[derive(Clone, Copy, PartialEq)]
enum Mark {
    New,
    /// Its citations are being followed.
    Open,
    Done,
}

/// Takes out the `cites` that close a circle: a depth-first search without recursion.
pub(super) fn break_citations(panel: &mut Panel, document: Document<'_>, findings: &mut Findings) {
    let mut marks = vec![Mark::New; panel.reports.len()];
    let mut closing: Vec<(usize, ReportId)> = Vec::new();
    for start in 0..panel.reports.len() {
        let mut path: Vec<(usize, usize)> = Vec::new();
        if marks.get(start) == Some(&Mark::New) {
            path.push((start, 0));
        }
        while let Some((report, citation)) = path.pop() {
            if let Some(mark) = marks.get_mut(report) {
                *mark = Mark::Open;
            }
            let cited = panel.reports.get(report).and_then(|one| one.cites.get(citation).copied());
            let Some(cited) = cited else {
                if let Some(mark) = marks.get_mut(report) {
                    *mark = Mark::Done;
                }
                continue;
            };
            path.push((report, citation + 1));
            match marks.get(cited.0 as usize) {
                Some(Mark::New) => path.push((cited.0 as usize, 0)),
                Some(Mark::Open) => closing.push((report, cited)),
                _ => {}
            }
        }
    }
    let written: Vec<_> = document.reports().iter().map(|(_, report)| report.cites()).collect();
    for (number, cited) in closing {
        let Some(report) = panel.reports.get_mut(number) else { continue };
        report.cites.retain(|id| *id != cited);
        let key = panel.reports.get(cited.0 as usize).map(|report| report.key.clone()).unwrap_or_default();
        let is_self = number == cited.0 as usize;
        if let Some(report) = panel.reports.get_mut(number).filter(|_| !is_self) {
            report.circular.push(cited);
        }
        let citation = written.get(number).and_then(|cites| cites.iter().find(|id| id.0.text == key));
        if let Some(citation) = citation {
            let rule = if is_self { &SELF_REFERENCE } else { &CIRCULAR_CITATION };
            findings.add(citation.0.at, rule, &[&key]);
        }
    }
}
