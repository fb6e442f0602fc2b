//! Citations between reports, in any graph.

use std::collections::BTreeSet;

use proptest::prelude::*;
use story::model::{PartyId, Story};

use crate::config;
use crate::random_story::{Graph, citations, claim, document_of_reports, id, number, read, story};

/// For each report of the story, the numbers of the reports that it cites.
fn cited(story: &Story) -> Vec<BTreeSet<usize>> {
    story.all_reports().map(|(_, report)| report.cites.iter().map(|id| number(story, *id)).collect()).collect()
}

fn outlet(story: &Story, report: usize) -> PartyId {
    story.all_reports().nth(report).unwrap().1.outlet
}

/// All reports that can be reached from the starting points, including those.
fn reachable(graph: &[BTreeSet<usize>], starts: &[usize]) -> BTreeSet<usize> {
    let mut reached = BTreeSet::new();
    let mut next = starts.to_vec();
    while let Some(report) = next.pop() {
        if reached.insert(report) {
            next.extend(&graph[report]);
        }
    }
    reached
}

fn is_circular(graph: &[BTreeSet<usize>]) -> bool {
    (0..graph.len()).any(|start| {
        let next: Vec<usize> = graph[start].iter().copied().collect();
        reachable(graph, &next).contains(&start)
    })
}

fn sets(graph: &Graph) -> Vec<BTreeSet<usize>> {
    graph.iter().map(|cites| cites.iter().copied().collect()).collect()
}

fn starts() -> impl Strategy<Value = (Graph, Vec<usize>)> {
    citations().prop_flat_map(|graph| {
        let starts = prop::collection::vec(0..graph.len(), 0..4);
        (Just(graph), starts)
    })
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn no_citation_leads_back_and_none_is_lost((graph, starts) in starts()) {
        let document = document_of_reports(&graph, &starts, "reports");
        let story = story(&document);
        let kept = cited(&story);
        prop_assert!(!is_circular(&kept), "{kept:?}");
        let mut removed = 0;
        for (from, (_, report)) in story.all_reports().enumerate() {
            let circular: BTreeSet<usize> = report.circular.iter().map(|id| number(&story, *id)).collect();
            removed += circular.len();
            let mut all: BTreeSet<usize> = kept[from].union(&circular).copied().collect();
            prop_assert!(kept[from].is_disjoint(&circular));
            // A report's citation of itself is dropped.
            all.extend(graph[from].contains(&from).then_some(from));
            prop_assert_eq!(&all, &sets(&graph)[from]);
            // Each removed citation would have closed a cycle with those that were kept.
            for cited in circular {
                prop_assert!(reachable(&kept, &[cited]).contains(&from), "{cited} does not lead back to {from}");
            }
        }
        let problems = read(&document).problems;
        let warnings = problems.iter().filter(|problem| problem.rule.code == "circular-citation").count();
        prop_assert_eq!(warnings, removed, "there is one warning for each citation that closes a cycle");
    }

    #[test]
    fn a_chain_shows_everything_that_is_reached_and_ends((graph, starts) in starts()) {
        let story = story(&document_of_reports(&graph, &starts, "reports"));
        let (statement, one) = story.all_statements().next().unwrap();
        let chain = story.chain(statement);
        let kept = cited(&story);
        let citations: usize = kept.iter().map(BTreeSet::len).sum();
        prop_assert!(chain.len() <= one.reports.len() + citations);
        let shown: BTreeSet<usize> = chain.iter().map(|step| number(&story, step.report)).collect();
        prop_assert_eq!(&shown, &reachable(&kept, &starts));
        let mut above: Vec<usize> = Vec::new();
        let mut seen = BTreeSet::new();
        for step in &chain {
            let report = number(&story, step.report);
            // The parent of a step is the closest earlier one that is a level higher.
            prop_assert!(step.depth <= above.len());
            above.truncate(step.depth);
            prop_assert!(above.last().is_none_or(|from| kept[*from].contains(&report)));
            prop_assert_eq!(step.again, !seen.insert(report), "every occurrence but the first is marked as “again”");
            above.push(report);
        }
    }

    #[test]
    fn origins_are_the_reports_that_cite_no_other((graph, starts) in starts()) {
        // Without reports, the sources of an outlet are not recorded; a case covers that.
        prop_assume!(!starts.is_empty());
        let story = story(&document_of_reports(&graph, &starts, "reports"));
        let sources = story.sources(claim(&story));
        let reached = reachable(&sets(&graph), &starts);
        // The written graph, with all its cycles. A report that cites only itself cites no other.
        let cites_nobody = |report: &usize| graph[*report].iter().all(|cited| cited == report);
        let wanted: BTreeSet<usize> = reached.iter().copied().filter(cites_nobody).collect();
        let outlets: Vec<PartyId> = wanted.iter().map(|report| outlet(&story, *report)).collect();
        prop_assert_eq!(sources.origins.len(), outlets.len(), "an origin is counted twice");
        prop_assert!(sources.origins.iter().all(|origin| outlets.contains(origin)));
        // Reports that only cite one another are one source: neither several nor none.
        prop_assert!(sources.is_any_unknown || !wanted.is_empty() || starts.is_empty());
        let leads_nowhere = |start: &usize| reachable(&sets(&graph), &[*start]).is_disjoint(&wanted);
        prop_assert_eq!(sources.is_any_unknown, starts.iter().any(leads_nowhere));
        prop_assert_eq!(sources.outlets.len(), reached.len(), "every report in this story has its own outlet");
    }

    #[test]
    fn outlets_that_cite_one_another_are_one_source(count in 2..9_usize, extra in citations(), is_extra_first in any::<bool>()) {
        // Each report cites the next and the last one cites the first; further citations among them change nothing.
        let mut graph: Graph = vec![Vec::new(); count];
        for (from, cites) in graph.iter_mut().enumerate() {
            let more = extra.get(from).into_iter().flatten().copied().filter(|cited| *cited < count && *cited != from);
            cites.extend(more);
            cites.insert(if is_extra_first { cites.len() } else { 0 }, (from + 1) % count);
        }
        let all: Vec<usize> = (0..count).collect();
        let story = story(&document_of_reports(&graph, &all, "asserts"));
        let sources = story.sources(claim(&story));
        prop_assert_eq!(sources.outlets.len(), count);
        prop_assert_eq!(sources.count(), 1);
    }

    #[test]
    fn a_report_of_a_denial_is_no_source_of_the_claim((graph, starts) in starts(), stance in prop::sample::select(vec![
        "denies", "disputes", "questions", "responds", "no-knowledge", "clarifies", "walks-back", "retracts", "declined", "no-response",
    ])) {
        let story = story(&document_of_reports(&graph, &starts, stance));
        prop_assert_eq!(story.sources(claim(&story)), Default::default());
    }
}

/// The test's own detection of cycles works.
#[test]
fn cycles_are_detected_here_too() {
    assert!(is_circular(&sets(&vec![vec![1], vec![2], vec![1]])));
    assert!(!is_circular(&sets(&vec![vec![1, 2], vec![2], vec![]])));
    assert_eq!(id('r', 3), "r03");
}
