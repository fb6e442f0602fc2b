//! The fields of version 1 of the format. This is their only definition.
//!
//! Each declaration generates a typed view of an object in the tree, with a method for each field,
//! and a [`Shape`]. Documents are validated against the shapes, and the JSON Schema is generated
//! from them. The doc comments become the descriptions in the schema and in `docs/format.md`.

use super::node::Node;
use super::read::*;
use super::shape::{Field, Shape, Type};
use crate::model::{PartyKind, Stance};

/// Whether a field is followed by `required`.
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
                #[cfg(feature = "editor")]
                doc: concat!($($doc),+),
                fields: &[$(Field {
                    key: $key,
                    #[cfg(feature = "editor")]
                    doc: concat!($($field_doc),+),
                    of: <$type as Read>::TYPE,
                    required: required!($($required)?),
                }),*],
            };

            /// Byte offset at which the object begins.
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
            // A value that is not an object reads as an empty one, so that the entries after it keep their numbers.
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
        /// The address of the JSON Schema, for text editors; the panel ignores it.
        schema "$schema" Text<'a>;
        /// The version number of this format, which is 1.
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
        /// Who is responsible for the panel.
        publisher "publisher" Publisher<'a>;
        /// Everybody who says something or is mentioned, by id.
        parties "parties" Map<'a, PartyId<'a>, Party<'a>>, required;
        /// What is claimed, in the order in which readers see it.
        claims "claims" List<'a, Claim<'a>>, required;
        /// Who said what about the claims.
        statements "statements" List<'a, Statement<'a>>, required;
        /// The publications through which statements are known, by id.
        reports "reports" Map<'a, ReportId<'a>, Report<'a>>;
        /// The newsroom's own mistakes that it has corrected.
        corrections "corrections" List<'a, Correction<'a>>;
    }

    /// Who is responsible for the panel.
    Publisher {
        /// The newsroom's name.
        name "name" Text<'a>, required;
        /// Its website.
        url "url" Link<'a>;
        /// Its page about corrections.
        corrections_url "correctionsUrl" Link<'a>;
        /// Where people named in the panel can contact it.
        contact_url "contactUrl" Link<'a>;
    }

    /// Anybody who can say something: a person, an organisation, an outlet or an unnamed source.
    Party {
        /// The name that readers see; required unless the party is unnamed.
        name "name" Text<'a>;
        /// The kind of party.
        kind "kind" PartyKind, required;
        /// Its role in the story, such as “council leader”.
        role "role" Text<'a>;
        /// A page about it.
        url "url" Link<'a>;
        /// For a spokesperson or an office: the party that it speaks for.
        represents "represents" PartyId<'a>;
        /// For an unnamed source (required): who the source is, as far as can be said (“two people briefed on the talks”).
        description "description" Text<'a>;
        /// For an unnamed source: why it is not named.
        reason "reason" Text<'a>;
        /// For an unnamed source: how it knows.
        how_they_know "howTheyKnow" Text<'a>;
        /// For an unnamed source: the number of people behind it.
        count "count" u16;
    }

    /// A proposition that somebody put forward.
    Claim {
        /// The id by which statements refer to the claim.
        id "id" Id<'a>, required;
        /// The proposition, in one sentence.
        text "text" Text<'a>, required;
        /// The parties that the claim is about; the panel shows the answer of each.
        about "about" List<'a, PartyId<'a>>;
        /// Passages of the article in which the claim is made.
        passages "passages" List<'a, Passage<'a>>;
        /// A note from the editor, shown to readers.
        note "note" Text<'a>;
        /// Signed judgements by fact-checkers or newsrooms.
        findings "findings" List<'a, Finding<'a>>;
    }

    /// A passage of the article, as a W3C TextQuoteSelector.
    Passage {
        /// The exact words of the passage.
        exact "exact" Text<'a>, required;
        /// The text immediately before the passage.
        prefix "prefix" Text<'a>;
        /// The text immediately after the passage.
        suffix "suffix" Text<'a>;
    }

    /// A signed judgement on a claim by a named fact-checker or newsroom.
    Finding {
        /// Who made the judgement; never an unnamed party.
        by "by" PartyId<'a>, required;
        /// The judgement, in their own words.
        label "label" Text<'a>, required;
        /// Their reasons, in brief.
        explanation "explanation" Text<'a>;
        /// Where it was published.
        url "url" Link<'a>;
        /// When it was published.
        date "date" Date<'a>;
    }

    /// One party saying something, or refusing to, at one time.
    Statement {
        /// The id by which corrections refer to the statement.
        id "id" Id<'a>;
        /// Who speaks.
        by "by" PartyId<'a>, required;
        /// The party on whose behalf the words are said, if not the one that the speaker always represents.
        on_behalf_of "onBehalfOf" PartyId<'a>;
        /// The stance that the statement takes on each claim, by the claim's id.
        stances "stances" Map<'a, ClaimId<'a>, Stance>, required;
        /// The words that were said, without enclosing quotation marks.
        quote "quote" Text<'a>;
        /// What was said, in the newsroom's words.
        text "text" Text<'a>;
        /// The language of the quotation, if it differs from the document's.
        lang "lang" Language<'a>;
        /// The quotation, translated into the document's language.
        translation "translation" Text<'a>;
        /// When it was said.
        date "date" Date<'a>;
        /// How it was said, such as “post on X”.
        medium "medium" Text<'a>;
        /// Where the statement can be found.
        url "url" Link<'a>;
        /// Where an archived copy is kept.
        archive_url "archiveUrl" Link<'a>;
        /// The reports through which the statement is known.
        reports "reports" List<'a, ReportId<'a>>;
        /// A note from the editor, shown to readers.
        note "note" Text<'a>;
        /// For somebody who gave no answer: when and how they were asked.
        attempts "attempts" List<'a, Attempt<'a>>;
        /// For somebody who gave no answer: the deadline that they were given.
        deadline "deadline" Date<'a>;
    }

    /// One attempt to get an answer.
    Attempt {
        /// When it was made.
        date "date" Date<'a>;
        /// The means, such as “e-mail”.
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
        /// Where an archived copy is kept.
        archive_url "archiveUrl" Link<'a>;
        /// When it was published.
        date "date" Date<'a>;
        /// The reports that it relies on.
        cites "cites" List<'a, ReportId<'a>>;
    }

    /// A mistake of the newsroom's own that it has corrected.
    Correction {
        /// When it was corrected.
        date "date" Date<'a>;
        /// What was wrong and what is right.
        text "text" Text<'a>, required;
        /// The claim that it concerns.
        claim "claim" ClaimId<'a>;
        /// The statement that it concerns.
        statement "statement" StatementId<'a>;
    }
}
