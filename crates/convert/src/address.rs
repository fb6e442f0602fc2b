//! Addresses of claims.

/// The address of a claim in its article, as the panel's own links have it.
pub fn of_claim(article: &str, id: &str) -> String {
    format!("{article}#claim={}", encoded(id))
}

/// An id as a part of an address (RFC 3986): all but letters, digits and `-._~` percent-encoded.
fn encoded(id: &str) -> String {
    let mut encoded = String::new();
    for byte in id.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded.push(char::from(byte)),
            byte => encoded += &format!("%{byte:02X}"),
        }
    }
    encoded
}
