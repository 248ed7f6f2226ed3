//! Options of the components that ask something.

use maud::{Markup, PreEscaped};
use serde_json::Value;
use web::components::{
    Checkbox, CheckboxItem, Checkboxes, DateInput, DateParts, ErrorMessage, Fieldset, FileUpload,
    Hint, Input, InputKind, InputMode, InputWidth, Label, Legend, Radio, RadioItem, Radios, Select,
    SelectItem, Textarea, checkboxes, date_input, error_message, fieldset, file_upload, hint,
    input, label, radios, select, textarea,
};

use super::super::given::{Given, NotOffered, as_string, truthy};
use super::Built;

pub(super) fn build_checkboxes(given: &mut Given<'_>) -> Built {
    let mut options = Checkboxes {
        name: given.text("name"),
        id_prefix: given.text("idPrefix"),
        hint: given.words("hint")?,
        error: given.words("errorMessage")?,
        described_by: given.text("describedBy"),
        ..Checkboxes::default()
    };
    (options.legend, options.described_by) = group(given, options.described_by)?;
    given.classes(|class| {
        options.small = class == "govuk-checkboxes--small";
        options.small
    })?;
    let values: Vec<String> = given.list("values").into_iter().map(as_string).collect();
    for item in given.places("items")? {
        let mut item = Given::of(item);
        if let Some(divider) = item.string("divider") {
            options.items.push(CheckboxItem::Divider(divider.into()));
            item.done()?;
            continue;
        }
        let value = item.text("value");
        let exclusive = match item.string("behaviour").as_deref() {
            None => false,
            Some("exclusive") => true,
            Some(_) => return Err("behaviour".to_owned()),
        };
        let checked = item.choice("checked");
        options.items.push(CheckboxItem::Checkbox(Checkbox {
            checked: checked.unwrap_or_else(|| values.contains(&value)),
            value,
            text: item.content("text", "html"),
            hint: item.words("hint")?,
            disabled: item.flag("disabled"),
            name: item.text("name"),
            id: item.text("id"),
            exclusive,
            conditional: conditional(&mut item)?,
        }));
        item.done()?;
    }
    Ok(checkboxes(&options))
}

pub(super) fn build_radios(given: &mut Given<'_>) -> Built {
    let mut options = Radios {
        name: given.text("name"),
        id_prefix: given.text("idPrefix"),
        hint: given.words("hint")?,
        error: given.words("errorMessage")?,
        ..Radios::default()
    };
    (options.legend, options.described_by) = group(given, String::new())?;
    given.classes(|class| {
        match class {
            "govuk-radios--inline" => options.inline = true,
            "govuk-radios--small" => options.small = true,
            _ => return false,
        }
        true
    })?;
    let chosen = given.string("value");
    for item in given.places("items")? {
        let mut item = Given::of(item);
        if let Some(divider) = item.string("divider") {
            options.items.push(RadioItem::Divider(divider.into()));
            item.done()?;
            continue;
        }
        let value = item.text("value");
        let checked = item.choice("checked");
        options.items.push(RadioItem::Radio(Radio {
            checked: checked.unwrap_or_else(|| chosen.as_ref() == Some(&value)),
            value,
            text: item.content("text", "html"),
            hint: item.words("hint")?,
            disabled: item.flag("disabled"),
            id: item.text("id"),
            conditional: conditional(&mut item)?,
        }));
        item.done()?;
    }
    Ok(radios(&options))
}

/// The fieldset of a group of choices: its legend and what describes it.
fn group(
    given: &mut Given<'_>,
    described_by: String,
) -> Result<(Option<Legend>, String), NotOffered> {
    let Some(value) = given.take("fieldset") else {
        return Ok((None, described_by));
    };
    let mut fieldset = Given::of(value);
    let own = fieldset.text("describedBy");
    let legend = legend(&mut fieldset)?;
    fieldset.done()?;
    let described_by = if own.is_empty() { described_by } else { own };
    Ok((legend, described_by))
}

fn legend(given: &mut Given<'_>) -> Result<Option<Legend>, NotOffered> {
    let Some(value) = given.take("legend") else {
        return Ok(None);
    };
    let mut legend = Given::of(value);
    let built = Legend {
        text: legend.content("text", "html"),
        size: legend.size("govuk-fieldset__legend")?,
        is_page_heading: legend.flag("isPageHeading"),
    };
    legend.done()?;
    Ok(Some(built))
}

