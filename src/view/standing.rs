//! Where a party stands on claims: the component of which the people, the timeline and the sources are built. The stance
//! once, then the claims with who puts them forward, and the replies that travel with them. Claims with the same replies
//! share them.

use std::rc::Rc;

use yew::Html;

use super::author::{self, Authors};
use super::context::ViewContext;
use super::{answers, elements};
use crate::texts::Message;
use story::model::{ClaimId, ClaimKind, Date, PartyId, Position};

/// What two claims must have in common to be shown together.
pub type Signature = Vec<u32>;

/// Adds to a signature where a party stands.
pub fn sign_position(context: &ViewContext, position: Option<&Position>, signature: &mut Signature) {
    let Some(position) = position else {
        signature.push(u32::MAX);
        return;
    };
    signature.push(position.party.index() as u32);
    signature.push(position.stance as u32);
    signature.push(context.story.statement(position.latest).by.index() as u32);
    for other in context.story.others(position) {
        signature.push(other.stance as u32);
        signature.push(other.order as u32);
    }
}

/// Adds to a signature how everybody replies whom a claim is about.
pub fn sign_replies(context: &ViewContext, id: ClaimId, but: Option<PartyId>, signature: &mut Signature) {
    let claim = context.story.claim(id);
    signature.push(u32::from(claim.kind == ClaimKind::Opinion));
    for (party, position) in claim.about.iter().zip(context.story.answers(id)) {
        if Some(*party) != but {
            signature.push(party.index() as u32);
            sign_position(context, position.as_ref(), signature);
        }
    }
}

/// A stance on claims: who puts each of them forward, unless that is the same as for the one before, and the replies,
/// which all of them have in common. With a date, the replies are those that were known by then. Only the timeline has
/// words, above which it says how they became known.
pub fn claims(
    context: &ViewContext,
    stance: Html,
    claims: &[ClaimId],
    but: Option<PartyId>,
    words: Option<Html>,
    by: Option<&Date>,
) -> Html {
    let Some(first) = claims.first() else { return Html::default() };
    let mut named = Vec::new();
    let mut before = None;
    for id in claims {
        let authors = author::of(context, *id, by);
        let mut entry = Vec::new();
        if before.is_none_or(|before: Rc<Authors>| before.signature != authors.signature) {
            let is_opinion = context.story.claim(*id).kind == ClaimKind::Opinion;
            // If nobody but this party puts the claim forward, its own stance says so.
            let is_said = but.is_some_and(|party| authors.parties == [party]);
            let line = match is_said {
                false => Some(authors.line.clone()),
                true if is_opinion => Some(elements::text(context.texts.say(Message::Opinion))),
                true if words.is_some() => None,
                true => author::route_line(context, *id),
            };
            elements::add(&mut entry, line.map(|line| elements::p("author", line)));
        }
        before = Some(authors);
        entry.push(elements::claim_link(context, *id));
        entry.push(elements::legal(context, *id, by));
        named.push(elements::li("about", elements::all(entry)));
    }
    let replies = match by {
        Some(date) => answers::replies_by(context, *first, but, date),
        None => answers::replies(context, *first, but),
    };
    let replies = elements::ul("replies", None, replies);
    elements::joined([stance, elements::ul("named", None, named), words.unwrap_or_default(), replies])
}
