//! Lines of an outline: texts, dates and enumerated values in readable form.

use std::fmt::Write;

use story::model::{Date, Link, Point, Time, When};

/// Indented lines of text.
#[derive(Default)]
pub struct Lines(String);

impl Lines {
    pub fn text(self) -> String {
        self.0
    }

    pub fn add(&mut self, depth: usize, line: &str) {
        // Control characters could break a line or hide part of it.
        let visible: String =
            line.chars().map(|c| if c.is_control() { format!("{}", c.escape_unicode()) } else { c.into() }).collect();
        writeln!(self.0, "{}{visible}", "  ".repeat(depth)).unwrap();
    }

    pub fn maybe<T: Show>(&mut self, depth: usize, name: &str, value: &Option<T>) {
        if let Some(value) = value {
            self.add(depth, &format!("{name}: {}", value.show()));
        }
    }
}

/// A value that can be written in a line.
pub trait Show {
    fn show(&self) -> String;
}

impl Show for String {
    fn show(&self) -> String {
        shorten(self)
    }
}

impl Show for u16 {
    fn show(&self) -> String {
        self.to_string()
    }
}

impl Show for Link {
    fn show(&self) -> String {
        match self.href() {
            Some(address) => format!("{} (at {})", shorten(address), self.host()),
            None => format!("as written “{}”", shorten(self.text())),
        }
    }
}

impl Show for When {
    fn show(&self) -> String {
        let Self { text, date } = self;
        match date {
            Some(date) => self::date(date),
            None => format!("as written “{}”", shorten(text)),
        }
    }
}

/// Replaces a long text by its beginning, its length and its end.
pub fn shorten(text: &str) -> String {
    let count = text.chars().count();
    if count <= 300 {
        return text.to_owned();
    }
    let begin: String = text.chars().take(20).collect();
    let end: String = text.chars().skip(count - 20).collect();
    format!("{begin}… {count} characters …{end}")
}

/// A date and its precision.
fn date(date: &Date) -> String {
    match date {
        Date::At(point) => self::point(point),
        Date::Span { from, to } => {
            let end = |point: &Option<Point>| point.as_ref().map_or_else(|| "open".to_owned(), self::point);
            format!("from {} to {}", end(from), end(to))
        }
    }
}

fn point(point: &Point) -> String {
    let Point { year, month, day, time, about, uncertain } = point;
    let mut text = format!("{year:04}");
    let mut precision = "year";
    if let Some(month) = month {
        write!(text, "-{month:02}").unwrap();
        precision = "month";
    }
    if let Some(day) = day {
        write!(text, "-{day:02}").unwrap();
        precision = "day";
    }
    if let Some(Time { hour, minute, offset }) = time {
        write!(text, " {hour:02}:{minute:02}").unwrap();
        if let Some(offset) = offset {
            let (sign, ahead) = if *offset < 0 { ('-', -offset) } else { ('+', *offset) };
            write!(text, " UTC{sign}{:02}:{:02}", ahead / 60, ahead % 60).unwrap();
        }
        precision = "minute";
    }
    let about = if *about { "about " } else { "" };
    let uncertain = if *uncertain { "perhaps " } else { "" };
    format!("{about}{uncertain}{precision} {text}")
}
