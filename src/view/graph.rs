//! The reports of a claim as a drawing: original ones first, then those that cite them. It says nothing
//! that the list beside it does not say, so that it is hidden from assistive technology.

use yew::{Html, html};

use super::parts;
use super::scene::Scene;
use crate::model::{Carried, ReportId};
use crate::texts::is_right_to_left;

/// Larger drawings would show less than the list.
const MOST_REPORTS: usize = 12;
/// In the drawing's own units, as all that follow.
const WIDTH: usize = 150;
const HEIGHT: usize = 26;
const GAP: usize = 34;
const LINE: usize = 36;
/// So many letters fit in a box.
const LETTERS: usize = 22;

/// The drawing; nothing for a single report.
pub fn of(scene: &Scene, carried: &Carried) -> Html {
    let panel = &scene.panel;
    let reports = &carried.reports;
    if !(2..=MOST_REPORTS).contains(&reports.len()) {
        return Html::default();
    }
    // Each report stands in the column after the last of those that it cites.
    let mut columns = vec![0; reports.len()];
    let place = |id: &ReportId| reports.iter().position(|other| other == id);
    for _ in reports {
        for (at, id) in reports.iter().enumerate() {
            let cited = panel.report(*id).cites.iter().filter_map(place);
            let column = cited.filter_map(|cited| columns.get(cited)).max().map_or(0, |column| column + 1);
            if let Some(own) = columns.get_mut(at) {
                *own = column;
            }
        }
    }
    let last = columns.iter().copied().max().unwrap_or_default();
    let is_mirrored = is_right_to_left(&panel.lang);
    let mut rows = vec![0; last + 1];
    let mut boxes = Vec::new();
    for column in &columns {
        let Some(row) = rows.get_mut(*column) else { continue };
        let from_start = if is_mirrored { last - column } else { *column };
        boxes.push((from_start * (WIDTH + GAP) + 1, *row * LINE + 1));
        *row += 1;
    }
    let (width, height) = (last * (WIDTH + GAP) + WIDTH + 2, rows.iter().copied().max().unwrap_or_default() * LINE);
    let mut drawn = Vec::new();
    for (id, (x, y)) in reports.iter().zip(&boxes) {
        for cited in panel.report(*id).cites.iter().filter_map(place).filter_map(|cited| boxes.get(cited)) {
            let (from, to) = if is_mirrored { (cited.0, x + WIDTH) } else { (cited.0 + WIDTH, *x) };
            let (start, end, middle) = (cited.1 + HEIGHT / 2, y + HEIGHT / 2, (from + to) / 2);
            let path = format!("M{from} {start}C{middle} {start} {middle} {end} {to} {end}");
            drawn.push(html! { <path d={path} /> });
        }
    }
    for (id, (x, y)) in reports.iter().zip(&boxes) {
        let name = &panel.party(panel.report(*id).outlet).name;
        let mut short: String = name.chars().take(LETTERS).collect();
        if short.len() < name.len() {
            short.push('…');
        }
        drawn.push(html! {
            <>
                <rect x={x.to_string()} y={y.to_string()} width={WIDTH.to_string()} height={HEIGHT.to_string()} />
                <text x={(x + WIDTH / 2).to_string()} y={(y + HEIGHT / 2 + 4).to_string()}>{ short }</text>
            </>
        });
    }
    html! {
        <svg part="graph" viewBox={format!("0 0 {width} {height}")} aria-hidden="true" focusable="false" width={width.to_string()}>
            { parts::all(drawn) }
        </svg>
    }
}
