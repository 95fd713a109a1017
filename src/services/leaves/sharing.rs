//! What each person of the family would be shown alone, word for word; what could be shown and is not; and what cannot
//! be, and why (`ux.md` S36, 3.9; `domain.md` E2, rules 1 and 2). Everything here is for the team.

use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::family_view::{Helper, Item};
use crate::model::ids::PersonId;
use crate::model::sharing::{Heading, Piece};
use crate::navigation::{FamilyPage, Leaf as Place, Route, Sheet};
use crate::policy::visibility::{LeftOut, Prepared};
use crate::services::audience::names;
use crate::services::guarding::{self, Stopped};
use crate::services::here::Here;
use crate::services::leaf::{Leaf, Part, Row, Way};
use crate::services::said::to_what_was_shown;
use crate::services::shown::{address, place, read_as, readers, title};
use crate::services::words::count;
use crate::workbook::decide::permission::Act;
use crate::workbook::sharing::ForTheTeam;

pub(super) fn leaf(here: &Here<'_>) -> Leaf {
    let mut parts = vec![Part::Words(
        "This is what each person would be shown alone, word for word. When several look together, they are shown only \
         what every one of them may see."
            .to_owned(),
    )];
    for person in readers(here.book) {
        parts.extend(read(here, person));
    }
    parts.extend(what_they_said(here));
    parts.extend(to_choose(here));
    Leaf { heading: Place::Sharing.title().to_owned(), caption: None, back: None, parts }
}

/// What people said to what was shown to them: theirs, beside ours (`ux.md` 3.3).
fn what_they_said(here: &Here<'_>) -> Vec<Part> {
    let rows = to_what_was_shown(here.book);
    match rows.is_empty() {
        true => Vec::new(),
        false => vec![Part::Heading("What they said to it".to_owned()), Part::List(rows)],
    }
}

/// "Read it as Joe".
fn read(here: &Here<'_>, person: PersonId) -> Vec<Part> {
    let name = here.book.name_of(person);
    let prepared = read_as(here, person);
    let mut parts = vec![Part::Heading(format!("Read it as {name}"))];
    if prepared.strengths_missing {
        parts.push(Part::Warning(format!(
            "Nothing that is going well is shown to {name} yet. Choose something before you show anything: it is what \
             they read first."
        )));
    }
    parts.extend(unread(here, person, &prepared));
    parts.extend(stopped(here, person, &prepared));
    for heading in Heading::ALL {
        let rows = rows(here, &prepared, *heading);
        if !rows.is_empty() {
            parts.push(Part::Subheading(heading.label().to_owned()));
            parts.push(Part::List(rows));
        }
    }
    parts.extend(left_out(&prepared.left_out));
    parts
}

/// That what somebody is shown is read by a second person first, and the way to read it.
fn unread(here: &Here<'_>, person: PersonId, prepared: &Prepared) -> Vec<Part> {
    let book = here.book;
    let safe: Vec<String> = book.kept_safe_from(person).into_iter().map(|it| book.name_of(it)).collect();
    if safe.is_empty() {
        return Vec::new();
    }
    let (name, safe) = (book.name_of(person), safe.join(" and "));
    let manager = here.rules().permissions.words(Act::ApproveSharing);
    let because = match book.is_said_to_harm(person) {
        true => format!("{name} is said to have harmed {safe}."),
        false => format!(
            "Safety separation stands between {name} and {safe}, and nobody has said which of them is said to have \
             harmed the other. It is said on their page under People."
        ),
    };
    let mut parts = vec![Part::Words(format!(
        "{because} So {name} is shown only what {manager} has read, word for word, after somebody else chose it. What \
         was chosen before that counts as not read, and so does what was changed since."
    ))];
    let many = count(prepared.unread.len(), "thing waits", "things wait");
    match (prepared.unread.is_empty(), super::may(here, Act::ApproveSharing)) {
        (true, _) => {}
        (false, false) => parts.push(Part::Words(format!("{many} for {manager}."))),
        (false, true) => {
            let page = FamilyPage::sheet_of(Sheet::Approve, person);
            let read = Way::new(format!("Read what {name} would be shown"), Route::family(book.id, page));
            let read = read.about(format!("({many})"));
            parts.push(Part::Actions { ways: vec![read], primary: false });
        }
    }
    parts
}

/// What must not reach them and runs over several of the things that they would be shown, with where it was written.
fn stopped(here: &Here<'_>, person: PersonId, prepared: &Prepared) -> Vec<Part> {
    let texts = guarding::texts_of(here.book, &prepared.shown);
    let stopped = guarding::stopped(here, &[person].into(), &texts);
    if stopped.is_empty() {
        return Vec::new();
    }
    let row = |it: Stopped| {
        let more = vec![it.place()];
        let to = it.written.into_iter().find_map(|(_, page)| page);
        Row { more, to, ..Row::new(format!("“{}”", it.sentence)) }
    };
    let warning = format!(
        "Some of this must not reach {}. Nothing is shown to them together until it is gone.",
        here.book.name_of(person)
    );
    vec![Part::Warning(warning), Part::List(stopped.into_iter().map(row).collect())]
}

