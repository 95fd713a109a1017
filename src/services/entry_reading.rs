//! Entries as they are read: what we know so far in a module, and how one entry came to be what it is.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};

use crate::model::audience::Audience;
use crate::model::choices::Choice;
use crate::model::entry::{Certainty, Entry};
use crate::model::ids::{EntryId, EventId, PractitionerId};
use crate::model::practitioner::Role;
use crate::model::stage_of_change::StageOfChange;
use crate::model::subject::Subject;
use crate::programme;
use crate::services::audience;
use crate::services::said::beside_entry;
use crate::workbook::decide::Command;
use crate::workbook::fact::Part;
use crate::workbook::fold::Workbook;
use crate::workbook::history::{Change, difference};
use crate::workbook::versioned::{Version, Versioned};

/// One thing that an entry says, under its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub label: String,
    pub text: String,
    /// Somebody's own words.
    pub quote: bool,
}

impl Line {
    fn new(label: impl Into<String>, text: impl Into<String>) -> Self {
        Self { label: label.into(), text: text.into(), quote: false }
    }
}

/// Who made a version, as their name and role stand on the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct By {
    pub author: PractitionerId,
    pub name: String,
    pub role: Role,
}

impl By {
    pub fn of<T>(book: &Workbook, version: &Version<T>) -> Self {
        Self { author: version.author, name: book.author_name(version.author), role: version.role.clone() }
    }

    /// "Sam Holt, Social worker"
    pub fn words(&self) -> String {
        format!("{}, {}", self.name, self.role.label())
    }
}

/// An entry as it stands in a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    pub id: EntryId,
    pub done_on: String,
    /// Whose entry it is.
    pub by: By,
    /// Who changed it last, when that was somebody else.
    pub changed_by: Option<By>,
    pub version: usize,
    /// Two versions stand beside each other; what is shown is the later one.
    pub undecided: bool,
    pub how_known: &'static str,
    pub certainty: Certainty,
    pub certainty_words: &'static str,
    /// Who was there, in words; empty when nobody was named.
    pub present: String,
    /// The people who can see it beside the team.
    pub audience: Vec<String>,
    /// What it says.
    pub lines: Vec<Line>,
    /// The questions it speaks to, in words.
    pub questions: Vec<String>,
    /// What people of the family said to it, and what its words were said to: beside it, never in it.
    pub beside: Vec<Line>,
}

/// The entries of one module for one subject.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SoFar {
    /// Newest work first. One of which a version stands and another was taken back is here.
    pub standing: Vec<Card>,
    /// Entered in error: the day of the work, and the entry.
    pub withdrawn: Vec<(EntryId, String)>,
}

impl SoFar {
    pub fn of(book: &Workbook, part: Part) -> Self {
        let mut standing = Vec::new();
        let mut withdrawn = Vec::new();
        for (id, thing) in book.entries.iter() {
            let belongs = |entry: &Entry| entry.module == part.module && entry.subject == part.subject;
            if !thing.versions().any(|version| version.value.as_ref().is_some_and(belongs)) {
                continue;
            }
            match shown(thing) {
                Some((version, entry)) => {
                    let order = (entry.done_on.earliest(), thing.first().recorded, id);
                    standing.push((order, card(book, id, thing, version, entry)));
                }
                None => {
                    let done = thing.versions().rev().find_map(|version| version.value.as_ref());
                    withdrawn.push((id, done.map(|entry| entry.done_on.to_string()).unwrap_or_default()));
                }
            }
        }
        standing.sort_by_key(|(order, _)| Reverse(*order));
        Self { standing: standing.into_iter().map(|(_, card)| card).collect(), withdrawn }
    }
}

/// The version to read, unless the entry was entered in error.
pub fn shown(thing: &Versioned<Entry>) -> Option<(&Version<Entry>, &Entry)> {
    let version = thing.latest();
    Some((version, version.value.as_ref()?))
}

