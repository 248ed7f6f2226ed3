//! The frame of every page: title, header with the council's name, navigation, footer.
//!
//! The document carries no inline script or style, so the strictest content security policy fits.

use maud::{DOCTYPE, Markup, html};

use crate::assets;
use crate::components::{BackLink, back_link};
use crate::components::{
    Breadcrumbs, Content, Footer, FooterLink, GenericHeader, NavigationItem, ServiceNavigation,
    SkipLink, breadcrumbs, footer, generic_header, service_navigation, skip_link,
};

/// What the service is called on every page.
pub const SERVICE_NAME: &str = "Complaints and representations";

/// The content security policy these pages are made for.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// One page.
#[derive(Debug)]
pub struct Page<'a> {
    /// The page's heading, as it begins the browser's title.
    pub title: &'a str,
    /// Whose service it is.
    pub council: &'a Council,
    /// Who is reading, if they have signed in.
    pub signed_in: Option<SignedIn<'a>>,
    /// The main pages this reader may open.
    pub navigation: Vec<NavigationItem>,
    /// The way back.
    pub back: Back,
    /// The page reports problems with a form, so its title begins "Error: ".
    pub errors: bool,
    /// How much room the content takes.
    pub width: PageWidth,
    /// The content, beginning with its `h1` (or the error summary).
    pub main: Markup,
}

/// The council whose pages these are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Council {
    /// Its name.
    pub name: String,
    /// The colour of its header.
    pub colour: Colour,
    /// Where its name in the header leads.
    pub home: String,
    /// Links at the foot: accessibility statement, privacy notice.
    pub footer_links: Vec<(String, String)>,
}

/// Who is reading.
#[derive(Clone, Copy, Debug)]
pub struct SignedIn<'a> {
    /// Their name.
    pub name: &'a str,
    /// In what capacity: "Complaints officer"; empty for nothing.
    pub role: &'a str,
    /// Where signing out is sent, by POST.
    pub sign_out: &'a str,
}

/// What stands between the header and the content.
#[derive(Clone, Debug, Default)]
pub enum Back {
    /// Nothing: a page reached by the navigation.
    #[default]
    None,
    /// A back link.
    Link(BackLink),
    /// The way here.
    Breadcrumbs(Breadcrumbs),
}

/// How much room the content takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageWidth {
    /// Two thirds: for reading and for questions.
    #[default]
    Reading,
    /// The whole width: for lists and tables.
    Full,
}

/// A colour, opaque.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

impl Default for Council {
    /// A council that has not yet said its name.
    fn default() -> Self {
        Self {
            name: "Your council".into(),
            colour: Colour::default(),
            home: "/".into(),
            footer_links: Vec::new(),
        }
    }
}

impl Default for Colour {
    /// A dark blue-green that is nobody's brand.
    fn default() -> Self {
        Self {
            red: 0x1b,
            green: 0x4d,
            blue: 0x4f,
        }
    }
}

