//! The tables behind `tests/architecture.rs`: dependencies of modules, and code that is banned.

/// A top-level module of a crate, the modules of the same crate that it may use, and the words that its code must not
/// contain. What the manifests already rule out is not repeated here: in the reader's build, `story` has no dependencies
/// at all.
pub struct Module {
    /// The folder of the crate's sources.
    pub sources: &'static str,
    pub name: &'static str,
    pub may_use: &'static [&'static str],
    pub forbidden: &'static [&'static [&'static str]],
}

/// The folders of sources that contain modules.
pub const SOURCES: &[&str] = &[STORY, PANEL, CONVERT, DRAFT, CLI, TOOLS];

/// The modules that are bound to JavaScript: that of what readers download, and that of the npm package's program, which
/// has another way across.
pub const BOUNDARIES: &[(&str, &str)] = &[(PANEL, "host"), (TOOLS, "boundary")];

const STORY: &str = "crates/story/src";
const PANEL: &str = "src";
const CONVERT: &str = "crates/convert/src";
const DRAFT: &str = "crates/draft/src";
const CLI: &str = "crates/cli/src";
const TOOLS: &str = "crates/tools/src";

const YEW: &[&str] = &["yew", "html!"];
const WEB: &[&str] = &["wasm_bindgen", "web_sys", "js_sys", "gloo", "fetch"];
const CLOCK: &[&str] = &["SystemTime", "Instant", "Date::now", "jiff"];
/// Of the machine, all but the traits of `std::io`.
const OPEN: &[&str] = &["std::fs", "std::env", "std::net", "std::process", "std::thread", "stdin", "File::open"];
const MACHINE: &[&str] = &["std::fs", "std::env", "std::net", "std::process", "std::thread", "std::io"];