/// One entry as it stands.
pub fn card_of(book: &Workbook, id: EntryId) -> Option<Card> {
    let thing = book.entries.get(id)?;
    let (version, entry) = shown(thing)?;
    Some(card(book, id, thing, version, entry))
}

fn card(
    book: &Workbook,
    id: EntryId,
    thing: &Versioned<Entry>,
    version: &Version<Entry>,
    entry: &Entry,
) -> Card {
    let by = By::of(book, thing.first());
    let changed_by = (version.author != by.author).then(|| By::of(book, version));
    Card {
        id,
        done_on: entry.done_on.to_string(),
        by,
        changed_by,
        version: thing.count(),
        undecided: thing.is_in_conflict(),
        how_known: entry.how_known.label(),
        certainty: entry.certainty,
        certainty_words: certainty_words(entry),
        present: present(book, entry),
        audience: audience::names(book, &entry.audience),
        lines: words(book, entry),
        questions: questions(entry),
        beside: beside_entry(book, id),
    }
}

/// Everything a version says, in the order of the form: first the facts about it, then its words.
pub fn lines(book: &Workbook, entry: &Entry) -> Vec<Line> {
    let seen_by = match entry.audience {
        Audience::TeamOnly => "Team only".to_owned(),
        Audience::People(_) => format!("The team, {}", audience::names(book, &entry.audience).join(", ")),
    };
    let there = present(book, entry);
    let mut lines = vec![Line::new("Date of the work", entry.done_on.to_string())];
    lines.extend((!there.is_empty()).then(|| Line::new("Who was there", there)));
    lines.push(Line::new("How it is known", entry.how_known.label()));
    lines.push(Line::new("Fact, allegation or opinion", certainty_words(entry)));
    lines.extend(words(book, entry));
    let questions = questions(entry);
    lines.extend((!questions.is_empty()).then(|| Line::new("Questions it speaks to", questions.join("\n"))));
    lines.push(Line::new("Who can see this", seen_by));
    lines
}

fn words(book: &Workbook, entry: &Entry) -> Vec<Line> {
    let analysis = entry
        .analysis
        .iter()
        .map(|(child, text)| Line::new(format!("What this means for {}", book.name_of(*child)), text));
    let quotes = entry.own_words.iter().map(|quote| Line {
        quote: true,
        ..Line::new(format!("Words {} used", book.name_of(quote.who)), &quote.words)
    });
    [
        Line::new("What is going well", &entry.going_well),
        Line::new("What needs to be different", &entry.needs),
    ]
    .into_iter()
    .chain(analysis)
    .chain(quotes)
    .chain(stage(book, entry))
    .filter(|line| !line.text.is_empty())
    .collect()
}

/// Where somebody is in a change. Of two people, whose it is. It says whose it is to read, since the entry around it may
/// be shown to the family.
fn stage(book: &Workbook, entry: &Entry) -> Option<Line> {
    let stage = entry.stage.as_ref()?;
    let label = match entry.subject {
        Subject::Person(_) => "Stage of change, for the team only".to_owned(),
        Subject::Couple(_) => format!("Stage of change, {}, for the team only", book.name_of(stage.who)),
    };
    Some(Line::new(label, stage_words(stage)))
}

/// "Drinking: contemplation. They are in two minds."
pub fn stage_words(of: &StageOfChange) -> String {
    format!("{}: {}. {}.", of.change, of.stage.label().to_lowercase(), of.stage.meaning())
}

/// What an entry says is fact, allegation or opinion. Of one that is nothing but somebody's words, the fact is that they
/// said them: whether it is so is not judged (`domain.md` C21).
fn certainty_words(entry: &Entry) -> &'static str {
    match entry.certainty {
        Certainty::Fact if entry.is_only_own_words() => "Fact: they said this",
        certainty => certainty.label(),
    }
}

