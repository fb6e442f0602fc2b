//! What each room may know and what may stand nowhere: the tables of the architecture.

/// A room, the other rooms that it may speak of, and what it has to do without.
pub struct Room {
    pub name: &'static str,
    pub knows: &'static [&'static str],
    pub without: &'static [&'static [&'static str]],
}

const YEW: &[&str] = &["yew", "html!"];
const WEB: &[&str] = &["wasm_bindgen", "web_sys", "js_sys", "gloo", "serde_wasm_bindgen", "fetch"];
const SERDE: &[&str] = &["serde", "serde_json", "Serialize", "Deserialize"];
const CLOCK: &[&str] = &["SystemTime", "Instant", "Date::now", "jiff"];
const MACHINE: &[&str] = &["std::fs", "std::env", "std::net", "std::process", "std::thread", "std::io"];

/// Every room, from the one that knows least.
pub const ROOMS: &[Room] = &[
    Room { name: "fault", knows: &[], without: &[YEW, SERDE, CLOCK, MACHINE] },
    Room { name: "sentence", knows: &[], without: &[YEW, WEB, SERDE, CLOCK, MACHINE] },
    Room { name: "problem", knows: &["sentence"], without: &[YEW, WEB, SERDE, CLOCK, MACHINE] },
    Room { name: "model", knows: &[], without: &[YEW, WEB, SERDE, CLOCK, MACHINE] },
    Room { name: "document", knows: &["problem", "model"], without: &[YEW, WEB, SERDE, CLOCK, MACHINE] },
    Room {
        name: "check",
        knows: &["fault", "document", "problem", "model"],
        without: &[YEW, WEB, SERDE, CLOCK, MACHINE],
    },
    Room { name: "texts", knows: &["sentence", "model"], without: &[YEW, WEB, SERDE, CLOCK, MACHINE] },
    Room { name: "view", knows: &["fault", "sentence", "model", "texts"], without: &[WEB, SERDE, CLOCK, MACHINE] },
    Room { name: "page", knows: &["model", "texts", "view"], without: &[WEB, SERDE, MACHINE] },
    Room { name: "host", knows: &["fault", "check", "problem", "model", "texts", "view"], without: &[SERDE, MACHINE] },
    Room { name: "command", knows: &["check", "document", "page", "problem"], without: &[YEW, WEB, SERDE] },
];

/// Where something may not stand, what, and why.
pub struct Ban {
    pub within: &'static [&'static str],
    pub but: &'static [&'static str],
    pub words: &'static [&'static str],
    pub why: &'static str,
}

pub const BANS: &[Ban] = &[
    Ban {
        within: &["src"],
        but: &["src/fault.rs"],
        words: &[
            ".unwrap()",
            ".expect(",
            "panic!",
            "todo!",
            "unimplemented!",
            "unreachable!",
            "assert!",
            "assert_eq!",
            "unsafe",
        ],
        why: "whatever is wrong becomes a problem that an editor can act on; a panic empties every panel of the page",
    },
    Ban {
        within: &["src"],
        but: &["src/command", "src/main.rs"],
        words: &["println!", "eprintln!", "print!", "eprint!", "dbg!", "stdout", "stderr"],
        why: "only the command line prints",
    },
    Ban {
        within: &["src"],
        but: &["src/command", "src/page", "src/page.rs", "src/document/suggest.rs"],
        words: &["chars().count()", "{:>", "{:<", "{:^"],
        why: "`xtask/prune.mjs` takes the counting of characters out of what readers download",
    },
    Ban {
        within: &["src"],
        but: &[],
        words: &[
            "from_html_unchecked",
            "AttrValue::from_html",
            "inner_html",
            "set_inner_html",
            "dangerously_set_inner_html",
        ],
        why: "data is text: no markup of any kind comes out of it",
    },
    Ban {
        within: &["src/view", "src/view.rs", "src/page", "src/page.rs"],
        but: &[],
        words: &["style=", "<style", "<script", "onclick=\"", "<iframe", "<img"],
        why: "strict policies of host pages block inline styles and scripts, and nothing is fetched for a reader",
    },
    Ban {
        within: &["src/view/state.rs"],
        but: &[],
        words: &["yew", "html!", "Html", "Callback"],
        why: "a state and an action make a state, and nothing else happens",
    },
    Ban {
        within: &["www", "index.html"],
        but: &[],
        words: &[
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "document.writeln",
            "setHTMLUnsafe",
            "createContextualFragment",
            "DOMParser",
            "srcdoc",
            "eval(",
            "new Function(",
            "execScript",
        ],
        why: "no text ever becomes markup or code",
    },
    Ban {
        within: &["www", "index.html"],
        but: &[],
        words: &[
            "document.cookie",
            "cookieStore",
            "localStorage",
            "sessionStorage",
            "indexedDB",
            "sendBeacon",
            "XMLHttpRequest",
            "WebSocket",
        ],
        why: "nobody is watched: nothing is stored and nothing is sent",
    },
    Ban {
        within: &["www"],
        but: &["www/demo"],
        words: &["@import", "url(http", "url(\"http", "url('http", "url(//", "@font-face"],
        why: "no request goes to a third party",
    },
    Ban {
        within: &["src", "tests", "xtask/src"],
        but: &[],
        words: &["mod utils", "mod util", "mod helpers", "mod common", "mod misc"],
        why: "a name says what a thing is for",
    },
    Ban {
        within: &["tests"],
        but: &["tests/architecture.rs"],
        words: &["thread::sleep", "#[ignore", "test.skip(", "it.skip(", "test.todo("],
        why: "a test waits for what it waits for, and each one runs",
    },
];
