//! The fields of version 1 of the format: the only place where they are written down.
//!
//! Each declaration makes a typed view of an object in the tree, with a method for each field,
//! and its [`Shape`], by which documents are held against the format, the schema is written and
//! the reference is printed. The comments are the reference.

use std::marker::PhantomData;

use super::node::{Member, Node, Value};
use super::shape::{Field, Shape, Type, count};
use super::words::Words;
use crate::model::{PartyKind, Stance};

/// A value that the tree can be read as.
pub(crate) trait Read<'a>: Sized {
    /// How it is described.
    const TYPE: Type;
    /// What a field of this type gives: a value that may be missing, or a list that may be empty.
    type Field;
    /// The value, if the node holds one; that it does not is noted elsewhere.
    fn read(node: &'a Node) -> Option<Self>;
    /// The value of a field.
    fn field(object: &'a Node, key: &str) -> Self::Field;
}

/// A text that is not blank, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spot<'a> {
    pub(crate) text: &'a str,
    pub(crate) at: u32,
}

/// The text in a field: for most fields of the format, so that it is not copied to each of them.
#[inline(never)]
fn spot<'a>(object: &'a Node, key: &str) -> Option<Spot<'a>> {
    let node = object.get(key)?;
    node.text().map(|text| Spot { text, at: node.at })
}

macro_rules! texts {
    ($($(#[doc = $doc:literal])+ $name:ident $type:expr;)*) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct $name<'a>(pub(crate) Spot<'a>);

        impl<'a> Read<'a> for $name<'a> {
            const TYPE: Type = $type;
            fn read(node: &'a Node) -> Option<Self> {
                node.text().map(|text| Self(Spot { text, at: node.at }))
            }
            fn field(object: &'a Node, key: &str) -> Option<Self> {
                spot(object, key).map(Self)
            }
            type Field = Option<Self>;
        }
    )*};
}

texts! {
    /// Text for people.
    Text Type::Text;
    /// An id of the thing itself.
    Id Type::Id;
    /// A date as it is written.
    Date Type::Date;
    /// An address as it is written.
    Link Type::Link;
    /// A language tag as it is written.
    Language Type::Language;
    /// The name of a time zone as it is written.
    TimeZone Type::TimeZone;
    /// A reference to a party.
    PartyId Type::Reference("party");
    /// A reference to a claim.
    ClaimId Type::Reference("claim");
    /// A reference to a report.
    ReportId Type::Reference("report");
    /// A reference to a statement.
    StatementId Type::Reference("statement");
}

/// The version as it is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Version<'a>(pub(crate) &'a str, pub(crate) u32);

impl<'a> Read<'a> for Version<'a> {
    const TYPE: Type = Type::Version;
    type Field = Option<Self>;
    fn field(object: &'a Node, key: &str) -> Option<Self> {
        object.get(key).and_then(Self::read)
    }
    fn read(node: &'a Node) -> Option<Self> {
        match &node.value {
            Value::Number(number) => Some(Self(number, node.at)),
            _ => None,
        }
    }
}

impl<'a> Read<'a> for u16 {
    const TYPE: Type = Type::Count;
    type Field = Option<Self>;
    fn field(object: &'a Node, key: &str) -> Option<Self> {
        object.get(key).and_then(Self::read)
    }
    fn read(node: &'a Node) -> Option<Self> {
        match &node.value {
            Value::Number(number) => count(number),
            _ => None,
        }
    }
}

impl<'a, T: Words> Read<'a> for T {
    const TYPE: Type = Type::Word(T::WORDS);
    type Field = Option<Self>;
    fn field(object: &'a Node, key: &str) -> Option<Self> {
        object.get(key).and_then(Self::read)
    }
    fn read(node: &'a Node) -> Option<Self> {
        node.text().and_then(T::from_word)
    }
}

/// Values of one type in a row; those that cannot be read are left out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct List<'a, T>(Option<&'a Node>, PhantomData<T>);

impl<'a, T: Read<'a>> List<'a, T> {
    pub(crate) fn iter(self) -> impl Iterator<Item = T> {
        self.0.map_or(&[][..], Node::items).iter().filter_map(T::read)
    }

    /// Whether the list is there and nothing is in it.
    pub(crate) fn is_hollow(self) -> bool {
        self.0.is_some_and(|node| matches!(&node.value, Value::List(items) if items.is_empty()))
    }
}

impl<'a, T: Read<'a>> Read<'a> for List<'a, T> {
    const TYPE: Type = Type::List(&T::TYPE);
    type Field = Self;
    fn read(node: &'a Node) -> Option<Self> {
        Some(Self(Some(node), PhantomData))
    }
    fn field(object: &'a Node, key: &str) -> Self {
        Self(object.get(key), PhantomData)
    }
}

/// What the keys of a map are.
pub(crate) trait Key {
    /// `party`, `claim` or `report`.
    const NAME: &'static str;
}

macro_rules! keys {
    ($($name:ident $word:literal)*) => {$(
        impl Key for $name<'_> {
            const NAME: &'static str = $word;
        }
    )*};
}

