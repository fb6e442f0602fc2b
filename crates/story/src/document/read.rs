//! Typed views of values, lists and maps in the tree. They borrow from it and copy nothing.

use std::marker::PhantomData;

use super::names::Names;
use super::node::{Member, Node, Value, trimmed};
use super::place::Diagnostics;
use super::shape::{Type, count};
use super::vocabulary::Vocabulary;
use crate::problem::Rule;

/// A type that can be read from the tree.
pub(crate) trait Read<'a>: Sized {
    /// Its description.
    const TYPE: Type;
    /// The type of a field: a value that may be missing, or a list that may be empty.
    type Field;
    /// The value, if the node holds one. `shape::conform` reports nodes that do not.
    fn read(node: &'a Node) -> Option<Self>;
    /// The value of a field.
    fn field(object: &'a Node, key: &'static str) -> Self::Field;
}

/// A text that is not blank, and its byte offset.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spot<'a> {
    pub(crate) text: &'a str,
    pub(crate) at: u32,
}

impl<'a> Spot<'a> {
    /// The text in a node, without surrounding whitespace and invisible characters.
    #[inline(never)]
    pub(crate) fn trimmed(node: &'a Node) -> Option<Self> {
        node.text().map(|text| Self { text: trimmed(text), at: node.at })
    }
}

/// A field with a text that has not been read yet. The functions that read it take the object and the key, so that most
/// fields of the format need only one call.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Written<'a, T> {
    pub(crate) object: &'a Node,
    pub(crate) key: &'static str,
    kind: PhantomData<T>,
}

impl<'a, T> Written<'a, T> {
    /// The text as written, unless it is missing or blank.
    #[inline(always)]
    pub(crate) fn spot(self) -> Option<Spot<'a>> {
        spot(self.object, self.key)
    }

    /// The text without surrounding whitespace and invisible characters, which are not part of an id, a date or an
    /// address.
    #[inline(always)]
    pub(crate) fn trimmed(self) -> Option<Spot<'a>> {
        trimmed_spot(self.object, self.key)
    }

    /// Whether there is a text.
    #[inline(always)]
    pub(crate) fn is_given(&self) -> bool {
        spot(self.object, self.key).is_some()
    }
}

/// The text in a field. Most fields of the format use this, so inlining would copy it to each of them.
#[inline(never)]
pub(crate) fn spot<'a>(object: &'a Node, key: &str) -> Option<Spot<'a>> {
    let node = object.get(key)?;
    node.text().map(|text| Spot { text, at: node.at })
}

#[inline(never)]
pub(crate) fn trimmed_spot<'a>(object: &'a Node, key: &str) -> Option<Spot<'a>> {
    object.get(key).and_then(Spot::trimmed)
}

macro_rules! texts {
    ($($(#[doc = $doc:literal])+ $name:ident $type:expr;)*) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct $name<'a>(PhantomData<&'a str>);

        impl<'a> Read<'a> for $name<'a> {
            const TYPE: Type = $type;
            type Field = Written<'a, Self>;
            fn read(node: &'a Node) -> Option<Self> {
                node.text().map(|_| Self(PhantomData))
            }
            fn field(object: &'a Node, key: &'static str) -> Written<'a, Self> {
                Written { object, key, kind: PhantomData }
            }
        }
    )*};
}

texts! {
    /// Text for readers.
    Text Type::Text;
    /// The id of the object that contains it.
    Id Type::Id;
    /// A date as written.
    Date Type::Date;
    /// An address as written.
    Link Type::Link;
    /// A language tag as written.
    Language Type::Language;
    /// The name of a time zone as written.
    TimeZone Type::TimeZone;
    /// A reference to a party.
    PartyId Type::Reference("party");
    /// A reference to a claim.
    ClaimId Type::Reference("claim");
    /// A reference to a report.
    ReportId Type::Reference("report");
    /// A reference to a statement.
    StatementId Type::Reference("statement");
    /// A reference to an occasion.
    OccasionId Type::Reference("occasion");
}

/// The version as written, and its byte offset.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Version<'a>(pub(crate) &'a str, pub(crate) u32);

impl<'a> Read<'a> for Version<'a> {
    const TYPE: Type = Type::Version;
    type Field = Option<Self>;
    fn field(object: &'a Node, key: &'static str) -> Option<Self> {
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
    fn field(object: &'a Node, key: &'static str) -> Option<Self> {
        object.get(key).and_then(Self::read)
    }
    fn read(node: &'a Node) -> Option<Self> {
        match &node.value {
            Value::Number(number) => count(number),
            _ => None,
        }
    }
}

impl<'a> Read<'a> for bool {
    const TYPE: Type = Type::Boolean;
    type Field = Option<Self>;
    fn field(object: &'a Node, key: &'static str) -> Option<Self> {
        object.get(key).and_then(Self::read)
    }
    fn read(node: &'a Node) -> Option<Self> {
        match &node.value {
            Value::Boolean(value) => Some(*value),
            _ => None,
        }
    }
}