/// All modules, starting with those without dependencies.
pub const MODULES: &[Module] = &[
    Module { sources: STORY, name: "sentence", may_use: &[], forbidden: &[CLOCK, MACHINE] },
    Module { sources: STORY, name: "problem", may_use: &["sentence"], forbidden: &[CLOCK, MACHINE] },
    Module { sources: STORY, name: "model", may_use: &[], forbidden: &[CLOCK, MACHINE] },
    Module { sources: STORY, name: "document", may_use: &["problem", "model"], forbidden: &[CLOCK, MACHINE] },
    Module { sources: STORY, name: "check", may_use: &["document", "problem", "model"], forbidden: &[CLOCK, MACHINE] },
    Module { sources: PANEL, name: "fault", may_use: &[], forbidden: &[YEW, CLOCK, MACHINE] },
    Module { sources: PANEL, name: "protocol", may_use: &[], forbidden: &[YEW, WEB, CLOCK, MACHINE] },
    Module { sources: PANEL, name: "texts", may_use: &[], forbidden: &[YEW, WEB, CLOCK, MACHINE] },
    Module {
        sources: PANEL,
        name: "view",
        may_use: &["fault", "protocol", "texts"],
        forbidden: &[WEB, CLOCK, MACHINE],
    },
    Module { sources: PANEL, name: "host", may_use: &["fault", "texts", "view"], forbidden: &[MACHINE] },
    Module { sources: CONVERT, name: "address", may_use: &[], forbidden: &[CLOCK, MACHINE] },
    Module { sources: CONVERT, name: "conversion", may_use: &[], forbidden: &[CLOCK, MACHINE] },
    Module { sources: CONVERT, name: "dates", may_use: &[], forbidden: &[CLOCK, MACHINE] },
    Module { sources: CONVERT, name: "ids", may_use: &[], forbidden: &[CLOCK, MACHINE] },
    Module { sources: CONVERT, name: "language", may_use: &[], forbidden: &[CLOCK, MACHINE] },
    Module { sources: CONVERT, name: "losses", may_use: &[], forbidden: &[CLOCK, MACHINE] },
    Module { sources: CONVERT, name: "normal", may_use: &[], forbidden: &[CLOCK, MACHINE] },
    Module { sources: CONVERT, name: "plain_dates", may_use: &["language"], forbidden: &[CLOCK, MACHINE] },
    Module { sources: CONVERT, name: "pointer", may_use: &[], forbidden: &[CLOCK, MACHINE] },
    Module {
        sources: CONVERT,
        name: "lines",
        may_use: &["conversion", "ids", "language", "losses", "plain_dates", "normal"],
        forbidden: &[CLOCK, MACHINE],
    },
    Module {
        sources: CONVERT,
        name: "table",
        may_use: &["conversion", "dates", "ids", "pointer"],
        forbidden: &[CLOCK, MACHINE],
    },
    Module {
        sources: CONVERT,
        name: "json_ld",
        may_use: &["address", "conversion", "dates", "ids", "pointer"],
        forbidden: &[CLOCK, MACHINE],
    },
    Module {
        sources: CONVERT,
        name: "web_annotation",
        may_use: &["address", "conversion"],
        forbidden: &[CLOCK, MACHINE],
    },
    Module { sources: DRAFT, name: "rules", may_use: &[], forbidden: &[CLOCK, MACHINE] },
    Module { sources: DRAFT, name: "marks", may_use: &["rules"], forbidden: &[CLOCK, MACHINE] },
    Module { sources: DRAFT, name: "text", may_use: &["marks", "rules"], forbidden: &[CLOCK, MACHINE] },
    Module { sources: DRAFT, name: "phrases", may_use: &["rules", "text"], forbidden: &[CLOCK, MACHINE] },
    Module { sources: DRAFT, name: "names", may_use: &["phrases", "rules", "text"], forbidden: &[CLOCK, MACHINE] },
    Module { sources: DRAFT, name: "verbs", may_use: &["phrases", "rules", "text"], forbidden: &[CLOCK, MACHINE] },
    Module {
        sources: DRAFT,
        name: "statements",
        may_use: &["phrases", "rules", "text", "verbs"],
        forbidden: &[CLOCK, MACHINE],
    },
    Module {
        sources: DRAFT,
        name: "kinds",
        may_use: &["names", "phrases", "rules", "statements", "text"],
        forbidden: &[CLOCK, MACHINE],
    },
    Module { sources: DRAFT, name: "indirect", may_use: &["rules", "text"], forbidden: &[CLOCK, MACHINE] },
    Module { sources: DRAFT, name: "silences", may_use: &["phrases", "rules", "text"], forbidden: &[CLOCK, MACHINE] },
    Module { sources: DRAFT, name: "when", may_use: &["rules", "text"], forbidden: &[CLOCK, MACHINE] },
    Module {
        sources: DRAFT,
        name: "posts",
        may_use: &["draft", "names", "rules", "text"],
        forbidden: &[CLOCK, MACHINE],
    },
    Module {
        sources: DRAFT,
        name: "draft",
        may_use: &[
            "indirect",
            "kinds",
            "marks",
            "names",
            "phrases",
            "posts",
            "rules",
            "silences",
            "statements",
            "text",
            "verbs",
            "when",
        ],
        forbidden: &[CLOCK, MACHINE],
    },
    Module { sources: DRAFT, name: "lines", may_use: &["marks", "text"], forbidden: &[CLOCK, MACHINE] },
    Module { sources: DRAFT, name: "html", may_use: &[], forbidden: &[CLOCK, MACHINE] },
    Module { sources: CLI, name: "intl", may_use: &[], forbidden: &[YEW, MACHINE] },
    Module { sources: CLI, name: "static_html", may_use: &["intl"], forbidden: &[CLOCK, MACHINE] },
    Module { sources: CLI, name: "files", may_use: &[], forbidden: &[YEW, CLOCK, OPEN] },
    Module {
        sources: CLI,
        name: "command",
        may_use: &["files", "intl", "static_html"],
        forbidden: &[YEW, CLOCK, OPEN],
    },
    Module { sources: CLI, name: "machine", may_use: &["files"], forbidden: &[YEW, CLOCK] },
    Module { sources: TOOLS, name: "boundary", may_use: &[], forbidden: &[YEW, CLOCK, MACHINE] },
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
        within: SOURCES,
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
        within: &[STORY, PANEL, DRAFT],
        except: &[],
        words: &["serde", "serde_json", "serde_wasm_bindgen"],
        why: "documents have a reader of their own, and readers download what the browser's build contains",
    },
    Ban {
        within: SOURCES,
        except: &["crates/cli/src/command", "crates/cli/src/main.rs"],
        words: &["println!", "eprintln!", "print!", "eprint!", "dbg!", "stdout", "stderr"],
        why: "only the command line prints",
    },
    Ban {
        within: SOURCES,
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
        within: &["src/view", "src/view.rs", "crates/cli/src/static_html.rs"],
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
        within: &["src", "crates", "tests", "xtask/src"],
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