keys! { PartyId "party" ClaimId "claim" ReportId "report" }

/// An object of entries that are all alike.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Map<'a, K, T>(Option<&'a Node>, PhantomData<(K, T)>);

impl<'a, K: Key, T: Read<'a>> Map<'a, K, T> {
    /// Each key and where it stands, and its value; those that cannot be read are left out.
    pub(crate) fn iter(self) -> impl Iterator<Item = (Spot<'a>, T)> {
        let members = self.0.map_or(&[][..], Node::members).iter();
        members.filter_map(|member| Some((key(member), T::read(&member.node)?)))
    }

    /// Every key, whatever its value.
    pub(crate) fn keys(self) -> impl Iterator<Item = Spot<'a>> {
        self.0.map_or(&[][..], Node::members).iter().map(key)
    }

    /// Whether the object is there and nothing is in it.
    pub(crate) fn is_hollow(self) -> bool {
        self.0.is_some_and(|node| matches!(&node.value, Value::Object(members) if members.is_empty()))
    }
}

fn key(member: &Member) -> Spot<'_> {
    Spot { text: &member.key, at: member.at }
}

impl<'a, K: Key, T: Read<'a>> Read<'a> for Map<'a, K, T> {
    const TYPE: Type = Type::Map { key: K::NAME, value: &T::TYPE };
    type Field = Self;
    fn read(node: &'a Node) -> Option<Self> {
        Some(Self(Some(node), PhantomData))
    }
    fn field(object: &'a Node, key: &str) -> Self {
        Self(object.get(key), PhantomData)
    }
}

/// Whether the word `required` follows a field.
macro_rules! required {
    () => {
        false
    };
    (required) => {
        true
    };
}

/// A description: in the browser only where a sentence to editors needs it, so that readers do not
/// download a reference.
macro_rules! doc {
    ($needed:expr, $doc:expr) => {
        if $needed || cfg!(not(target_arch = "wasm32")) { $doc } else { "" }
    };
}

macro_rules! shapes {
    ($($(#[doc = $doc:literal])+ $name:ident {
        $($(#[doc = $field_doc:literal])+ $method:ident $key:literal $type:ty $(, $required:ident)?;)*
    })*) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct $name<'a>(&'a Node);

        impl<'a> $name<'a> {
            pub(crate) const SHAPE: Shape = Shape {
                name: stringify!($name),
                doc: doc!(false, concat!($($doc),+)),
                fields: &[$(Field {
                    key: $key,
                    doc: doc!(required!($($required)?), concat!($($field_doc),+)),
                    of: <$type as Read>::TYPE,
                    required: required!($($required)?),
                }),*],
            };

            /// Where the object begins.
            #[allow(dead_code)]
            pub(crate) fn at(self) -> u32 {
                self.0.at
            }

            $($(#[doc = $field_doc])+
            #[allow(dead_code)]
            pub(crate) fn $method(self) -> <$type as Read<'a>>::Field {
                <$type as Read<'a>>::field(self.0, $key)
            })*
        }

        impl<'a> Read<'a> for $name<'a> {
            const TYPE: Type = Type::Object(&$name::SHAPE);
            type Field = Option<Self>;
            // What is not an object is seen as an empty one, so that everything keeps its number.
            fn read(node: &'a Node) -> Option<Self> {
                Some(Self(node))
            }
            fn field(object: &'a Node, key: &str) -> Option<Self> {
                object.get(key).map(Self)
            }
        }
    )*};
}

