//! The parts of a page of records.

use leptos::prelude::*;

use super::copy::Copy;
use super::picture::Picture;
use super::rag::{Shape, chip};
use crate::navigation::Route;
use crate::services::leaf::{Card, Cell, Moment, Part, Row, Tag, Tone, Way};
use crate::ui::govuk::button::{ButtonGroup, ButtonKind, ButtonLink};
use crate::ui::govuk::details::Details;
use crate::ui::govuk::table::{Column, Table, TableCell, TableRow};
use crate::ui::govuk::timeline::{Timeline, TimelineItem};
use crate::ui::govuk::warning_text::WarningText;

/// The parts of a whole page, under its `h1`: no heading skips a level.
pub fn page(parts: Vec<Part>) -> Vec<AnyView> {
    let mut under_a_heading = false;
    let drawn = |part| {
        under_a_heading |= matches!(part, Part::Heading(_));
        at(part, if under_a_heading { 3 } else { 2 })
    };
    parts.into_iter().map(drawn).collect()
}

/// One part, under an `h2`.
pub fn part(part: Part) -> AnyView {
    at(part, 3)
}

fn at(part: Part, level: u8) -> AnyView {
    match part {
        Part::Heading(words) => view! { <h2 class="govuk-heading-m">{words}</h2> }.into_any(),
        Part::Subheading(words) => view! { <h3 class="govuk-heading-s">{words}</h3> }.into_any(),
        Part::Words(words) => view! { <p class="govuk-body app-pre">{words}</p> }.into_any(),
        Part::Copy(words) => view! { <Copy words /> }.into_any(),
        Part::Aside(words) => view! { <p class="govuk-body app-muted">{words}</p> }.into_any(),
        Part::Warning(words) => view! { <WarningText>{words}</WarningText> }.into_any(),
        Part::List(rows) => {
            view! { <ul class="app-rows">{rows.into_iter().map(row).collect::<Vec<_>>()}</ul> }.into_any()
        }
        Part::Table { caption, columns, rows } => table(caption, columns, rows),
        Part::Picture(scene, table) => view! { <Picture scene table /> }.into_any(),
        Part::Card(card) => self::card(card, level),
        Part::Timeline(moments) => timeline(moments, level),
        Part::Actions { ways, primary } => actions(ways, primary),
        Part::Choices { label, ways } => choices(label, ways),
        Part::Details { summary, parts } => {
            let open = RwSignal::new(false);
            let inside = parts.into_iter().map(|part| at(part, level)).collect::<Vec<_>>();
            view! { <Details summary=summary open=open>{inside}</Details> }.into_any()
        }
    }
}

fn link(words: String, about: String, to: &Route) -> AnyView {
    let about = (!about.is_empty())
        .then(|| view! { <span class="govuk-visually-hidden">{format!(" {about}")}</span> });
    view! { <a class="govuk-link" href=to.to_hash()>{words}{about}</a> }.into_any()
}

/// A word with its colour; a rating with its shape.
pub fn tag(tag: Tag) -> AnyView {
    let class = match tag.tone {
        Tone::Red => return chip(Shape::Diamond, tag.words),
        Tone::Amber => return chip(Shape::Triangle, tag.words),
        Tone::Green => return chip(Shape::Circle, tag.words),
        Tone::Plain => "govuk-tag govuk-tag--grey",
        Tone::Good => "govuk-tag govuk-tag--teal",
        Tone::Attention => "govuk-tag govuk-tag--yellow",
        Tone::Late => "govuk-tag govuk-tag--orange",
    };
    view! { <strong class=class>{tag.words}</strong> }.into_any()
}

fn row(row: Row) -> AnyView {
    let Row { words, about, to, more, aside, tag: own } = row;
    let main = match to {
        Some(to) => link(words, about, &to),
        None => words.into_any(),
    };
    let more = more.into_iter().map(|line| view! { <div class="app-muted app-pre">{line}</div> }.into_any());
    view! {
        <li class="app-row">
            <div class="app-row__main">{main}{more.collect::<Vec<_>>()}</div>
            <div class="app-row__aside app-cluster">
                {own.map(tag)} " "
                {aside.map(|aside| view! { <span class="app-muted">{aside}</span> })}
            </div>
        </li>
    }
    .into_any()
}

fn cell(cell: Cell) -> AnyView {
    match cell {
        Cell::Words(words) => view! { <span class="app-pre">{words}</span> }.into_any(),
        Cell::Link(words, about, to) => link(words, about, &to),
        Cell::Tag(own) => tag(own),
    }
}

