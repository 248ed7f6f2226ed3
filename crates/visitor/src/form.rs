//! Forms: read from a page, filled in by the names of their fields, and sent as a browser would.

use std::fmt::Write as _;

use crate::markup::{Tag, tags};

/// A form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Where it is sent.
    pub action: String,
    /// Whether it is sent with `POST`.
    pub is_post: bool,
    /// Its fields in the order of the page; each radio and each tick box is one.
    pub fields: Vec<Field>,
}

/// A field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// What kind it is.
    pub kind: Kind,
    /// What it holds, or would send.
    pub value: String,
    /// Whether it is sent: for a radio or a tick box, whether it is chosen.
    pub chosen: bool,
    /// What a list offers.
    pub offers: Vec<String>,
}

/// A kind of field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Not seen.
    Hidden,
    /// A line of text.
    Line,
    /// Several lines of text.
    Text,
    /// A password.
    Password,
    /// One of several of the same name.
    Radio,
    /// To be ticked or not.
    Tick,
    /// A list to choose from.
    List,
}

impl Form {
    /// The forms of a page. One without an address is sent to the page's own.
    pub(crate) fn read(page: &str, path: &str) -> Vec<Self> {
        let mut forms: Vec<Self> = Vec::new();
        let mut inside = false;
        for tag in tags(page) {
            match tag.name {
                "form" => {
                    inside = true;
                    let method = tag.attribute("method").unwrap_or_default();
                    forms.push(Self {
                        action: tag.attribute("action").unwrap_or_else(|| path.to_owned()),
                        is_post: method.eq_ignore_ascii_case("post"),
                        fields: Vec::new(),
                    });
                }
                "/form" => inside = false,
                _ if inside => {
                    if let Some(form) = forms.last_mut() {
                        form.take_in(&tag);
                    }
                }
                _ => {}
            }
        }
        forms
    }

    /// Fills in a field, or chooses the radio, the tick box or the entry of that value. A field that the
    /// form does not have is added, as a script might.
    pub fn set(&mut self, name: &str, value: &str) -> &mut Self {
        let mut there = false;
        for field in self.fields.iter_mut().filter(|field| field.name == name) {
            match field.kind {
                Kind::Radio => field.chosen = field.value == value,
                Kind::Tick => field.chosen |= field.value == value,
                Kind::Hidden | Kind::Line | Kind::Text | Kind::Password | Kind::List => {
                    value.clone_into(&mut field.value);
                }
            }
            there = true;
        }
        if !there {
            let (name, value) = (name.to_owned(), value.to_owned());
            self.fields.push(Field {
                name,
                kind: Kind::Hidden,
                value,
                chosen: true,
                offers: Vec::new(),
            });
        }
        self
    }

    /// Fills in a date.
    pub fn set_date(&mut self, name: &str, [day, month, year]: [i16; 3]) -> &mut Self {
        self.set(&format!("{name}-day"), &day.to_string());
        self.set(&format!("{name}-month"), &month.to_string());
        self.set(&format!("{name}-year"), &year.to_string())
    }

    /// What a field offers to choose from: the entries of a list, or all radios or tick boxes of a name.
    pub fn offered(&self, name: &str) -> Vec<String> {
        let fields = self.fields.iter().filter(|field| field.name == name);
        let offers = fields.flat_map(|field| match field.kind {
            Kind::Radio | Kind::Tick => vec![field.value.clone()],
            Kind::List => field.offers.clone(),
            Kind::Hidden | Kind::Line | Kind::Text | Kind::Password => Vec::new(),
        });
        offers.filter(|offer| !offer.is_empty()).collect()
    }

    /// Chooses the first that a field offers; one that offers nothing is left as it is.
    pub fn choose_first(&mut self, name: &str) -> &mut Self {
        if let Some(first) = self.offered(name).first() {
            self.set(name, first);
        }
        self
    }

    /// What a browser would send.
    pub fn sent(&self) -> Vec<(String, String)> {
        let sent = self.fields.iter().filter(|field| field.chosen);
        sent.map(|field| (field.name.clone(), field.value.clone()))
            .collect()
    }

