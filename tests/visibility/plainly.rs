//! The rules once more, as plainly as they can be stated, from what was recorded and without asking the code that is
//! tested: which pieces there are, what each would say, and who may see it.

use std::collections::BTreeSet;

use hearth::model::action::{ByWhen, Outcome, Owner};
use hearth::model::audience::Audience;
use hearth::model::consent::Purpose;
use hearth::model::entry::HowKnown;
use hearth::model::ids::{PersonId, PractitionerId};
use hearth::model::person::Arrival;
use hearth::model::relationship::Kind;
use hearth::model::sharing::{ForOne, Piece};
use hearth::model::showing::AnswerTo;
use hearth::model::source::Source;
use hearth::workbook::fold::Workbook;

use crate::made::{ADULTS, GUARDED, Made, READ_BEFORE, called, sentinels};
use crate::workbooks::*;

/// A piece, and what the rules ask of it.
struct Raw {
    piece: Piece,
    names: BTreeSet<PersonId>,
    texts: Vec<String>,
    worker: Option<PractitionerId>,
    /// Who may see the record; everybody where it has no audience.
    record: Option<BTreeSet<PersonId>>,
    said_by: Option<PersonId>,
    source: Option<Source>,
    /// Nobody may see it: another's to tell, undecided, past, or wanted no more.
    shut: bool,
    scale: bool,
}

pub struct Plainly<'a> {
    made: &'a Made,
    book: &'a Workbook,
    raw: Vec<Raw>,
}

fn set(audience: &Audience) -> BTreeSet<PersonId> {
    match audience {
        Audience::TeamOnly => BTreeSet::new(),
        Audience::People(people) => people.clone(),
    }
}

impl<'a> Plainly<'a> {
    pub fn of(made: &'a Made) -> Self {
        let book = &made.device.book;
        let mut all = Self { made, book, raw: Vec::new() };
        let raw = [all.entries(), all.visits(), all.actions(), all.team(), all.said()];
        all.raw = raw.into_iter().flatten().filter(|raw| !raw.texts[0].trim().is_empty()).collect();
        all
    }

    pub fn shown_to(&self, present: &BTreeSet<PersonId>) -> BTreeSet<Piece> {
        if present.iter().any(|one| self.apart_from(*one).iter().any(|other| present.contains(other))) {
            return BTreeSet::new();
        }
        let everyone_may = |raw: &&Raw| present.iter().all(|person| self.may_see(raw, *person));
        let own_scale = |raw: &&Raw| !raw.scale || raw.said_by.is_some_and(|who| present.contains(&who));
        self.raw.iter().filter(everyone_may).filter(own_scale).map(|raw| raw.piece).collect()
    }

    /// With whom separation stands.
    pub fn apart_from(&self, person: PersonId) -> Vec<PersonId> {
        let stands = |other: &PersonId| {
            *other != person
                && self.book.separations.get(pair(person, *other)).is_some_and(|it| {
                    it.heads().iter().any(|it| it.value.as_ref().is_some_and(|it| it.in_force))
                })
        };
        ADULTS.into_iter().filter(stands).collect()
    }

    /// The first names of workers who work with one of two, and not with the other.
    pub fn works_only_with(&self, one: PersonId, not_with: PersonId) -> Vec<String> {
        let team = self.book.team.all().filter(|(id, _)| self.works(*id, one) && !self.works(*id, not_with));
        team.map(|(_, member)| member.name.split(' ').next().unwrap().to_lowercase()).collect()
    }

    fn works(&self, worker: PractitionerId, with: PersonId) -> bool {
        let wrote = self.book.entries.iter().any(|(_, it)| {
            it.versions().any(|it| it.author == worker)
                && it.current().is_some_and(|it| it.subject.names(with))
        });
        wrote || self.book.visits.all().any(|(_, it)| it.by.contains(&worker) && it.people().contains(&with))
    }

    fn may_see(&self, raw: &Raw, person: PersonId) -> bool {
        let apart = self.apart_from(person);
        let for_both = apart.iter().any(|other| self.reaches(raw, *other));
        let guarded =
            self.made.guarded_from.contains(&person) && raw.texts.iter().any(|it| it.contains(GUARDED));
        let kept = for_both || guarded || self.asked_not_to_be_told(raw, person);
        let waits = self.waits_for_a_tick(raw, person) || self.waits_for_the_manager(raw, person);
        self.reaches(raw, person) && !kept && !waits
    }

