//! Articles in HTML pages: their text without what surrounds it, and what the page says about them.

mod page;
mod surroundings;

use page::{Block, Page};

/// An article as its page gives it. Fields that the page does not give are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// The headline.
    pub title: String,
    /// The language, as a BCP 47 tag.
    pub lang: String,
    /// The day of publication, as `2031-03-04`.
    pub date: String,
    /// The text, with an empty line between paragraphs. Headline and captions belong to it; navigation, related
    /// links, newsletter boxes and comments do not.
    pub text: String,
}

/// The article of a page. A page that marks none up gives all of its text outside navigation and the like.
pub fn article(html: &str) -> Article {
    let page = Page::read(html);
    let blocks = page.main();
    let headline = blocks.iter().find(|block| block.is_headline).map(|block| block.text.clone());
    let title = [headline.unwrap_or_default(), page.facts.og_title.clone(), page.facts.title.clone()];
    let date = [page.facts.json_ld_date.as_str(), page.facts.meta_date.as_str(), page.facts.time.as_str()];
    Article {
        title: title.into_iter().find(|title| !title.is_empty()).unwrap_or_default(),
        lang: page.facts.lang.clone(),
        date: date.into_iter().find_map(day).unwrap_or_default(),
        text: joined(&blocks),
    }
}

/// All text of a page that readers can see, including what surrounds the article.
pub fn text(html: &str) -> String {
    joined(&Page::read(html).blocks.iter().collect::<Vec<_>>())
}

fn joined(blocks: &[&Block]) -> String {
    blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n\n")
}

/// The day of an ISO 8601 date and time.
fn day(date: &str) -> Option<String> {
    let day: String = date.trim().chars().take(10).collect();
    let is_day = day.len() == 10
        && day.chars().enumerate().all(|(at, c)| if at == 4 || at == 7 { c == '-' } else { c.is_ascii_digit() });
    is_day.then_some(day)
}
