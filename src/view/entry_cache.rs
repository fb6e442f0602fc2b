//! Caches the rendered entries of a view and limits how many are rendered at once. A long list grows while the reader
//! reads, without delaying the reader's actions. During a search it stays short until the reader asks for the rest,
//! since browsers need a tenth of a second to remove a thousand entries.

use std::cell::Cell;

use yew::virtual_dom::Key;
use yew::{Component, Context, Html, Properties, html};

/// The most weight rendered at once. An opened statement weighs three, a line one, and an entry as much as its content.
const PASS_WEIGHT: usize = 300;

/// The weight rendered first, which fills a screen.
const FIRST_PASS_WEIGHT: usize = 100;

/// The weight rendered for each keystroke of a search.
const KEYSTROKE_WEIGHT: usize = 50;

/// The most entries shown during a search.
pub const MAX_SEARCH_ENTRIES: usize = 40;

/// How much of a view is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Everything at once, for a file or paper.
    Whole,
    /// Everything, in several passes.
    Growing,
    /// Only the first entries, in several passes.
    Short,
}

/// The part of an entry that readers can change. The entry is rendered again when it changes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct EntryState {
    /// Whether the entry's content is shown.
    pub is_open: bool,
    /// Whether the entry says that it was copied.
    pub is_copied: bool,
}

/// The entries of one view, by their position.
#[derive(Default)]
pub struct EntryCache {
    entries: Vec<Option<Entry>>,
    /// The weight of the entries shown.
    weight: usize,
    /// The least weight that the next pass may render.
    kept_room: usize,
    room: usize,
    /// How many more entries may be shown.
    left: usize,
    /// The number of passes.
    passes: usize,
    grows: bool,
    /// Whether closed entries are filled: for paper, or once every entry is shown.
    fills: bool,
    stamps: usize,
    /// Whether this pass left entries for the next one.
    pub is_unfinished: bool,
    /// Whether this pass left closed entries to be filled.
    pub is_partial: bool,
    /// Whether entries are hidden until the reader asks for them.
    pub is_short: bool,
}

/// A rendered entry.
#[derive(Clone)]
struct Entry {
    state: EntryState,
    /// Whether it contains what it shows when it is open.
    is_full: bool,
    html: Html,
    /// The last pass in which it was shown.
    pass: usize,
}

impl EntryCache {
    /// Starts a pass.
    pub fn begin(&mut self, extent: Extent) {
        let kept = std::mem::take(&mut self.kept_room);
        let at_once = if self.weight == 0 { FIRST_PASS_WEIGHT } else { PASS_WEIGHT };
        (self.room, self.left) = match extent {
            Extent::Whole => (usize::MAX, usize::MAX),
            Extent::Growing => (kept.max(at_once), usize::MAX),
            Extent::Short => (kept.max(KEYSTROKE_WEIGHT), MAX_SEARCH_ENTRIES),
        };
        self.grows = extent == Extent::Growing;
        let is_idle = self.weight > 0 && !self.is_unfinished && !self.is_short;
        self.fills = extent == Extent::Whole || self.grows && is_idle;
        self.weight = 0;
        self.passes += 1;
        self.is_unfinished = false;
        self.is_partial = false;
        self.is_short = false;
    }

    /// Discards the rendered entries. The next pass starts small, or renders as much as there was before.
    pub fn clear(&mut self, is_as_long: bool) {
        self.kept_room = if is_as_long { self.weight } else { 0 };
        self.weight = 0;
        self.is_unfinished = true;
        self.entries.clear();
    }

    /// Whether the last pass has shown this entry open.
    pub fn shows_open(&self, place: usize) -> bool {
        let entry = self.entries.get(place).and_then(Option::as_ref);
        entry.is_some_and(|entry| entry.state.is_open && entry.pass == self.passes)
    }

    /// Adds an entry from the cache, or renders it if the limit of this pass allows.
    pub fn put(&mut self, entries: &mut Vec<Html>, place: usize, weight: usize, draw: &dyn Fn() -> Html) {
        let state = EntryState { is_open: true, is_copied: false };
        self.put_open(entries, place, state, (weight, weight), &|_| (place.into(), draw()));
    }

    /// The same for an entry that can be closed, with its key for Yew and its weights without and with what it shows when
    /// it is open. Closed entries are first rendered without that. It follows once all entries are shown, so that the
    /// browser's search finds it.
    pub fn put_open(
        &mut self,
        entries: &mut Vec<Html>,
        place: usize,
        state: EntryState,
        (closed, open): (usize, usize),
        draw: &dyn Fn(bool) -> (Key, Html),
    ) {
        if self.left == 0 {
            self.is_short = true;
            return;
        }
        if self.entries.len() <= place {
            self.entries.resize(place + 1, None);
        }
        let Some(entry) = self.entries.get_mut(place) else { return };
        let is_shown = entry.as_ref().is_some_and(|entry| entry.pass + 1 == self.passes);
        let was_full = entry.as_ref().is_some_and(|entry| entry.is_full);
        let is_full = state.is_open || was_full || self.fills;
        let is_current = is_shown && entry.as_ref().is_some_and(|entry| entry.state == state);
        let is_as_it_was = is_current && was_full == is_full;
        let weight = if is_full { open } else { closed };
        let has_room = self.room > 0;
        if !is_as_it_was {
            self.is_unfinished |= !has_room && !is_current;
            self.room = self.room.saturating_sub(weight);
            if has_room {
                self.stamps += 1;
                let (key, html) = draw(is_full);
                let html = html! { <Memo {key} stamp={self.stamps} html={Cell::new(html)} /> };
                *entry = Some(Entry { state, is_full, html, pass: 0 });
            }
        }
        // An entry that is already shown stays as it is until a later pass.
        if let Some(entry) = entry.as_mut().filter(|_| has_room || is_shown) {
            entry.pass = self.passes;
            self.is_partial |= self.grows && !entry.is_full;
            self.left -= 1;
            self.weight += closed;
            entries.push(entry.html.clone());
        }
    }
}

/// Content that Yew does not compare until its stamp changes. It is moved into Yew instead of cloned, so that a long
/// panel is in memory only once.
struct Memo;

#[derive(Properties)]
struct Props {
    stamp: usize,
    html: Cell<Html>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.stamp == other.stamp
    }
}

impl Component for Memo {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        ctx.props().html.take()
    }
}