fn conditional(item: &mut Given<'_>) -> Result<Option<Markup>, NotOffered> {
    let Some(value) = item.take("conditional") else {
        return Ok(None);
    };
    let mut conditional = Given::of(value);
    let html = conditional.take("html").filter(|html| truthy(html));
    conditional.done()?;
    Ok(html.map(|html| PreEscaped(as_string(html))))
}

pub(super) fn build_date_input(given: &mut Given<'_>) -> Built {
    let mut options = DateInput {
        id: given.text("id"),
        name_prefix: given.text("namePrefix"),
        hint: given.words("hint")?,
        error: given.words("errorMessage")?,
        ..DateInput::default()
    };
    (options.legend, options.described_by) = group(given, String::new())?;
    let mut values = Given::of(given.take("values").unwrap_or(&Value::Null));
    let items = given.list("items");
    if !items.is_empty() && items.len() != PARTS.len() {
        return Err("items".to_owned());
    }
    let mut faulty = [None; 3];
    let parts = [
        &mut options.value.day,
        &mut options.value.month,
        &mut options.value.year,
    ];
    for (index, value) in parts.into_iter().enumerate() {
        let name = PARTS[index];
        let key = match options.name_prefix.as_str() {
            "" => name.to_owned(),
            prefix => format!("{prefix}-{name}"),
        };
        *value = values.text(&key);
        let own = given.take(name);
        if let Some(item) = items.get(index) {
            if item["name"] != name {
                return Err("items".to_owned());
            }
            faulty[index] = date_part(item, name, &options.id, value)?;
            // A value of the part itself stands behind the item's.
            if let (true, Some(own)) = (value.is_empty(), own) {
                date_part(own, name, &options.id, value)?;
            }
        } else if let Some(own) = own {
            faulty[index] = date_part(own, name, &options.id, value)?;
        }
    }
    values.done().map_err(|_| "values".to_owned())?;
    let marked = |index: usize| {
        if faulty.contains(&Some(true)) {
            faulty[index] == Some(true)
        } else {
            options.error.is_some() && faulty[index] != Some(false)
        }
    };
    options.faulty = DateParts {
        day: marked(0),
        month: marked(1),
        year: marked(2),
    };
    Ok(date_input(&options))
}

const PARTS: [&str; 3] = ["day", "month", "year"];

/// One part as an object of its own: only our own name, id and width, a value, and whether it is
/// said to be at fault or not.
fn date_part(
    given: &Value,
    name: &str,
    id: &str,
    value: &mut String,
) -> Result<Option<bool>, NotOffered> {
    if given == &Value::Bool(false) {
        return Err("part left out".to_owned());
    }
    let mut given = Given::of(given);
    if given.string("name").is_some_and(|own| own != name) {
        return Err("part name".to_owned());
    }
    if given
        .string("id")
        .is_some_and(|own| own != format!("{id}-{name}"))
    {
        return Err("part id".to_owned());
    }
    let width = match name {
        "year" => "govuk-input--width-4",
        _ => "govuk-input--width-2",
    };
    let mut faulty = given.choice("error");
    given.classes(|class| {
        if class == "govuk-input--error" {
            faulty = Some(true);
        }
        class == width || class == "govuk-input--error"
    })?;
    if let Some(own) = given.string("value") {
        *value = own;
    }
    given.done().map_err(|left| format!("part {left}"))?;
    Ok(faulty)
}

pub(super) fn build_error_message(given: &mut Given<'_>) -> Built {
    let mut options = ErrorMessage {
        text: given.content("text", "html"),
        id: given.text("id"),
        ..ErrorMessage::default()
    };
    if let Some(prefix) = given.string("visuallyHiddenText") {
        options.spoken_prefix = prefix;
    }
    Ok(error_message(&options))
}

pub(super) fn build_fieldset(given: &mut Given<'_>) -> Built {
    let role_group = match given.string("role").as_deref() {
        None => false,
        Some("group") => true,
        Some(_) => return Err("role".to_owned()),
    };
    Ok(fieldset(&Fieldset {
        legend: legend(given)?,
        described_by: given.text("describedBy"),
        role_group,
        body: given.content("", "html"),
    }))
}

pub(super) fn build_hint(given: &mut Given<'_>) -> Built {
    Ok(hint(&Hint {
        text: given.content("text", "html"),
        id: given.text("id"),
    }))
}

