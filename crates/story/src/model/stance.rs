//! Stances and their groups.

macro_rules! stances {
    ($($stance:ident,)*) => {
        /// The attitude that a statement takes to one claim, in the words of the format.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[allow(missing_docs, reason = "`document/vocabulary.rs` gives the meaning of each word of the format")]
        pub enum Stance {
            $($stance,)*
        }

        impl Stance {
            /// All stances.
            pub const ALL: &[Self] = &[$(Self::$stance,)*];
        }
    };
}

stances! {
    Asserts,
    Confirms,
    Corroborates,
    ConfirmsPart,
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

    /// How much it says about where a party stands: 2 takes a position, 1 is another answer, 0 is no answer. A
    /// statement of a lower rank never replaces one of a higher rank: a party that denies a claim and later talks
    /// about something else still denies it.
    pub(super) fn rank(self) -> u8 {
        match self.group() {
            // An explanation takes nothing back.
            _ if self == Self::Clarifies => 1,
            Group::SaysSo | Group::Denies | Group::ChangedPosition => 2,
            Group::Reported | Group::AnsweredOtherwise => 1,
            Group::NoAnswer => 0,
        }
    }

    /// Whether it takes back something that was said earlier, whole or in part.
    pub(super) fn takes_back(self) -> bool {
        matches!(self, Self::WalksBack | Self::Retracts)
    }

    /// Whether both take a position, and a party that takes one of them no longer holds the other. Part of a claim can be
    /// so while another part is not.
    pub(super) fn contradicts(self, other: Self) -> bool {
        let is_of_parts = |one: Self, other: Self| one == Self::ConfirmsPart && other == Self::Disputes;
        self.rank() == 2
            && other.rank() == 2
            && self.group() != other.group()
            && !is_of_parts(self, other)
            && !is_of_parts(other, self)
    }

    /// The group of the stance.
    pub fn group(self) -> Group {
        match self {
            Self::Asserts | Self::Confirms | Self::Corroborates | Self::ConfirmsPart | Self::StandsBy => Group::SaysSo,
            Self::Reports | Self::CouldNotVerify => Group::Reported,
            Self::Denies | Self::Disputes | Self::Questions => Group::Denies,
            Self::Responds | Self::NoKnowledge => Group::AnsweredOtherwise,
            Self::Clarifies | Self::WalksBack | Self::Retracts => Group::ChangedPosition,
            Self::Declined | Self::NoResponse | Self::Unreachable | Self::NotAsked => Group::NoAnswer,
        }
    }
}
