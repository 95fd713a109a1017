//! GOV.UK Frontend 6.6 and a few Ministry of Justice components, one to a file, with their names, classes
//! and HTML. Their JavaScript is not used: it edits elements that Leptos owns, so what it does is done here.
//!
//! Every field has an `id`, a label, and finds its own error: pass `error`, or put the field inside a
//! [`form::Form`](crate::ui::form::Form), whose `FormErrors` it looks itself up in by that id.

pub mod group;

pub mod skip_link;
pub mod generic_header;
pub mod service_navigation;
pub mod footer;
pub mod back_link;
pub mod sub_navigation;

pub mod button;
pub mod input;
pub mod textarea;
pub mod word_count;
pub mod password_input;
pub mod choice;
pub mod radios;
pub mod checkboxes;
pub mod select;
pub mod date_input;
pub mod file_upload;
pub mod fieldset;
pub mod hint;
pub mod error_message;
pub mod error_summary;

pub mod notification_banner;
pub mod alert;
pub mod inset_text;
pub mod warning_text;
pub mod details;
pub mod panel;
pub mod interruption;
pub mod tag;
pub mod summary_list;
pub mod summary_card;
pub mod table;
pub mod sortable_table;
pub mod task_list;
pub mod timeline;
