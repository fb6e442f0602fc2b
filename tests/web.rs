//! The view in a real browser, rendered as the host renders it: what needs a DOM.
//!
//! `tests/browser/` tests the element around it.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::cell::RefCell;
use std::rc::Rc;

use claim_panel::protocol::ActionName;
use claim_panel::texts::Intl;
use claim_panel::view::state::{Action, View};
use claim_panel::view::{App, Controls, Event, Props, RenderTarget};
use story::check;
use story::model::{ClaimKind, Story};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, HtmlElement};
use yew::AppHandle;
use yew::scheduler::flush;

wasm_bindgen_test_configure!(run_in_browser);

const BRIDGE: &[u8] = include_bytes!("../www/demo/bridge.json");
const KENNEDY: &[u8] = include_bytes!("../www/demo/kennedy-harris.json");

/// A panel on the test page, and the events that it emitted.
struct Mounted {
    root: Element,
    app: AppHandle<App>,
    events: Rc<RefCell<Vec<Event>>>,
}

fn story(document: &[u8]) -> Rc<Story> {
    Rc::new(check::read_with(document, |address| Some(web_sys::Url::new(address).ok()?.host())).story.unwrap())
}

fn props(story: Rc<Story>, claim: Option<&str>, events: &Rc<RefCell<Vec<Event>>>) -> Props {
    let events = Rc::clone(events);
    Props {
        story,
        heading_level: 4,
        claim: claim.map(str::to_owned),
        view: View::Claims,
        controls: Controls::ALL,
        on_paper: false,
        target: RenderTarget::Live,
        intl: Intl::NONE,
        // Progress events are left out, because they do not come from the reader.
        emit: yew::Callback::from(move |event| match event {
            Event::Progress { .. } => {}
            event => events.borrow_mut().push(event),
        }),
    }
}

/// Waits until Yew has rendered all pending updates.
async fn settle() {
    flush().await;
}

fn page() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

async fn draw(document: &[u8]) -> Mounted {
    let page = page();
    let root = page.create_element("div").unwrap();
    page.body().unwrap().append_child(&root).unwrap();
    let events = Rc::default();
    let app = yew::Renderer::<App>::with_root_and_props(root.clone(), props(story(document), None, &events)).render();
    settle().await;
    Mounted { root, app, events }
}

impl Mounted {
    fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).map(|i| found.item(i).unwrap().unchecked_into()).collect()
    }

    fn button(&self, number: usize) -> HtmlElement {
        self.all("[part=claim-title] [role=button]").remove(number).unchecked_into()
    }

    /// Clicks a claim's button, with the same result as in the element.
    async fn click(&self, number: usize) {
        let button = self.button(number);
        let value = button.get_attribute("data-value").unwrap();
        self.app.send_message(Action::parse(&button.get_attribute("data-act").unwrap(), value).unwrap());
        settle().await;
    }

    async fn dispatch(&self, name: ActionName, value: &str) {
        self.app.send_message(Action::parse(name.text(), value.to_owned()).unwrap());
        settle().await;
    }

    /// Renders the claims that are still missing: they come a few at a time.
    async fn render_all(&self) {
        for _ in story(BRIDGE).all_claims() {
            self.dispatch(ActionName::RenderMore, "").await;
        }
    }

    /// The `aria-expanded` values of all claims that are shown.
    fn expanded(&self) -> Vec<String> {
        self.all("[part~=claim]:not([hidden]) [part=claim-title] [role=button]")
            .iter()
            .map(|button| button.get_attribute("aria-expanded").unwrap())
            .collect()
    }
}

#[wasm_bindgen_test]
async fn a_click_opens_one_claim_and_tells_of_it() {
    let drawn = draw(BRIDGE).await;
    assert_eq!(*drawn.events.borrow(), [Event::FirstRender(false)]);
    assert!(drawn.expanded().iter().all(|open| open == "false"));
    let seen = "[part=opened]:not([hidden]) [part=statement]";
    assert!(drawn.all(seen).is_empty(), "what closed claims contain is hidden");

    drawn.click(1).await;
    assert_eq!(drawn.expanded().iter().filter(|open| *open == "true").count(), 1);
    assert_eq!(drawn.expanded()[1], "true");
    assert!(!drawn.all(seen).is_empty());
    let select = Event::Select { claim: "private-meeting".to_owned(), open: true };
    assert_eq!(*drawn.events.borrow(), [Event::FirstRender(false), select]);

    drawn.click(1).await;
    assert!(drawn.all(seen).is_empty());
}

