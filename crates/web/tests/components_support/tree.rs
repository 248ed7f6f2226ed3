//! Markup as a tree that can be compared: attributes and classes sorted, white space collapsed.

use std::fmt::Write as _;

use scraper::node::Node;
use scraper::{ElementRef, Html};

/// The tree of a fragment, one node a line.
pub(crate) fn of(markup: &str) -> String {
    let mut lines = String::new();
    inside(Html::parse_fragment(markup).root_element(), 0, &mut lines);
    lines
}

/// The ids in a fragment, in order.
pub(crate) fn ids(markup: &str) -> Vec<String> {
    let fragment = Html::parse_fragment(markup);
    let elements = fragment
        .root_element()
        .descendants()
        .filter_map(ElementRef::wrap);
    elements
        .filter_map(|element| element.attr("id").map(str::to_owned))
        .collect()
}

/// The fixture without what only GOV.UK may show in a footer: crown, crest, licence logo and link.
/// Their own content licence stays, as the words we may be given.
pub(crate) fn without_branding(markup: &str) -> String {
    let mut markup = markup.to_owned();
    cut(&mut markup, "govuk-footer__crown", "<svg", "</svg>");
    cut(&mut markup, "govuk-footer__licence-logo", "<svg", "</svg>");
    // The last item of the footer holds nothing but the crest's link.
    cut(
        &mut markup,
        "govuk-footer__copyright-logo",
        "<div class=\"govuk-footer__meta-item\">",
        "</div>",
    );
    markup
}

/// Cuts the piece that has `mark` in it, from the last `open` before the mark to the next `close`.
fn cut(markup: &mut String, mark: &str, open: &str, close: &str) {
    if let Some(at) = markup.find(mark) {
        let start = markup[..at].rfind(open).expect("the piece begins");
        let end = at + markup[at..].find(close).expect("the piece ends") + close.len();
        markup.replace_range(start..end, "");
    }
}

fn inside(parent: ElementRef<'_>, depth: usize, lines: &mut String) {
    let indent = "  ".repeat(depth);
    let children: Vec<_> = parent.children().collect();
    for (index, child) in children.iter().enumerate() {
        if let Node::Text(text) = child.value() {
            let before = index.checked_sub(1).map(|index| children[index].value());
            let after = (index + 1 < children.len()).then(|| children[index + 1].value());
            let text = match parent.value().name() {
                "textarea" | "pre" => text.to_string(),
                _ => collapsed(parent, text, before, after),
            };
            if !text.is_empty() {
                let _ = writeln!(lines, "{indent}{text:?}");
            }
        } else if let Some(element) = ElementRef::wrap(*child) {
            start_tag(element, &indent, lines);
            inside(element, depth + 1, lines);
        }
    }
}

fn start_tag(element: ElementRef<'_>, indent: &str, lines: &mut String) {
    let mut attributes: Vec<_> = element.value().attrs().collect();
    attributes.sort_unstable();
    let _ = write!(lines, "{indent}<{}", element.value().name());
    for (name, value) in attributes {
        let value = match name {
            "class" => {
                let mut classes: Vec<_> = value.split_whitespace().collect();
                classes.sort_unstable();
                classes.join(" ")
            }
            _ => value.to_owned(),
        };
        let _ = write!(lines, " {name}={value:?}");
    }
    lines.push_str(">\n");
}

/// White space runs become one space. At the edge of an element and beside a block it is not seen,
/// so it goes; beside an inline element it is a space between words, so it stays. What only a
/// screen reader gets is joined to what stands before it, so there its first space counts as well.
fn collapsed(
    parent: ElementRef<'_>,
    text: &str,
    before: Option<&Node>,
    after: Option<&Node>,
) -> String {
    let mut words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() {
        let between_words = inline(before) && inline(after);
        return if between_words { " ".to_owned() } else { words };
    }
    let spoken = parent.attr("class") == Some("govuk-visually-hidden");
    let seen_before = inline(before) || (spoken && before.is_none());
    if seen_before && text.starts_with(char::is_whitespace) {
        words.insert(0, ' ');
    }
    if inline(after) && text.ends_with(char::is_whitespace) {
        words.push(' ');
    }
    words
}

fn inline(node: Option<&Node>) -> bool {
    let Some(Node::Element(element)) = node else {
        return false;
    };
    matches!(element.name(), "a" | "b" | "em" | "span" | "strong" | "svg")
}