impl Colour {
    /// Reads `#1b4d4f`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let part = |from: usize| u8::from_str_radix(&digits[from..from + 2], 16).ok();
        Some(Self {
            red: part(0)?,
            green: part(2)?,
            blue: part(4)?,
        })
    }

    /// Six digits, without the `#`.
    pub fn digits(self) -> String {
        format!("{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }

    /// Whether white or black is read more easily on this colour.
    ///
    /// Source: WCAG 2.2, relative luminance and contrast ratio. The better of the two always
    /// reaches 4.5 to 1.
    fn text_on(self) -> &'static str {
        let luminance = self.luminance();
        let on_white = 1.05 / (luminance + 0.05);
        let on_black = (luminance + 0.05) / 0.05;
        if on_white >= on_black {
            "#ffffff"
        } else {
            "#000000"
        }
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

/// Where the council's style sheet is linked from; the colour in it makes browsers notice a change.
pub fn council_css_url(council: &Council) -> String {
    format!("/assets/council.css?{}", council.colour.digits())
}

/// The council's style sheet: its colour and the text colour that is legible on it.
pub fn council_css(council: &Council) -> String {
    let (digits, text) = (council.colour.digits(), council.colour.text_on());
    format!(":root{{--heard-council-colour:#{digits};--heard-council-text-colour:{text}}}\n")
}

/// The whole document.
pub fn page(page: Page<'_>) -> Markup {
    let council = page.council;
    html! {
        (DOCTYPE)
        html lang="en-GB" class="govuk-template" {
            head {
                meta charset="utf-8";
                title {
                    @if page.errors { "Error: " }
                    (page.title) " – " (SERVICE_NAME) " – " (council.name)
                }
                meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                meta name="theme-color" content={ "#" (council.colour.digits()) };
                meta name="robots" content="noindex, nofollow";
                // Browsers ask for an icon of their own accord; this says there is none.
                link rel="icon" href="data:,";
                @for name in assets::STYLE_SHEETS {
                    link rel="stylesheet" href=(assets::url(name));
                }
                link rel="stylesheet" href=(council_css_url(council));
            }
            body class="govuk-template__body" {
                script src=(assets::url(assets::SCRIPTS[0])) {}
                (skip_link(&SkipLink { href: "#main-content".into(), ..SkipLink::default() }))
                header class="govuk-template__header" {
                    (generic_header(&GenericHeader {
                        logo: council.name.as_str().into(),
                        url: council.home.clone(),
                        end: account(page.signed_in),
                    }))
                    (service_navigation(&ServiceNavigation {
                        service_name: SERVICE_NAME.into(),
                        service_url: "/".into(),
                        items: page.navigation,
                        ..ServiceNavigation::default()
                    }))
                }
                div class="govuk-width-container" {
                    @match &page.back {
                        Back::None => {}
                        Back::Link(link) => (back_link(link)),
                        Back::Breadcrumbs(way) => (breadcrumbs(way)),
                    }
                    main class="govuk-main-wrapper" id="main-content" {
                        @match page.width {
                            PageWidth::Full => (page.main),
                            PageWidth::Reading => {
                                div class="govuk-grid-row" {
                                    div class="govuk-grid-column-two-thirds" { (page.main) }
                                }
                            }
                        }
                    }
                }
                footer class="govuk-template__footer" { (foot(council)) }
                script type="module" src=(assets::url(assets::SCRIPTS[1])) {}
            }
        }
    }
}

/// Who is signed in, and the way out.
fn account(signed_in: Option<SignedIn<'_>>) -> Content {
    let Some(reader) = signed_in else {
        return Content::default();
    };
    html! {
        p class="heard-account__name" {
            span class="govuk-visually-hidden" { "Signed in as " }
            (reader.name)
            @if !reader.role.is_empty() { span class="heard-account__role" { ", " (reader.role) } }
        }
        form method="post" action=(reader.sign_out) class="heard-account__sign-out" {
            button type="submit" class="heard-account__button" { "Sign out" }
        }
    }
    .into()
}

fn foot(council: &Council) -> Markup {
    let link = |(text, href): &(String, String)| FooterLink::new(text, href);
    footer(&Footer {
        links: council.footer_links.iter().map(link).collect(),
        meta: html! {
            p class="heard-footer__council" { (council.name) }
            p class="heard-footer__product" {
                "This service runs on Heard, open-source software for children’s social care complaints."
            }
        }
        .into(),
        ..Footer::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn council() -> Council {
        Council {
            name: "Little <Wittering>".into(),
            ..Council::default()
        }
    }

    fn shown(errors: bool) -> String {
        let council = council();
        page(Page {
            title: "Record a complaint",
            council: &council,
            signed_in: Some(SignedIn {
                name: "Priya Shah",
                role: "Complaints officer",
                sign_out: "/sign-out",
            }),
            navigation: Vec::new(),
            back: Back::None,
            errors,
            width: PageWidth::Reading,
            main: html! { h1 { "Record a complaint" } },
        })
        .into_string()
    }

    #[test]
    fn title_begins_with_error_when_there_are_problems() {
        assert!(shown(true).contains("<title>Error: Record a complaint – "));
        assert!(shown(false).contains("<title>Record a complaint – "));
    }

    #[test]
    fn nothing_on_the_page_needs_a_looser_policy() {
        let page = shown(false);
        assert!(!page.contains("style="));
        assert!(!page.contains("onclick"));
        for script in page.split("<script").skip(1) {
            assert!(script.contains("src=\"/assets/"));
            assert!(script.contains("></script>"));
        }
    }

    #[test]
    fn council_name_is_escaped() {
        assert!(!shown(false).contains("<Wittering>"));
    }

    #[test]
    fn colour_is_six_digits() {
        for (text, digits) in [
            ("#1b4d4f", Some("1b4d4f")),
            ("FFDD00", Some("ffdd00")),
            ("#fff", None),
            ("red;}", None),
            ("#12345é", None),
            ("", None),
        ] {
            let colour = Colour::parse(text).map(Colour::digits);
            assert_eq!(colour.as_deref(), digits, "{text}");
        }
    }

    #[test]
    fn text_on_every_colour_reaches_the_contrast_of_body_text() {
        for red in (0..=255).step_by(15) {
            for green in (0..=255).step_by(15) {
                for blue in (0..=255).step_by(15) {
                    let colour = Colour { red, green, blue };
                    let text = Colour::parse(colour.text_on()).expect("a colour");
                    let (one, other) = (colour.luminance() + 0.05, text.luminance() + 0.05);
                    let contrast = one.max(other) / one.min(other);
                    assert!(
                        contrast >= 4.4,
                        "{} on {colour:?}: {contrast}",
                        text.digits()
                    );
                }
            }
        }
    }
}
