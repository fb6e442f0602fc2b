//! Which browser test files run in every engine, and which only in Chromium unless everything is requested. The table
//! is read from `docs/testing.md`, so that the page and this program cannot differ.

use crate::run::Outcome;
use std::fs;

const PAGE: &str = "docs/testing.md";

/// A row of the table.
#[derive(Debug, PartialEq)]
struct Row {
    file: String,
    everywhere: bool,
}

/// The files that run in every engine. Every file must have one row, and every row a file.
pub fn everywhere(files: &[&str]) -> Outcome<Vec<String>> {
    let page = fs::read_to_string(PAGE).map_err(|error| format!("{PAGE}: {error}"))?;
    select(rows(&page)?, files)
}

fn select(rows: Vec<Row>, files: &[&str]) -> Outcome<Vec<String>> {
    if let Some(file) = files.iter().find(|file| rows.iter().filter(|row| row.file == **file).count() != 1) {
        return Err(format!("{PAGE} needs one row for {file}, which says in which engines it runs and why"));
    }
    if let Some(row) = rows.iter().find(|row| !files.contains(&row.file.as_str())) {
        return Err(format!("{PAGE} has a row for {}, which is not in tests/browser", row.file));
    }
    Ok(rows.into_iter().filter(|row| row.everywhere).map(|row| row.file).collect())
}

fn rows(page: &str) -> Outcome<Vec<Row>> {
    page.lines().filter(|line| line.starts_with("| `") && line.contains(".test.js` |")).map(row).collect()
}

/// `` | `story.test.js` | every | why | ``
fn row(line: &str) -> Outcome<Row> {
    let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
    let [file, engines, why] = cells.as_slice() else {
        return Err(format!("{PAGE}: a row has a file, the engines and the reason: {line}"));
    };
    let everywhere = match *engines {
        "every" => true,
        "Chromium" => false,
        other => return Err(format!("{PAGE}: the engines are “every” or “Chromium”, not “{other}”: {line}")),
    };
    if why.is_empty() {
        return Err(format!("{PAGE}: no reason: {line}"));
    }
    Ok(Row { file: file.trim_matches('`').to_owned(), everywhere })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may end here")]

    use super::*;

    const TABLE: &str = "\
| file | engines | why |
| --- | --- | --- |
| `one.test.js` | every | focus |
| `two.test.js` | Chromium | files |
";

    fn selected(page: &str, files: &[&str]) -> Outcome<Vec<String>> {
        select(rows(page)?, files)
    }

    #[test]
    fn files_for_every_engine() {
        assert_eq!(selected(TABLE, &["one.test.js", "two.test.js"]).unwrap(), ["one.test.js"]);
    }

    #[test]
    fn the_table_of_the_page() {
        let page = fs::read_to_string(format!("../{PAGE}")).unwrap();
        let names =
            fs::read_dir("../tests/browser").unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let names: Vec<String> = names.filter(|name| name.ends_with(".test.js")).collect();
        let files: Vec<&str> = names.iter().map(String::as_str).collect();
        let everywhere = selected(&page, &files).unwrap();
        assert!(everywhere.contains(&"policies.test.js".to_owned()), "{everywhere:?}");
    }

    #[test]
    fn a_table_that_is_wrong() {
        let both = &["one.test.js", "two.test.js"][..];
        for (page, files, expected) in [
            (TABLE.to_owned(), &["one.test.js", "two.test.js", "three.test.js"][..], "needs one row for three.test.js"),
            (format!("{TABLE}| `one.test.js` | Chromium | why |\n"), both, "needs one row for one.test.js"),
            (TABLE.to_owned(), &["one.test.js"], "a row for two.test.js"),
            (TABLE.replace("every", "some"), both, "not “some”"),
            (TABLE.replace(" | focus |", " |"), both, "has a file, the engines and the reason"),
            (TABLE.replace("| focus |", "|  |"), both, "no reason"),
        ] {
            let found = selected(&page, files).unwrap_err();
            assert!(found.contains(expected), "{expected}: {found}");
        }
    }
}
