//! The rows of a table and the places of their cells.

use csv::{ReaderBuilder, StringRecord};
use story::problem::Place;

use super::language::Languages;

/// The characters that may separate cells. Earlier ones win if the header row does not decide.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// One row with its place.
#[derive(Debug)]
pub(super) struct Row {
    /// The number that a spreadsheet shows beside the row; the header row is 1.
    pub(super) number: usize,
    /// The cells, without spaces around them and without the guard against formulas.
    pub(super) cells: Vec<String>,
    /// Where each cell begins: line and column, both counted from 1.
    starts: Vec<(u32, u32)>,
}

impl Row {
    /// The place of a cell. `name` is the header of its column.
    pub(super) fn place(&self, cell: usize, name: &str) -> Place {
        let start = self.starts.get(cell).or(self.starts.first());
        let (line, column) = start.copied().unwrap_or((1, 1));
        let row = format!("row {}", self.number);
        let path = if name.is_empty() { row } else { format!("{row}, {name}") };
        Place { pointer: String::new(), path, line, column }
    }

    /// Whether no cell has a content.
    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(String::is_empty)
    }
}

/// All rows, and whether the last cell has a quotation mark that is never closed.
#[derive(Debug, Default)]
pub(super) struct Grid {
    pub(super) rows: Vec<Row>,
    pub(super) is_unclosed: bool,
}

impl Grid {
    /// Reads all rows with the separator that the header row uses.
    pub(super) fn read(text: &str, languages: &Languages) -> Self {
        // Excel writes the separator into a line before the header row.
        let named = text.strip_prefix("sep=").and_then(|rest| rest.bytes().next());
        let named = named.filter(|byte| DELIMITERS.contains(byte));
        let delimiter = named.unwrap_or_else(|| delimiter(text, languages));
        let mut cursor = Cursor { rest: text, line: 1, row: 1, is_unclosed: false };
        let mut grid = Self::default();
        if named.is_some() {
            cursor.skip_line();
        }
        let mut reader = reader(delimiter, cursor.rest);
        let mut record = StringRecord::new();
        while reader.read_record(&mut record).unwrap_or(false) {
            cursor.skip_blank_lines();
            let number = cursor.row;
            let starts = cursor.record(char::from(delimiter));
            grid.rows.push(Row { number, cells: record.iter().map(clean).collect(), starts });
        }
        grid.is_unclosed = cursor.is_unclosed;
        grid
    }
}

fn reader(delimiter: u8, text: &str) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
}

/// The separator with which the most headers are known, and else the one that makes the most columns.
fn delimiter(text: &str, languages: &Languages) -> u8 {
    let rated = DELIMITERS.iter().rev().map(|delimiter| {
        let mut record = StringRecord::new();
        let _ = reader(*delimiter, text).read_record(&mut record);
        let known = record.iter().filter(|header| languages.column(header).is_some()).count();
        ((known, record.len()), *delimiter)
    });
    // Of equal ones, `max_by_key` takes the last.
    rated.max_by_key(|(rating, _)| *rating).map_or(b',', |(_, delimiter)| delimiter)
}

/// A cell without spaces around it, with plain line breaks, and without the apostrophe that keeps a spreadsheet from
/// computing it as a formula.
pub(super) fn clean(cell: &str) -> String {
    let cell = cell.replace("\r\n", "\n");
    let cell = match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(FORMULA) => rest,
        _ => &cell,
    };
    cell.trim().to_owned()
}

/// The characters with which a cell begins that a spreadsheet would compute.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A cell that no spreadsheet computes as a formula.
pub(super) fn guarded(cell: &str) -> String {
    if cell.starts_with(FORMULA) { format!("'{cell}") } else { cell.to_owned() }
}

/// Follows the text in step with the reader of `csv`, which does not report where a cell begins.
struct Cursor<'a> {
    rest: &'a str,
    line: u32,
    row: usize,
    is_unclosed: bool,
}

impl Cursor<'_> {
    fn skip_line(&mut self) {
        self.rest = self.rest.split_once('\n').map_or("", |(_, rest)| rest);
        self.line += 1;
        self.row += 1;
    }

    /// `csv` skips empty lines, which a spreadsheet counts as rows.
    fn skip_blank_lines(&mut self) {
        loop {
            let rest = self.rest.strip_prefix("\r\n").or_else(|| self.rest.strip_prefix(['\r', '\n']));
            let Some(rest) = rest else { return };
            self.rest = rest;
            self.line += 1;
            self.row += 1;
        }
    }

    /// Passes one record and returns where its cells begin.
    fn record(&mut self, delimiter: char) -> Vec<(u32, u32)> {
        let mut starts = vec![(self.line, 1)];
        let mut column = 1;
        let (mut is_quoted, mut is_start) = (false, true);
        let mut characters = self.rest.char_indices().peekable();
        let mut end = self.rest.len();
        while let Some((at, c)) = characters.next() {
            column += 1;
            match c {
                '"' if is_start => is_quoted = true,
                '"' if is_quoted => {
                    if characters.peek().is_some_and(|(_, next)| *next == '"') {
                        characters.next();
                        column += 1;
                    } else {
                        is_quoted = false;
                    }
                }
                '\n' | '\r' => {
                    let is_pair = c == '\r' && characters.peek().is_some_and(|(_, next)| *next == '\n');
                    if is_pair {
                        characters.next();
                    }
                    self.line += 1;
                    column = 1;
                    if !is_quoted {
                        end = at + if is_pair { 2 } else { 1 };
                        break;
                    }
                }
                c if c == delimiter && !is_quoted => {
                    starts.push((self.line, column));
                    is_start = true;
                    continue;
                }
                _ => {}
            }
            is_start = false;
        }
        self.is_unclosed = is_quoted;
        self.row += 1;
        self.rest = self.rest.get(end..).unwrap_or_default();
        starts
    }
}
