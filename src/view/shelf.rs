//! Which entries of a view are drawn: none that is shown is drawn again, and only so many are drawn at once. A long
//! list grows while the reader reads, and whatever they do meanwhile does not wait for it. While they search, it stays
//! short until they ask for the rest: browsers need a tenth of a second to remove a thousand entries.

use std::cell::Cell;

use yew::virtual_dom::Key;
use yew::{Component, Context, Html, Properties, html};

/// So much is drawn at once. An opened statement counts three, a line one, and an entry what everything in it does.
const AT_ONCE: usize = 300;

/// So much of a view is drawn first: what fills a screen.
const AT_FIRST: usize = 100;

/// The same for each keystroke of a search.
const AT_A_KEYSTROKE: usize = 50;

/// So many entries are shown of what a search leaves.
const MOST: usize = 40;

/// How much of a view is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Everything at once: a file or a sheet of paper.
    Whole,
    /// Everything, by and by.
    Growing,
    /// The first entries, by and by.
    Short,
}

/// The entries of one view, by their place in it.
#[derive(Default)]
pub struct Shelf {
    entries: Vec<Option<Entry>>,
    /// What those weigh that are shown.
    weight: usize,
    /// The least that the next pass has room for.
    kept_room: usize,
    room: usize,
    /// So many more entries may be shown.
    left: usize,
    /// How often the view was gone through.
    passes: usize,
    stamps: usize,
    /// Whether some entries found no room this time.
    pub is_unfinished: bool,
    /// Whether some entries are not shown before the reader asks for them.
    pub is_short: bool,
}

/// An entry as it was drawn.
#[derive(Clone)]
struct Entry {
    is_open: bool,
    html: Html,
    /// When it was shown last.
    pass: usize,
}

impl Shelf {
    /// Begins to go through the view, with room for more entries, or for all of them.
    pub fn begin(&mut self, extent: Extent) {
        let kept = std::mem::take(&mut self.kept_room);
        let at_once = if self.weight == 0 { AT_FIRST } else { AT_ONCE };
        (self.room, self.left) = match extent {
            Extent::Whole => (usize::MAX, usize::MAX),
            Extent::Growing => (kept.max(at_once), usize::MAX),
            Extent::Short => (kept.max(AT_A_KEYSTROKE), MOST),
        };
        self.weight = 0;
        self.passes += 1;
        self.is_unfinished = false;
        self.is_short = false;
    }

    /// Forgets what was drawn. What is drawn next begins anew, or is at once as long as it was.
    pub fn clear(&mut self, is_as_long: bool) {
        self.kept_room = if is_as_long { self.weight } else { 0 };
        self.weight = 0;
        self.entries.clear();
    }

    /// Adds an entry as it was drawn before, or draws it now if there is room for it.
    pub fn put(&mut self, entries: &mut Vec<Html>, place: usize, weight: usize, draw: &dyn Fn() -> Html) {
        self.put_open(entries, place, true, weight, &|| (place.into(), draw()));
    }

    /// The same for an entry that can be closed, with the key by which Yew finds it again.
    pub fn put_open(
        &mut self,
        entries: &mut Vec<Html>,
        place: usize,
        is_open: bool,
        weight: usize,
        draw: &dyn Fn() -> (Key, Html),
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
        let is_as_it_was = entry.as_ref().is_some_and(|entry| is_shown && entry.is_open == is_open);
        let has_room = self.room > 0;
        if !is_as_it_was {
            self.is_unfinished |= !has_room;
            self.room = self.room.saturating_sub(weight);
            if has_room {
                self.stamps += 1;
                let (key, html) = draw();
                let html = html! { <Drawn {key} stamp={self.stamps} html={Cell::new(html)} /> };
                *entry = Some(Entry { is_open, html, pass: 0 });
            }
        }
        // What is shown already stays as it is for now.
        if let Some(entry) = entry.as_mut().filter(|_| has_room || is_shown) {
            entry.pass = self.passes;
            self.left -= 1;
            self.weight += weight;
            entries.push(entry.html.clone());
        }
    }
}

/// Something that Yew does not compare again until it is drawn anew. It is handed to Yew instead of being copied, so
/// that a long panel is in memory once.
struct Drawn;

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

impl Component for Drawn {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        context.props().html.take()
    }
}
