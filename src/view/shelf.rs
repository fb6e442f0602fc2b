//! What was drawn of a view's entries: none is drawn twice, and only so many are drawn at once. A long list grows
//! while the reader reads, and whatever they do meanwhile does not wait for it. While they search it stays short, as
//! browsers need a tenth of a second to take a thousand entries away, until they ask for the rest.

use yew::{Component, Context, Html, Properties, html};

/// So much is drawn at once. An opened statement counts three, a line one, and an entry what everything in it does.
const AT_ONCE: usize = 300;

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
    /// What all of them weigh; those that were drawn again count again, so that the sum errs high.
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
pub struct Entry {
    /// Whether it was open.
    pub is_open: bool,
    /// What it looks like.
    pub html: Html,
    /// When it was shown last.
    pass: usize,
}

impl Shelf {
    /// Begins to go through the view, with room for more entries, or for all of them.
    pub fn begin(&mut self, extent: Extent) {
        let kept = std::mem::take(&mut self.kept_room);
        (self.room, self.left) = match extent {
            Extent::Whole => (usize::MAX, usize::MAX),
            Extent::Growing => (kept.max(AT_ONCE), usize::MAX),
            Extent::Short => (kept.max(AT_A_KEYSTROKE), MOST),
        };
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

    /// An entry as it was drawn before, or drawn now if there is room for it.
    pub fn entry(&mut self, place: usize, is_open: bool, weight: usize, draw: &dyn Fn() -> Html) -> Option<&Entry> {
        if self.left == 0 {
            self.is_short = true;
            return None;
        }
        if self.entries.len() <= place {
            self.entries.resize(place + 1, None);
        }
        let entry = self.entries.get_mut(place)?;
        let is_drawn = entry.as_ref().is_some_and(|entry| entry.is_open == is_open);
        let is_shown = entry.as_ref().is_some_and(|entry| entry.pass + 1 == self.passes);
        let has_room = self.room > 0;
        if !(is_drawn && is_shown) {
            self.is_unfinished |= !has_room;
            self.room = self.room.saturating_sub(weight);
        }
        if !is_drawn && has_room {
            self.weight += weight;
            self.stamps += 1;
            let html = html! { <Drawn key={place} stamp={self.stamps} html={draw()} /> };
            *entry = Some(Entry { is_open, html, pass: 0 });
        }
        // What is shown already stays as it is for now.
        let entry = entry.as_mut().filter(|_| has_room || is_shown)?;
        entry.pass = self.passes;
        self.left -= 1;
        Some(entry)
    }

    /// The same for an entry that is never closed, behind those that stand there already.
    pub fn put(&mut self, entries: &mut Vec<Html>, place: usize, weight: usize, draw: &dyn Fn() -> Html) {
        if let Some(entry) = self.entry(place, true, weight, draw) {
            entries.push(entry.html.clone());
        }
    }
}

/// Something that is not looked at again until it is drawn anew.
struct Drawn;

#[derive(Properties)]
struct Props {
    stamp: usize,
    html: Html,
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
        context.props().html.clone()
    }
}
