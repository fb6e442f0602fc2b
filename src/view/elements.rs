//! Small components that several parts of the panel use: elements, names, links, notes, the footer.
//!
//! Elements have parts and no classes. Publishers and both stylesheets address the same parts, and in static HTML,
//! which is in the page itself, no class selector of the page matches. These functions are not inlined: a hundred
//! copies would be a tenth of what readers download.

use yew::virtual_dom::{AttributeOrProperty, Attributes, Listeners, VTag};
use yew::{AttrValue, Html, NodeRef, html};

use super::context::ViewContext;
use super::icon;
use crate::protocol::ActionName;
use crate::texts::Message;
use story::model::{ClaimId, Date, Link, PartyId};

/// An element with the attributes whose value is present. Its own function takes less space than `html!`, which expands
/// to the same call with the code for each attribute.
#[inline(never)]
fn tag<const N: usize>(
    name: &'static str,
    keys: &'static [&'static str; N],
    values: [Option<&'static str>; N],
    content: Html,
) -> Html {
    let values = Box::new(values.map(|value| value.map(|value| AttributeOrProperty::Attribute(value.into()))));
    let attributes = Attributes::Dynamic { keys, values };
    VTag::__new_other(name.into(), NodeRef::default(), None, attributes, Listeners::default(), content).into()
}

/// An element with a part.
#[inline(never)]
pub fn element(name: &'static str, part: &'static str, content: Html) -> Html {
    tag(name, &["part"], [Some(part)], content)
}

/// A heading, with its id if something refers to it.
pub fn heading(name: &'static str, part: &'static str, id: Option<&'static str>, content: Html) -> Html {
    tag(name, &["part", "id"], [Some(part), id], content)
}

/// A list, also if it is empty. Its styles remove the list semantics in some browsers, so it has an explicit role.
#[inline(never)]
pub fn list(name: &'static str, part: &'static str, label: Option<&'static str>, entries: Vec<Html>) -> Html {
    tag(name, &["part", "role", "aria-label"], [Some(part), Some("list"), label], all(entries))
}

#[inline(never)]
pub fn p(part: &'static str, content: Html) -> Html {
    element("p", part, content)
}

/// A list item.
#[inline(never)]
pub fn li(part: &'static str, content: Html) -> Html {
    element("li", part, content)
}

/// A list, unless it is empty.
#[inline(never)]
pub fn ul(part: &'static str, label: Option<&'static str>, entries: Vec<Html>) -> Html {
    if entries.is_empty() { Html::default() } else { list("ul", part, label, entries) }
}

/// An ordered list, unless it is empty.
#[inline(never)]
pub fn ol(part: &'static str, entries: Vec<Html>) -> Html {
    if entries.is_empty() { Html::default() } else { list("ol", part, None, entries) }
}

#[inline(never)]
pub fn div(part: &'static str, content: Html) -> Html {
    element("div", part, content)
}

/// A text with its own style.
#[inline(never)]
pub fn span(part: &'static str, content: Html) -> Html {
    element("span", part, content)
}

/// A term and its description, in a description list.
#[inline(never)]
pub fn pair(part: &'static str, term: Html, said: Html) -> Html {
    div(part, html! { <><dt>{ term }</dt>{ " " }<dd>{ said }</dd></> })
}

/// Adds an entry to a row if there is one.
#[inline(never)]
pub fn add(row: &mut Vec<Html>, one: Option<Html>) {
    if let Some(one) = one {
        row.push(one);
    }
}

/// Joins fragments.
#[inline(never)]
pub fn all(elements: Vec<Html>) -> Html {
    elements.into_iter().collect()
}

/// The same for a fixed number of them.
#[inline(never)]
pub fn joined<const N: usize>(elements: [Html; N]) -> Html {
    all(Vec::from(elements))
}

/// A text of the panel itself.
#[inline(never)]
pub fn text(text: &str) -> Html {
    html! { text.to_owned() }
}

/// The publisher's text, with its own language and direction, and with its line breaks.
#[inline(never)]
pub fn own(context: &ViewContext, text: &str) -> Html {
    html! { <span lang={context.own_lang()} dir="auto">{ lines(text) }</span> }
}

/// A text with its line breaks as elements, so that it has them also where the stylesheet is missing.
#[inline(never)]
pub fn lines(text: &str) -> Html {
    let mut lines = Vec::new();
    for line in text.split('\n') {
        if !lines.is_empty() {
            lines.push(html! { <br/> });
        }
        lines.push(self::text(line));
    }
    all(lines)
}

/// A text of the publisher without words of a language, such as an address, which must not change the direction of the
/// text around it.
#[inline(never)]
pub fn isolated(text: &str) -> Html {
    html! { <bdi>{ text.to_owned() }</bdi> }
}

