//! Which elements surround an article rather than belong to it.

/// Elements without text for readers.
pub const INVISIBLE: &[&str] =
    &["script", "style", "template", "noscript", "head", "svg", "iframe", "object", "select", "textarea", "datalist"];

/// Elements without an end tag.
pub const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Elements within a line of text. All others begin and end a block.
pub const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd",
    "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

const SURROUNDING: &[&str] = &["nav", "aside", "footer", "form", "button", "menu", "dialog", "claim-panel"];

const ROLES: &[&str] =
    &["navigation", "complementary", "banner", "contentinfo", "search", "menu", "toolbar", "dialog", "alert"];

/// Words in the names of classes and ids of what surrounds an article.
const NAMES: &[&str] = &[
    "ad",
    "ads",
    "advert",
    "advertisement",
    "breadcrumb",
    "breadcrumbs",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "footer",
    "menu",
    "more",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "outbrain",
    "paywall",
    "popular",
    "promo",
    "recirc",
    "recommended",
    "related",
    "share",
    "sharing",
    "sidebar",
    "signup",
    "skip",
    "social",
    "sponsored",
    "subscribe",
    "taboola",
    "tags",
    "teaser",
    "teasers",
    "toolbar",
    "trending",
    "verwandt",
    "relacionadas",
    "relacionados",
    "boletin",
    "infolettre",
];

/// Whether an element surrounds the article, by its name and attributes.
pub fn surrounds<'a>(name: &str, attribute: impl Fn(&str) -> Option<&'a str>) -> bool {
    if matches!(name, "html" | "body" | "main" | "article") {
        return false;
    }
    let is_named = |value: &str| {
        value.split(|c: char| !c.is_alphanumeric()).any(|word| NAMES.contains(&word.to_ascii_lowercase().as_str()))
    };
    SURROUNDING.contains(&name)
        || attribute("role").is_some_and(|role| ROLES.contains(&role))
        || ["class", "id"].iter().any(|key| attribute(key).is_some_and(is_named))
}
