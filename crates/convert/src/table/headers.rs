//! The header row: which cell of a row belongs to which column.

use std::collections::HashMap;

use super::fields::COLUMNS;
use super::grid::{Grid, Row};
use super::language::Languages;
use super::report::Report;
use super::rules::*;
use crate::dates::{self, Order};

/// Columns that a table needs for its rows to be statements.
const NEEDED: [&str; 3] = ["claim", "party", "stance"];
/// Suggestions for misspelt headers, each of which compares a header with all others.
const MAX_SUGGESTIONS: usize = 50;

/// The known columns with their indexes.
#[derive(Debug, Default)]
pub(super) struct Headers {
    known: Vec<(&'static str, usize)>,
    by_name: HashMap<&'static str, usize>,
    names: Vec<String>,
}

impl Headers {
    /// Reads the header row and reports what is wrong with it. `None` means that no row can be read.
    pub(super) fn read(grid: &Grid, languages: &Languages, report: &mut Report) -> Option<Self> {
        let Some(header) = grid.rows.first().filter(|header| !header.is_blank()) else {
            report.add(&EMPTY, story::problem::Place::default(), &[]);
            return None;
        };
        if header.cells.len() < 2 {
            let name = header.cells.first().map_or("", String::as_str);
            report.add(&ONE_COLUMN, header.place(0, ""), &[name]);
            return None;
        }
        let filled = filled(grid);
        let mut headers = Self { names: header.cells.clone(), ..Self::default() };
        let mut suggestions = 0;
        let mut unknown = Vec::new();
        for (index, name) in header.cells.iter().enumerate() {
            let count = filled.get(&index).copied().unwrap_or_default().to_string();
            match languages.column(name).filter(|column| COLUMNS.contains(column)) {
                Some(column) => match headers.by_name.get(column) {
                    Some(first) => {
                        let first = header.cells.get(*first).map_or("", String::as_str);
                        report.add(&TWO_HEADERS, header.place(index, name), &[first, name, &count]);
                    }
                    None => {
                        headers.known.push((column, index));
                        headers.by_name.insert(column, index);
                    }
                },
                None if name.is_empty() && count == "0" => {}
                None => unknown.push((index, name, count)),
            }
        }
        if headers.known.is_empty() {
            report.add(&NO_HEADERS, header.place(0, ""), &[]);
            return None;
        }
        for (index, name, count) in unknown {
            suggestions += 1;
            let near = if suggestions > MAX_SUGGESTIONS { String::new() } else { languages.near_header(name) };
            report.add(&UNKNOWN_HEADER, header.place(index, name), &[name, &near, &count]);
        }
        headers.require(grid, languages, header, report);
        Some(headers)
    }

    /// Reports the columns without which no row can be a statement, unless no row is one.
    fn require(&self, grid: &Grid, languages: &Languages, header: &Row, report: &mut Report) {
        let row = self.index("row");
        let is_statement = |one: &Row| {
            let word = row.and_then(|index| one.cells.get(index)).map_or("", String::as_str);
            !one.is_blank() && (word.is_empty() || languages.word("rows", word) == Some("statement"))
        };
        let has_statements = grid.rows.len() == 1 || grid.rows.iter().skip(1).any(is_statement);
        for column in NEEDED.iter().filter(|column| has_statements && !self.by_name.contains_key(**column)) {
            if *column != "party" || self.index("occasion").is_none() {
                report.add(&MISSING_COLUMN, header.place(0, ""), &[column]);
            }
        }
    }

    /// The index of the cells of a column.
    pub(super) fn index(&self, column: &str) -> Option<usize> {
        self.by_name.get(column).copied()
    }

    /// The known columns in the order of the table, with their indexes.
    pub(super) fn known(&self) -> Vec<(&'static str, usize)> {
        self.known.clone()
    }

    /// The number of cells in the header row.
    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    /// The order of day and month: as a header says, else as the dates show, else as is usual in the language of the
    /// headers. Where dates contradict each other, no order is known.
    pub(super) fn order(&self, grid: &Grid, languages: &Languages) -> Option<Order> {
        let dates = ["date", "report date", "legal date", "deadline", "asked"];
        let columns: Vec<usize> = dates.iter().filter_map(|column| self.index(column)).collect();
        for name in columns.iter().filter_map(|index| self.names.get(*index)) {
            let name: String = name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
            if ["ddmm", "jjmm", "ttmm", "dmy", "daymonth"].iter().any(|hint| name.contains(hint)) {
                return Some(Order::DayFirst);
            }
            if ["mmdd", "mdy", "monthday"].iter().any(|hint| name.contains(hint)) {
                return Some(Order::MonthFirst);
            }
        }
        let cells = grid.rows.iter().skip(1).flat_map(|row| columns.iter().filter_map(|index| row.cells.get(*index)));
        let (mut day, mut month) = (false, false);
        for order in cells.filter_map(|cell| dates::order_shown(cell)) {
            day |= order == Order::DayFirst;
            month |= order == Order::MonthFirst;
        }
        let known: Vec<&str> =
            self.known.iter().filter_map(|(_, index)| self.names.get(*index)).map(String::as_str).collect();
        match (day, month) {
            (true, false) => Some(Order::DayFirst),
            (false, true) => Some(Order::MonthFirst),
            (true, true) => None,
            (false, false) => languages.is_day_first(&known).then_some(Order::DayFirst),
        }
    }
}

/// The number of filled cells of each column.
fn filled(grid: &Grid) -> HashMap<usize, usize> {
    let mut counts = HashMap::new();
    for row in grid.rows.iter().skip(1) {
        for (index, _) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            *counts.entry(index).or_default() += 1;
        }
    }
    counts
}