pub(super) fn table(caption: String, columns: Vec<String>, rows: Vec<Vec<Cell>>) -> AnyView {
    let columns = columns.into_iter().map(Column::new).collect();
    let row = |cells: Vec<Cell>| {
        let mut cells = cells.into_iter();
        let heading = cells.next().unwrap_or(Cell::Words(String::new()));
        let rest =
            cells.map(|own| view! { <TableCell>{cell(own)}</TableCell> }.into_any()).collect::<Vec<_>>();
        view! { <TableRow heading=move || cell(heading)>{rest}</TableRow> }.into_any()
    };
    let rows = rows.into_iter().map(row).collect::<Vec<_>>();
    view! { <Table caption=caption columns=columns>{rows}</Table> }.into_any()
}

fn card(card: Card, level: u8) -> AnyView {
    let Card { title, tag: own, facts, ways } = card;
    let fact = |(key, value): (String, String)| {
        view! {
            <div class="govuk-summary-list__row govuk-summary-list__row--no-actions">
                <dt class="govuk-summary-list__key">{key}</dt>
                <dd class="govuk-summary-list__value app-pre">{value}</dd>
            </div>
        }
        .into_any()
    };
    let about = title.clone();
    let way = move |way: Way| {
        let about = if way.about.is_empty() { about.clone() } else { way.about };
        view! { <li class="govuk-summary-card__action">{link(way.words, format!("({about})"), &way.to)}</li> }
            .into_any()
    };
    let ways = ways.into_iter().map(way).collect::<Vec<_>>();
    let ways = (!ways.is_empty()).then(|| view! { <ul class="govuk-summary-card__actions">{ways}</ul> });
    let facts = facts.into_iter().map(fact).collect::<Vec<_>>();
    let facts = (!facts.is_empty()).then(|| view! { <dl class="govuk-summary-list">{facts}</dl> });
    let title = view! { {title} " " {own.map(tag)} };
    let title = match level {
        2 => view! { <h2 class="govuk-summary-card__title">{title}</h2> }.into_any(),
        _ => view! { <h3 class="govuk-summary-card__title">{title}</h3> }.into_any(),
    };
    view! {
        <div class="govuk-summary-card">
            <div class="govuk-summary-card__title-wrapper">
                {title}
                {ways}
            </div>
            <div class="govuk-summary-card__content">{facts}</div>
        </div>
    }
    .into_any()
}

fn timeline(moments: Vec<Moment>, level: u8) -> AnyView {
    let moment = |moment: Moment| {
        let Moment { title, on, when, by, words, to } = moment;
        let words =
            words.into_iter().map(|line| view! { <p class="govuk-body app-pre">{line}</p> }.into_any());
        let words = words.collect::<Vec<_>>();
        let to = to.map(|way| view! { <p class="govuk-body">{link(way.words, way.about, &way.to)}</p> });
        let by = by.unwrap_or_default();
        match by.is_empty() {
            true => {
                view! { <TimelineItem title datetime=on when level>{words}{to}</TimelineItem> }.into_any()
            }
            false => {
                view! { <TimelineItem title datetime=on when by level>{words}{to}</TimelineItem> }.into_any()
            }
        }
    };
    let moments = moments.into_iter().map(moment).collect::<Vec<_>>();
    view! { <Timeline>{moments}</Timeline> }.into_any()
}

fn actions(ways: Vec<Way>, primary: bool) -> AnyView {
    let way = |(place, way): (usize, Way)| {
        let kind = if primary && place == 0 { ButtonKind::Primary } else { ButtonKind::Secondary };
        let about = (!way.about.is_empty())
            .then(|| view! { <span class="govuk-visually-hidden">{format!(" {}", way.about)}</span> });
        view! { <ButtonLink href=way.to.to_hash() kind>{way.words}{about}</ButtonLink> }.into_any()
    };
    let ways = ways.into_iter().enumerate().map(way).collect::<Vec<_>>();
    view! { <ButtonGroup>{ways}</ButtonGroup> }.into_any()
}

fn choices(label: String, ways: Vec<(Way, bool)>) -> AnyView {
    let choice = |(way, current): (Way, bool)| {
        view! {
            <li>
                <a class="govuk-link" href=way.to.to_hash() aria-current=current.then_some("true")>
                    {way.words}
                </a>
            </li>
        }
        .into_any()
    };
    let items = ways.into_iter().map(choice).collect::<Vec<_>>();
    let shown = label.clone();
    view! {
        <nav class="app-choices" aria-label=label>
            <span class="app-choices__label" aria-hidden="true">{shown}</span>
            <ul class="app-cluster">{items}</ul>
        </nav>
    }
    .into_any()
}
