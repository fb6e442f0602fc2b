//! The fields of version 1 of the format: the only place where they are written down.
//!
//! Each declaration makes a typed view of an object in the tree, with a method for each field,
//! and its [`Shape`], by which documents are held against the format, the schema is written and
//! the reference is printed. The comments are the reference.

use super::node::Node;
use super::read::*;
use super::shape::{Field, Shape, Type};
use crate::model::{PartyKind, Stance};

/// Whether the word `required` follows a field.
macro_rules! required {
    () => {
        false
    };
    (required) => {
        true
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
                #[cfg(not(target_arch = "wasm32"))]
                doc: concat!($($doc),+),
                fields: &[$(Field {
                    key: $key,
                    #[cfg(not(target_arch = "wasm32"))]
                    doc: concat!($($field_doc),+),
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
