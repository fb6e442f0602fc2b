//! The reports of a claim as a diagram: original reports first, then those that cite them. The list beside it says the
//! same, so the diagram is hidden from assistive technology.

use yew::{Html, html};

use super::context::ViewContext;
use super::elements;
use crate::texts::is_right_to_left;
use story::model::{Carried, ReportId, Story};

/// A larger diagram would be less readable than the list.
const MAX_GRAPH_REPORTS: usize = 12;
/// The sizes are in units of the view box.
const WIDTH: usize = 150;
const HEIGHT: usize = 26;
const GAP: usize = 34;
const LINE: usize = 36;
/// The most letters that fit in a box.
const LETTERS: usize = 22;

/// The position of a report in the diagram.
struct Place {
    id: ReportId,
    column: usize,
    row: usize,
}

/// The diagram, or nothing for a single report.
pub fn of(context: &ViewContext, carried: &Carried) -> Html {
    let story = &context.story;
    let reports = &carried.reports;
    if !(2..=MAX_GRAPH_REPORTS).contains(&reports.len()) {
        return Html::default();
    }
    // Each report is in the column after the last report that it cites.
    let mut boxes: Vec<Place> = Vec::new();
    for id in reports {
        boxes.push(Place { id: *id, column: 0, row: 0 });
    }
    let mut last = 0;
    for _ in reports {
        for at in 0..boxes.len() {
            let mut column = 0;
            for_cited(story, &boxes, at, |cited| column = column.max(cited.column + 1));
            last = last.max(column);
            if let Some(own) = boxes.get_mut(at) {
                own.column = column;
            }
        }
    }
    let mut rows = vec![0; last + 1];
    let mut most = 0;
    for own in &mut boxes {
        if let Some(row) = rows.get_mut(own.column) {
            own.row = *row;
            *row += 1;
            most = most.max(*row);
        }
    }
    let is_mirrored = is_right_to_left(&story.lang);
    let left = |own: &Place| (if is_mirrored { last - own.column } else { own.column }) * (WIDTH + GAP) + 1;
    let middle = |own: &Place| own.row * LINE + HEIGHT / 2 + 1;
    let mut drawn = Vec::new();
    for (at, own) in boxes.iter().enumerate() {
        for_cited(story, &boxes, at, |cited| {
            let (mut from, mut to) = (left(cited) + WIDTH, left(own));
            if is_mirrored {
                (from, to) = (left(cited), left(own) + WIDTH);
            }
            let (start, end, turn) = (middle(cited), middle(own), (from + to) / 2);
            // A line that skips a column passes below the boxes between.
            let below = if own.column > cited.column + 1 { HEIGHT } else { 0 };
            let path = format!("M{from} {start}C{turn} {} {turn} {} {to} {end}", start + below, end + below);
            drawn.push(html! { <path d={path} /> });
        });
        let name = &story.party(story.report(own.id).outlet).name;
        let mut short: String = name.chars().take(LETTERS).collect();
        if short.len() < name.len() {
            short.push('…');
        }
        let path = format!("M{} {}h{WIDTH}v{HEIGHT}h-{WIDTH}z", left(own), own.row * LINE + 1);
        let (x, y) = ((left(own) + WIDTH / 2).to_string(), (middle(own) + 4).to_string());
        drawn.push(html! { <><path d={path} /><text {x} {y}>{ short }</text></> });
    }
    let (width, height) = (last * (WIDTH + GAP) + WIDTH + 2, most * LINE);
    html! {
        <svg part="graph" viewBox={format!("0 0 {width} {height}")} aria-hidden="true" focusable="false" width={width.to_string()}>
            { elements::all(drawn) }
        </svg>
    }
}

/// Calls `each` with the boxes of the reports that this one cites.
fn for_cited(story: &Story, boxes: &[Place], at: usize, mut each: impl FnMut(&Place)) {
    let Some(own) = boxes.get(at) else { return };
    for other in boxes {
        if story.report(own.id).cites.contains(&other.id) {
            each(other);
        }
    }
}
