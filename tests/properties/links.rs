//! Deceptive and usual addresses, compared with a URL parser that follows the same standard as browsers.

use proptest::prelude::*;
use story::check::host_of;
use story::model::Link;
use url::Url;

use crate::config;
use crate::targets::links::link;

/// A piece of a deceptive address.
fn piece() -> impl Strategy<Value = String> {
    let pieces = vec![
        "https",
        "http",
        "HTTPS",
        "javascript",
        "data",
        "JaVaScRiPt",
        "vbscript",
        "blob",
        "file",
        "view-source",
        "mailto",
        ":",
        "://",
        "//",
        "/",
        "\\",
        "\\\\",
        ":/",
        ":\\",
        "&colon;",
        "&#58;",
        "%3A",
        "%0A",
        "%00",
        "@",
        "?",
        "#",
        ".",
        "..",
        "example.org",
        "www.",
        "www.example.org",
        "evil.example",
        "user:password@",
        "localhost",
        "127.0.0.1",
        "[::1]",
        "[",
        "]",
        "^",
        "|",
        ":443",
        ":0",
        "alert(1)",
        "text/html,<script>alert(1)</script>",
        " ",
        "\t",
        "\n",
        "\r",
        "\u{0}",
        "\u{1}",
        "\u{b}",
        "\u{c}",
        "\u{1f}",
        "\u{7f}",
        "\u{85}",
        "\u{a0}",
        "\u{ad}",
        "\u{200b}",
        "\u{200e}",
        "\u{202e}",
        "\u{2028}",
        "\u{2066}",
        "\u{3000}",
        "\u{feff}",
        "ſ",
        "ｈttps",
        "：",
        "／",
        "。",
        "⁄",
        "℀",
        "<",
        ">",
        "\"",
        "'",
    ];
    prop::sample::select(pieces).prop_map(str::to_owned)
}

fn spelling() -> impl Strategy<Value = String> {
    let begin = prop::sample::select(vec![
        "",
        "",
        "https://",
        "http://",
        "https:",
        " https://",
        "hTTps://",
        "https://example.org",
    ]);
    (begin, prop::collection::vec(piece(), 0..7)).prop_map(|(begin, pieces)| begin.to_owned() + &pieces.concat())
}

/// A dangerous scheme with whitespace and control characters where browsers ignore them.
fn dangerous() -> impl Strategy<Value = String> {
    let scheme = prop::sample::select(vec!["javascript", "vbscript", "data", "file", "blob", "about", "ftp", "mailto"]);
    let noise = "[\u{0}-\u{20}]{0,2}";
    (scheme, prop::collection::vec((noise, any::<bool>()), 12), noise).prop_map(|(scheme, noises, begin)| {
        let letters = scheme.chars().zip(noises);
        let letters = letters.map(|(letter, (noise, is_capital))| {
            let letter = if is_capital { letter.to_ascii_uppercase() } else { letter };
            format!("{letter}{noise}")
        });
        format!("{begin}{}:https://example.org/", letters.collect::<String>())
    })
}

fn host() -> impl Strategy<Value = String> {
    "[a-z]{1,8}(\\.[a-z]{2,6}){1,2}"
}

proptest! {
    #![proptest_config(config(3_000))]

    #[test]
    fn what_is_taken_for_a_link_leads_to_the_web(text in spelling()) {
        link(text.as_bytes());
    }

    #[test]
    fn any_text_is_survived_and_leads_to_the_web(text in "(https?://)?\\PC{0,20}") {
        link(text.as_bytes());
    }

    #[test]
    fn another_scheme_is_never_a_link(text in dangerous()) {
        prop_assert!(Link::read(&text, false, host_of).href().is_none());
    }

    #[test]
    fn usual_addresses_are_links_and_name_their_host(
        scheme in "https?", host in host(), port in "(:8[0-9]{3})?", path in "(/[A-Za-z0-9._~@%:-]{0,8}){0,3}", query in "(\\?[a-z=&]{0,8})?",
    ) {
        // The path may contain a percent sign that begins no escape, which browsers accept.
        let text = format!("{scheme}://{host}{port}{path}{query}");
        let link = Link::read(&text, false, host_of);
        prop_assert!(link.href().is_some(), "{text}");
        let address = Url::parse(link.href().unwrap()).unwrap();
        let shown = link.host().split(':').next().unwrap_or_default();
        let reached = address.host_str().unwrap_or_default();
        prop_assert_eq!(shown, reached.strip_prefix("www.").unwrap_or(reached), "readers see the host that they reach");
    }
}

#[test]
fn www_is_left_out_only_before_a_domain() {
    for (text, shown) in [
        ("https://www./", "www."),
        ("https://www.:80/", "www.:80"),
        ("https://www.com/", "www.com"),
        ("https://www.a.org/", "a.org"),
    ] {
        assert_eq!(Link::read(text, false, host_of).host(), shown);
        assert!(link(text.as_bytes()), "{text}");
    }
}