#[wasm_bindgen_test]
async fn the_button_names_the_region_that_it_opens() {
    let drawn = draw(BRIDGE).await;
    for (number, button) in drawn.all("[part=claim-title] [role=button]").iter().enumerate() {
        let region = button.get_attribute("aria-controls").unwrap();
        assert_eq!(drawn.all(&format!("#{region}")).len(), 1, "claim {number}");
        assert_eq!(button.parent_element().unwrap().tag_name(), "H4");
    }
}

#[wasm_bindgen_test]
async fn another_document_keeps_open_claims_open_and_the_focus_where_it_was() {
    let mut drawn = draw(BRIDGE).await;
    let button = drawn.button(1);
    drawn.click(1).await;
    button.focus().unwrap();

    let changed = String::from_utf8(BRIDGE.to_vec()).unwrap().replace("An invented story", "A changed story");
    let events = Rc::clone(&drawn.events);
    drawn.app.update(props(story(changed.as_bytes()), None, &events));
    settle().await;
    assert!(drawn.root.text_content().unwrap().contains("A changed story"));
    assert_eq!(drawn.expanded()[1], "true");
    let focused = page().active_element().unwrap();
    assert!(focused.is_same_node(Some(&button)), "the button is the same one and has the focus");
}

#[wasm_bindgen_test]
async fn the_page_opens_a_claim_and_closes_none() {
    let mut drawn = draw(BRIDGE).await;
    drawn.click(0).await;
    let events = Rc::clone(&drawn.events);
    drawn.app.update(props(story(BRIDGE), Some("private-meeting"), &events));
    settle().await;
    assert_eq!(drawn.expanded()[..3], ["true", "true", "false"]);
}

#[wasm_bindgen_test]
async fn quotation_marks_stand_only_around_quotations() {
    let drawn = draw(KENNEDY).await;
    drawn.dispatch(ActionName::OpenAll, "").await;
    for quote in drawn.all("[part=quote] > p:first-child") {
        let text = quote.text_content().unwrap();
        assert!(text.starts_with('“') && text.ends_with('”'), "{text}");
    }
    for paraphrase in drawn.all("[part=paraphrase]") {
        assert!(!paraphrase.text_content().unwrap().starts_with('“'));
    }
}

#[wasm_bindgen_test]
async fn every_closed_claim_shows_the_answer_of_everybody_whom_it_is_about() {
    for document in [BRIDGE, KENNEDY] {
        let story = story(document);
        let drawn = draw(document).await;
        let claims = drawn.all("[part~=claim]");
        assert_eq!(claims.len(), story.all_claims().count());
        for (entry, (_, claim)) in claims.iter().zip(story.all_claims()) {
            let rows = entry.query_selector_all("[part=answer]").unwrap();
            let rows: Vec<_> = (0..rows.length()).map(|row| rows.item(row).unwrap().text_content().unwrap()).collect();
            for party in claim.about.iter().filter(|_| claim.kind == ClaimKind::Fact) {
                let name = &story.party(*party).name;
                let row = rows.iter().find_map(|row| row.strip_prefix(name.as_str()));
                assert!(row.is_some_and(|answer| !answer.trim().is_empty()), "{name}: {}", claim.text);
            }
        }
    }
}

#[wasm_bindgen_test]
async fn markup_in_a_document_stays_text() {
    let hostile = r#"{"version":1,"lang":"en","title":"<img src=x onerror=alert(1)>","parties":{"a":{"name":"<b>A</b>","kind":"person"}},
        "claims":[{"id":"c","text":"<script>alert(1)</script>","about":["a"]}],
        "statements":[{"by":"a","stances":{"c":"denies"},"quote":"&lt;<i>no</i>","url":"javascript:alert(1)"}]}"#;
    let drawn = draw(hostile.as_bytes()).await;
    drawn.click(0).await;
    assert!(drawn.all("img, script, i, a").is_empty());
    assert!(drawn.root.text_content().unwrap().contains("“&lt;<i>no</i>”"));
}

