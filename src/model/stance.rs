//! What a statement does about a claim.

/// A stance, as the format names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the words of the format say what each means; see `document/words.rs`")]
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

/// Where in an opened claim a statement is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Whoever says that it is so.
    SaysSo,
    /// Whoever carries it without taking a position.
    Reported,
    /// Whoever denies, disputes or questions it.
    Denies,
    /// Whoever answered something else.
    AnsweredOtherwise,
    /// Whoever has moved from what they said earlier.
    ChangedPosition,
    /// Whoever gave no answer.
    NoAnswer,
}

impl Group {
    /// All groups, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::SaysSo, Self::Reported, Self::Denies, Self::AnsweredOtherwise, Self::ChangedPosition, Self::NoAnswer];
}

impl Stance {
    /// Whether it puts a claim forward or passes it on.
    pub fn carries(self) -> bool {
        self == Self::Reports || self.group() == Group::SaysSo
    }

    /// The group that a stance belongs to.
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
