//! The static HTML inside the elements of the demo's page is what `claim-panel render` writes.
//!
//! After a change to the demo's documents or to how a panel is drawn, write it anew:
//!
//! ```sh
//! UPDATE_FALLBACKS=1 cargo test --test fallback
//! ```

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use claim_panel::{check, page};

#[test]
fn the_demo_holds_what_render_writes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("index.html");
    let found = fs::read_to_string(&path).unwrap();
    let wanted = with_fallbacks(&found, root);
    assert!(wanted.matches("<claim-panel ").count() >= 2, "the demo's page has lost a panel");
    if std::env::var_os("UPDATE_FALLBACKS").is_some() {
        fs::write(&path, wanted).unwrap();
    } else {
        assert!(found == wanted, "index.html is stale; write it anew: UPDATE_FALLBACKS=1 cargo test --test fallback");
    }
}

/// The page with the content of each of its elements made from the document that the element names.
fn with_fallbacks(html: &str, root: &Path) -> String {
    let mut pieces = html.split("<claim-panel ");
    let mut page = pieces.next().unwrap().to_owned();
    for piece in pieces {
        let (tag, rest) = piece.split_once('>').unwrap();
        let (_, after) = rest.split_once("</claim-panel>").unwrap();
        let source = attribute(tag, "src").unwrap();
        let level = attribute(tag, "heading-level").map_or(3, |level| level.parse().unwrap());
        let document = fs::read(root.join("www").join(source)).unwrap();
        let panel = check::read(&document).panel.unwrap();
        let fallback = page::render(panel, level);
        page.push_str(&format!("<claim-panel {tag}>{fallback}</claim-panel>{after}"));
    }
    page
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = tag.split_once(&format!("{name}=\""))?;
    Some(after.split_once('"')?.0)
}