fn present(book: &Workbook, entry: &Entry) -> String {
    let others = Some(entry.others_present.clone()).filter(|others| !others.is_empty());
    let names: Vec<String> = entry.present.iter().map(|person| book.name_of(*person)).chain(others).collect();
    names.join(", ")
}

fn questions(entry: &Entry) -> Vec<String> {
    let words = |id: &String| {
        programme::question(id).map_or_else(
            || format!("A question that this version does not know ({id})"),
            |question| question.text.to_owned(),
        )
    };
    entry.questions.iter().map(|question| words(&question.0)).collect()
}

/// How one thing differs from what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differs {
    pub label: String,
    pub changes: Vec<Change>,
}

/// One version in an entry's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// 1 is the oldest.
    pub number: usize,
    pub event: EventId,
    pub by: By,
    pub recorded: DateTime<Utc>,
    pub reason: String,
    /// Whether it stands now.
    pub stands: bool,
    /// What it says; `None`: entered in error.
    pub entry: Option<Entry>,
    /// What differs from the version it was made from; for the first, all it says.
    pub differs: Vec<Differs>,
    /// The number of the version it was made from.
    pub from: Option<usize>,
    /// It was made from a version that this workbook does not have, or cannot read.
    pub gap: bool,
}

/// Every version of an entry, newest first. None is ever left out.
pub fn history(book: &Workbook, thing: &Versioned<Entry>) -> Vec<Told> {
    let heads = thing.head_ids();
    let versions: Vec<&Version<Entry>> = thing.versions().collect();
    let number_of = |event: EventId| versions.iter().position(|version| version.event == event);
    let mut told: Vec<Told> = versions
        .iter()
        .enumerate()
        .map(|(place, version)| {
            let known: Vec<usize> = version.supersedes.iter().filter_map(|id| number_of(*id)).collect();
            let from = known.iter().copied().filter(|before| *before < place).max();
            let before = from.and_then(|before| versions.get(before)).and_then(|v| v.value.as_ref());
            Told {
                number: place + 1,
                event: version.event,
                by: By::of(book, version),
                recorded: version.recorded,
                reason: version.reason.clone(),
                stands: heads.contains(&version.event),
                entry: version.value.clone(),
                differs: match &version.value {
                    Some(entry) => differs(book, before, entry),
                    None => Vec::new(),
                },
                from: from.map(|before| before + 1),
                gap: known.len() < version.supersedes.len(),
            }
        })
        .collect();
    told.reverse();
    told
}

/// The versions of an entry that stand beside each other, oldest first.
pub fn standing(book: &Workbook, id: EntryId) -> Vec<Told> {
    let Some(thing) = book.entries.get(id) else { return Vec::new() };
    history(book, thing).into_iter().rev().filter(|told| told.stands).collect()
}

/// What records that one of the versions that stand is kept: a new version, which says the same and takes
/// the place of all of them. None is lost.
pub fn keep(id: EntryId, standing: &[Told], chosen: EventId) -> Option<Command> {
    let kept = standing.iter().find(|told| told.event == chosen)?;
    let seen = standing.iter().map(|told| told.event).collect();
    let reason =
        format!("Version {} was kept of {} that stood beside each other", kept.number, standing.len());
    Some(match kept.entry.clone() {
        Some(entry) => Command::AmendEntry { id, entry, reason, seen },
        None => Command::WithdrawEntry { id, reason, seen },
    })
}

