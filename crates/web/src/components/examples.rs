//! Named examples of every component, for the people who choose among them and for the browser
//! tests, which look at each for barriers.

use maud::{Markup, html};

use super::{
    BackLink, BannerKind, Breadcrumb, Breadcrumbs, Button, ButtonAction, ButtonStyle, Cell,
    Checkbox, Checkboxes, Clock, ClockState, Content, DateInput, DateParts, Details, ErrorMessage,
    ErrorSummary, Fieldset, FileUpload, Footer, FooterLink, GenericHeader, HeadingLevel, Hint,
    Input, InputKind, InputWidth, InsetText, Label, Legend, NavigationItem, NotificationBanner,
    PageItem, PageLink, Pagination, Panel, Place, Problem, Radios, Select, ServiceNavigation, Size,
    SkipLink, SummaryCard, SummaryList, SummaryRow, Table, TableLayout, Tag, TagColour, Textarea,
    Timeline, TimelineItem, WarningText, back_link, breadcrumbs, button, button_group, checkboxes,
    clock, date_input, details, error_message, error_summary, fieldset, file_upload, footer,
    generic_header, hint, input, inset_text, label, notification_banner, pagination, panel, radios,
    select, service_navigation, skip_link, summary_list, table, tag, textarea, timeline,
    warning_text,
};

/// A name for each example, and the example. The ids in them are all different, so that they can
/// stand on one page; landmarks of a page (header, footer) are under [`frame_examples`].
pub fn examples() -> Vec<(&'static str, Markup)> {
    [links(), questions(), notices(), lists(), cases()].concat()
}

/// Examples that may stand only once on a page: each is to be looked at alone.
pub fn frame_examples() -> Vec<(&'static str, Markup)> {
    vec![
        (
            "generic header",
            generic_header(&GenericHeader {
                logo: "Wittering County Council".into(),
                ..GenericHeader::default()
            }),
        ),
        (
            "service navigation",
            service_navigation(&ServiceNavigation {
                service_name: "Complaints and representations".into(),
                service_url: "#".into(),
                items: vec![
                    NavigationItem::new("Today", "#", Place::Here),
                    NavigationItem::new("Register", "#", Place::Elsewhere),
                ],
                ..ServiceNavigation::default()
            }),
        ),
        (
            "footer",
            footer(&Footer {
                links: vec![FooterLink::new("Accessibility statement", "#")],
                meta: "Wittering County Council".into(),
                ..Footer::default()
            }),
        ),
        (
            "skip link",
            skip_link(&SkipLink {
                href: "#main-content".into(),
                ..SkipLink::default()
            }),
        ),
        (
            "panel",
            panel(&Panel {
                title: "Complaint recorded".into(),
                body: html! { "Reference" br; strong { "WCC-2026-0142" } }.into(),
                ..Panel::default()
            }),
        ),
        (
            "error summary",
            error_summary(&ErrorSummary {
                problems: vec![
                    Problem::at("main-content", "Enter the date the complaint was received"),
                    Problem {
                        text: "The complaint was changed by somebody else".into(),
                        href: None,
                    },
                ],
                ..ErrorSummary::default()
            }),
        ),
    ]
}

fn links() -> Vec<(&'static str, Markup)> {
    let other = |text: &str, style| {
        button(&Button {
            style,
            action: ButtonAction::Button,
            ..Button::new(text)
        })
    };
    vec![
        ("back link", back_link(&BackLink::to("#"))),
        (
            "breadcrumbs",
            breadcrumbs(&Breadcrumbs {
                items: vec![
                    Breadcrumb {
                        text: "Register".into(),
                        href: Some("#".into()),
                    },
                    Breadcrumb {
                        text: "WCC-2026-0142".into(),
                        href: None,
                    },
                ],
                ..Breadcrumbs::default()
            }),
        ),
        (
            "buttons",
            button_group(&[
                button(&Button::new("Save and continue")),
                button(&Button::secondary("Save for later")),
                other("Close the complaint", ButtonStyle::Warning),
                html! { a class="govuk-link" href="#" { "Cancel" } },
            ]),
        ),
        (
            "start button",
            button(&Button {
                start: true,
                ..Button::link("Start now", "#")
            }),
        ),
        (
            "pagination",
            pagination(&Pagination {
                previous: Some(PageLink::to("#")),
                next: Some(PageLink::to("#")),
                items: vec![numbered(1, false), numbered(2, true), PageItem::Ellipsis],
                ..Pagination::default()
            }),
        ),
        (
            "pagination, previous and next alone",
            pagination(&Pagination {
                next: Some(PageLink {
                    label: "Older than 4 March 2026".into(),
                    ..PageLink::to("#")
                }),
                landmark_label: "Older and newer".into(),
                ..Pagination::default()
            }),
        ),
    ]
}

fn numbered(number: u32, current: bool) -> PageItem {
    PageItem::Page {
        number,
        href: "#".into(),
        current,
        spoken: None,
    }
}

fn questions() -> Vec<(&'static str, Markup)> {
    [fields(), choices()].concat()
}

