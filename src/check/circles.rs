//! Citations and representations that lead back to where they began.
//!
//! The model holds no circle: the citation that closes one is taken out, and so is every link of a
//! circle of spokespeople. What was taken out is kept apart, so that the panel can say so, and
//! reported. Which citation that is depends on the document's order alone.

use crate::document::{Document, Findings};
use crate::model::{Panel, PartyId, ReportId};
use crate::problem::*;

/// Takes out every `represents` of a circle: there each party speaks for itself.
pub(super) fn break_representations(panel: &mut Panel, document: Document<'_>, findings: &mut Findings) {
    let mut in_circle = Vec::new();
    for number in 0..panel.parties.len() as u32 {
        let id = PartyId(number);
        let mut next = panel.party(id).represents;
        // This ends, comes back, or goes round in a circle further on, which is found from there.
        let mut steps = panel.parties.len();
        while let Some(at) = next.filter(|at| *at != id && steps > 0) {
            steps -= 1;
            next = panel.party(at).represents;
        }
        in_circle.push(next == Some(id));
    }
    let written = document.parties().iter().map(|(_, party)| party.represents());
    for (number, ((party, written), in_circle)) in panel.parties.iter_mut().zip(written).zip(in_circle).enumerate() {
        let (Some(written), true) = (written, in_circle) else { continue };
        let taken = party.represents.take();
        if taken == Some(PartyId(number as u32)) {
            findings.add(written.0.at, &SELF_REFERENCE, &[written.0.text]);
        } else {
            party.circular = taken;
            findings.add(written.0.at, &CIRCULAR_REPRESENTATION, &[written.0.text]);
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
