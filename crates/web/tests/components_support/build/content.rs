//! Options of the components within a page’s content.

use maud::PreEscaped;
use serde_json::Value;
use web::components::{
    BannerKind, Button, ButtonAction, ButtonStyle, Cell, Details, ErrorSummary, InsetText,
    NotificationBanner, Panel, Problem, Size, SummaryAction, SummaryCard, SummaryList, SummaryRow,
    Table, Tag, TagColour, WarningText, button, details, error_summary, inset_text,
    notification_banner, panel, summary_list, table, tag, warning_text,
};

use super::super::given::{Given, NotOffered};
use super::Built;

pub(super) fn build_button(given: &mut Given<'_>) -> Built {
    let mut style = ButtonStyle::Primary;
    given.classes(|class| {
        style = match class {
            "govuk-button--secondary" => ButtonStyle::Secondary,
            "govuk-button--warning" => ButtonStyle::Warning,
            "govuk-button--inverse" => ButtonStyle::Inverse,
            _ => return false,
        };
        true
    })?;
    let start = given.flag("isStartButton");
    let html = given.text("html");
    let text = given.text("text");
    let action = match (given.string("href"), given.string("type").as_deref()) {
        (Some(href), _) => ButtonAction::Link(href),
        (None, Some("button")) => ButtonAction::Button,
        (None, Some("submit") | None) => ButtonAction::Submit,
        (None, Some(_)) => return Err("type".to_owned()),
    };
    if start && !html.is_empty() {
        return Err("html".to_owned());
    }
    Ok(button(&Button {
        text: if html.is_empty() {
            text.into()
        } else {
            PreEscaped(html).into()
        },
        style,
        action,
        start,
        name: given.text("name"),
        value: given.text("value"),
        id: given.text("id"),
        disabled: given.flag("disabled"),
        prevent_double_click: given.choice("preventDoubleClick"),
    }))
}

pub(super) fn build_details(given: &mut Given<'_>) -> Built {
    Ok(details(&Details {
        summary: given.content("summaryText", "summaryHtml"),
        body: given.content("text", "html"),
        open: given.flag("open"),
        id: given.text("id"),
    }))
}

pub(super) fn build_error_summary(given: &mut Given<'_>) -> Built {
    let mut options = ErrorSummary {
        title: given.content("titleText", "titleHtml"),
        description: given.content("descriptionText", "descriptionHtml"),
        disable_auto_focus: given.choice("disableAutoFocus"),
        ..ErrorSummary::default()
    };
    for item in given.list("errorList") {
        let mut item = Given::of(item);
        options.problems.push(Problem {
            text: item.content("text", "html"),
            href: item.string("href"),
        });
        item.done()?;
    }
    Ok(error_summary(&options))
}

pub(super) fn build_inset_text(given: &mut Given<'_>) -> Built {
    Ok(inset_text(&InsetText {
        body: given.content("text", "html"),
        id: given.text("id"),
    }))
}

pub(super) fn build_notification_banner(given: &mut Given<'_>) -> Built {
    let mut options = NotificationBanner::default();
    match given.string("type").as_deref() {
        None => {}
        Some("success") => options.kind = BannerKind::Success,
        Some(_) => return Err("type".to_owned()),
    }
    let title = given.content("titleText", "titleHtml");
    options.title = (!title.is_empty()).then_some(title);
    if let Some(level) = given.heading("titleHeadingLevel")? {
        options.title_level = level;
    }
    if let Some(id) = given.string("titleId") {
        options.title_id = id;
    }
    options.text = given.text("text").trim().into();
    options.body = given.content("", "html");
    options.disable_auto_focus = given.choice("disableAutoFocus");
    Ok(notification_banner(&options))
}

pub(super) fn build_panel(given: &mut Given<'_>) -> Built {
    let mut options = Panel {
        title: given.content("titleText", "titleHtml"),
        body: given.content("text", "html"),
        ..Panel::default()
    };
    given.classes(|_| false)?;
    if let Some(level) = given.heading("headingLevel")? {
        options.heading_level = level;
    }
    Ok(panel(&options))
}

