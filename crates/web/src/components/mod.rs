//! The Design System's components as typed functions, and a few of our own.
//!
//! Each component is one file: an options struct with `Default`, and a function of the component's
//! name that returns [`maud::Markup`]. Text is escaped on its way in ([`Content`]). The functions
//! are checked against the fixtures published with the Design System; `tests/components.rs` says
//! which fixtures we do not cover and why. Raw attributes and free classes are not offered: what a
//! page needs gets an enum here.

mod back_link;
mod breadcrumbs;
mod button;
mod checkboxes;
mod clock;
mod content;
mod date_input;
mod details;
mod error_message;
mod error_summary;
mod examples;
mod fieldset;
mod file_upload;
mod footer;
mod form_group;
mod generic_header;
mod hint;
mod input;
mod inset_text;
mod label;
mod notification_banner;
mod pagination;
mod panel;
mod radios;
mod row_links;
mod select;
mod service_navigation;
mod skip_link;
mod summary_list;
mod table;
mod tag;
mod textarea;
mod timeline;
mod warning_text;

pub use back_link::{BackLink, back_link};
pub use breadcrumbs::{Breadcrumb, Breadcrumbs, breadcrumbs};
pub use button::{Button, ButtonAction, ButtonStyle, button, button_group};
pub use checkboxes::{Checkbox, CheckboxItem, Checkboxes, checkboxes};
pub use clock::{Clock, ClockState, clock};
pub use content::{Content, HeadingLevel, Size, capitalised};
pub use date_input::{DateInput, DateParts, date_input};
pub use details::{Details, details};
pub use error_message::{ErrorMessage, error_message};
pub use error_summary::{ErrorSummary, Problem, error_summary};
pub use examples::{examples, frame_examples};
pub use fieldset::{Fieldset, Legend, fieldset};
pub use file_upload::{FileUpload, file_upload};
pub use footer::{Footer, FooterColumn, FooterLink, FooterWidth, footer};
pub use generic_header::{GenericHeader, generic_header};
pub use hint::{Hint, hint};
pub use input::{Input, InputKind, InputMode, InputWidth, input};
pub use inset_text::{InsetText, inset_text};
pub use label::{Label, label};
pub use notification_banner::{BannerKind, NotificationBanner, notification_banner};
pub use pagination::{PageItem, PageLink, Pagination, pagination};
pub use panel::{Panel, panel};
pub use radios::{Radio, RadioItem, Radios, radios};
pub use row_links::{RowLink, row_links};
pub use select::{Select, SelectItem, select};
pub use service_navigation::{NavigationItem, Place, ServiceNavigation, service_navigation};
pub use skip_link::{SkipLink, skip_link};
pub use summary_list::{SummaryAction, SummaryCard, SummaryList, SummaryRow, summary_list};
pub use table::{Cell, Table, TableLayout, table};
pub use tag::{Tag, TagColour, tag};
pub use textarea::{Textarea, textarea};
pub use timeline::{Timeline, TimelineItem, timeline};
pub use warning_text::{WarningText, warning_text};
