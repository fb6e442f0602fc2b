//! A document from a file in any of its forms.

use std::collections::BTreeMap;

use convert::{Conversion, json_ld, lines, table};
use serde_json::{Map, Value};
use story::check::{self, Checked};
use story::document::MAX_BYTES;
use story::model::Story;
use story::problem::{Problem, Severity};

use super::form::{Content, Form, content};
use super::rules::{self, of_file};
use super::{language, places};

/// A document and everything that is wrong with it.
pub struct Source {
    /// The form in which it is written.
    pub form: Form,
    /// The text of the file, for excerpts.
    pub text: String,
    /// The document with the count of what was used and the places. That of JSON which is no object is empty.
    pub conversion: Conversion,
    /// The story, if the document has no errors.
    pub story: Option<Story>,
    /// All problems, with places in the file.
    pub problems: Vec<Problem>,
}

impl Source {
    /// Reads a document in the form that its content has, or that was named. Bytes that are no document give a problem.
    pub fn read(bytes: &[u8], from: Option<Form>) -> Self {
        let refused = |problem| Self {
            form: Form::Json,
            text: String::new(),
            conversion: Conversion::default(),
            story: None,
            problems: vec![problem],
        };
        let form = match (from, content(bytes)) {
            (_, Content::Binary(what)) => return refused(of_file(&rules::BINARY_FILE, &[what])),
            (Some(Form::Lines | Form::Table | Form::JsonLd), Content::Empty) => {
                return refused(of_file(&rules::EMPTY_INPUT, &[]));
            }
            (Some(form), _) | (None, Content::Document(form)) => form,
            (None, Content::Text) if !bytes.contains(&b'{') => return refused(of_file(&rules::UNKNOWN_FORM, &[])),
            // The reader of JSON says what is there instead, and what to do.
            (None, Content::Page | Content::Text | Content::Empty) => Form::Json,
        };
        if matches!(form, Form::Lines | Form::JsonLd) && std::str::from_utf8(bytes).is_err() {
            return refused(of_file(&rules::NOT_UTF8, &[]));
        }
        if form != Form::Json && bytes.len() > MAX_BYTES {
            return refused(of_file(&rules::INPUT_TOO_LARGE, &[]));
        }
        let text = String::from_utf8_lossy(bytes).into_owned();
        let conversion = match form {
            Form::Json => return Self::from_json(bytes, text),
            Form::Lines => lines::read(&text),
            Form::Table => table::read(bytes),
            Form::JsonLd => json_ld::read(&text),
        };
        let Checked { story, mut problems } = conversion.check();
        if let Some(mut problem) = story.as_ref().and_then(language::problem) {
            problem.place = conversion.places.of("/lang").cloned().unwrap_or_default();
            insert(&mut problems, problem);
        }
        Self { form, text, conversion, story, problems }
    }

    fn from_json(bytes: &[u8], text: String) -> Self {
        let Checked { story, mut problems } = check::read(bytes);
        let mut placed = story.as_ref().and_then(language::problem).into_iter().collect::<Vec<_>>();
        places::place(&mut placed, &text);
        placed.into_iter().for_each(|problem| insert(&mut problems, problem));
        let document: Map<String, Value> =
            serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap_or_default();
        let conversion = Conversion { document, ..Conversion::default() };
        Self { form: Form::Json, text, conversion, story, problems }
    }

    /// Whether an error kept a part of the file out of the document. A JSON document is taken as it is.
    pub fn is_refused(&self) -> bool {
        self.form != Form::Json && self.problems.iter().any(Problem::is_error)
    }

    /// Whether anything of the file was not used, or is wrong in a way that refuses the document.
    pub fn is_incomplete(&self) -> bool {
        self.problems.iter().any(Problem::is_error) || self.conversion.count.used < self.conversion.count.total
    }

    /// How much of the file was used, such as “38 of 40 rows became statements”; nothing of JSON, which is used as a whole
    /// or not at all. Rows of tables can also be parties or claims, and then they are only called used.
    pub fn count(&self) -> Option<String> {
        let count = self.conversion.count;
        let statements = self.conversion.document.get("statements").and_then(Value::as_array).map_or(0, Vec::len);
        let is_all = self.form == Form::Table && statements == count.used;
        let used = if is_all { "became statements" } else { "were used" };
        (count.total > 0).then(|| format!("{} of {} {} {used}", count.used, count.total, self.form.units()))
    }

    /// The same as fields of a JSON object.
    pub fn counted(&self) -> Map<String, Value> {
        let count = self.conversion.count;
        let mut fields = Map::new();
        if count.total > 0 {
            fields.insert("used".to_owned(), count.used.into());
            fields.insert("total".to_owned(), count.total.into());
            fields.insert("unit".to_owned(), self.form.units().into());
        }
        fields
    }

    /// The problems that are no advice.
    pub fn faults(&self) -> Vec<Problem> {
        self.problems.iter().filter(|problem| problem.rule.severity != Severity::Advice).cloned().collect()
    }

    /// Gives problems of the document their places in the file.
    pub fn place(&self, problems: &mut [Problem]) {
        if self.form == Form::Json {
            return places::place(problems, &self.text);
        }
        let mut known = BTreeMap::new();
        for problem in problems.iter_mut() {
            let pointer = problem.place.pointer.clone();
            let place = known.entry(pointer).or_insert_with_key(|pointer| self.conversion.places.of(pointer).cloned());
            if let Some(place) = place {
                problem.place.line = place.line;
                problem.place.column = place.column;
            }
        }
    }
}

/// Inserts a problem where its place is among the others.
fn insert(problems: &mut Vec<Problem>, problem: Problem) {
    let place = |one: &Problem| (one.place.line, one.place.column);
    let later = problems.partition_point(|one| place(one) <= place(&problem));
    problems.insert(later, problem);
}