    /// Nobody but whoever chose it has read it for somebody from whom another is kept safe.
    fn waits_for_the_manager(&self, raw: &Raw, person: PersonId) -> bool {
        let safe = |other: &PersonId| {
            let said = self.book.separations.current(pair(person, *other)).unwrap().said_to_harm;
            said != Some(*other)
        };
        let read = self.book.approvals.current(ForOne { piece: raw.piece, person });
        raw.said_by != Some(person)
            && self.apart_from(person).iter().any(safe)
            && read.is_none_or(|it| it.words == READ_BEFORE)
    }

    fn reaches(&self, raw: &Raw, person: PersonId) -> bool {
        let no = |it: &PersonId| *it != person && self.book.is_stopped(*it, Purpose::ShownToFamily);
        self.picked(raw, person)
            && !raw.shut
            && !raw.names.iter().any(no)
            && !self.apart_from(person).iter().any(|other| self.tells_of(raw, *other, person))
    }

    fn picked(&self, raw: &Raw, person: PersonId) -> bool {
        let own = raw.said_by == Some(person);
        let ticked = self.ticked(raw, person);
        let of_record = raw.record.as_ref().is_none_or(|it| it.contains(&person));
        match raw.piece {
            Piece::Said(_) => own || of_record,
            Piece::GoingWell(_) => of_record && (ticked || self.book.shared.get(raw.piece).is_none()),
            Piece::OwnWords(..) => of_record && (ticked || own),
            _ => of_record && ticked,
        }
    }

    fn ticked(&self, raw: &Raw, person: PersonId) -> bool {
        self.book.shared.current(raw.piece).is_some_and(|it| set(&it.audience).contains(&person))
    }

    fn tells_of(&self, raw: &Raw, other: PersonId, reader: PersonId) -> bool {
        let kin = |person: PersonId| {
            let named = |kind: &Kind| matches!(kind, Kind::Mother | Kind::Father | Kind::Grandparent);
            self.book.relationships.all().any(|(_, it)| it.from == person && named(&it.kind))
        };
        let said = |word: &str| {
            let plain = |text: &String| text.to_lowercase().replace('’', " ");
            raw.texts.iter().any(|text| plain(text).split_whitespace().any(|it| it == word))
        };
        let hidden_worker = raw.worker.is_some_and(|it| self.works(it, other) && !self.works(it, reader));
        raw.names.contains(&other)
            || said(sentinels(other)[1])
            || (kin(other) && said(&called(other).to_lowercase()))
            || hidden_worker
    }

    fn asked_not_to_be_told(&self, raw: &Raw, person: PersonId) -> bool {
        self.made.do_not_tell.iter().any(|it| {
            let stands = it.until.is_none_or(|until| until >= today()) && it.from.contains(&person);
            let says = !it.phrases.is_empty() && raw.texts.iter().any(|text| text.contains("BLUE, door!"));
            stands && (says || raw.source.is_some_and(|source| it.records.contains(&source)))
        })
    }

    fn waits_for_a_tick(&self, raw: &Raw, person: PersonId) -> bool {
        let related = |child: PersonId| {
            let both = |from, to| from == person && to == child || from == child && to == person;
            self.book.relationships.all().any(|(_, it)| both(it.from, it.to))
        };
        let parent = self
            .book
            .relationships
            .all()
            .any(|(_, it)| it.from == person && matches!(it.kind, Kind::Mother | Kind::Father));
        let strange = |child: &PersonId| {
            let it = self.book.people.current(*child).unwrap();
            let unborn = matches!(it.arrival, Arrival::Unborn { .. });
            *child != person && it.is_child() && (unborn || (parent && !related(*child)))
        };
        let own = raw.said_by == Some(person) || matches!(raw.piece, Piece::Said(_));
        !own && !self.ticked(raw, person) && raw.names.iter().any(strange)
    }

    /// What stands in the place of a text, and the translations.
    fn texts(&self, piece: Piece, own: &str) -> Vec<String> {
        let Some(shared) = self.book.shared.current(piece) else { return vec![own.to_owned()] };
        let words = if shared.family_words.is_empty() { own } else { &shared.family_words };
        // Without words of its own there is nothing to put in other words.
        let words = if own.trim().is_empty() { own } else { words };
        let translated = shared.translations.values().map(|it| it.words.clone());
        std::iter::once(words.to_owned()).chain(translated).collect()
    }

    fn undecided(&self, piece: Piece) -> bool {
        self.book.shared.get(piece).is_some_and(|it| it.is_in_conflict())
    }

