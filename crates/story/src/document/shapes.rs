//! The macro with which `fields.rs` declares the objects of the format.

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
            fn field(object: &'a Node, key: &'static str) -> Option<Self> {
                object.get(key).map(Self)
            }
        }
    )*};
}
