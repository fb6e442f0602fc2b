//! What was drawn of a view's entries: none is drawn twice, and only so many are drawn at once. A long list grows
//! while the reader reads, and whatever they do meanwhile does not wait for it.

use yew::{Component, Context, Html, Properties, html};

/// So much is drawn at once. An opened statement counts three, a line one, and an entry what everything in it does.
const AT_ONCE: usize = 300;

/// The entries of one view, by their place in it.
#[derive(Default)]
pub struct Shelf {
    entries: Vec<Option<Entry>>,
    /// What all of them weigh; those that were drawn again count again, so that it is rather too much.
    weight: usize,
    /// The least that the next go has room for.
    kept_room: usize,
    room: usize,
    stamps: usize,
    /// Whether some entries found no room.
    pub is_unfinished: bool,
}

/// An entry as it was drawn.
#[derive(Clone)]
pub struct Entry {
    /// Whether it was open.
    pub is_open: bool,
    /// Whether it is not shown now, and has to be laid out before it is again.
    pub is_hidden: bool,
    /// What it looks like.
    pub html: Html,
}

impl Shelf {
    /// Begins to go through the view, with room for more entries, or for all of them.
    pub fn begin(&mut self, has_room_for_all: bool) {
        let least = std::mem::take(&mut self.kept_room).max(AT_ONCE);
        self.room = if has_room_for_all { usize::MAX } else { least };
        self.is_unfinished = false;
    }

    /// Forgets what was drawn. What is drawn next begins anew, or is at once as long as it was.
    pub fn clear(&mut self, is_as_long: bool) {
        self.kept_room = if is_as_long { self.weight } else { 0 };
        self.weight = 0;
        self.entries.clear();
    }

    /// An entry as it was drawn before, or drawn now if there is room for it.
    pub fn entry(&mut self, place: usize, is_open: bool, weight: usize, draw: &dyn Fn() -> Html) -> Option<&Entry> {
        if self.entries.len() <= place {
            self.entries.resize(place + 1, None);
        }
        let entry = self.entries.get_mut(place)?;
        if entry.as_ref().is_none_or(|entry| entry.is_open != is_open) {
            if self.room == 0 {
                self.is_unfinished = true;
            } else {
                self.room = self.room.saturating_sub(weight);
                self.weight += weight;
                self.stamps += 1;
                let html = html! { <Drawn key={place} stamp={self.stamps} html={draw()} /> };
                *entry = Some(Entry { is_open, is_hidden: false, html });
            }
        } else if let Some(entry) = entry.as_mut().filter(|entry| entry.is_hidden) {
            entry.is_hidden = self.room == 0;
            self.is_unfinished |= entry.is_hidden;
            self.room = self.room.saturating_sub(weight / 2);
        }
        entry.as_ref()
    }

    /// The same for an entry that is never closed, behind those that stand there already.
    pub fn put(&mut self, entries: &mut Vec<Html>, place: usize, weight: usize, draw: &dyn Fn() -> Html) {
        if let Some(entry) = self.entry(place, true, weight, draw) {
            entries.push(entry.html.clone());
        }
    }

    /// An entry that is not to be shown, if it was drawn before.
    pub fn hidden(&mut self, place: usize) -> Option<&Entry> {
        let entry = self.entries.get_mut(place)?.as_mut()?;
        entry.is_hidden = true;
        Some(entry)
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