fn fields() -> Vec<(&'static str, Markup)> {
    vec![
        (
            "text input",
            input(&Input {
                hint: Some("As given by the caller. It can be completed later.".into()),
                width: InputWidth::Characters20,
                spellcheck: Some(false),
                ..Input::new("example-name", "Name of the complainant")
            }),
        ),
        (
            "text input with an error",
            input(&Input {
                kind: InputKind::Email,
                value: "sam.example".into(),
                error: Some("Enter an email address like name@example.org".into()),
                ..Input::new("example-email", "Email address")
            }),
        ),
        (
            "textarea",
            textarea(&Textarea {
                hint: Some("Use their own words where you can.".into()),
                value: "She said nobody rang back.".into(),
                ..Textarea::new("example-summary", "What is the complaint about?")
            }),
        ),
        (
            "file upload",
            file_upload(&FileUpload {
                hint: Some("A workbook or a text file, up to 20 MB.".into()),
                accept: ".xlsx,.csv".into(),
                ..FileUpload::new("example-file", "Choose the file")
            }),
        ),
        (
            "date input",
            date_input(&DateInput {
                hint: Some("For example, 27 3 2026".into()),
                ..DateInput::new("example-received", Legend::new("When was it received?"))
            }),
        ),
        (
            "date input with an error",
            date_input(&DateInput {
                error: Some("The date must include a month".into()),
                faulty: DateParts {
                    month: true,
                    ..DateParts::default()
                },
                value: DateParts {
                    day: "4".into(),
                    month: String::new(),
                    year: "2026".into(),
                },
                ..DateInput::new("example-agreed", Legend::new("When was it agreed?"))
            }),
        ),
        (
            "select",
            select(&Select::new(
                "example-team",
                "Team",
                [
                    ("", "Choose a team"),
                    ("a", "Assessment"),
                    ("l", "Leaving care"),
                ],
                "l",
            )),
        ),
        (
            "label, hint and error message alone",
            html! {
                (label(&Label {
                    field: "example-alone".into(),
                    size: Size::S,
                    ..Label::new("A field made by hand")
                }))
                (hint(&Hint { text: "A hint".into(), id: "example-alone-hint".into() }))
                (error_message(&ErrorMessage {
                    text: "Say something".into(),
                    id: "example-alone-error".into(),
                    ..ErrorMessage::default()
                }))
                input class="govuk-input" id="example-alone" name="alone"
                    aria-describedby="example-alone-hint example-alone-error";
            },
        ),
    ]
}

fn choices() -> Vec<(&'static str, Markup)> {
    vec![
        (
            "radios",
            radios(&Radios {
                hint: Some("This decides which procedure applies.".into()),
                ..Radios::new(
                    "example-who",
                    Legend::new("Who is complaining?"),
                    [
                        ("child", "A child or young person"),
                        ("parent", "A parent"),
                        ("other", "Somebody else"),
                    ],
                    "parent",
                )
            }),
        ),
        (
            "checkboxes",
            checkboxes(&Checkboxes {
                name: "example-about".into(),
                legend: Some(Legend::new("What is it about?")),
                items: vec![
                    Checkbox::new("communication", "Communication").into(),
                    Checkbox {
                        hint: Some("A visit, a review, a contact session.".into()),
                        conditional: Some(input(&Input::new(
                            "example-missed",
                            "What should have happened?",
                        ))),
                        ..Checkbox::new("missed", "Something that did not happen")
                    }
                    .into(),
                    super::CheckboxItem::Divider("or".into()),
                    Checkbox {
                        exclusive: true,
                        ..Checkbox::new("none", "None of these")
                    }
                    .into(),
                ],
                ..Checkboxes::default()
            }),
        ),
        (
            "fieldset",
            fieldset(&Fieldset {
                legend: Some(Legend::new("How can we reach them?")),
                body: html! {
                    (input(&Input {
                        kind: InputKind::Tel,
                        width: InputWidth::Characters20,
                        ..Input::new("example-phone", "Telephone number")
                    }))
                }
                .into(),
                ..Fieldset::default()
            }),
        ),
    ]
}

fn notices() -> Vec<(&'static str, Markup)> {
    let colours = [
        ("New", TagColour::Blue),
        ("Closed", TagColour::Grey),
        ("On time", TagColour::Teal),
        ("Met on time", TagColour::Green),
        ("Purple", TagColour::Purple),
        ("Magenta", TagColour::Magenta),
        ("Overdue", TagColour::Red),
        ("Due today", TagColour::Orange),
        ("Due soon", TagColour::Yellow),
    ];
    vec![
        (
            "notification banner",
            notification_banner(&NotificationBanner {
                text: "Bank holidays are known until 31 December 2027.".into(),
                title_id: "example-banner".into(),
                ..NotificationBanner::default()
            }),
        ),
        (
            "notification banner, success",
            notification_banner(&NotificationBanner {
                kind: BannerKind::Success,
                text: "The acknowledgement was sent.".into(),
                title_id: "example-success".into(),
                disable_auto_focus: Some(true),
                ..NotificationBanner::default()
            }),
        ),
        (
            "warning text",
            warning_text(&WarningText::new(
                "The Independent Person must not work for the council.",
            )),
        ),
        (
            "inset text",
            inset_text(&InsetText {
                body: "“I just want somebody to ring my mum back.”".into(),
                ..InsetText::default()
            }),
        ),
        (
            "details",
            details(&Details {
                summary: "Who may complain under this procedure".into(),
                body: "A child in need, a parent, or somebody with sufficient interest.".into(),
                ..Details::default()
            }),
        ),
        (
            "tags",
            html! {
                ul class="govuk-list" {
                    @for (text, colour) in colours { li { (tag(&Tag::new(text, colour))) } }
                }
            },
        ),
    ]
}

