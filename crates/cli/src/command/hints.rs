//! Hints in a page's head: with them, a browser downloads what a panel needs before the script asks for it.
//!
//! A hint makes every reader of the page download the file. So hints are written only for panels that load at once,
//! with `loading="eager"`, and in the place of those that the page has already. Nothing is written unless it is certain
//! what the script will ask for.

use super::tags::{Tag, tags};

/// What marks a hint as ours.
const MARK: &str = "data-claim-panel";

const WASM: &str = "claim-panel_bg.wasm";

/// The scripts of a release.
const SCRIPTS: [&str; 2] = ["claim-panel.js", "claim-panel.iife.js"];

/// The page with the hints that it should have, or as it is where that is not certain. `documents` are the addresses of
/// the panels that were filled, and whether each loads at once.
pub fn hinted(page: &str, documents: &[(String, bool)]) -> Option<String> {
    let head = page.get(..tags(page, "/head").next()?.start)?;
    let old: Vec<Tag> = tags(head, "link").filter(|tag| tag.has(MARK)).collect();
    let wanted = hints(page, documents, !old.is_empty())?;
    let Some(first) = old.first() else {
        // In front of the line on which the head ends, one step further in.
        let (before, indent) = match head.rfind('\n') {
            Some(line) if head.get(line..)?.trim().is_empty() => (head.get(..line)?, head.get(line + 1..)?),
            _ => (head, ""),
        };
        let step = if indent.contains('\t') { "\t" } else { "  " };
        let lines: String = wanted.iter().map(|hint| format!("\n{indent}{step}{hint}")).collect();
        return Some(format!("{before}{lines}{}", page.get(before.len()..)?));
    };
    let line = head.get(..first.start)?.rsplit('\n').next().filter(|line| line.trim().is_empty());
    let between = line.map_or(String::new(), |indent| format!("\n{indent}"));
    let mut out = page.get(..first.start)?.to_owned();
    out.push_str(&wanted.join(&between));
    let mut from = first.end;
    for tag in old.get(1..)? {
        out.push_str(page.get(from..tag.start)?.trim_end());
        from = tag.end;
    }
    out.push_str(page.get(from..)?);
    Some(out)
}

/// The hints of a page: the WebAssembly beside its script, and the documents of the panels that load at once. Where the
/// page has hints already and no such panel, it wants them for the first one. Nothing where they would not be certain.
fn hints(page: &str, documents: &[(String, bool)], has_some: bool) -> Option<Vec<String>> {
    let mut wanted: Vec<&str> =
        documents.iter().filter(|(_, is_eager)| *is_eager).map(|(address, _)| address.as_str()).collect();
    if wanted.is_empty() && has_some {
        wanted.extend(documents.first().map(|(address, _)| address.as_str()));
    }
    // A base address may stand behind the hints, and would hold for the panels alone.
    let is_certain = !wanted.is_empty() && tags(page, "base").next().is_none();
    let folder = release(page).filter(|folder| is_certain && (folder.is_empty() || is_plain(folder)))?;
    let mut addresses = vec![format!("{folder}{WASM}")];
    for address in wanted {
        if !addresses.iter().any(|other| other == address) {
            addresses.push(address.to_owned());
        }
    }
    addresses.retain(|address| is_plain(address));
    let hint = |address: &String| {
        format!(r#"<link rel="preload" as="fetch" crossorigin referrerpolicy="no-referrer" href="{address}" {MARK}>"#)
    };
    Some(addresses.iter().map(hint).collect())
}

/// The folder of the release, by the page's own script tag; nothing where several name several.
fn release(page: &str) -> Option<String> {
    let mut folders = tags(page, "script").filter_map(|tag| {
        let path = tag.attribute("src")?.split(['?', '#']).next()?.trim();
        let folder = SCRIPTS.iter().find_map(|name| path.strip_suffix(name))?;
        (folder.is_empty() || folder.ends_with('/')).then(|| folder.to_owned())
    });
    let first = folders.next()?;
    folders.all(|other| other == first).then_some(first)
}

/// Whether an address stands in the page as it is, and is not written by a template first.
fn is_plain(address: &str) -> bool {
    !address.is_empty()
        && !address.contains(|c: char| matches!(c, '"' | '\'' | '<' | '>' | '{' | '}' | '&') || c.is_whitespace())
}