    fn take_in(&mut self, tag: &Tag<'_>) {
        let name = tag.attribute("name").unwrap_or_default();
        let value = tag.attribute("value");
        let field = |kind, value, chosen| Field {
            name,
            kind,
            value,
            chosen,
            offers: Vec::new(),
        };
        match tag.name {
            "input" => {
                let kind = match tag.attribute("type").as_deref() {
                    Some("hidden") => Kind::Hidden,
                    Some("password") => Kind::Password,
                    Some("radio") => Kind::Radio,
                    Some("checkbox") => Kind::Tick,
                    Some("submit" | "button") => return,
                    _ => Kind::Line,
                };
                let chosen = !matches!(kind, Kind::Radio | Kind::Tick) || tag.has("checked");
                self.fields
                    .push(field(kind, value.unwrap_or_default(), chosen));
            }
            "textarea" => self.fields.push(field(Kind::Text, tag.text(), true)),
            "select" => self.fields.push(field(Kind::List, String::new(), true)),
            "option" => {
                if let Some(list) = self
                    .fields
                    .last_mut()
                    .filter(|field| field.kind == Kind::List)
                {
                    let value = value.unwrap_or_else(|| tag.text());
                    if tag.has("selected") || list.offers.is_empty() {
                        list.value.clone_from(&value);
                    }
                    list.offers.push(value);
                }
            }
            _ => {}
        }
    }
}

/// Fields as the body of a request.
pub(crate) fn encode(fields: &[(String, String)]) -> String {
    let mut body = String::new();
    for (name, value) in fields {
        if !body.is_empty() {
            body.push('&');
        }
        encode_into(&mut body, name);
        body.push('=');
        encode_into(&mut body, value);
    }
    body
}

fn encode_into(body: &mut String, text: &str) {
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'*' => {
                body.push(char::from(byte));
            }
            b' ' => body.push('+'),
            _ => {
                // Writing to a String cannot fail.
                let _written = write!(body, "%{byte:02X}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = concat!(
        "<form method=\"get\" action=\"/register\"><input name=\"q\"></form>",
        "<form method=\"post\" novalidate><input type=\"hidden\" name=\"submission\" value=\"1\">",
        "<textarea name=\"wanted\">an &lt;apology&gt;</textarea>",
        "<input type=\"radio\" name=\"channel\" value=\"letter\" checked><input type=\"radio\" name=\"channel\" value=\"telephone\">",
        "<input type=\"checkbox\" name=\"staff\" value=\"a\"><input type=\"checkbox\" name=\"staff\" value=\"b\">",
        "<select name=\"service\"><option value=\"\">Choose one</option><option value=\"fostering\">Fostering</option></select>",
        "<button type=\"submit\" name=\"add\" value=\"point\">Add</button></form>",
    );

    fn sent(form: &Form) -> String {
        encode(&form.sent())
    }

    #[test]
    fn a_form_is_sent_as_a_browser_would() {
        let forms = Form::read(PAGE, "/complaints/new");
        assert_eq!(
            forms
                .iter()
                .map(|form| form.action.as_str())
                .collect::<Vec<_>>(),
            ["/register", "/complaints/new"]
        );
        assert!(!forms[0].is_post && forms[1].is_post);
        let mut form = forms[1].clone();
        assert_eq!(
            sent(&form),
            "submission=1&wanted=an+%3Capology%3E&channel=letter&service="
        );
        form.set("channel", "telephone")
            .set("staff", "b")
            .set("service", "fostering")
            .set("wanted", "é")
            .set("new", "x");
        assert_eq!(
            sent(&form),
            "submission=1&wanted=%C3%A9&channel=telephone&staff=b&service=fostering&new=x"
        );
    }

    #[test]
    fn the_first_that_is_offered_can_be_chosen() {
        let mut form = Form::read(PAGE, "/complaints/new").remove(1);
        form.choose_first("service")
            .choose_first("staff")
            .choose_first("wanted")
            .choose_first("nowhere");
        assert_eq!(
            sent(&form),
            "submission=1&wanted=an+%3Capology%3E&channel=letter&staff=a&service=fostering"
        );
        assert_eq!(form.offered("channel"), ["letter", "telephone"]);
    }

    #[test]
    fn a_date_is_three_fields() {
        let mut form = Form {
            action: "/".into(),
            is_post: true,
            fields: Vec::new(),
        };
        form.set_date("received", [27, 3, 2026]);
        assert_eq!(
            sent(&form),
            "received-day=27&received-month=3&received-year=2026"
        );
    }
}