fn lists() -> Vec<(&'static str, Markup)> {
    let rows = || {
        vec![
            SummaryRow::new("Received", "4 March 2026").change("#", "date received"),
            SummaryRow::new("Complainant", "A parent"),
        ]
    };
    let cases = |layout| Table {
        caption: "Complaints open today".into(),
        caption_size: Size::M,
        head: vec![
            "Reference".into(),
            "Stage".into(),
            "Due".into(),
            Cell::numeric("Days left"),
        ],
        rows: vec![
            case_row("WCC-2026-0142", "Local resolution", "18 March 2026", "4"),
            case_row("WCC-2026-0127", "Investigation", "2 April 2026", "15"),
        ],
        first_cell_is_header: true,
        layout,
    };
    vec![
        (
            "summary list",
            summary_list(&SummaryList {
                rows: rows(),
                ..SummaryList::default()
            }),
        ),
        (
            "summary card",
            summary_list(&SummaryList {
                rows: rows(),
                card: Some(SummaryCard {
                    title: "Point 1".into(),
                    heading_level: HeadingLevel::H3,
                    ..SummaryCard::default()
                }),
                ..SummaryList::default()
            }),
        ),
        (
            "table",
            table(&Table {
                caption: "Complaints by outcome".into(),
                caption_size: Size::M,
                head: vec!["Outcome".into(), Cell::numeric("Complaints")],
                rows: vec![
                    vec!["Upheld".into(), Cell::numeric("12")],
                    vec!["Not upheld".into(), Cell::numeric("31")],
                ],
                first_cell_is_header: true,
                ..Table::default()
            }),
        ),
        ("table that reflows", table(&cases(TableLayout::Reflow))),
        (
            "table that scrolls",
            table(&cases(TableLayout::Scroll("example-caption".into()))),
        ),
    ]
}

fn case_row(reference: &str, stage: &str, due: &str, left: &str) -> Vec<Cell> {
    let link: Content = html! { a class="govuk-link" href="#" { (reference) } }.into();
    vec![link.into(), stage.into(), due.into(), Cell::numeric(left)]
}

fn cases() -> Vec<(&'static str, Markup)> {
    let at = |title: &str, state, due: &str, distance: &str| {
        clock(&Clock {
            title: title.into(),
            heading_level: HeadingLevel::H3,
            state,
            due: due.into(),
            distance: distance.into(),
            ..Clock::default()
        })
    };
    vec![
        (
            "clock",
            clock(&Clock {
                title: "Reply to the complaint".into(),
                heading_level: HeadingLevel::H3,
                state: ClockState::DueSoon,
                due: "Wednesday 18 March 2026".into(),
                due_datetime: "2026-03-18".into(),
                distance: "2 working days left".into(),
                source: "10 working days from the day after receipt (SI 2006/1738 reg 14(1))"
                    .into(),
                working: html! {
                    p { "Received on Wednesday 4 March 2026. Day one is Thursday 5 March." }
                    p { "Not counted: 7, 8, 14 and 15 March (weekends)." }
                }
                .into(),
                action: button(&Button::link("Record the reply", "#")).into(),
            }),
        ),
        (
            "clocks in every state",
            html! {
                (at("Acknowledge", ClockState::MetOnTime, "9 March 2026", "met on 6 March"))
                (at("Reply", ClockState::Running, "18 March 2026", "8 working days left"))
                (at("Appoint", ClockState::DueToday, "18 March 2026", "today"))
                (at("Decide", ClockState::Overdue, "2 March 2026", "3 working days late"))
                (at("Meet", ClockState::Paused, "2 April 2026", "waiting for the complainant"))
                (at("Answer", ClockState::MetLate, "2 March 2026", "met on 5 March"))
            },
        ),
        (
            "timeline",
            timeline(&Timeline {
                heading_level: HeadingLevel::H3,
                items: vec![
                    TimelineItem {
                        title: "Acknowledged".into(),
                        by: "Priya Shah".into(),
                        date: "6 March 2026".into(),
                        datetime: "2026-03-06".into(),
                        ..TimelineItem::default()
                    },
                    TimelineItem {
                        title: "Complaint received".into(),
                        by: "Sam Okafor".into(),
                        date: "4 March 2026".into(),
                        datetime: "2026-03-04".into(),
                        recorded: "5 March 2026".into(),
                        body: html! { p { "By telephone, from a parent." } }.into(),
                    },
                ],
            }),
        ),
    ]
}
