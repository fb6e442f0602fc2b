//! Addresses that a reader may follow.

/// An address as the document gives it, and whether a reader may follow it.
///
/// Only an address that begins with the scheme to the letter is taken, so that no browser can read
/// it as anything else: the many spellings of `javascript:` all fail here, and so do relative
/// addresses, which would lead elsewhere on every page that embeds the panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    text: String,
    is_usable: bool,
}

impl Link {
    /// The address; one that is not of this kind, has no host or holds something invisible is
    /// kept as the text that it is.
    pub fn read(text: &str) -> Self {
        let text = text.trim_matches(' ');
        Self { text: text.to_owned(), is_usable: is_usable(text).is_some() }
    }

    /// The address to follow, as it was written.
    pub fn href(&self) -> Option<&str> {
        self.is_usable.then_some(&*self.text)
    }

    /// The address as it was written, whatever it is.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The address to follow, with the place of a quotation in the page (a text directive of the WICG's URL
    /// fragments): a browser that finds the words scrolls to them, and any other ignores it.
    pub fn href_at(&self, quotation: &str) -> Option<String> {
        let href = self.href()?;
        let words: Vec<&str> = quotation.split_whitespace().collect();
        // What editors leave out or put in does not stand in the source.
        if words.is_empty() || quotation.contains(['…', '[']) || href.contains(TEXT_DIRECTIVE) {
            return Some(href.to_owned());
        }
        let mut address = href.to_owned();
        if !address.contains('#') {
            address.push('#');
        }
        address.push_str(":~:text=");
        let is_long = words.len() > 2 * EDGE;
        for (number, word) in words.iter().enumerate() {
            // Of a long quotation its beginning and its end are enough.
            if is_long && (EDGE..words.len() - EDGE).contains(&number) {
                continue;
            }
            match number {
                0 => {}
                _ if is_long && number == words.len() - EDGE => address.push(','),
                _ => address.push_str("%20"),
            }
            encode(word, &mut address);
        }
        Some(address)
    }

    /// The host without `www.`, for readers who want to know where a link leads; the whole text
    /// where it leads nowhere.
    pub fn host(&self) -> &str {
        if !self.is_usable {
            return &self.text;
        }
        let host = self.text.split_once(':').and_then(|(_, rest)| rest.get(2..)).map(host_in).unwrap_or_default();
        host.strip_prefix("www.").unwrap_or(host)
    }
}

/// An address with this may hold a directive already, which stays.
const TEXT_DIRECTIVE: char = '~';

/// So many words at either end of a long quotation tell it from any other.
const EDGE: usize = 5;

/// Everything but letters and digits as `%20`: commas, dashes and ampersands mean something in a directive.
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

/// The address without its scheme, if it is one that a reader may follow.
fn is_usable(text: &str) -> Option<&str> {
    let scheme = text.get(..8).filter(|s| s.eq_ignore_ascii_case("https://"));
    let scheme = scheme.or_else(|| text.get(..7).filter(|s| s.eq_ignore_ascii_case("http://")))?;
    let rest = text.get(scheme.len()..)?;
    let host = host_in(rest);
    // A name before an @ only serves to make one address look like another.
    let is_host = !host.is_empty() && !host.starts_with([':', '.']) && !host.contains(['@', '\\', '<', '>', '"', '%']);
    let is_clean = text.chars().all(|c| !c.is_control() && !c.is_whitespace() && !is_invisible(c));
    (is_host && is_clean).then_some(rest)
}

/// The host, and the port if there is one, at the beginning of what follows a scheme.
fn host_in(rest: &str) -> &str {
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// Characters that turn or hide the text around them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}
