//! GOV.UK Frontend 6.6 and a few Ministry of Justice components, one to a file, with their names, classes
//! and HTML. Their JavaScript is not used: it edits elements that Leptos owns, so what it does is done here.
//!
//! Every field has an `id`, a label, and finds its own error: pass `error`, or put the field inside a
//! [`form::Form`](crate::ui::form::Form), whose `FormErrors` it looks itself up in by that id.

pub mod group;

pub mod back_link;
pub mod footer;
pub mod generic_header;
pub mod service_navigation;
pub mod skip_link;
pub mod sub_navigation;

pub mod button;
pub mod checkboxes;
pub mod choice;
pub mod date_input;
pub mod error_message;
pub mod error_summary;
pub mod fieldset;
pub mod file_upload;
pub mod hint;
pub mod input;
pub mod password_input;
pub mod radios;
pub mod select;
pub mod textarea;
pub mod word_count;

pub mod alert;
pub mod details;
pub mod inset_text;
pub mod interruption;
pub mod notification_banner;
pub mod panel;
pub mod sortable_table;
pub mod summary_card;
pub mod summary_list;
pub mod table;
pub mod tag;
pub mod task_list;
pub mod timeline;
pub mod warning_text;
pub mod wide_screen;