pub(super) fn build_input(given: &mut Given<'_>) -> Built {
    let kind = match given.string("type").as_deref() {
        None | Some("text") => InputKind::Text,
        Some("email") => InputKind::Email,
        Some("tel") => InputKind::Tel,
        Some("search") => InputKind::Search,
        Some("password") => InputKind::Password,
        Some("number") => InputKind::Number,
        Some(_) => return Err("type".to_owned()),
    };
    let mode = match given.string("inputmode").as_deref() {
        None => None,
        Some("numeric") => Some(InputMode::Numeric),
        Some("decimal") => Some(InputMode::Decimal),
        Some(_) => return Err("inputmode".to_owned()),
    };
    let mut width = InputWidth::Column;
    given.classes(|class| {
        width = match class {
            "govuk-input--width-2" => InputWidth::Characters2,
            "govuk-input--width-3" => InputWidth::Characters3,
            "govuk-input--width-4" => InputWidth::Characters4,
            "govuk-input--width-5" => InputWidth::Characters5,
            "govuk-input--width-10" => InputWidth::Characters10,
            "govuk-input--width-20" => InputWidth::Characters20,
            "govuk-input--width-30" => InputWidth::Characters30,
            "govuk-!-width-two-thirds" => InputWidth::TwoThirds,
            "govuk-!-width-one-half" => InputWidth::OneHalf,
            _ => return false,
        };
        true
    })?;
    let affix = |given: &mut Given<'_>, key| {
        given
            .words(key)
            .map(|words| words.filter(|words| !words.is_empty()))
    };
    Ok(input(&Input {
        name: given.text("name"),
        id: given.text("id"),
        label: build_label_options(given)?,
        hint: given.words("hint")?,
        error: given.words("errorMessage")?,
        value: given.text("value"),
        kind,
        mode,
        width,
        autocomplete: given.text("autocomplete"),
        spellcheck: given.choice("spellcheck"),
        pattern: given.text("pattern"),
        prefix: affix(given, "prefix")?,
        suffix: affix(given, "suffix")?,
        described_by: given.text("describedBy"),
        list: String::new(),
        disabled: given.flag("disabled"),
    }))
}

pub(super) fn build_label(given: &mut Given<'_>) -> Built {
    Ok(label(&label_of(given)?))
}

fn label_of(given: &mut Given<'_>) -> Result<Label, NotOffered> {
    Ok(Label {
        text: given.content("text", "html"),
        size: given.size("govuk-label")?,
        is_page_heading: given.flag("isPageHeading"),
        visually_hidden: false,
        field: given.text("for"),
    })
}

pub(super) fn build_label_options(given: &mut Given<'_>) -> Result<Label, NotOffered> {
    let Some(value) = given.take("label") else {
        return Ok(Label::default());
    };
    let mut label = Given::of(value);
    let built = label_of(&mut label)?;
    label.done()?;
    Ok(built)
}

pub(super) fn build_select(given: &mut Given<'_>) -> Built {
    let mut options = Select {
        name: given.text("name"),
        id: given.text("id"),
        label: build_label_options(given)?,
        hint: given.words("hint")?,
        error: given.words("errorMessage")?,
        described_by: given.text("describedBy"),
        disabled: given.flag("disabled"),
        ..Select::default()
    };
    given.classes(|class| {
        options.full_width = class == "govuk-!-width-full";
        options.full_width
    })?;
    let chosen = given.string("value");
    for item in given.list("items") {
        let mut item = Given::of(item);
        let value = item.string("value");
        let text = item.text("text");
        let effective = value.as_ref().unwrap_or(&text);
        let selected = item.choice("selected");
        options.items.push(SelectItem {
            selected: selected.unwrap_or_else(|| chosen.as_ref() == Some(effective)),
            value,
            text,
            disabled: item.flag("disabled"),
        });
        item.done()?;
    }
    Ok(select(&options))
}

pub(super) fn build_file_upload(given: &mut Given<'_>) -> Built {
    Ok(file_upload(&FileUpload {
        name: given.text("name"),
        id: given.text("id"),
        label: build_label_options(given)?,
        hint: given.words("hint")?,
        error: given.words("errorMessage")?,
        accept: String::new(),
        described_by: given.text("describedBy"),
        disabled: given.flag("disabled"),
    }))
}

pub(super) fn build_textarea(given: &mut Given<'_>) -> Built {
    let mut options = Textarea {
        name: given.text("name"),
        id: given.text("id"),
        label: build_label_options(given)?,
        hint: given.words("hint")?,
        error: given.words("errorMessage")?,
        value: given.text("value"),
        autocomplete: given.text("autocomplete"),
        spellcheck: given.choice("spellcheck"),
        described_by: given.text("describedBy"),
        ..Textarea::default()
    };
    if let Some(rows) = given.number("rows") {
        options.rows = rows;
    }
    Ok(textarea(&options))
}
