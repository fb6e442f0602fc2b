//! The fields of version 1 of the format. This is their only definition.
//!
//! Each declaration generates a typed view of an object in the tree, with a method for each field,
//! and a [`Shape`]. Documents are validated against the shapes, and the JSON Schema is generated
//! from them. The doc comments become the descriptions in the schema and in `docs/format.md`.

use super::node::Node;
use super::read::*;
use super::shape::{Field, Shape, Type};
use crate::model::{ClaimKind, PartyKind, Relation, Stance};

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
        /// Letters, interviews, briefings and posts in which several statements were made, by id.
        occasions "occasions" Map<'a, OccasionId<'a>, Occasion<'a>>;
        /// The report through which statements are known if they name no report of their own.
        main_report "mainReport" ReportId<'a>;
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

    /// Anybody or anything that can say something: a person, an organisation, an outlet, an unnamed source or a document.
    Party {
        /// The name that readers see; required unless the party is unnamed.
        name "name" Text<'a>;
        /// The kind of party.
        kind "kind" PartyKind, required;
        /// Other names of the party, which readers can search for.
        aliases "aliases" List<'a, Text<'a>>;
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
        /// For an unnamed source: the number of people behind it. Without it, the description takes verbs in the singular, so
        /// write “more than one official” rather than “officials”.
        count "count" u16;
    }

    /// A proposition that somebody put forward.
    Claim {
        /// The id by which statements refer to the claim.
        id "id" Id<'a>, required;
        /// The proposition, in one sentence.
        text "text" Text<'a>, required;
        /// Whether the claim is one of fact (the default) or an opinion.
        kind "kind" ClaimKind;
        /// What a court, a prosecutor or another authority has done about it.
        legal "legal" Legal<'a>;
        /// Claims that readers should see together with this one.
        related "related" List<'a, Related<'a>>;
        /// The parties that the claim is about; the panel shows the answer of each.
        about "about" List<'a, PartyId<'a>>;
        /// Passages of the article in which the claim is made.
        passages "passages" List<'a, Passage<'a>>;
        /// A note from the editor, shown to readers.
        note "note" Text<'a>;
        /// Signed judgements by fact-checkers or newsrooms.
        findings "findings" List<'a, Finding<'a>>;
    }

    /// What an authority has done about a claim.
    Legal {
        /// The legal status, such as “Charged; not tried”. Readers see it while the claim is closed.
        text "text" Text<'a>, required;
        /// When it became so.
        date "date" Date<'a>;
        /// Where that can be read.
        url "url" Link<'a>;
    }

    /// A claim that readers should see together with another one.
    Related {
        /// The other claim.
        claim "claim" ClaimId<'a>, required;
        /// How the other claim relates to this one.
        how "as" Relation, required;
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
        /// The id by which corrections and replies refer to the statement.
        id "id" Id<'a>;
        /// The occasion on which it was made. The statement inherits the fields that it leaves out.
        occasion "occasion" OccasionId<'a>;
        /// Who speaks; required unless the occasion says so.
        by "by" PartyId<'a>;
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
        /// What the source says about the time, if that cannot be written as a date, such as “after the debate”.
        date_note "dateNote" Text<'a>;
        /// How it was said, such as “post on X”.
        medium "medium" Text<'a>;
        /// Where the statement can be found.
        url "url" Link<'a>;
        /// Where an archived copy is kept.
        archive_url "archiveUrl" Link<'a>;
        /// The reports through which the statement is known. An empty list means that it was said directly.
        reports "reports" List<'a, ReportId<'a>>;
        /// The reports that those reports rely on for this statement, if not the ones that they cite in general.
        cites "cites" List<'a, ReportId<'a>>;
        /// The people through whom the words came, the one nearest to the speaker first.
        relayed_by "relayedBy" List<'a, PartyId<'a>>;
        /// The id of the statement that it answers.
        reply_to "replyTo" StatementId<'a>;
        /// A note from the editor, shown to readers.
        note "note" Text<'a>;
        /// For somebody who gave no answer: when and how they were asked.
        attempts "attempts" List<'a, Attempt<'a>>;
        /// For somebody who gave no answer: the deadline that they were given.
        deadline "deadline" Date<'a>;
    }

    /// A letter, an interview, a briefing or a post in which several statements were made.
    Occasion {
        /// Who spoke.
        by "by" PartyId<'a>;
        /// Its title, such as “Letter to The Specimen”.
        title "title" Text<'a>;
        /// When it was.
        date "date" Date<'a>;
        /// How the statements were made, such as “post on X”.
        medium "medium" Text<'a>;
        /// Where it can be found.
        url "url" Link<'a>;
        /// Where an archived copy is kept.
        archive_url "archiveUrl" Link<'a>;
        /// The reports through which it is known. An empty list means that it is known directly.
        reports "reports" List<'a, ReportId<'a>>;
        /// The reports that those reports rely on for it, if not the ones that they cite in general.
        cites "cites" List<'a, ReportId<'a>>;
        /// The language of its quotations, if it differs from the document's.
        lang "lang" Language<'a>;
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
        /// The reports that it relies on. An empty list means its own reporting; if the field is left out, its sources
        /// are not recorded.
        cites "cites" List<'a, ReportId<'a>>;
        /// The report whose text it republishes.
        syndicates "syndicates" ReportId<'a>;
        /// True if the outlet says that it never published this.
        disowned "disowned" bool;
        /// What the outlet itself changed in it later.
        updates "updates" List<'a, Update<'a>>;
    }

    /// Something that an outlet changed in a report, short of retracting it.
    Update {
        /// When it was changed.
        date "date" Date<'a>;
        /// What was changed.
        text "text" Text<'a>, required;
        /// Where the outlet says so.
        url "url" Link<'a>;
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
