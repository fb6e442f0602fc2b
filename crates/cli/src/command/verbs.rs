//! The verbs of the command line: their options, and what `--help` prints.

use std::ops::RangeInclusive;

/// A verb.
pub struct Verb {
    pub name: &'static str,
    pub options: &'static [(&'static str, Choice)],
    /// How many names of files it takes.
    pub files: RangeInclusive<usize>,
    /// The rest of its help, with an example.
    pub help: &'static str,
}

/// The values of an option.
pub enum Choice {
    /// None.
    Flag,
    /// Any text, with what it is.
    Any(&'static str),
    /// One of these words.
    OneOf(&'static [&'static str]),
}

impl Choice {
    /// What the option needs, in words.
    pub fn words(&self) -> String {
        match self {
            Self::Flag => "no value".to_owned(),
            Self::Any(what) => (*what).to_owned(),
            Self::OneOf(values) => format!("one of {}", values.join(", ")),
        }
    }
}

const FORMAT: (&str, Choice) = ("--format", Choice::OneOf(&["text", "json"]));
const FROM: (&str, Choice) = ("--from", Choice::OneOf(&["json", "lines", "table", "json-ld"]));
const TO: (&str, Choice) = ("--to", Choice::OneOf(&["json", "lines", "table", "json-ld", "web-annotation"]));
const ANY_NUMBER: usize = usize::MAX;

/// All verbs.
pub const VERBS: &[Verb] = &[
    Verb {
        name: "check",
        options: &[("--strict", Choice::Flag), FROM, FORMAT],
        files: 1..=ANY_NUMBER,
        help: "\
claim-panel check [--strict] [--from FORM] [--format json] FILE…

Prints all problems of each document, with line, column and remedy. A document is JSON, lines or a
table; which of them is decided by its content. The exit status is 1 if a document has errors, or
lines or rows that could not be used.

  --strict        exit 1 also on warnings, and where a claim does not say whom it is about
  --from FORM     json, lines, table or json-ld, whatever the content looks like
  --format json   print one JSON object, with the problems as `diagnostics`

Example: claim-panel check bridge.json
",
    },
    Verb {
        name: "read",
        options: &[("--panel", Choice::Flag), FROM, FORMAT],
        files: 1..=1,
        help: "\
claim-panel read [--panel] [--from FORM] [--format json] FILE

Prints each claim, and then a line for each statement on it and for each party that has made none:
who takes which stance, when, how, and through whom that is known. The words are those of the panel.
Read it against your sources before you publish.

  --panel         print the text of the panel instead, line by line as readers see it
  --from FORM     json, lines, table or json-ld, whatever the content looks like
  --format json   print the problems as one JSON object, to standard error

Example: claim-panel read bridge.json
",
    },
    Verb {
        name: "render",
        options: &[("--heading-level", Choice::OneOf(&["2", "3", "4", "5", "6"])), FORMAT],
        files: 1..=1,
        help: "\
claim-panel render [--heading-level N] [--format json] FILE

Prints the static HTML that belongs inside <claim-panel>, and the problems to standard error.

  --heading-level N   level of the claims' headings, from 2 to 6; 3 by default
  --format json       print the problems as one JSON object

Example: claim-panel render bridge.json
",
    },
    Verb {
        name: "fill",
        options: &[("--root", Choice::Any("the name of a folder")), ("--check", Choice::Flag)],
        files: 1..=ANY_NUMBER,
        help: "\
claim-panel fill [--root FOLDER] [--check] PAGE…

Writes the static HTML into each <claim-panel> of each page, and preload hints for those that load
at once into its head. PAGE is an HTML file, or a pattern.

  --root FOLDER   folder of the documents; by default, that of each page
  --check         write nothing; exit 1 if a page is out of date

Example: claim-panel fill --root site 'site/**/*.html'
",
    },
    Verb {
        name: "convert",
        options: &[TO, FROM, FORMAT],
        files: 1..=1,
        help: "\
claim-panel convert --to FORM [--from FORM] [--format json] FILE

Prints a document in another form: json, lines (plain text, a statement a line), table (CSV, a
statement a row), json-ld (schema.org) or web-annotation (the passages of the article). The form of
FILE is decided by its content. What could not be used is listed on standard error, and the exit
status is then 1.

  --to FORM       json, lines, table, json-ld or web-annotation
  --from FORM     json, lines, table or json-ld, whatever the content looks like
  --format json   list what could not be used as one JSON object

Example: claim-panel convert --to lines bridge.json > bridge.txt
",
    },
    Verb {
        name: "draft",
        options: &[("--spans", Choice::Flag), ("--lang", Choice::Any("a language tag, such as en")), FORMAT],
        files: 1..=1,
        help: "\
claim-panel draft [--spans] [--lang LANG] [--format json] FILE

Proposes who says what in an article, by rules. FILE is text or HTML. Everything it prints is a
proposal: a person decides what is a claim, and whether a sentence denies it.

  --spans         print the places in the text as JSON, in Unicode scalar values from its start
  --lang LANG     the language of the article; by default that of the page, or what its words show
  --format json   print what stands in the way as one JSON object

Example: claim-panel draft article.html > bridge.txt
",
    },
    Verb {
        name: "verify",
        options: &[FROM, FORMAT],
        files: 2..=2,
        help: "\
claim-panel verify [--from FORM] [--format json] PAGE DOCUMENT

Says of each passage of each claim whether PAGE still has it: exact, twice, moved (the words are
there, but not between the words around them), changed (with the new words) or gone. It compares as
the panel does when it marks passages. The exit status is 1 unless all are exact. PAGE is HTML or
text; of HTML, the first <article> counts, else <main>, else the whole page.

  --from FORM     form of DOCUMENT: json, lines, table or json-ld, whatever its content looks like
  --format json   print one JSON object

Example: claim-panel verify article.html bridge.json
",
    },
    Verb {
        name: "schema",
        options: &[],
        files: 0..=0,
        help: "\
claim-panel schema

Prints the JSON Schema of the format.

Example: claim-panel schema > claim-panel.schema.json
",
    },
    Verb {
        name: "problems",
        options: &[],
        files: 0..=0,
        help: "\
claim-panel problems

Prints the messages and remedies of all problems as JSON.

Example: claim-panel problems > problems.json
",
    },
];

/// The help of the whole program.
pub const HELP: &str = "\
claim-panel: who claimed what, who denied it, and through whom we know

  claim-panel draft ARTICLE  propose who says what in an article, as lines to edit
  claim-panel check FILE…    print all problems of each document; exit 1 on errors
  claim-panel read FILE      print each claim and what is said of it as sentences, to proof-read
  claim-panel verify PAGE FILE
                             say which passages of the document the page still has
  claim-panel convert --to FORM FILE
                             print a document as json, lines, table, json-ld or web-annotation
  claim-panel render FILE    print the static HTML that belongs inside <claim-panel>
  claim-panel fill PAGE…     write that HTML into each <claim-panel> of each page, and preload
                             hints for those that load at once into its head
  claim-panel schema         print the JSON Schema of the format
  claim-panel problems       print the messages and remedies of all problems as JSON

claim-panel VERB --help describes a verb and its options, with an example. check, read, render,
convert, draft and verify have --format json, for programs.

FILE is a document, or - for standard input: JSON in the claim-panel format, lines or a table.
ARTICLE is text or HTML. PAGE is an HTML file; for fill, also a pattern such as 'site/**/*.html'.
The exit status is 0, or 1 if something is wrong or was not used, or 2 for a wrong command line.
";
