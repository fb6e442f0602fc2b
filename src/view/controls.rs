//! The controls of the whole panel: select a view, search, open everything.

use yew::{Html, html};

use super::scene::Scene;
use super::state::{Notice, State, View};
use super::{Controls, parts};
use crate::texts::Word;
use story::model::{ClaimId, Group};

/// With more claims than this, readers can choose the order.
const MOST_WITHOUT_ORDER: usize = 5;

/// The row of buttons above the view, and the status row.
pub fn row(scene: &Scene, controls: Controls, state: &State, found: &[ClaimId]) -> Html {
    // Each control has a fixed position, so that the focused button never turns into another one.
    let has_views = controls.has(Controls::VIEWS);
    let tools = tools(scene, controls, state, found);
    html! {
        <>
            if has_views || !tools.is_empty() {
                <div part="controls">
                    if has_views {
                        { views(scene, state.view) }
                    }
                    if !tools.is_empty() {
                        <div part="tools">{ parts::all(tools) }</div>
                    }
                    if state.is_searching {
                        { search(scene, controls, state) }
                    }
                </div>
            }
            // Screen readers announce only changes of a live region that already existed.
            <p part="status" role="status">{ said(scene, state, found.len()) }</p>
        </>
    }
}

fn views(scene: &Scene, shown: View) -> Html {
    let mut buttons = Vec::new();
    for view in View::ALL {
        let word = match view {
            View::Claims => Word::ViewClaims,
            View::People => Word::ViewPeople,
            View::Timeline => Word::ViewTimeline,
            View::Sources => Word::ViewSources,
        };
        let words = parts::text(scene.texts.say(word));
        let part = if view == shown { "view-button pressed" } else { "view-button" };
        buttons.push(parts::button(part, "choose", view.name(), Some(view == shown), words));
    }
    html! { <div part="views" role="group" aria-label={scene.texts.say(Word::Views)}>{ parts::all(buttons) }</div> }
}

fn tools(scene: &Scene, controls: Controls, state: &State, found: &[ClaimId]) -> Vec<Html> {
    let mut tools = Vec::new();
    let all = scene.panel.all_claims().count();
    if state.view == View::Claims && all > 1 {
        let mut is_any_closed = false;
        for id in found {
            is_any_closed |= !state.is_open(&scene.panel.claim(*id).key);
        }
        if is_any_closed {
            tools.push(tool(scene, "open-all", Word::ExpandAll, None));
        } else if !found.is_empty() {
            tools.push(tool(scene, "close-all", Word::CloseAll, None));
        }
        if all > MOST_WITHOUT_ORDER {
            tools.push(tool(scene, "reorder", Word::NewestFirst, Some(state.is_newest_first)));
        }
    }
    if all > 1 && (controls.has(Controls::SEARCH) || controls.has(Controls::FILTER)) {
        tools.push(tool(scene, "search", Word::Search, Some(state.is_searching)));
    }
    tools
}

fn tool(scene: &Scene, act: &'static str, word: Word, pressed: Option<bool>) -> Html {
    let part = if pressed == Some(true) { "tool pressed" } else { "tool" };
    parts::button(part, act, "", pressed, parts::text(scene.texts.say(word)))
}

/// The search fields. Selects get a new key after a search, which resets them.
fn search(scene: &Scene, controls: Controls, state: &State) -> Html {
    let mut fields = Vec::new();
    if controls.has(Controls::SEARCH) {
        let words = scene.texts.say(Word::Search);
        fields.push(html! {
            <input
                type="search"
                part="field"
                data-act="find"
                aria-label={words}
                placeholder={words}
                autocomplete="off"
                enterkeyhint="search"
                value={state.words.clone()}
            />
        });
    }
    if controls.has(Controls::FILTER) {
        let mut parties = Vec::new();
        for (_, party) in scene.panel.all_parties() {
            let is_chosen = state.party.as_ref() == Some(&party.key);
            parties.push(option(party.key.clone(), &party.name, is_chosen));
        }
        let is_chosen = state.party.is_some();
        fields.push(choice(scene, state, "concern", [Word::FilterParty, Word::Everybody], is_chosen, parties));
        let mut groups = Vec::new();
        for (number, group) in Group::ALL.into_iter().enumerate() {
            groups.push(option(number.to_string(), scene.texts.group(group), state.group == Some(group)));
        }
        let is_chosen = state.group.is_some();
        fields.push(choice(scene, state, "position", [Word::FilterGroup, Word::EveryPosition], is_chosen, groups));
    }
    fields.push(tool(scene, "clear", Word::Clear, None));
    html! { <div part="search" role="search">{ parts::all(fields) }</div> }
}

#[inline(never)]
fn option(value: String, words: &str, selected: bool) -> Html {
    let words = words.to_owned();
    // Yew inserts entries from the last to the first, and browsers select the first one inserted. So the selected
    // option is marked, and no other.
    if selected {
        html! { <option {value} selected=true>{ words }</option> }
    } else {
        html! { <option {value}>{ words }</option> }
    }
}

/// A select whose first option selects nothing.
fn choice(
    scene: &Scene,
    state: &State,
    act: &'static str,
    [label, none]: [Word; 2],
    is_chosen: bool,
    options: Vec<Html>,
) -> Html {
    html! {
        <select part="field" data-act={act} key={state.searches} aria-label={scene.texts.say(label)}>
            { option(String::new(), scene.texts.say(none), !is_chosen) }
            { parts::all(options) }
        </select>
    }
}

/// The announcement: the result of a click, or how many claims match.
fn said(scene: &Scene, state: &State, found: usize) -> Html {
    let texts = &scene.texts;
    let words = match &state.notice {
        Some(Notice::Copied) => parts::text(texts.say(Word::Copied)),
        Some(Notice::NotCopied(address)) => scene.sentence(Word::NotCopied, &[html! { <bdi>{ address }</bdi> }]),
        Some(Notice::ClaimMissing) => parts::text(texts.say(Word::ClaimMissing)),
        None if !state.is_filtered() => return Html::default(),
        None if found == 0 => parts::text(texts.say(Word::FoundNone)),
        None => parts::text(&texts.number(found, Word::Found)),
    };
    html! { <span key={state.times_said}>{ words }</span> }
}
