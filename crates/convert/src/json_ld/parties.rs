//! The parties that properties name.

use serde_json::{Map, Value};

use super::reader::Reader;
use super::values::{Index, addresses, get, list, objects, texts, types};

impl Reader {
    /// The id of the first party that a property names. A finding has one author.
    pub(super) fn reviewer(
        &mut self,
        node: &Map<String, Value>,
        key: &str,
        pointer: &str,
        index: &Index<'_>,
    ) -> Option<String> {
        let authors = list(get(node, key));
        let names = |author: &&Value| match objects(Some(author), index).first() {
            Some(author) => texts(get(author, "name")).0,
            None => texts(Some(author)).0,
        };
        let names: Vec<String> = authors.iter().flat_map(names).collect();
        self.first(names, key, pointer)?;
        authors.into_iter().find_map(|author| self.party(Some(author), pointer, index).into_iter().next())
    }

    /// The ids of the parties that a property names, as texts or as nodes.
    pub(super) fn party(&mut self, value: Option<&Value>, pointer: &str, index: &Index<'_>) -> Vec<String> {
        let mut ids = Vec::new();
        for one in list(value) {
            ids.extend(match objects(Some(one), index).first() {
                Some(node) if get(node, "@value").is_none() => self.described(node, pointer, index),
                _ => texts(Some(one)).0.first().map(|name| self.named(name, pointer)),
            });
        }
        ids
    }

    /// The id of the party that a node describes, with what the node says about it.
    pub(super) fn described(&mut self, node: &Map<String, Value>, pointer: &str, index: &Index<'_>) -> Option<String> {
        let id = self.named(texts(get(node, "name")).0.first()?, pointer);
        let kind = types(node).into_iter().find_map(|of| match of {
            "Person" => Some("person"),
            "NewsMediaOrganization" => Some("outlet"),
            of if of.ends_with("Organization") || of == "Corporation" => Some("organisation"),
            _ => None,
        });
        let url = addresses(get(node, "url").or(get(node, "sameAs")), index).into_iter().next();
        let role = texts(get(node, "jobTitle")).0.into_iter().next();
        if let Some(Value::Object(party)) = self.parties.get_mut(&id) {
            for (key, value) in [("kind", kind.map(str::to_owned)), ("role", role), ("url", url)] {
                if let Some(value) = value {
                    party.entry(key.to_owned()).or_insert(Value::from(value));
                }
            }
        }
        Some(id)
    }

    /// The id of the party with a name.
    fn named(&mut self, name: &str, pointer: &str) -> String {
        self.size += name.len();
        if let Some(id) = self.party_of.get(name) {
            return id.clone();
        }
        let id = self.party_ids.make(name);
        self.party_of.insert(name.to_owned(), id.clone());
        let place = self.place(pointer);
        self.places.insert(format!("/parties/{id}"), place);
        let party = Map::from_iter([("name".to_owned(), Value::from(name))]);
        self.parties.insert(id.clone(), Value::Object(party));
        id
    }
}
