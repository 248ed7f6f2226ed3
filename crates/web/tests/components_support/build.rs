//! A fixture's options as ours.

#![expect(
    clippy::unnecessary_wraps,
    reason = "every component is built by a function of the same type"
)]

mod content;
mod frame;
mod questions;

use maud::Markup;
use serde_json::Value;

use super::given::{Given, NotOffered};

type Built = Result<Markup, NotOffered>;

/// Our markup for these options of that component.
pub(crate) fn build(component: &str, options: &Value) -> Built {
    let mut given = Given::of(options);
    let build = match component {
        "back-link" => frame::build_back_link,
        "breadcrumbs" => frame::build_breadcrumbs,
        "button" => content::build_button,
        "checkboxes" => questions::build_checkboxes,
        "date-input" => questions::build_date_input,
        "details" => content::build_details,
        "error-message" => questions::build_error_message,
        "error-summary" => content::build_error_summary,
        "fieldset" => questions::build_fieldset,
        "file-upload" => questions::build_file_upload,
        "footer" => frame::build_footer,
        "generic-header" => frame::build_generic_header,
        "hint" => questions::build_hint,
        "input" => questions::build_input,
        "inset-text" => content::build_inset_text,
        "label" => questions::build_label,
        "notification-banner" => content::build_notification_banner,
        "pagination" => frame::build_pagination,
        "panel" => content::build_panel,
        "radios" => questions::build_radios,
        "select" => questions::build_select,
        "service-navigation" => frame::build_service_navigation,
        "skip-link" => frame::build_skip_link,
        "summary-list" => content::build_summary_list,
        "table" => content::build_table,
        "tag" => content::build_tag,
        "textarea" => questions::build_textarea,
        "warning-text" => content::build_warning_text,
        other => panic!("nothing builds {other}"),
    };
    let markup = build(&mut given)?;
    given.done()?;
    Ok(markup)
}