/// An editor's note, labelled as one.
#[inline(never)]
pub fn note(context: &ViewContext, note: &str) -> Html {
    p("note", html! { <><b>{ context.texts.say(Message::EditorsNote) }</b>{ " " }{ own(context, note) }</> })
}

/// A sentence of the panel around the publisher's text.
#[inline(never)]
pub fn said(context: &ViewContext, part: &'static str, word: Message, text: &str) -> Html {
    p(part, context.sentence(word, &[own(context, text)]))
}

/// A name, isolated from the direction of the surrounding text.
#[inline(never)]
pub fn name(context: &ViewContext, party: PartyId) -> Html {
    html! { <bdi part="name" lang={context.own_lang()}>{ &context.story.party(party).name }</bdi> }
}

/// A name that links to the party's page, if it has one.
pub fn linked_name(context: &ViewContext, party: PartyId) -> Html {
    linked(context, context.story.party(party).url.as_ref(), name(context, party))
}

/// A button. It names an [`Action`](super::state::Action) and its value, which the element reads on a click, so that
/// the button needs no listener.
#[inline(never)]
pub fn button(part: &'static str, act: ActionName, value: &str, pressed: Option<bool>, content: Html) -> Html {
    let pressed = pressed.map(truth);
    let value = Some(value).filter(|value| !value.is_empty()).map(|value| AttrValue::from(value.to_owned()));
    html! {
        <button type="button" {part} data-act={act.text()} data-value={value} aria-pressed={pressed}>{ content }</button>
    }
}

/// What readers unfold, below a line that stays. On paper it is unfolded.
pub fn folded(line: Html, content: Html) -> Html {
    element("details", "folded", joined([element("summary", "fold", joined([line, icon::chevron()])), content]))
}

/// What a button opens. While it is closed, the browser's search still finds it (HTML, the `hidden` attribute's state
/// `until-found`). Yew's macro knows `hidden` only as a boolean; browsers do not distinguish upper and lower case.
pub fn disclosed(id: String, is_open: bool, content: Html) -> Html {
    html! { <div {id} part="opened" HIDDEN={(!is_open).then_some("until-found")}>{ content }</div> }
}

/// A boolean in ARIA's notation.
pub fn truth(is_true: bool) -> &'static str {
    if is_true { "true" } else { "false" }
}

/// A claim's text, as a link to the claim with everything that was said about it.
#[inline(never)]
pub fn claim_link(context: &ViewContext, id: ClaimId) -> Html {
    to_claim(context, id, own(context, &context.story.claim(id).text))
}

/// Content as a link to a claim. A file has no links between claims.
pub fn to_claim(context: &ViewContext, id: ClaimId, content: Html) -> Html {
    if context.target.is_static() {
        return content;
    }
    let key = context.story.claim(id).key.clone();
    // Readers cannot select the text of a `<button>`.
    html! {
        <span role="button" tabindex="0" part="claim-link" data-act={ActionName::Reveal.text()} data-value={key}>
            { content }
        </span>
    }
}

/// The legal status of a claim, wherever the claim is shown. With a date, a status of a later day is left out.
pub fn legal(context: &ViewContext, id: ClaimId, by: Option<&Date>) -> Html {
    let Some(legal) = &context.story.claim(id).legal else { return Html::default() };
    let on = legal.date.as_ref().and_then(|when| when.date);
    if by.zip(on).is_some_and(|(by, on)| by.is_before(&on)) {
        return Html::default();
    }
    let text = linked(context, legal.url.as_ref(), own(context, &legal.text));
    p(
        "legal",
        match &legal.date {
            Some(date) => context.sentence(Message::Reply, &[context.time(date), text]),
            None => text,
        },
    )
}

/// A link out of the panel.
#[inline(never)]
pub fn link(href: String, content: Html) -> Html {
    html! { <a part="link" href={AttrValue::from(href)} rel="noopener">{ content }</a> }
}

/// A link out of the panel, if there is an address. An address that cannot be followed is shown as text.
#[inline(never)]
pub fn linked(context: &ViewContext, url: Option<&Link>, content: Html) -> Html {
    let Some(url) = url else { return content };
    match url.href() {
        Some(href) => link(href.to_owned(), content),
        None => context.brackets(content, vec![isolated(url.text())]),
    }
}

/// The publisher, who is responsible for the panel's content.
pub fn foot(context: &ViewContext) -> Html {
    let Some(publisher) = &context.story.publisher else { return Html::default() };
    let mut row = vec![linked(context, publisher.url.as_ref(), own(context, &publisher.name))];
    let about = [(&publisher.corrections_url, Message::CorrectionsPolicy), (&publisher.contact_url, Message::Contact)];
    for (url, word) in about {
        if url.is_some() {
            row.push(linked(context, url.as_ref(), text(context.texts.say(word))));
        }
    }
    element("footer", "foot", context.row(row))
}
