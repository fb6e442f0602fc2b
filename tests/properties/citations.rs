//! Citations between reports, in any graph.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use story::model::{Basis, Group, PartyId, Sources, Stance, Story};

use crate::config;
use crate::random_story::{Graph, citations, claim, document, document_of_reports, id, number, read, story};
use crate::stances;

/// For each report of the story, the numbers of the reports that it cites.
fn cited(story: &Story) -> Vec<BTreeSet<usize>> {
    story.all_reports().map(|(_, report)| report.cited().iter().map(|id| number(story, *id)).collect()).collect()
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

/// The number of outlets in the stories whose reports may record their sources.
const OUTLETS: usize = 5;

/// A report: its outlet, what it cites if that is recorded, what it republishes, and whether it is disowned.
type Published = (usize, Option<Vec<usize>>, Option<usize>, bool);

/// A statement: by an outlet or a person, with a stance, its reports, and what these cite for it.
type Carrying = (bool, usize, &'static str, Option<Vec<usize>>, Option<Vec<usize>>);

fn recorded() -> impl Strategy<Value = (Vec<Published>, Vec<Carrying>)> {
    (1..7_usize).prop_flat_map(|count| {
        let some = || prop::option::of(prop::collection::vec(0..count, 0..3));
        let report = (0..OUTLETS, some(), prop::option::weighted(0.2, 0..count), prop::bool::weighted(0.2));
        let stance = prop::sample::select(stances::words(|_| true));
        let cites = prop::option::weighted(0.3, prop::collection::vec(0..count, 0..3));
        let statement = (any::<bool>(), 0..OUTLETS, stance, some(), cites);
        (prop::collection::vec(report, count), prop::collection::vec(statement, 0..6))
    })
}

fn document_of_recorded((reports, statements): &(Vec<Published>, Vec<Carrying>)) -> Value {
    let ids = |numbers: &Vec<usize>| json!(numbers.iter().map(|number| id('r', *number)).collect::<Vec<_>>());
    let mut parties = Map::new();
    for number in 0..OUTLETS {
        parties.insert(id('p', number), json!({ "name": format!("Outlet {number}"), "kind": "outlet" }));
        parties.insert(id('s', number), json!({ "name": format!("Speaker {number}"), "kind": "person" }));
    }
    let mut written = Map::new();
    for (number, (outlet, cites, syndicates, disowned)) in reports.iter().enumerate() {
        let mut report = json!({ "outlet": id('p', *outlet), "disowned": disowned });
        if let Some(cites) = cites {
            report["cites"] = ids(cites);
        }
        if let Some(of) = syndicates {
            report["syndicates"] = id('r', *of).into();
        }
        written.insert(id('r', number), report);
    }
    let statement = |(is_outlet, by, stance, reports, cites): &Carrying| {
        let mut statement = json!({ "by": id(if *is_outlet { 'p' } else { 's' }, *by), "stances": { "c": stance } });
        if let Some(reports) = reports {
            statement["reports"] = ids(reports);
        }
        if let Some(cites) = cites {
            statement["cites"] = ids(cites);
        }
        statement
    };
    document(&parties, &statements.iter().map(statement).collect::<Vec<_>>(), &written)
}

/// Everything about the sources of a story's claim that the panel counts.
fn numbers(document: &Value) -> BTreeMap<&'static str, usize> {
    let story = story(document);
    let sources = story.sources(claim(&story));
    let Sources { carriers, copies, disowned, direct, unrecorded } = &sources;
    assert_eq!(
        carriers.len(),
        [Basis::OwnReporting, Basis::Cites, Basis::NotRecorded]
            .iter()
            .map(|basis| sources.with(*basis).count())
            .sum::<usize>()
    );
    BTreeMap::from([
        ("own reporting", sources.with(Basis::OwnReporting).count()),
        ("cites", sources.with(Basis::Cites).count()),
        ("not recorded", sources.with(Basis::NotRecorded).count()),
        ("citations", carriers.iter().map(|carrier| carrier.cites.len()).sum()),
        ("copies", copies.len()),
        ("disowned", disowned.len()),
        ("direct", direct.len()),
        ("not recorded how known", unrecorded.len()),
    ])
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
    fn every_outlet_on_the_way_is_named_with_what_it_is_recorded_to_rely_on((graph, starts) in starts()) {
        // Without reports, the sources of an outlet are not recorded; a case covers that.
        prop_assume!(!starts.is_empty());
        let story = story(&document_of_reports(&graph, &starts, "reports"));
        let sources = story.sources(claim(&story));
        // The written graph, with all its cycles.
        let reached = reachable(&sets(&graph), &starts);
        prop_assert_eq!(sources.carriers.len(), reached.len(), "every report in this story has its own outlet");
        let kept = cited(&story);
        for carrier in &sources.carriers {
            let report = (0..graph.len()).find(|report| outlet(&story, *report) == carrier.outlet).unwrap();
            prop_assert!(reached.contains(&report));
            // Only an empty list says that an outlet has its own reporting. A list of which nothing remains once cycles
            // are broken says nothing.
            let expected = match (graph[report].is_empty(), kept[report].is_empty()) {
                (true, _) => Basis::OwnReporting,
                (false, true) => Basis::NotRecorded,
                (false, false) => Basis::Cites,
            };
            prop_assert_eq!(carrier.basis(), expected, "report {}", report);
            let cites: BTreeSet<usize> = carrier.cites.iter().map(|id| number(&story, *id)).collect();
            prop_assert_eq!(cites.len(), carrier.cites.len(), "a citation is named twice");
            prop_assert_eq!(&cites, &kept[report]);
        }
        prop_assert!(sources.direct.is_empty() && sources.unrecorded.is_empty());
    }

    #[test]
    fn outlets_that_only_cite_one_another_have_no_reporting_of_their_own(
        count in 2..9_usize, extra in citations(), is_extra_first in any::<bool>(),
    ) {
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
        prop_assert_eq!(sources.carriers.len(), count);
        prop_assert_eq!(sources.with(Basis::OwnReporting).count(), 0);
        prop_assert!(sources.with(Basis::NotRecorded).count() >= 1, "a cycle has an end that nobody recorded");
    }

    /// The promise: an origin is claimed only where the document records one.
    #[test]
    fn no_origin_is_claimed_that_is_not_recorded(recorded in recorded()) {
        let document = document_of_recorded(&recorded);
        let story = story(&document);
        let sources = story.sources(claim(&story));
        for carrier in sources.with(Basis::OwnReporting) {
            let is_recorded = |cites: &Value| cites.as_array().is_some_and(Vec::is_empty);
            let is_own = story.all_reports().any(|(_, report)| report.outlet == carrier.outlet
                && is_recorded(&document["reports"][&report.key]["cites"]));
            let is_said = story.all_statements().zip(document["statements"].as_array().unwrap()).any(|((_, one), written)| {
                is_recorded(&written["cites"])
                    && (one.reports.iter().any(|report| story.report(*report).outlet == carrier.outlet)
                        || one.reports.is_empty() && one.by == carrier.outlet)
            });
            prop_assert!(is_own || is_said, "{} is said to have its own reporting", story.party(carrier.outlet).name);
        }
        for carrier in sources.with(Basis::Cites) {
            prop_assert!(!carrier.cites.is_empty());
        }
        for id in &sources.direct {
            let one = story.statement(*id);
            prop_assert!(one.reports.is_empty() && (one.is_direct || one.url.is_some() || one.medium.is_some()));
        }
        let disowned = |id: PartyId| story.all_reports().filter(|(_, one)| one.outlet == id).all(|(_, one)| one.is_disowned);
        for carrier in &sources.carriers {
            let speaks = story.all_statements().any(|(_, one)| one.by == carrier.outlet);
            prop_assert!(speaks || !disowned(carrier.outlet), "an outlet carries only what it never published");
        }
    }

    /// The promise: a report whose sources nobody recorded makes nothing more certain.
    #[test]
    fn a_report_without_recorded_sources_only_adds_to_what_is_not_recorded(
        recorded in recorded(), outlet in 0..OUTLETS + 1, stance in prop::sample::select(vec!["asserts", "reports"]),
    ) {
        let mut document = document_of_recorded(&recorded);
        let before = numbers(&document);
        let party = id('p', outlet);
        document["parties"][&party] = json!({ "name": "An outlet", "kind": "outlet" });
        document["parties"]["speaker"] = json!({ "name": "A speaker", "kind": "person" });
        document["reports"]["added"] = json!({ "outlet": party });
        let statement = json!({ "by": "speaker", "stances": { "c": stance }, "reports": ["added"] });
        document["statements"].as_array_mut().unwrap().push(statement);
        let after = numbers(&document);
        for (what, count) in &before {
            let now = after[what];
            if *what == "not recorded" {
                prop_assert!(now == *count || now == count + 1);
            } else {
                prop_assert_eq!(now, *count, "{}", what);
            }
        }
    }

    #[test]
    fn a_report_of_a_denial_is_no_source_of_the_claim(
        (graph, starts) in starts(),
        stance in prop::sample::select(stances::words(|one| one != Stance::Reports && one.group() != Group::SaysSo)),
    ) {
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