pub(super) fn build_summary_list(given: &mut Given<'_>) -> Built {
    let mut options = SummaryList::default();
    given.classes(|class| {
        options.no_border = class == "govuk-summary-list--no-border";
        options.no_border
    })?;
    for row in given.list("rows") {
        let mut row = Given::of(row);
        let mut no_border = false;
        row.classes(|class| {
            no_border = class == "govuk-summary-list__row--no-border";
            no_border
        })?;
        options.rows.push(SummaryRow {
            key: row.words("key")?.unwrap_or_default(),
            value: row.words("value")?.unwrap_or_default(),
            actions: summary_actions(row.take("actions"))?,
            no_border,
        });
        row.done()?;
    }
    if let Some(card) = given.take("card") {
        let mut card = Given::of(card);
        let mut built = SummaryCard {
            actions: summary_actions(card.take("actions"))?,
            ..SummaryCard::default()
        };
        if let Some(title) = card.take("title") {
            let mut title = Given::of(title);
            built.title = title.content("text", "html");
            if let Some(level) = title.heading("headingLevel")? {
                built.heading_level = level;
            }
            title.done()?;
        }
        card.done()?;
        options.card = Some(built);
    }
    Ok(summary_list(&options))
}

fn summary_actions(given: Option<&Value>) -> Result<Vec<SummaryAction>, NotOffered> {
    let Some(value) = given else {
        return Ok(Vec::new());
    };
    let mut actions = Given::of(value);
    let mut built = Vec::new();
    for item in actions.list("items") {
        let mut item = Given::of(item);
        built.push(SummaryAction {
            text: item.content("text", "html"),
            href: item.text("href"),
            spoken: item.content("visuallyHiddenText", ""),
        });
        item.done()?;
    }
    actions.done()?;
    Ok(built)
}

pub(super) fn build_table(given: &mut Given<'_>) -> Built {
    let mut options = Table {
        caption: given.content("caption", ""),
        first_cell_is_header: given.flag("firstCellIsHeader"),
        ..Table::default()
    };
    options.caption_size = match given.string("captionClasses").as_deref() {
        None => Size::Normal,
        Some("govuk-table__caption--s") => Size::S,
        Some("govuk-table__caption--m") => Size::M,
        Some("govuk-table__caption--l") => Size::L,
        Some("govuk-table__caption--xl") => Size::Xl,
        Some(_) => return Err("captionClasses".to_owned()),
    };
    options.head = cells(given.list("head"))?;
    for row in given.list("rows") {
        options
            .rows
            .push(cells(row.as_array().into_iter().flatten().collect())?);
    }
    Ok(table(&options))
}

fn cells(given: Vec<&Value>) -> Result<Vec<Cell>, NotOffered> {
    let mut cells = Vec::new();
    for value in given {
        let mut cell = Given::of(value);
        let numeric = match cell.string("format").as_deref() {
            None => false,
            Some("numeric") => true,
            Some(_) => return Err("format".to_owned()),
        };
        cells.push(Cell {
            content: cell.content("text", "html"),
            numeric,
            colspan: cell.number("colspan"),
            rowspan: cell.number("rowspan"),
        });
        cell.done()?;
    }
    Ok(cells)
}

pub(super) fn build_tag(given: &mut Given<'_>) -> Built {
    let mut colour = TagColour::Blue;
    given.classes(|class| {
        colour = match class {
            "govuk-tag--grey" => TagColour::Grey,
            "govuk-tag--teal" => TagColour::Teal,
            "govuk-tag--green" => TagColour::Green,
            "govuk-tag--purple" => TagColour::Purple,
            "govuk-tag--magenta" => TagColour::Magenta,
            "govuk-tag--red" => TagColour::Red,
            "govuk-tag--orange" => TagColour::Orange,
            "govuk-tag--yellow" => TagColour::Yellow,
            _ => return false,
        };
        true
    })?;
    Ok(tag(&Tag {
        text: given.content("text", "html"),
        colour,
    }))
}

pub(super) fn build_warning_text(given: &mut Given<'_>) -> Built {
    let mut options = WarningText::new(given.content("text", "html"));
    if let Some(spoken) = given.string("iconFallbackText") {
        options.spoken_icon = spoken;
    }
    Ok(warning_text(&options))
}
