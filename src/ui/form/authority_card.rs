//! What following an authority's guidance sets.

use leptos::prelude::*;

use crate::policy::authority::{Authority, Rules};
use crate::ui::govuk::summary_card::SummaryCard;
use crate::ui::govuk::summary_list::{SummaryList, SummaryRow};

/// The team's name and what else the authority decides, with where its guidance says so.
pub fn authority_card(authority: Authority) -> AnyView {
    let Rules { team, joint_assessments, joint_source, .. } = authority.rules();
    let joint = match joint_assessments {
        true => "Yes, for a couple, unless a safety separation stands between them",
        false => "No, each parent has their own",
    };
    let title = match authority {
        Authority::Common => "No authority chosen: the built-in rules are used",
        _ => "What this sets",
    };
    view! {
        <SummaryCard title=title>
            <SummaryList>
                <SummaryRow key="The team is called">{team}</SummaryRow>
                <SummaryRow key="Joint parenting assessments">{joint}</SummaryRow>
                <SummaryRow key="Where that comes from">{joint_source}</SummaryRow>
            </SummaryList>
        </SummaryCard>
    }
    .into_any()
}
