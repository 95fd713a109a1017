use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::model::entry::{JointAssessment, ModuleStatus};
use crate::model::ids::FamilyId;
use crate::navigation::{FamilyPage, Leaf, Route};
use crate::policy::authority::Rules;
use crate::programme::definition::{Module, Origin};
use crate::programme::{MODULES, module};
use crate::services::programme_grid::{Cell, Column, Couple, Joint, Place, columns, couples};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::govuk::notification_banner::Notice;
use crate::ui::govuk::table::ScrollPane;
use crate::ui::govuk::tag::TagColour;
use crate::ui::govuk::task_list::{Task, TaskList};
use crate::ui::shell::page::Page;
use crate::workbook::decide::Command;
use crate::workbook::fact::Part;

use super::{Here, in_family, live};

/// The programme of one family: choose a module and whom it is about. Any order; nothing is locked.
#[component]
pub fn Programme(family: FamilyId) -> impl IntoView {
    in_family(family, None, move |desk, book| {
        let book = live(desk, family, book);
        let columns = Memo::new(move |_| book.with(|book| columns(book)));
        let couples = Memo::new(move |_| {
            let rules = rules(desk);
            book.with(|book| couples(book, &rules))
        });
        view! {
            <Page heading="Family Programme">
                <p class="govuk-body">
                    "Eight modules, in any order, with each parent and each child. You can come back to any of
                    them."
                </p>
                <p class="govuk-body">
                    <a
                        class="govuk-link"
                        href=Route::family(family, FamilyPage::leaf(Leaf::Coverage)).to_hash()
                    >
                        "Which questions have evidence, and from whom"
                    </a>
                </p>
                <div class="app-wide-only">{move || table(family, columns.get())}</div>
                <div class="app-narrow-only">{move || lists(family, columns.get())}</div>
                <h2 class="govuk-heading-m">"Separate or joint assessments"</h2>
                {move || joint(desk, family, couples.get())}
            </Page>
        }
        .into_any()
    })
}

fn rules(desk: Desk) -> Rules {
    desk.profile.with(|profile| profile.as_ref().map(|profile| profile.authority).unwrap_or_default()).rules()
}

fn here(family: FamilyId, column: &Column, cell: &Cell) -> Here {
    Here { family, part: Part { module: cell.module, subject: column.subject } }
}

fn title(module: &Module) -> String {
    let proposed = match module.origin {
        Origin::Proposed { .. } => " (proposed by this project)",
        Origin::Published { .. } => "",
    };
    format!("{} {}{proposed}", module.id.number(), module.short_title)
}

fn left(place: Place) -> Option<&'static str> {
    match place {
        Place::Left => Some("No longer in the workflow"),
        Place::Parted => Some("Assessed separately now"),
        Place::Adult | Place::Couple | Place::Child => None,
    }
}

