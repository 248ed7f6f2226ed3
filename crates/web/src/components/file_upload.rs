//! File upload: one file of the reader’s own.

use maud::{Markup, html};

use super::{Content, Label, content::filled, form_group::FormGroup};

/// One file of the reader’s own. Its form must be `multipart/form-data`.
#[derive(Clone, Debug, Default)]
pub struct FileUpload {
    /// The name sent with the form.
    pub name: String,
    /// The id, if it is not the name; empty otherwise.
    pub id: String,
    /// What is asked.
    pub label: Label,
    /// Help that nearly everyone needs: which files, and how large.
    pub hint: Option<Content>,
    /// What is wrong with the file.
    pub error: Option<Content>,
    /// The endings the browser offers, such as `.csv,.xlsx`; empty for any file. The server checks again.
    pub accept: String,
    /// Ids of other things that describe the field; empty for none.
    pub described_by: String,
    /// Shown and not usable.
    pub disabled: bool,
}

impl FileUpload {
    /// A field with a label.
    pub fn new(name: impl Into<String>, label: impl Into<Label>) -> Self {
        Self {
            name: name.into(),
            label: label.into(),
            ..Self::default()
        }
    }
}

/// The question with its field.
pub fn file_upload(options: &FileUpload) -> Markup {
    let id = filled(&options.id).unwrap_or(&options.name);
    let group = FormGroup {
        id,
        hint: options.hint.as_ref(),
        error: options.error.as_ref(),
        described_by: &options.described_by,
    };
    let class = if options.error.is_some() {
        "govuk-file-upload govuk-file-upload--error"
    } else {
        "govuk-file-upload"
    };
    let field = html! {
        input class=(class) id=(id) name=(options.name) type="file" accept=[filled(&options.accept)]
            disabled[options.disabled] aria-describedby=[filled(&group.described_by())];
    };
    group.single(&options.label.of(id), &field)
}