shapes! {
    /// One story: what is claimed, by whom, and who says what about it.
    Document {
        /// The address of the JSON Schema, for editors' programs; ignored.
        schema "$schema" Text<'a>;
        /// The version of this format: 1.
        version "version" Version<'a>, required;
        /// The language of the document, as a BCP 47 tag such as `en-GB`.
        lang "lang" Language<'a>, required;
        /// The heading of the panel.
        title "title" Text<'a>, required;
        /// One or two sentences that say what the story is about.
        summary "summary" Text<'a>;
        /// When the newsroom last changed the document.
        updated "updated" Date<'a>;
        /// The IANA time zone in which clock times are shown, such as `America/New_York`.
        time_zone "timeZone" TimeZone<'a>;
        /// The page that the panel belongs to.
        article "article" Link<'a>;
        /// Who answers for the panel.
        publisher "publisher" Publisher<'a>;
        /// Everybody who says something or is spoken of, by id.
        parties "parties" Map<'a, PartyId<'a>, Party<'a>>, required;
        /// What is claimed, in the order in which readers see it.
        claims "claims" List<'a, Claim<'a>>, required;
        /// Who said what about the claims.
        statements "statements" List<'a, Statement<'a>>, required;
        /// The publications through which statements are known, by id.
        reports "reports" Map<'a, ReportId<'a>, Report<'a>>;
        /// What the newsroom itself got wrong and has put right.
        corrections "corrections" List<'a, Correction<'a>>;
    }

    /// Who answers for the panel.
    Publisher {
        /// The newsroom's name.
        name "name" Text<'a>, required;
        /// Its page.
        url "url" Link<'a>;
        /// The page that says how it corrects itself.
        corrections_url "correctionsUrl" Link<'a>;
        /// Where a person named here can reach it.
        contact_url "contactUrl" Link<'a>;
    }

    /// Whoever can say something: a person, an organisation, an outlet, an unnamed source.
    Party {
        /// The name that readers see; required unless the party is unnamed.
        name "name" Text<'a>;
        /// What sort of party it is.
        kind "kind" PartyKind, required;
        /// What makes it matter here, such as “council leader”.
        role "role" Text<'a>;
        /// A page about it.
        url "url" Link<'a>;
        /// For a spokesperson or an office: the party that it speaks for.
        represents "represents" PartyId<'a>;
        /// For an unnamed source: who it is, as far as can be said (“two people briefed on the talks”); required there.
        description "description" Text<'a>;
        /// For an unnamed source: why it has no name.
        reason "reason" Text<'a>;
        /// For an unnamed source: how it knows.
        how_they_know "howTheyKnow" Text<'a>;
        /// For an unnamed source: how many people it is.
        count "count" u16;
    }

    /// A proposition that somebody put forward.
    Claim {
        /// The name by which statements refer to it.
        id "id" Id<'a>, required;
        /// The proposition, as one sentence.
        text "text" Text<'a>, required;
        /// The parties that it is about: the panel shows the answer of each.
        about "about" List<'a, PartyId<'a>>;
        /// Words of the article in which it is made.
        passages "passages" List<'a, Passage<'a>>;
        /// A note of the editor's, shown to readers.
        note "note" Text<'a>;
        /// Signed judgements of fact-checkers or newsrooms.
        findings "findings" List<'a, Finding<'a>>;
    }

    /// Words of the article, as a W3C TextQuoteSelector.
    Passage {
        /// The words.
        exact "exact" Text<'a>, required;
        /// What stands right before them.
        prefix "prefix" Text<'a>;
        /// What stands right after them.
        suffix "suffix" Text<'a>;
    }

    /// A signed judgement on a claim by a named fact-checker or newsroom.
    Finding {
        /// Who judges; never an unnamed party.
        by "by" PartyId<'a>, required;
        /// The judgement in their words.
        label "label" Text<'a>, required;
        /// Their reasons in short.
        explanation "explanation" Text<'a>;
        /// Where it was published.
        url "url" Link<'a>;
        /// When it was published.
        date "date" Date<'a>;
    }

    /// One party saying something, or refusing to, at one time.
    Statement {
        /// A name by which corrections can refer to it.
        id "id" Id<'a>;
        /// Who speaks.
        by "by" PartyId<'a>, required;
        /// The party on whose behalf, if not the one that the speaker always represents.
        on_behalf_of "onBehalfOf" PartyId<'a>;
        /// What the statement does about each claim that it is about, by the claim's id.
        stances "stances" Map<'a, ClaimId<'a>, Stance>, required;
        /// The words that were said, without quotation marks around them.
        quote "quote" Text<'a>;
        /// What was said, in the newsroom's words.
        text "text" Text<'a>;
        /// The language of the quotation, if not the document's.
        lang "lang" Language<'a>;
        /// The quotation in the document's language.
        translation "translation" Text<'a>;
        /// When it was said.
        date "date" Date<'a>;
        /// How it was said, such as “post on X”.
        medium "medium" Text<'a>;
        /// Where it can be found.
        url "url" Link<'a>;
        /// Where a copy is kept.
        archive_url "archiveUrl" Link<'a>;
        /// The reports through which it is known.
        reports "reports" List<'a, ReportId<'a>>;
        /// A note of the editor's, shown to readers.
        note "note" Text<'a>;
        /// For somebody who gave no answer: when and how they were asked.
        attempts "attempts" List<'a, Attempt<'a>>;
        /// For somebody who gave no answer: until when they were asked to.
        deadline "deadline" Date<'a>;
    }

    /// One attempt to get an answer.
    Attempt {
        /// When.
        date "date" Date<'a>;
        /// By which means, such as “e-mail”.
        by "by" Text<'a>;
    }

    /// A publication through which a statement is known.
    Report {
        /// Who published it.
        outlet "outlet" PartyId<'a>, required;
        /// Its headline.
        title "title" Text<'a>;
        /// Where it can be read.
        url "url" Link<'a>;
        /// Where a copy is kept.
        archive_url "archiveUrl" Link<'a>;
        /// When it was published.
        date "date" Date<'a>;
        /// The reports that it relies on.
        cites "cites" List<'a, ReportId<'a>>;
    }

    /// What the newsroom itself got wrong.
    Correction {
        /// When it was put right.
        date "date" Date<'a>;
        /// What was wrong, and what is right.
        text "text" Text<'a>, required;
        /// The claim that it concerns.
        claim "claim" ClaimId<'a>;
        /// The statement that it concerns.
        statement "statement" StatementId<'a>;
    }
}