fn table(family: FamilyId, columns: Vec<Column>) -> AnyView {
    let headings = columns
        .iter()
        .map(|column| {
            let left = left(column.place)
                .map(|words| view! { <span class="govuk-body-s govuk-!-display-block">{words}</span> });
            view! { <th scope="col" class="govuk-table__header">{column.name.clone()} " " {left}</th> }
        })
        .collect_view();
    let rows: Vec<AnyView> = MODULES
        .iter()
        .enumerate()
        .map(|(place, module)| {
            let cells = columns
                .iter()
                .filter_map(|column| Some(cell(family, column, column.cells.get(place)?)))
                .collect_view();
            view! {
                <tr class="govuk-table__row">
                    <th scope="row" class="govuk-table__header">
                        {title(module)}
                    </th>
                    {cells}
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <ScrollPane label="Modules by person">
            <table class="govuk-table app-grid-table">
                <caption class="govuk-table__caption govuk-visually-hidden">"Modules by person"</caption>
                <thead class="govuk-table__head">
                    <tr class="govuk-table__row">
                        <th scope="col" class="govuk-table__header">
                            "Module"
                        </th>
                        {headings}
                    </tr>
                </thead>
                <tbody class="govuk-table__body">
                    {rows}
                </tbody>
            </table>
        </ScrollPane>
    }
    .into_any()
}

fn cell(family: FamilyId, column: &Column, cell: &Cell) -> AnyView {
    let here = here(family, column, cell);
    let which = format!(", module {} for {}", cell.module.number(), column.name);
    let inside = match cell.is_blank() {
        true => view! {
            <span aria-hidden="true">"– "</span>
            <a class="govuk-link" href=here.module().to_hash()>
                "Add"
                <span class="govuk-visually-hidden">{format!(" to{}", which.trim_start_matches(','))}</span>
            </a>
        }
        .into_any(),
        false => view! {
            <a class="govuk-link" href=here.module().to_hash()>
                {cell.status.label()}
                <span class="govuk-visually-hidden">{which}</span>
            </a>
            {entries(cell).map(|words| view! { <span class="govuk-body-s govuk-!-display-block">{words}</span> })}
        }
        .into_any(),
    };
    view! { <td class="govuk-table__cell">{inside}</td> }.into_any()
}

fn entries(cell: &Cell) -> Option<String> {
    let waiting = if cell.undecided { ", needs your decision" } else { "" };
    match cell.entries {
        0 if cell.undecided => Some("Needs your decision".to_owned()),
        0 => None,
        1 => Some(format!("1 entry{waiting}")),
        many => Some(format!("{many} entries{waiting}")),
    }
}

fn lists(family: FamilyId, columns: Vec<Column>) -> AnyView {
    columns
        .into_iter()
        .enumerate()
        .map(|(number, column)| {
            let task = |cell: &Cell| Task {
                title: title(module(cell.module)),
                whose: Some(column.name.clone()),
                href: Some(here(family, &column, cell).module().to_hash()),
                hint: entries(cell),
                status: if cell.is_blank() { "–".to_owned() } else { cell.status.label().to_owned() },
                tag: match cell.status {
                    ModuleStatus::InProgress => Some(TagColour::Blue),
                    ModuleStatus::Reopened => Some(TagColour::Yellow),
                    ModuleStatus::NotStarted | ModuleStatus::Completed => None,
                },
            };
            let tasks: Vec<Task> = column.cells.iter().map(task).collect();
            let left = left(column.place).map(|words| view! { <p class="govuk-body">{words}</p> });
            view! {
                <h2 class="govuk-heading-m">{column.name.clone()}</h2>
                {left}
                <TaskList id=format!("programme-{number}") tasks=Signal::stored(tasks) />
            }
        })
        .collect_view()
        .into_any()
}

fn joint(desk: Desk, family: FamilyId, couples: Vec<Couple>) -> AnyView {
    let rules = rules(desk);
    if couples.is_empty() {
        let words = format!("Each parent has their own assessment. {}", rules.joint_source);
        return view! { <p class="govuk-body">{words}</p> }.into_any();
    }
    view! {
        <p class="govuk-body">{rules.joint_source}</p>
        <ul class="app-rows">{couples.into_iter().map(|couple| one(family, couple)).collect_view()}</ul>
    }
    .into_any()
}

fn one(family: FamilyId, couple: Couple) -> AnyView {
    let desk = use_desk();
    let Couple { pair, names, joint, why } = couple;
    let apart = move |_| spawn_local(assess_apart(desk, family, pair));
    let (words, action) = match joint {
        Joint::Is => (
            format!("{names} are assessed jointly. Why: {why}"),
            Some(
                view! {
                    <button type="button" class="app-link-button" on:click=apart>
                        "Assess separately"
                        <span class="govuk-visually-hidden">{format!(": {names}")}</span>
                    </button>
                }
                .into_any(),
            ),
        ),
        Joint::May => {
            let to = Route::family(family, FamilyPage::Joint { pair });
            (
                format!("{names} are assessed separately."),
                Some(
                    view! {
                        <a class="govuk-link" href=to.to_hash()>
                            "Assess jointly"
                            <span class="govuk-visually-hidden">{format!(": {names}")}</span>
                        </a>
                    }
                    .into_any(),
                ),
            )
        }
        Joint::NotUsed => (format!("{names} each have their own assessment."), None),
        Joint::Separated => (
            format!(
                "{names} each have their own assessment. They cannot be assessed jointly: safety separation is on."
            ),
            None,
        ),
    };
    view! {
        <li class="app-row">
            <span class="app-row__main">{words}</span>
            <span class="app-row__aside">{action}</span>
        </li>
    }
    .into_any()
}

/// Always free, and needs no reason: each parent having their own is the rule.
async fn assess_apart(desk: Desk, family: FamilyId, pair: crate::model::subject::Pair) {
    let Some(book) = untrack(move || desk.workbook(family)) else { return };
    let seen = book.joint.head_ids(pair);
    let joint = JointAssessment { joint: false, why: String::new() };
    let words = match desk.record(family, vec![Command::SetJoint { pair, joint, seen }]).await {
        Ok(_) => {
            "They are assessed separately. Joint entries made before are kept, and listed last.".to_owned()
        }
        Err(error) => format!("This was not recorded. {error}"),
    };
    desk.shell.announce(Notice::new(words));
}
