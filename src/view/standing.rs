//! Where a party stands on claims: the component of which the people, the timeline and the sources are built. The stance
//! once, then the claims with who puts them forward, and the replies that travel with them. Claims with the same replies
//! share them.

use yew::{Html, html};

use super::context::ViewContext;
use super::{answers, author, elements};
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
    for party in claim.about.iter().filter(|party| Some(**party) != but) {
        signature.push(party.index() as u32);
        sign_position(context, context.story.position(id, *party).as_ref(), signature);
    }
}

/// Who puts a claim forward, and through whom that is known.
fn authors(context: &ViewContext, id: ClaimId, by: Option<&Date>) -> Signature {
    let mut signature = vec![u32::from(context.story.claim(id).kind == ClaimKind::Opinion)];
    for (one, stance) in author::of(context, id, by).statements {
        signature.push(context.story.statement(one).by.index() as u32);
        signature.push(stance as u32);
        for (depth, report) in context.story.nearest_reports(one) {
            signature.push(depth as u32);
            signature.push(report.index() as u32);
        }
    }
    signature
}

/// A stance on claims: who puts each of them forward, unless that is the same as for the one before, and the replies,
/// which all of them have in common. With a date, the replies are those that were known by then.
pub fn claims(
    context: &ViewContext,
    stance: Html,
    claims: &[ClaimId],
    but: Option<PartyId>,
    words: Html,
    by: Option<&Date>,
) -> Html {
    let Some(first) = claims.first() else { return Html::default() };
    let mut named = Vec::new();
    let mut before = Signature::new();
    for id in claims {
        let authors = authors(context, *id, by);
        let mut entry = Vec::new();
        if authors != before {
            let is_opinion = context.story.claim(*id).kind == ClaimKind::Opinion;
            let is_said = but.is_some_and(|party| is_only_author(context, *id, party, by));
            let line = match (is_said, by) {
                (false, _) => Some(author::line(context, *id, by)),
                (true, None) if is_opinion => Some(elements::text(context.texts.say(Message::Opinion))),
                (true, None) => author::route_line(context, *id),
                // The timeline says above how the party's words became known.
                (true, Some(_)) => is_opinion.then(|| elements::text(context.texts.say(Message::Opinion))),
            };
            elements::add(&mut entry, line.map(|line| elements::p("author", line)));
            before = authors;
        }
        entry.push(elements::claim_link(context, *id));
        entry.push(elements::legal(context, *id, by));
        named.push(elements::li("about", elements::all(entry)));
    }
    let replies = match by {
        Some(date) => answers::replies_by(context, *first, but, date),
        None => answers::replies(context, *first, but),
    };
    html! {
        <>
            { stance }
            { elements::ul("named", None, named) }
            { words }
            { elements::ul("replies", None, replies) }
        </>
    }
}

/// Whether nobody but this party puts a claim forward, so that its own stance says so.
fn is_only_author(context: &ViewContext, id: ClaimId, party: PartyId, by: Option<&Date>) -> bool {
    author::of(context, id, by).parties(context) == [party]
}