/// What stands under a heading.
fn rows(here: &Here<'_>, prepared: &Prepared, heading: Heading) -> Vec<Row> {
    let piece = |number: u32| prepared.shown.iter().find(|it| it.number == Some(number)).map(|it| it.piece);
    let items = prepared.view.items.iter().filter(|item| item.heading == heading);
    let items = items.map(|item| {
        let to = piece(item.number).and_then(|piece| way(here, piece));
        Row { words: item.words.clone(), to, more: said_with(item), ..Row::default() }
    });
    let is_worker = |piece: &Piece| matches!(piece, Piece::Worker(_));
    let workers = prepared.shown.iter().map(|it| it.piece).filter(is_worker);
    let helpers = prepared.view.helpers.iter().zip(workers).filter(|_| heading == Heading::Helping);
    let helpers = helpers.map(|(helper, piece)| {
        let Helper { name, does } = helper;
        Row { words: format!("{name}, {does}"), to: way(here, piece), ..Row::default() }
    });
    items.chain(helpers).collect()
}

/// What stands with the words of an item.
fn said_with(item: &Item) -> Vec<String> {
    let said_by = item.said_by.iter().map(|name| format!("{name}’s own words"));
    let who = item.who.iter().map(|name| format!("Who: {name}"));
    let on = item.on.map(day_words);
    let how_often = Some(item.how_often.clone()).filter(|words| !words.trim().is_empty());
    let kept = item.kept.map(|kept| if kept { "Done" } else { "The day has passed" }.to_owned());
    let came_of_it = Some(item.came_of_it.clone()).filter(|words| !words.trim().is_empty());
    let languages = item.translations.values().map(|it| format!("“{}”, translated by {}", it.words, it.by));
    said_by.chain(who).chain(on).chain(how_often).chain(kept).chain(came_of_it).chain(languages).collect()
}

/// What was chosen for them and is not shown, with why.
fn left_out(left_out: &[LeftOut]) -> Option<Part> {
    let row =
        |it: &LeftOut| Row { more: vec![format!("Left out {}.", it.why)], ..Row::new(it.words.clone()) };
    let summary = count(left_out.len(), "thing is left out", "things are left out");
    let rows = left_out.iter().map(row).collect();
    (!left_out.is_empty()).then(|| Part::Details { summary, parts: vec![Part::List(rows)] })
}

/// The form of a piece, for whoever may choose.
fn way(here: &Here<'_>, piece: Piece) -> Option<Route> {
    if !super::may(here, Act::Share) {
        return None;
    }
    let record = here.book.on_record(piece)?;
    let own = record.writers.is_empty() || record.writers.contains(&here.me.id);
    if !own && !super::may(here, Act::ShareAnothers) {
        return None;
    }
    Some(Route::family(here.book.id, FamilyPage::sheet_of(Sheet::Share, address(piece)?)))
}

/// What can be chosen, what was, what has to be opened first, and what cannot be shown at all.
fn to_choose(here: &Here<'_>) -> Vec<Part> {
    let book = here.book;
    let (mut not_yet, mut chosen, mut team_only, mut never) = (vec![], vec![], vec![], vec![]);
    for piece in book.pieces() {
        let Some(record) = book.on_record(piece) else { continue };
        let row = Row { words: title(book, piece), more: vec![record.words.clone()], ..Row::default() };
        let shut = record.audience.is_some_and(|it| it.people().next().is_none());
        match (record.for_the_team, book.shared.current(piece)) {
            _ if matches!(piece, Piece::Said(_)) => {}
            (Some(why), _) => never.push(Row { aside: Some(why_never(why).to_owned()), ..row }),
            (None, Some(shared)) => {
                let aside = Some(names(book, &shared.audience).join(", "));
                chosen.push(Row { to: way(here, piece), aside, ..row });
            }
            (None, None) if shut => {
                let to = place(book, piece).filter(|_| super::may(here, Act::Modules));
                team_only.push(Row { to, ..row });
            }
            // It is shown to those who may see its entry.
            (None, None) if matches!(piece, Piece::GoingWell(_)) => {
                let aside = record.audience.map(|it| names(book, it).join(", "));
                chosen.push(Row { to: way(here, piece), aside, ..row });
            }
            (None, None) => not_yet.push(Row { to: way(here, piece), ..row }),
        }
    }
    let mut parts = vec![Part::Heading("Not shown yet".to_owned())];
    parts.push(match not_yet.is_empty() {
        true => Part::Words(
            "Everything that could be shown was chosen for somebody, or is for the team only.".to_owned(),
        ),
        false => Part::List(not_yet),
    });
    let behind = [
        ("Chosen, and for whom", chosen),
        ("For the team only: choose first who may see the record", team_only),
        ("What can never be shown", never),
    ];
    parts.extend(
        behind.into_iter().filter(|(_, rows)| !rows.is_empty()).map(|(summary, rows)| Part::Details {
            summary: summary.to_owned(),
            parts: vec![Part::List(rows)],
        }),
    );
    parts
}

fn why_never(why: ForTheTeam) -> &'static str {
    match why {
        ForTheTeam::AnotherProfessional => "Another professional said it",
        ForTheTeam::ARecord => "Taken from a record",
    }
}

#[cfg(test)]
mod tests;