impl<'a, T: Vocabulary> Read<'a> for T {
    const TYPE: Type = Type::Word {
        name: T::NAME,
        words: T::WORDS,
        #[cfg(feature = "editor")]
        meanings: T::MEANINGS,
    };
    type Field = Option<Self>;
    fn field(object: &'a Node, key: &'static str) -> Option<Self> {
        object.get(key).and_then(Self::read)
    }
    fn read(node: &'a Node) -> Option<Self> {
        node.text().and_then(T::from_word)
    }
}

/// A list of values of one type. Iteration skips entries that cannot be read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct List<'a, T>(Option<&'a Node>, PhantomData<T>);

impl<'a, T: Read<'a>> List<'a, T> {
    pub(crate) fn iter(self) -> impl Iterator<Item = T> {
        self.nodes().iter().filter_map(T::read)
    }

    /// All entries, whether or not they can be read.
    pub(crate) fn nodes(self) -> &'a [Node] {
        self.0.map_or(&[], Node::items)
    }

    /// Whether the list is present, even if it is empty.
    pub(crate) fn is_given(&self) -> bool {
        self.0.is_some()
    }

    /// Whether the list is present and empty.
    pub(crate) fn is_hollow(&self) -> bool {
        self.0.is_some_and(|node| matches!(&node.value, Value::List(items) if items.is_empty()))
    }
}

impl<'a, T: Read<'a>> Read<'a> for List<'a, T> {
    const TYPE: Type = Type::List(&T::TYPE);
    type Field = Self;
    fn read(node: &'a Node) -> Option<Self> {
        Some(Self(Some(node), PhantomData))
    }
    fn field(object: &'a Node, key: &'static str) -> Self {
        Self(object.get(key), PhantomData)
    }
}

/// What the keys of a map refer to.
pub(crate) trait Key {
    /// `party`, `claim`, `report` or `occasion`.
    const NAME: &'static str;
}

macro_rules! keys {
    ($($name:ident $word:literal)*) => {$(
        impl Key for $name<'_> {
            const NAME: &'static str = $word;
        }
    )*};
}

keys! { PartyId "party" ClaimId "claim" ReportId "report" OccasionId "occasion" }

/// An object whose values all have the same type.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Map<'a, K, T>(Option<&'a Node>, PhantomData<(K, T)>);

impl<'a, K: Key, T: Read<'a>> Map<'a, K, T> {
    /// The entries of the map, without those whose value cannot be read.
    pub(crate) fn iter(self) -> impl Iterator<Item = (Spot<'a>, T)> {
        let members = self.0.map_or(&[][..], Node::members).iter();
        members.filter_map(|member| Some((key(member), T::read(&member.node)?)))
    }

    /// All keys, each with its value if that can be read.
    pub(crate) fn all(self) -> impl Iterator<Item = (Spot<'a>, Option<T>)> {
        let members = self.0.map_or(&[][..], Node::members).iter();
        members.map(|member| (key(member), T::read(&member.node)))
    }

    /// All keys, whatever their values.
    pub(crate) fn keys(self) -> Keys<'a> {
        Keys(self.0.map_or(&[], Node::members))
    }

    /// Whether the object is present and empty.
    pub(crate) fn is_hollow(&self) -> bool {
        self.0.is_some_and(|node| matches!(&node.value, Value::Object(members) if members.is_empty()))
    }
}

/// The keys of an object.
#[derive(Clone, Copy)]
pub(crate) struct Keys<'a>(&'a [Member]);

impl<'a> Keys<'a> {
    pub(crate) fn iter(self) -> impl Iterator<Item = Spot<'a>> {
        self.0.iter().map(key)
    }

    /// Reports keys that differ from an earlier one only in surrounding whitespace or invisible characters. The JSON
    /// parser reports keys that are the same as written.
    #[inline(never)]
    pub(crate) fn report_alike(self, rule: &'static Rule, diagnostics: &mut Diagnostics) {
        if self.0.iter().all(|member| member.key.len() == trimmed(&member.key).len()) {
            return;
        }
        let (mut written, mut read) = (Names::default(), Names::default());
        for member in self.0 {
            let is_written = !written.add(&member.key, 0);
            let key = key(member);
            if !key.text.is_empty() && !read.add(key.text, 0) && !is_written {
                diagnostics.add(key.at, rule, &[key.text]);
            }
        }
    }
}

fn key(member: &Member) -> Spot<'_> {
    Spot { text: trimmed(&member.key), at: member.at }
}

impl<'a, K: Key, T: Read<'a>> Read<'a> for Map<'a, K, T> {
    const TYPE: Type = Type::Map { key: K::NAME, value: &T::TYPE };
    type Field = Self;
    fn read(node: &'a Node) -> Option<Self> {
        Some(Self(Some(node), PhantomData))
    }
    fn field(object: &'a Node, key: &'static str) -> Self {
        Self(object.get(key), PhantomData)
    }
}
