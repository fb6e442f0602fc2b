//! The tables behind `tests/architecture.rs`: dependencies of modules, and code that is banned.

/// A top-level module, the modules that it may use, and the words that its code must not contain.
pub struct Module {
    pub name: &'static str,
    pub may_use: &'static [&'static str],
    pub forbidden: &'static [&'static [&'static str]],
}

const YEW: &[&str] = &["yew", "html!"];
const WEB: &[&str] = &["wasm_bindgen", "web_sys", "js_sys", "gloo", "serde_wasm_bindgen", "fetch"];
const SERDE: &[&str] = &["serde", "serde_json", "Serialize", "Deserialize"];
const CLOCK: &[&str] = &["SystemTime", "Instant", "Date::now", "jiff"];
const MACHINE: &[&str] = &["std::fs", "std::env", "std::net", "std::process", "std::thread", "std::io"];

/// All modules, starting with those without dependencies.
pub const MODULES: &[Module] = &[
    Module { name: "fault", may_use: &[], forbidden: &[YEW, SERDE, CLOCK, MACHINE] },
    Module { name: "sentence", may_use: &[], forbidden: &[YEW, WEB, SERDE, CLOCK, MACHINE] },
    Module { name: "problem", may_use: &["sentence"], forbidden: &[YEW, WEB, SERDE, CLOCK, MACHINE] },
    Module { name: "model", may_use: &[], forbidden: &[YEW, WEB, SERDE, CLOCK, MACHINE] },
    Module { name: "document", may_use: &["problem", "model"], forbidden: &[YEW, WEB, SERDE, CLOCK, MACHINE] },
    Module {
        name: "check",
        may_use: &["fault", "document", "problem", "model"],
        forbidden: &[YEW, WEB, SERDE, CLOCK, MACHINE],
    },
    Module { name: "texts", may_use: &["sentence", "model"], forbidden: &[YEW, WEB, SERDE, CLOCK, MACHINE] },
    Module {
        name: "view",
        may_use: &["fault", "sentence", "model", "texts"],
        forbidden: &[WEB, SERDE, CLOCK, MACHINE],
    },
    Module { name: "page", may_use: &["model", "texts", "view"], forbidden: &[WEB, SERDE, MACHINE] },
    Module {
        name: "host",
        may_use: &["fault", "check", "problem", "model", "texts", "view"],
        forbidden: &[SERDE, MACHINE],
    },
    Module { name: "command", may_use: &["check", "document", "page", "problem"], forbidden: &[YEW, WEB, SERDE] },
];

/// Words that must not occur within some files, except in others, and the reason.
pub struct Ban {
    pub within: &'static [&'static str],
    pub except: &'static [&'static str],
    pub words: &'static [&'static str],
    pub why: &'static str,
}

pub const BANS: &[Ban] = &[
    Ban {
        within: &["src"],
        except: &["src/fault.rs"],
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
        why: "mistakes become problems that an editor can act on; a panic empties every panel of the page",
    },
    Ban {
        within: &["src"],
        except: &["src/command", "src/main.rs"],
        words: &["println!", "eprintln!", "print!", "eprint!", "dbg!", "stdout", "stderr"],
        why: "only the command line prints",
    },
    Ban {
        within: &["src"],
        except: &["src/command", "src/page", "src/page.rs", "src/document/suggest.rs"],
        words: &["chars().count()", "{:>", "{:<", "{:^"],
        why: "`xtask/prune.mjs` removes the counting of characters from the browser build",
    },
    Ban {
        within: &["src"],
        except: &[],
        words: &[
            "from_html_unchecked",
            "AttrValue::from_html",
            "inner_html",
            "set_inner_html",
            "dangerously_set_inner_html",
        ],
        why: "data is text and never becomes markup",
    },
    Ban {
        within: &["src/view", "src/view.rs", "src/page", "src/page.rs"],
        except: &[],
        words: &["style=", "<style", "<script", "onclick=\"", "<iframe", "<img"],
        why: "the policy of a page may block inline styles and scripts, and readers make no further requests",
    },
    Ban {
        within: &["src/view/state.rs"],
        except: &[],
        words: &["yew", "html!", "Html", "Callback"],
        why: "state and action give the next state, without side effects",
    },
    Ban {
        within: &["www", "index.html"],
        except: &[],
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
        why: "text never becomes markup or code",
    },
    Ban {
        within: &["www", "index.html"],
        except: &[],
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
        why: "readers are not tracked: nothing is stored and nothing is sent",
    },
    Ban {
        within: &["www"],
        except: &["www/demo"],
        words: &["@import", "url(http", "url(\"http", "url('http", "url(//", "@font-face"],
        why: "no request goes to a third party",
    },
    Ban {
        within: &["src", "tests", "xtask/src"],
        except: &[],
        words: &["mod utils", "mod util", "mod helpers", "mod common", "mod misc"],
        why: "a module is named after its purpose",
    },
    Ban {
        within: &["tests"],
        except: &["tests/architecture.rs"],
        words: &["thread::sleep", "#[ignore", "test.skip(", "it.skip(", "test.todo("],
        why: "tests wait for conditions and not for time, and every test runs",
    },
];