#[wasm_bindgen_test]
async fn every_view_keeps_what_is_open_and_what_is_looked_for() {
    let drawn = draw(BRIDGE).await;
    drawn.click(1).await;
    drawn.dispatch(ActionName::ToggleSearch, "").await;
    drawn.dispatch(ActionName::Search, "Rowe").await;
    let found = drawn.expanded();
    assert!(found.len() > 1 && found.len() < story(BRIDGE).all_claims().count());
    for (view, part) in [("people", "people"), ("timeline", "timeline"), ("sources", "routes")] {
        drawn.dispatch(ActionName::SetView, view).await;
        assert_eq!(drawn.all(&format!("[part={part}]")).len(), 1, "{view}");
        assert!(drawn.all("[part~=claim]").is_empty());
    }
    drawn.dispatch(ActionName::SetView, "claims").await;
    drawn.render_all().await;
    assert_eq!(drawn.expanded(), found);
}

#[wasm_bindgen_test]
async fn a_search_that_finds_nothing_says_so_and_can_be_ended() {
    let drawn = draw(BRIDGE).await;
    let all = drawn.expanded();
    drawn.dispatch(ActionName::ToggleSearch, "").await;
    drawn.dispatch(ActionName::Search, "no such words").await;
    assert!(drawn.expanded().is_empty());
    assert_eq!(drawn.all("[role=status]")[0].text_content().unwrap(), "No claim fits this search.");
    drawn.dispatch(ActionName::ClearSearch, "").await;
    drawn.render_all().await;
    assert_eq!(drawn.expanded(), all);
    assert_eq!(drawn.all("[role=status]")[0].text_content().unwrap(), "");
}

/// The events since the first rendering.
fn events(drawn: &Mounted) -> Vec<Event> {
    drawn.events.take().into_iter().filter(|event| !matches!(event, Event::FirstRender(_))).collect()
}

#[wasm_bindgen_test]
async fn a_claim_is_revealed_whatever_hides_it() {
    let drawn = draw(BRIDGE).await;
    let claim = "private-meeting".to_owned();
    drawn.dispatch(ActionName::SetView, "people").await;
    drawn.dispatch(ActionName::ToggleSearch, "").await;
    drawn.dispatch(ActionName::Search, "no such words").await;
    events(&drawn);
    drawn.dispatch(ActionName::Reveal, &claim).await;
    while drawn.expanded().len() < 2 {
        drawn.dispatch(ActionName::RenderMore, "").await;
    }
    assert_eq!(drawn.expanded()[1], "true");
    assert_eq!(
        events(&drawn),
        [Event::View(View::Claims), Event::Select { claim: claim.clone(), open: true }, Event::Revealed(claim.clone())]
    );

    drawn.dispatch(ActionName::Reveal, &claim).await;
    assert_eq!(events(&drawn), [Event::Revealed(claim)], "it is open already");
}

#[wasm_bindgen_test]
async fn a_claim_that_is_not_in_the_story_is_announced_and_changes_nothing_else() {
    let drawn = draw(BRIDGE).await;
    drawn.dispatch(ActionName::SetView, "people").await;
    events(&drawn);
    drawn.dispatch(ActionName::Reveal, "nothing").await;
    assert_eq!(events(&drawn), [Event::Missing("nothing".to_owned())]);
    assert_eq!(drawn.all("[part=people]").len(), 1);
    let status = || drawn.all("[role=status]")[0].text_content().unwrap();
    assert!(!status().is_empty());
    drawn.dispatch(ActionName::SetView, "claims").await;
    assert_eq!(status(), "");
    drawn.dispatch(ActionName::Open, "nothing").await;
    assert!(!status().is_empty());
    assert_eq!(events(&drawn), [Event::View(View::Claims)]);
}

#[wasm_bindgen_test]
async fn what_was_copied_says_so_beside_its_button() {
    let drawn = draw(BRIDGE).await;
    drawn.click(1).await;
    drawn.dispatch(ActionName::Copied, "private-meeting").await;
    let copied = drawn.all("[part=copied]");
    assert_eq!(copied.len(), 1);
    assert_eq!(copied[0].parent_element().unwrap().get_attribute("data-value").unwrap(), "private-meeting");
    drawn.click(0).await;
    assert!(drawn.all("[part=copied]").is_empty());
}