    fn entries(&self) -> Vec<Raw> {
        let mut found = Vec::new();
        for (id, thing) in self.book.entries.iter() {
            let Some(entry) = thing.current() else { continue };
            let names: BTreeSet<PersonId> =
                self.book.people.all().map(|(id, _)| id).filter(|it| entry.names(*it)).collect();
            let anothers = matches!(entry.how_known, HowKnown::AnotherProfessional | HowKnown::ARecord);
            let mut pieces = vec![
                (Piece::GoingWell(id), entry.going_well.clone(), None),
                (Piece::Needs(id), entry.needs.clone(), None),
            ];
            pieces.extend(
                entry.analysis.iter().map(|(child, it)| (Piece::Analysis(id, *child), it.clone(), None)),
            );
            let quotes = entry.own_words.iter();
            pieces.extend(quotes.map(|it| (Piece::OwnWords(id, it.who), it.words.clone(), Some(it.who))));
            found.extend(pieces.into_iter().map(|(piece, words, said_by)| Raw {
                piece,
                names: names.clone(),
                texts: self.texts(piece, &words),
                worker: None,
                record: Some(set(&entry.audience)),
                said_by,
                source: Some(Source::Entry(id)),
                shut: anothers || thing.heads().len() > 1 || self.undecided(piece),
                scale: false,
            }));
        }
        found
    }

    fn visits(&self) -> Vec<Raw> {
        let visits = self.book.visits.all().map(|(id, visit)| Raw {
            piece: Piece::Visit(id),
            names: visit.people(),
            texts: self.texts(Piece::Visit(id), &visit.note),
            worker: None,
            record: Some(set(&visit.audience)),
            said_by: None,
            source: Some(Source::Visit(id)),
            shut: self.undecided(Piece::Visit(id)),
            scale: false,
        });
        visits.collect()
    }

    /// What is the team's and has no audience of its own.
    fn of_team(&self, piece: Piece, own: &str) -> Raw {
        Raw {
            piece,
            names: BTreeSet::new(),
            texts: self.texts(piece, own),
            worker: None,
            record: None,
            said_by: None,
            source: None,
            shut: self.undecided(piece),
            scale: false,
        }
    }

    fn actions(&self) -> Vec<Raw> {
        let mut found = Vec::new();
        for (_, plan) in self.book.plans.all() {
            for goal in &plan.goals {
                for step in &goal.steps {
                    let piece = Piece::Action(step.id);
                    let mut raw = self.of_team(piece, &step.what);
                    raw.names.extend(&goal.children);
                    match step.who.as_ref().unwrap() {
                        Owner::Person(person) => drop(raw.names.insert(*person)),
                        Owner::Practitioner(worker) => raw.worker = Some(*worker),
                        Owner::Other(words) => raw.texts.push(words.clone()),
                    }
                    if let Some(ByWhen::Every(words)) = &step.by {
                        raw.texts.push(words.clone());
                    }
                    match self.book.action_results.current(step.id) {
                        Some(it) if it.outcome == Outcome::Done => raw.texts.push(it.words.clone()),
                        Some(it) if it.outcome == Outcome::NoLongerNeeded => raw.shut = true,
                        _ => {}
                    }
                    found.push(raw);
                }
            }
        }
        found
    }

    fn team(&self) -> Vec<Raw> {
        let meetings = self.book.meetings().into_iter().map(|meeting| {
            let mut raw = self.of_team(Piece::Supervision(meeting.id), "The team meets");
            raw.shut |= meeting.plan().unwrap().on < today();
            raw
        });
        let workers = self.book.team.all().map(|(id, member)| {
            let mut raw = self.of_team(Piece::Worker(id), &member.name);
            // Of somebody who is helping there is no translation to show.
            raw.texts.truncate(1);
            raw.worker = Some(id);
            raw
        });
        let thresholds = self.book.thresholds.all().map(|(id, decision)| {
            let mut raw = self.of_team(Piece::Threshold(id), &decision.why);
            raw.names.insert(decision.child);
            raw
        });
        meetings.chain(workers).chain(thresholds).collect()
    }

    fn said(&self) -> Vec<Raw> {
        let mut found = Vec::new();
        for (id, said) in self.book.said.all() {
            let mut raw = self.of_team(Piece::Said(id), &said.words);
            raw.names.insert(said.who);
            raw.record = Some(set(&said.audience));
            raw.said_by = Some(said.who);
            raw.scale = matches!(said.to, AnswerTo::Scale(_));
            if let AnswerTo::Piece(piece) = said.to
                && !matches!(piece, Piece::Said(_))
            {
                let about = self.book.on_record(piece).map(|it| it.names).unwrap_or_default();
                raw.names.extend(about);
            }
            found.push(raw);
        }
        found
    }
}
