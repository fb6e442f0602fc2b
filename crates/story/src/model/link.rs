//! Links that are safe for readers to follow.

/// An address of the document, and whether readers can follow it.
///
/// Only addresses that literally begin with `http://` or `https://`, in upper or lower case, are
/// usable, so that no browser can interpret them in another way. This rejects every spelling of
/// `javascript:`, and relative addresses, which would lead elsewhere on each page that embeds the panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    text: String,
    is_usable: bool,
}

impl Link {
    /// Reads an address. One with another scheme, without a host or with invisible characters is kept
    /// only as text.
    pub fn read(text: &str) -> Self {
        let text = text.trim_matches(' ');
        Self { text: text.to_owned(), is_usable: usable_host(text).is_some() }
    }

    /// The address as written, if it is usable.
    pub fn href(&self) -> Option<&str> {
        self.is_usable.then_some(&*self.text)
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
        match usable_host(&self.text) {
            // In `www.com`, the prefix is the name itself.
            Some(host) => host.strip_prefix("www.").filter(|host| host.contains('.')).unwrap_or(host),
            None => &self.text,
        }
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

/// The host, with the port if there is one, of an address that readers can follow.
// Inlining would copy it to each of its callers.
#[inline(never)]
fn usable_host(text: &str) -> Option<&str> {
    let scheme = text.get(..8).filter(|s| s.eq_ignore_ascii_case("https://"));
    let scheme = scheme.or_else(|| text.get(..7).filter(|s| s.eq_ignore_ascii_case("http://")))?;
    let host = text.get(scheme.len()..)?.split(['/', '?', '#']).next()?;
    // Credentials before an @ mainly serve to make one address look like another.
    let is_host = !host.is_empty() && !host.starts_with([':', '.']) && !host.contains(['@', '\\', '<', '>', '"', '%']);
    let is_clean = text.chars().all(|c| !c.is_control() && !c.is_whitespace() && !is_invisible(c));
    (is_host && is_clean).then_some(host)
}

/// Whether a character is invisible or changes the direction of the text around it.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF9}'..='\u{FFFB}')
}

/// Whether a character is invisible and selects a form of the one before it, as in many emoji.
pub(crate) fn is_selector(c: char) -> bool {
    matches!(c, '\u{180B}'..='\u{180F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E0FFF}')
}
