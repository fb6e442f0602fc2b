//! The enumerated values of the format.

use crate::model::{ClaimKind, PartyKind, Relation, Stance};

/// A type whose values are written as one of a fixed set of words.
pub(crate) trait Vocabulary: Copy + PartialEq + 'static {
    /// The name of the type.
    const NAME: &'static str;
    /// All words.
    const WORDS: &'static [&'static str];
    /// The meaning of each word, for the schema.
    #[cfg(feature = "editor")]
    const MEANINGS: &'static [&'static str];
    /// The values, in the order of the words.
    const VALUES: &'static [Self];

    /// The value that a word stands for.
    fn from_word(word: &str) -> Option<Self> {
        let index = Self::WORDS.iter().position(|known| *known == word)?;
        Self::VALUES.get(index).copied()
    }
}

macro_rules! words {
    ($($type:ident { $($value:ident $word:literal $doc:literal)* })*) => {$(
        impl Vocabulary for $type {
            const NAME: &'static str = stringify!($type);
            const WORDS: &'static [&'static str] = &[$($word),*];
            #[cfg(feature = "editor")]
            const MEANINGS: &'static [&'static str] = &[$($doc),*];
            const VALUES: &'static [Self] = &[$(Self::$value),*];
        }
    )*};
}

words! {
    PartyKind {
        Person "person" "a human being, named"
        Organisation "organisation" "a company, an office, a party, a campaign"
        Outlet "outlet" "a publisher of reports"
        Unnamed "unnamed" "a source whose name is withheld"
        Document "document" "a court filing, a letter, a video, a photo, a data set: it states or shows something, and is never asked"
    }

    ClaimKind {
        Fact "fact" "says that something is so"
        Opinion "opinion" "judges something; readers see it labelled as an opinion, and no reply is expected"
    }

    Relation {
        Narrower "narrower" "the other claim is part of this one"
        Broader "broader" "the other claim includes this one"
        Contrary "contrary" "the other claim says that this one is not so"
        Related "related" "the other claim is about the same matter"
    }

    Stance {
        Asserts "asserts" "says that it is so"
        Confirms "confirms" "affirms what others said first"
        Corroborates "corroborates" "has established it independently"
        ConfirmsPart "confirms-part" "says that part of it is so"
        StandsBy "stands-by" "stands by it after a denial"
        Reports "reports" "passes it on without taking a position"
        CouldNotVerify "could-not-verify" "tried to verify it and could not"
        Denies "denies" "says that it is not so"
        Disputes "disputes" "says that part of it is not so"
        Questions "questions" "casts doubt on it"
        Responds "responds" "answered without addressing this claim"
        NoKnowledge "no-knowledge" "says they do not know"
        Clarifies "clarifies" "explains what they meant earlier"
        WalksBack "walks-back" "says less than they said earlier"
        Retracts "retracts" "takes back what they said earlier"
        Declined "declined" "refused to comment"
        NoResponse "no-response" "was asked and did not respond"
        Unreachable "unreachable" "could not be reached"
        NotAsked "not-asked" "has not been asked yet"
    }
}