fn differs(book: &Workbook, before: Option<&Entry>, after: &Entry) -> Vec<Differs> {
    let old = before.map(|entry| lines(book, entry)).unwrap_or_default();
    let new = lines(book, after);
    let mut old_left = old;
    let mut found = Vec::new();
    for line in new {
        let was = old_left.iter().position(|other| other.label == line.label);
        let was = was.map(|place| old_left.remove(place).text).unwrap_or_default();
        if was != line.text {
            found.push(Differs { label: line.label, changes: difference(&was, &line.text) });
        }
    }
    found.extend(
        old_left.into_iter().map(|gone| Differs { label: gone.label, changes: difference(&gone.text, "") }),
    );
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::module::ModuleId;
    use crate::services::sample::{AMARA, JOE, KAYLA, Sample, about, entry, entry_id, person};

    fn part() -> Part {
        Part { module: ModuleId::M3, subject: about(AMARA) }
    }

    fn told(words: &str) -> Entry {
        entry(ModuleId::M3, about(AMARA), words)
    }

    fn amend(sample: &mut Sample, words: &str, seen: Vec<EventId>) {
        let reason = "More is known".into();
        sample.does(Command::AmendEntry { id: entry_id(1), entry: told(words), reason, seen });
    }

    fn recorded() -> Sample {
        let mut sample = Sample::new();
        sample.does(Command::RecordEntry { id: entry_id(1), entry: told("Kayla slept well.") });
        sample
    }

    #[test]
    fn the_newest_work_is_first_and_other_subjects_are_elsewhere() {
        let mut sample = recorded();
        let older = Entry {
            done_on: crate::model::dates::PartialDate::parse("", "", "2019", false).unwrap(),
            ..told("Long ago")
        };
        sample.does(Command::RecordEntry { id: entry_id(2), entry: older });
        let elsewhere = entry(ModuleId::M3, about(JOE), "Joe’s");
        sample.does(Command::RecordEntry { id: entry_id(3), entry: elsewhere });
        let ids: Vec<_> = SoFar::of(&sample.book, part()).standing.iter().map(|card| card.id).collect();
        assert_eq!(ids, [entry_id(1), entry_id(2)]);
    }

    #[test]
    fn a_card_names_whose_it_is_and_who_changed_it() {
        let mut sample = recorded();
        let mut colleague = sample.colleague();
        let seen = colleague.book.entries.head_ids(entry_id(1));
        amend(&mut colleague, "Kayla slept very well.", seen);
        sample.joins(&colleague);
        let card = card_of(&sample.book, entry_id(1)).unwrap();
        assert_eq!(card.by.words(), "Sam Holt, Social worker");
        assert_eq!(card.changed_by.unwrap().words(), "Rana Ali, Recovery worker");
        assert_eq!((card.version, card.undecided), (2, false));
    }

    #[test]
    fn an_entry_taken_back_by_one_and_changed_by_another_is_not_hidden() {
        let mut sample = recorded();
        let mut colleague = sample.colleague();
        let seen = sample.book.entries.head_ids(entry_id(1));
        amend(&mut sample, "Kayla slept badly.", seen.clone());
        let reason = "Wrong family".into();
        colleague.does(Command::WithdrawEntry { id: entry_id(1), reason, seen });
        sample.joins(&colleague);
        let so_far = SoFar::of(&sample.book, part());
        assert_eq!(so_far.standing.len(), 1);
        assert!(so_far.standing[0].undecided);
        assert_eq!(so_far.standing[0].lines[0].text, "Kayla slept badly.");
    }

    #[test]
    fn what_was_entered_in_error_is_listed_apart() {
        let mut sample = recorded();
        let seen = sample.book.entries.head_ids(entry_id(1));
        sample.does(Command::WithdrawEntry { id: entry_id(1), reason: "Wrong family".into(), seen });
        let so_far = SoFar::of(&sample.book, part());
        assert_eq!(so_far.standing, []);
        assert_eq!(so_far.withdrawn, [(entry_id(1), "21 November 2026".to_owned())]);
    }

    #[test]
    fn history_tells_what_was_added_and_removed() {
        let mut sample = recorded();
        let seen = sample.book.entries.head_ids(entry_id(1));
        amend(&mut sample, "Kayla slept very well.", seen);
        let history = history(&sample.book, sample.book.entries.get(entry_id(1)).unwrap());
        let numbers: Vec<_> = history.iter().map(|told| (told.number, told.stands, told.from)).collect();
        assert_eq!(numbers, [(2, true, Some(1)), (1, false, None)]);
        let [Differs { label, changes }] = history[0].differs.as_slice() else { panic!("{history:?}") };
        assert_eq!(label, "What is going well");
        assert!(changes.contains(&Change::Added("very ".into())), "{changes:?}");
        assert_eq!(history[1].differs.len(), 5, "the first version tells all it says");
        assert!(history.iter().all(|told| !told.gap));
    }

    #[test]
    fn versions_of_two_people_are_compared_with_what_each_had_seen() {
        let mut sample = recorded();
        let mut colleague = sample.colleague();
        let seen = sample.book.entries.head_ids(entry_id(1));
        amend(&mut sample, "Kayla slept badly.", seen.clone());
        amend(&mut colleague, "Kayla slept late.", seen);
        sample.joins(&colleague);
        let history = history(&sample.book, sample.book.entries.get(entry_id(1)).unwrap());
        assert!(history[0].stands && history[1].stands && !history[2].stands);
        assert_eq!((history[0].from, history[1].from), (Some(1), Some(1)));
    }

    #[test]
    fn a_decision_keeps_one_version_and_both_stay_in_the_history() {
        for place in [0, 1] {
            let mut sample = recorded();
            let mut colleague = sample.colleague();
            let seen = sample.book.entries.head_ids(entry_id(1));
            amend(&mut sample, "Kayla slept badly.", seen.clone());
            let reason = "Wrong family".into();
            colleague.does(Command::WithdrawEntry { id: entry_id(1), reason, seen });
            sample.joins(&colleague);
            let both = standing(&sample.book, entry_id(1));
            assert_eq!(both.len(), 2);
            let kept = both[place].entry.clone();
            sample.does(keep(entry_id(1), &both, both[place].event).unwrap());
            let thing = sample.book.entries.get(entry_id(1)).unwrap();
            assert_eq!((thing.is_in_conflict(), thing.current()), (false, kept.as_ref()));
            assert_eq!(history(&sample.book, thing).len(), 4);
            assert_eq!(keep(entry_id(1), &both, EventId::from_bytes([0; 16])), None);
        }
    }

    #[test]
    fn a_version_that_is_not_here_is_told_as_a_gap() {
        let mut sample = recorded();
        let mut colleague = sample.colleague();
        let seen = colleague.book.entries.head_ids(entry_id(1));
        amend(&mut colleague, "Kayla slept badly.", seen);
        let missing = colleague.book.entries.head_ids(entry_id(1));
        amend(&mut colleague, "Kayla slept late.", missing.clone());
        let mut some = crate::workbook::log::EventSet::default();
        for event in colleague.events.iter().filter(|event| !missing.contains(&event.id)) {
            some.add(event.clone()).unwrap();
        }
        sample.book = Workbook::fold(sample.book.id, &some);
        let history = history(&sample.book, sample.book.entries.get(entry_id(1)).unwrap());
        assert!(history[0].gap && !history[1].gap);
    }

    #[test]
    fn every_text_of_an_entry_is_read() {
        let whole = Entry {
            needs: "Rest".into(),
            analysis: [(person(KAYLA), "She is calmer".into())].into(),
            own_words: vec![crate::model::entry::Quote { who: person(KAYLA), words: "It’s quiet".into() }],
            questions: [crate::model::module::QuestionId("M3.Q2".into())].into(),
            ..told("Mornings")
        };
        let sample = Sample::new();
        let labels: Vec<_> = lines(&sample.book, &whole).into_iter().map(|line| line.label).collect();
        assert_eq!(
            labels,
            [
                "Date of the work",
                "How it is known",
                "Fact, allegation or opinion",
                "What is going well",
                "What needs to be different",
                "What this means for Kayla",
                "Words Kayla used",
                "Questions it speaks to",
                "Who can see this",
            ]
        );
    }
}
