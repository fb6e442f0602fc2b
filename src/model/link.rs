//! Addresses that a reader may follow.

/// An `http` or `https` address.
///
/// Only an address that begins with the scheme to the letter is taken, so that no browser can read
/// it as anything else: the many spellings of `javascript:` all fail here, and so do relative
/// addresses, which would lead elsewhere on every page that embeds the panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link(String);

impl Link {
    /// The link, if the text is an address of this kind with a host and nothing invisible in it.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim_matches(' ');
        let scheme = text.get(..8).filter(|s| s.eq_ignore_ascii_case("https://"));
        let scheme = scheme.or_else(|| text.get(..7).filter(|s| s.eq_ignore_ascii_case("http://")))?;
        let rest = text.get(scheme.len()..)?;
        let host = rest.split(['/', '?', '#']).next()?;
        // A name before an @ only serves to make one address look like another.
        let is_host =
            !host.is_empty() && !host.starts_with([':', '.']) && !host.contains(['@', '\\', '<', '>', '"', '%']);
        let is_clean = text.chars().all(|c| !c.is_control() && !c.is_whitespace() && !is_invisible(c));
        (is_host && is_clean).then(|| Self(text.to_owned()))
    }

    /// The address, as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host without `www.`, for readers who want to know where a link leads.
    pub fn host(&self) -> &str {
        let host = self.0.split('/').nth(2).unwrap_or_default();
        let host = host.split(['?', '#']).next().unwrap_or_default();
        host.strip_prefix("www.").unwrap_or(host)
    }
}

/// Characters that turn or hide the text around them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}
