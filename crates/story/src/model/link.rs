//! Links that are safe for readers to follow.

/// Returns the host to which a browser goes for an address, with the port if it is not the usual one, or nothing if
/// browsers cannot follow the address. Only browsers have every rule for hosts, and this crate has no browser, so callers
/// pass such a function. The host has the form that is sent over the network: no letter can pass for another.
pub type HostOf = fn(&str) -> Option<String>;

/// An address of the document, and whether readers can follow it.
///
/// Only addresses that literally begin with `http://` or `https://`, in upper or lower case, are
/// usable, so that no browser can interpret them in another way. This rejects every spelling of
/// `javascript:`, and relative addresses, which would lead elsewhere on each page that embeds the panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    text: String,
    host: Option<String>,
}

impl Link {
    /// Reads an address without surrounding whitespace. One with another scheme, with invisible characters or without a host
    /// that browsers can reach is kept only as text. `may_be_mail` also allows an address for e-mail.
    pub fn read(text: &str, may_be_mail: bool, host_of: HostOf) -> Self {
        let host = if !text.chars().all(|c| !c.is_control() && !c.is_whitespace() && !is_invisible(c)) {
            None
        } else if may_be_mail && let Some(address) = after(text, "mailto:") {
            address.split_once('@').filter(|(name, _)| !name.is_empty()).map(|_| address.to_owned())
        } else if is_plain(text) {
            host_of(text)
        } else {
            None
        };
        Self { text: text.to_owned(), host }
    }

    /// The address as written, if it is usable.
    pub fn href(&self) -> Option<&str> {
        self.host.is_some().then_some(&*self.text)
    }

    /// The address as written, usable or not.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The address with a text directive for a quotation (WICG, URL Fragment Text Directives). A browser that
    /// supports it scrolls to the words; others ignore it.
    pub fn href_at(&self, quotation: &str) -> Option<String> {
        let href = self.href()?;
        let words: Vec<&str> = quotation.split_whitespace().collect();
        // An ellipsis or a bracket marks an edit, so these words are not in the source as quoted.
        if words.is_empty() || quotation.contains(['…', '[']) || href.contains(TEXT_DIRECTIVE) {
            return Some(href.to_owned());
        }
        let mut address = href.to_owned();
        if !address.contains('#') {
            address.push('#');
        }
        address.push_str(":~:text=");
        let is_long = words.len() > 2 * EDGE_WORDS;
        for (number, word) in words.iter().enumerate() {
            // The beginning and the end identify a long quotation.
            if is_long && (EDGE_WORDS..words.len() - EDGE_WORDS).contains(&number) {
                continue;
            }
            match number {
                0 => {}
                _ if is_long && number == words.len() - EDGE_WORDS => address.push(','),
                _ => address.push_str("%20"),
            }
            encode(word, &mut address);
        }
        Some(address)
    }

    /// The host without `www.`, which shows readers where a link leads; the whole text if the address is
    /// not usable.
    pub fn host(&self) -> &str {
        let host = self.host.as_deref().unwrap_or(&self.text);
        // In `www.com`, the prefix is the name itself.
        host.strip_prefix("www.").filter(|rest| self.host.is_some() && rest.contains('.')).unwrap_or(host)
    }
}

/// An address with this character may already contain a text directive, which is kept.
const TEXT_DIRECTIVE: char = '~';

/// Number of words at either end that identify a long quotation.
const EDGE_WORDS: usize = 5;

/// Percent-encodes everything but ASCII letters and digits, because commas, dashes and ampersands are syntax in a
/// text directive.
fn encode(word: &str, address: &mut String) {
    for byte in word.bytes() {
        if byte.is_ascii_alphanumeric() {
            address.push(char::from(byte));
        } else {
            address.push('%');
            for digit in [byte >> 4, byte & 15] {
                address.push(char::from_digit(digit.into(), 16).unwrap_or('0').to_ascii_uppercase());
            }
        }
    }
}

/// Whether an address is one of the web whose host is what it seems to be. Browsers accept all that is ruled out here, and
/// each of it can make one host look like another, as credentials before an @ do.
fn is_plain(text: &str) -> bool {
    let address = after(text, "https://").or_else(|| after(text, "http://"));
    let host = address.and_then(|address| address.split(['/', '?', '#']).next()).unwrap_or_default();
    !host.is_empty() && !host.starts_with('.') && !host.contains(['@', '\\', '"', '%'])
}

/// What follows the scheme of an address, in upper or lower case.
fn after<'a>(text: &'a str, scheme: &str) -> Option<&'a str> {
    let (begin, rest) = text.split_at_checked(scheme.len())?;
    begin.eq_ignore_ascii_case(scheme).then_some(rest)
}

/// Whether a character is invisible or changes the direction of the text around it.
#[inline(never)]
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF9}'..='\u{FFFB}')
}

/// Whether a character is invisible and selects a form of the one before it, as in many emoji.
pub(crate) fn is_selector(c: char) -> bool {
    matches!(c, '\u{180B}'..='\u{180F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E0FFF}')
}
