//! What readers can do with the panel as a whole: choose a view, search, open everything.

use yew::{Event, Html, InputEvent, html};

use super::field::value;
use super::scene::Scene;
use super::state::{Action, Notice, State, View};
use super::{Controls, parts};
use crate::model::{ClaimId, Group};
use crate::texts::Word;

/// Above so many claims their order is something to choose.
const MOST_WITHOUT_ORDER: usize = 5;

/// The row of buttons above the view, and what it says.
pub fn row(scene: &Scene, controls: Controls, state: &State, found: &[ClaimId]) -> Html {
    let mut row = Vec::new();
    if controls.has(Controls::VIEWS) {
        row.push(views(scene, state.view));
    }
    let tools = tools(scene, controls, state, found);
    if !tools.is_empty() {
        row.push(html! { <div part="tools">{ parts::all(tools) }</div> });
    }
    if state.is_searching {
        row.push(search(scene, controls, state));
    }
    html! {
        <>
            if !row.is_empty() {
                <div part="controls">{ parts::all(row) }</div>
            }
            // Readers are told what becomes of it only if it was there before.
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
        buttons.push(button(scene, "view-button", word, Some(view == shown), Action::Choose(view)));
    }
    html! { <div part="views" role="group" aria-label={scene.texts.say(Word::Views)}>{ parts::all(buttons) }</div> }
}

fn tools(scene: &Scene, controls: Controls, state: &State, found: &[ClaimId]) -> Vec<Html> {
    let mut tools = Vec::new();
    let key = |id: &ClaimId| scene.panel.claim(*id).key.clone();
    let all = scene.panel.all_claims().count();
    if state.view == View::Claims && all > 1 {
        if found.iter().all(|id| state.is_open(&key(id))) && !found.is_empty() {
            tools.push(button(scene, "tool", Word::CloseAll, None, Action::CloseAll));
        } else {
            tools.push(button(scene, "tool", Word::ExpandAll, None, Action::OpenAll(found.iter().map(key).collect())));
        }
        if all > MOST_WITHOUT_ORDER {
            tools.push(button(scene, "tool", Word::NewestFirst, Some(state.is_newest_first), Action::Reorder));
        }
    }
    if all > 1 && (controls.has(Controls::SEARCH) || controls.has(Controls::FILTER)) {
        let onclick = scene.act.reform(|_| Action::Search);
        let expanded = if state.is_searching { "true" } else { "false" };
        tools.push(html! {
            <button type="button" part="tool" aria-expanded={expanded} {onclick}>{ scene.texts.say(Word::Search) }</button>
        });
    }
    tools
}

#[inline(never)]
fn button(scene: &Scene, part: &'static str, word: Word, pressed: Option<bool>, action: Action) -> Html {
    let onclick = scene.act.reform(move |_| action.clone());
    let pressed = pressed.map(|pressed| if pressed { "true" } else { "false" });
    html! { <button type="button" {part} aria-pressed={pressed} {onclick}>{ scene.texts.say(word) }</button> }
}

/// The fields. Lists to choose from are made anew after a search, so that they show that nothing is chosen.
fn search(scene: &Scene, controls: Controls, state: &State) -> Html {
    let mut fields = Vec::new();
    if controls.has(Controls::SEARCH) {
        let oninput = scene.act.reform(|event: InputEvent| Action::Find(value(&event)));
        fields.push(html! {
            <input
                type="search"
                part="field"
                aria-label={scene.texts.say(Word::Search)}
                placeholder={scene.texts.say(Word::Search)}
                autocomplete="off"
                enterkeyhint="search"
                value={state.words.clone()}
                {oninput}
            />
        });
    }
    if controls.has(Controls::FILTER) {
        let mut parties = vec![(scene.texts.say(Word::Everybody).to_owned(), state.party.is_none())];
        for (_, party) in scene.panel.all_parties() {
            parties.push((party.name.clone(), state.party.as_ref() == Some(&party.key)));
        }
        let panel = scene.panel.clone();
        let onchange = scene.act.reform(move |event: Event| {
            Action::Concern(chosen(&event).and_then(|at| panel.all_parties().nth(at)).map(|(_, party)| party.key.clone()))
        });
        fields.push(choice(scene, Word::FilterParty, state, parties, onchange));
        let mut groups = vec![(scene.texts.say(Word::EveryPosition).to_owned(), state.group.is_none())];
        for group in Group::ALL {
            groups.push((scene.texts.group(group).to_owned(), state.group == Some(group)));
        }
        let onchange = scene.act.reform(move |event: Event| {
            Action::Position(chosen(&event).and_then(|at| Group::ALL.get(at).copied()))
        });
        fields.push(choice(scene, Word::FilterGroup, state, groups, onchange));
    }
    fields.push(button(scene, "tool", Word::Clear, None, Action::Clear));
    html! { <div part="search" role="search">{ parts::all(fields) }</div> }
}

/// The place of what was chosen among all but the first entry, which is no choice.
fn chosen(event: &Event) -> Option<usize> {
    value(event).parse::<usize>().ok()?.checked_sub(1)
}

#[inline(never)]
fn choice(
    scene: &Scene,
    word: Word,
    state: &State,
    entries: Vec<(String, bool)>,
    onchange: yew::Callback<Event>,
) -> Html {
    let mut options = Vec::new();
    for (number, (words, selected)) in entries.into_iter().enumerate() {
        options.push(html! { <option value={number.to_string()} {selected}>{ words }</option> });
    }
    html! {
        <select part="field" key={state.searches} aria-label={scene.texts.say(word)} {onchange}>
            { parts::all(options) }
        </select>
    }
}

/// What is said once: what became of a click, or how many claims are left.
fn said(scene: &Scene, state: &State, found: usize) -> Html {
    let texts = &scene.texts;
    match &state.notice {
        Some(Notice::Copied) => parts::text(texts.say(Word::Copied)),
        Some(Notice::NotCopied(address)) => scene.sentence(Word::NotCopied, &[html! { <bdi>{ address }</bdi> }]),
        Some(Notice::ClaimMissing) => parts::text(texts.say(Word::ClaimMissing)),
        None if !state.is_filtered() => Html::default(),
        None if found == 0 => parts::text(texts.say(Word::FoundNone)),
        None => parts::text(&texts.number(found, Word::Found)),
    }
}
