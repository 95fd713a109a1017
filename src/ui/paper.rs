use leptos::prelude::*;

use crate::reports::Document;
use crate::reports::html::{page_rules, under_title};
use crate::services::browser::style_sheet::StyleSheet;

/// A document as it is read before it is printed, under a page's heading that is its title; what stands at the foot of every sheet of paper is there as long as it is
/// shown.
#[component]
pub fn Paper(document: Document) -> impl IntoView {
    let _foot = StoredValue::new_local(StyleSheet::put_on(&page_rules(&document)));
    view! { <div inner_html=under_title(&document)></div> }
}
