//! The controls of the whole panel: select a view, search, open everything.

use yew::{Html, html};

use super::context::ViewContext;
use super::state::{Notice, State, View};
use super::{Controls, elements};
use crate::protocol::ActionName;
use crate::texts::Message;
use story::model::{ClaimId, Group};

/// With more claims than this, readers can choose the order.
const MAX_UNORDERED_CLAIMS: usize = 5;

/// The row of buttons above the view, and the status row.
pub fn row(context: &ViewContext, controls: Controls, state: &State, found: &[ClaimId]) -> Html {
    // Each control has a fixed position, so that the focused button never turns into another one.
    let has_views = controls.has(Controls::VIEWS);
    let tools = tools(context, controls, state, found);
    html! {
        <>
            if has_views || !tools.is_empty() {
                <div part="controls">
                    if has_views {
                        { views(context, state.view) }
                    }
                    if !tools.is_empty() {
                        { elements::div("tools", elements::all(tools)) }
                    }
                    if state.is_searching {
                        { search(context, controls, state) }
                    }
                </div>
            }
            // Screen readers announce only changes of a live region that already existed.
            <p part="status" role="status">{ announcement(context, state, found.len()) }</p>
        </>
    }
}

fn views(context: &ViewContext, shown: View) -> Html {
    let mut buttons = Vec::new();
    for view in View::ALL {
        let word = match view {
            View::Claims => Message::ViewClaims,
            View::People => Message::ViewPeople,
            View::Timeline => Message::ViewTimeline,
            View::Sources => Message::ViewSources,
        };
        let words = elements::text(context.texts.say(word));
        let part = if view == shown { "view-button pressed" } else { "view-button" };
        buttons.push(elements::button(part, ActionName::SetView, view.name(), Some(view == shown), words));
    }
    html! { <div part="views" role="group" aria-label={context.texts.say(Message::Views)}>{ elements::all(buttons) }</div> }
}

fn tools(context: &ViewContext, controls: Controls, state: &State, found: &[ClaimId]) -> Vec<Html> {
    let mut tools = Vec::new();
    let all = context.story.all_claims().count();
    if state.view == View::Claims && all > 1 {
        let mut is_any_closed = false;
        for id in found {
            is_any_closed |= !state.is_open(&context.story.claim(*id).key);
        }
        if is_any_closed {
            tools.push(tool(context, ActionName::OpenAll, Message::ExpandAll, None));
        } else if !found.is_empty() {
            tools.push(tool(context, ActionName::CloseAll, Message::CloseAll, None));
        }
        if all > MAX_UNORDERED_CLAIMS {
            tools.push(tool(context, ActionName::ToggleOrder, Message::NewestFirst, Some(state.is_newest_first)));
        }
    }
    if all > 1 && (controls.has(Controls::SEARCH) || controls.has(Controls::FILTER)) {
        tools.push(tool(context, ActionName::ToggleSearch, Message::Search, Some(state.is_searching)));
    }
    tools
}

fn tool(context: &ViewContext, act: ActionName, word: Message, pressed: Option<bool>) -> Html {
    let part = if pressed == Some(true) { "tool pressed" } else { "tool" };
    elements::button(part, act, "", pressed, elements::text(context.texts.say(word)))
}

/// The search fields. Selects get a new key after a search, which resets them.
fn search(context: &ViewContext, controls: Controls, state: &State) -> Html {
    let mut fields = Vec::new();
    if controls.has(Controls::SEARCH) {
        let words = context.texts.say(Message::Search);
        fields.push(html! {
            <input
                type="search"
                part="field"
                data-act={ActionName::Search.text()}
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
        for (_, party) in context.story.all_parties() {
            let is_chosen = state.party.as_ref() == Some(&party.key);
            parties.push(option(party.key.clone(), &party.name, is_chosen));
        }
        let is_chosen = state.party.is_some();
        fields.push(choice(
            context,
            state,
            ActionName::FilterByParty,
            [Message::FilterParty, Message::Everybody],
            is_chosen,
            parties,
        ));
        let mut groups = Vec::new();
        for (number, group) in Group::ALL.into_iter().enumerate() {
            groups.push(option(number.to_string(), context.texts.group(group), state.group == Some(group)));
        }
        let is_chosen = state.group.is_some();
        fields.push(choice(
            context,
            state,
            ActionName::FilterByPosition,
            [Message::FilterGroup, Message::EveryPosition],
            is_chosen,
            groups,
        ));
    }
    fields.push(tool(context, ActionName::ClearSearch, Message::Clear, None));
    html! { <div part="search" role="search">{ elements::all(fields) }</div> }
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
    context: &ViewContext,
    state: &State,
    act: ActionName,
    [label, none]: [Message; 2],
    is_chosen: bool,
    options: Vec<Html>,
) -> Html {
    html! {
        <select part="field" data-act={act.text()} key={state.searches} aria-label={context.texts.say(label)}>
            { option(String::new(), context.texts.say(none), !is_chosen) }
            { elements::all(options) }
        </select>
    }
}

/// The announcement: the result of a click, or how many claims match.
fn announcement(context: &ViewContext, state: &State, found: usize) -> Html {
    let texts = &context.texts;
    let words = match &state.notice {
        Some(Notice::Copied(_)) => elements::text(texts.say(Message::Copied)),
        Some(Notice::NotCopied(address)) => context.sentence(Message::NotCopied, &[html! { <bdi>{ address }</bdi> }]),
        Some(Notice::ClaimMissing) => elements::text(texts.say(Message::ClaimMissing)),
        None if !state.is_filtered() => return Html::default(),
        None if found == 0 => elements::text(texts.say(Message::FoundNone)),
        None => elements::text(&texts.number(found, Message::Found)),
    };
    html! { <span key={state.announcements}>{ words }</span> }
}
