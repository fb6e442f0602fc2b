//! Any text as an address: a browser that follows an accepted one reaches the host that readers see.

use story::check::host_of;
use story::model::Link;
use url::{Host, ParseError, Url};

/// The address of a page with a panel, against which a browser resolves relative addresses.
const PAGE: &str = "https://newsroom.example/story/";

/// Reads bytes as an address. Returns whether it is accepted, and a browser can follow it.
pub fn link(bytes: &[u8]) -> bool {
    let text = &*String::from_utf8_lossy(bytes);
    let link = Link::read(text, false, host_of);
    assert_eq!(link.text(), text);
    let Some(href) = link.href() else {
        assert_eq!(link.host(), link.text(), "an address that is not usable is shown as written");
        return false;
    };
    assert_eq!(href, link.text());
    assert_eq!(Link::read(href, false, host_of), link);
    let quoting = link.href_at("some words").unwrap_or_default();
    assert!(quoting.starts_with(href), "{quoting} is not {href} with a text directive");
    let page = Url::parse(PAGE).unwrap_or_else(|error| panic!("{PAGE}: {error}"));
    match (page.join(href), page.join(&quoting)) {
        (Ok(address), Ok(quoting)) => {
            assert!(matches!(address.scheme(), "http" | "https"), "{text:?} is read as {address}");
            assert!(address.username().is_empty() && address.password().is_none(), "{text:?} names a user: {address}");
            assert!(shows_its_host(&link, &address), "{text:?} is shown as {:?} and leads to {address}", link.host());
            assert_eq!(address.host(), quoting.host(), "{quoting} leads elsewhere");
            true
        }
        // The browser follows neither. Only the browser knows every rule for hosts.
        (Err(error), Err(_)) => {
            let is_about_the_host = matches!(
                error,
                ParseError::EmptyHost
                    | ParseError::IdnaError
                    | ParseError::InvalidPort
                    | ParseError::InvalidIpv4Address
                    | ParseError::InvalidIpv6Address
                    | ParseError::InvalidDomainCharacter
            );
            assert!(is_about_the_host, "{text:?}: {error}");
            false
        }
        (one, other) => panic!("{text:?}: {one:?} and {other:?}"),
    }
}

/// Whether the host that readers see is the one that a browser reaches, in any spelling and without `www.`.
fn shows_its_host(link: &Link, address: &Url) -> bool {
    let shown = link.host();
    let without_port = if shown.starts_with('[') { shown.split_inclusive(']').next() } else { shown.split(':').next() };
    let Ok(shown) = Host::parse(without_port.unwrap_or_default()) else { return false };
    let reached = address.host_str().unwrap_or_default();
    let shown = shown.to_string();
    reached == shown || reached.strip_prefix("www.") == Some(&shown)
}
