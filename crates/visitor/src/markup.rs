//! The tags of a page, as far as forms and links need them. Our own pages are well-formed; a page of
//! anybody else's might not be read rightly.

/// A start or end tag.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tag<'a> {
    /// Its name; an end tag's begins with `/`.
    pub(crate) name: &'a str,
    attributes: &'a str,
    /// The text between it and the next tag.
    text: &'a str,
}

impl Tag<'_> {
    /// The value of an attribute; empty for one without a value.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        let mut rest = self.attributes.trim_start();
        while !rest.is_empty() {
            let end = rest
                .find(|letter: char| letter == '=' || letter.is_whitespace())
                .unwrap_or(rest.len());
            let found = &rest[..end];
            rest = &rest[end..];
            let mut value = "";
            if let Some(quoted) = rest.strip_prefix("=\"") {
                let close = quoted.find('"').unwrap_or(quoted.len());
                value = &quoted[..close];
                rest = quoted.get(close + 1..).unwrap_or_default();
            }
            if found == name {
                return Some(plain(value));
            }
            rest = rest.trim_start_matches('=').trim_start();
        }
        None
    }

    /// Whether it has an attribute.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.attribute(name).is_some()
    }

    /// The text between it and the next tag.
    pub(crate) fn text(&self) -> String {
        plain(self.text)
    }
}

/// The tags of a page, in order.
pub(crate) fn tags(page: &str) -> impl Iterator<Item = Tag<'_>> {
    // Text never holds `<`, and in our pages no attribute holds `>` unescaped.
    page.split('<').skip(1).filter_map(|piece| {
        let (tag, text) = piece.split_once('>')?;
        let end = tag.find(char::is_whitespace).unwrap_or(tag.len());
        Some(Tag {
            name: &tag[..end],
            attributes: &tag[end..],
            text,
        })
    })
}

/// Text without the marks that keep it from being markup.
fn plain(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_found_by_their_whole_name() {
        let page =
            "<p>a</p><input data-name=\"x\" name=\"given &amp; family\" checked value=\"\"> b";
        let input = tags(page).find(|tag| tag.name == "input").unwrap();
        assert_eq!(input.attribute("name").as_deref(), Some("given & family"));
        assert_eq!(input.attribute("value").as_deref(), Some(""));
        assert!(input.has("checked") && !input.has("check"));
        assert_eq!(input.text(), " b");
    }
}
