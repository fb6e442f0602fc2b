//! Stances and their groups.

/// What a statement does about one claim, in the words of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "`document/words.rs` gives the meaning of each word of the format")]
pub enum Stance {
    Asserts,
    Confirms,
    Corroborates,
    StandsBy,
    Reports,
    CouldNotVerify,
    Denies,
    Disputes,
    Questions,
    Responds,
    NoKnowledge,
    Clarifies,
    WalksBack,
    Retracts,
    Declined,
    NoResponse,
    Unreachable,
    NotAsked,
}

/// The section of an opened claim in which a statement is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Parties that say that it is so.
    SaysSo,
    /// Parties that pass it on without taking a position.
    Reported,
    /// Parties that deny, dispute or question it.
    Denies,
    /// Parties that answered without addressing it.
    AnsweredOtherwise,
    /// Parties that have changed what they said earlier.
    ChangedPosition,
    /// Parties that gave no answer.
    NoAnswer,
}

impl Group {
    /// All groups in display order.
    pub const ALL: [Self; 6] =
        [Self::SaysSo, Self::Reported, Self::Denies, Self::AnsweredOtherwise, Self::ChangedPosition, Self::NoAnswer];
}

impl Stance {
    /// Whether it puts the claim forward or passes it on.
    pub fn carries(self) -> bool {
        self == Self::Reports || self.group() == Group::SaysSo
    }

    /// The group of the stance.
    pub fn group(self) -> Group {
        match self {
            Self::Asserts | Self::Confirms | Self::Corroborates | Self::StandsBy => Group::SaysSo,
            Self::Reports | Self::CouldNotVerify => Group::Reported,
            Self::Denies | Self::Disputes | Self::Questions => Group::Denies,
            Self::Responds | Self::NoKnowledge => Group::AnsweredOtherwise,
            Self::Clarifies | Self::WalksBack | Self::Retracts => Group::ChangedPosition,
            Self::Declined | Self::NoResponse | Self::Unreachable | Self::NotAsked => Group::NoAnswer,
        }
    }
}
