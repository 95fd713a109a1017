//! Tells a story as the app would record it: each worker decides commands on a copy of their own, events get
//! a proper envelope, and the copies are joined on the days when the workers share.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use hearth::model::audience::Audience;
use hearth::model::dates::PartialDate;
use hearth::model::entry::{Certainty, Entry, HowKnown, ModuleStatus, Quote, Statement};
use hearth::model::ids::{EntryId, EventId, FamilyId};
use hearth::model::module::{ModuleId, QuestionId};
use hearth::model::stage_of_change::{Stage, StageOfChange};
use hearth::model::subject::Subject;
use hearth::policy::authority::Authority;
use hearth::policy::practice;
use hearth::services::recording::{Hand, stamp};
use hearth::workbook::decide::Command;
use hearth::workbook::fact::Part;
use hearth::workbook::fold::Workbook;
use hearth::workbook::log::EventSet;

use crate::cast::{Who, Worker, bytes_for, day};

pub fn family_id() -> FamilyId {
    FamilyId::from_bytes(bytes_for("family"))
}

pub fn entry_id(name: &str) -> EntryId {
    EntryId::from_bytes(bytes_for(&format!("entry {name}")))
}

/// A story being told, oldest part first.
pub struct Story {
    copies: BTreeMap<Worker, EventSet>,
    made: u32,
    now: DateTime<Utc>,
    /// What is told when its day comes, in the order of the days.
    waiting: VecDeque<(NaiveDate, Chapter)>,
    /// Whether one of those is being told: nothing comes in between.
    in_chapter: bool,
}

type Chapter = Box<dyn FnOnce(&mut Story)>;

/// One worker on one day.
pub struct Sitting<'a> {
    story: &'a mut Story,
    worker: Worker,
}

impl Story {
    pub fn new() -> Self {
        let copies = Worker::ALL.into_iter().map(|worker| (worker, EventSet::default())).collect();
        Self { copies, made: 0, now: at_nine(day(1, 1)), waiting: VecDeque::new(), in_chapter: false }
    }

    /// Arranges for something to be told before anything else of its day, after what was arranged for it before.
    pub fn then(&mut self, day: NaiveDate, chapter: impl FnOnce(&mut Story) + 'static) {
        let place = self.waiting.partition_point(|(other, _)| *other <= day);
        self.waiting.insert(place, (day, Box::new(chapter)));
    }

    /// Tells what is still waiting.
    pub fn end(&mut self) {
        self.tell_until(NaiveDate::MAX);
    }

    fn tell_until(&mut self, day: NaiveDate) {
        while self.waiting.front().is_some_and(|(next, _)| *next <= day) {
            let Some((_, chapter)) = self.waiting.pop_front() else { return };
            self.in_chapter = true;
            chapter(self);
            self.in_chapter = false;
        }
    }

    /// The next worker to record something, on the same day as the last or on a later one.
    pub fn on(&mut self, day: NaiveDate, worker: Worker) -> Sitting<'_> {
        if !self.in_chapter {
            self.tell_until(day);
        }
        assert!(day >= self.now.date_naive(), "the story is told in order: {day} comes too late");
        if day > self.now.date_naive() {
            self.now = at_nine(day);
        }
        Sitting { story: self, worker }
    }

    /// Every worker gives every other a bundle, as before a supervision.
    pub fn share(&mut self) {
        let all = self.all();
        for copy in self.copies.values_mut() {
            *copy = all.clone();
        }
    }

    /// Everything that anyone recorded.
    pub fn all(&self) -> EventSet {
        let mut all = EventSet::default();
        for event in self.copies.values().flat_map(EventSet::iter) {
            all.add(event.clone()).unwrap();
        }
        all
    }
}

fn at_nine(day: NaiveDate) -> DateTime<Utc> {
    day.and_hms_opt(9, 4, 0).unwrap().and_utc()
}

impl Sitting<'_> {
    /// What this worker's own copy says.
    pub fn book(&self) -> Workbook {
        Workbook::fold(family_id(), &self.story.copies[&self.worker])
    }

    /// Has the command decided and stamped, just as the app does it.
    pub fn command(&mut self, command: Command) {
        self.story.now += TimeDelta::minutes(11);
        let practitioner = self.worker.practitioner();
        let hand = Hand {
            practitioner: &practitioner,
            device: self.worker.device(),
            now: self.story.now,
            today: self.story.now.date_naive(),
            rules: &practice::rules(Authority::Common),
        };
        let book = self.book();
        let made = &mut self.story.made;
        let new_id = || {
            *made += 1;
            EventId::from_bytes(bytes_for(&format!("event {made}")))
        };
        let copy = self.story.copies.get_mut(&self.worker).unwrap();
        let stamped = stamp(family_id(), copy, &book, &hand, vec![command.clone()], new_id)
            .unwrap_or_else(|refusal| panic!("{refusal}: {command:?}"));
        assert!(!stamped.new.is_empty(), "this says nothing new: {command:?}");
        *copy = stamped.events;
    }

    pub fn entry(&mut self, name: &str, module: ModuleId, about: Who, telling: Telling) {
        let mut entry = telling.0;
        entry.module = module;
        entry.subject = Subject::Person(about.id());
        if let Some(stage) = &mut entry.stage {
            stage.who = about.id();
        }
        // A telling that names no day was recorded on the day of the work.
        if entry.done_on == UNSAID {
            entry.done_on = PartialDate::day(self.story.now.date_naive());
        }
        self.command(Command::RecordEntry { id: entry_id(name), entry });
    }

    pub fn amend(&mut self, name: &str, reason: &str, change: impl FnOnce(&mut Entry)) {
        let id = entry_id(name);
        let book = self.book();
        let mut entry = book.entries.current(id).unwrap().clone();
        change(&mut entry);
        let seen = book.entries.head_ids(id);
        self.command(Command::AmendEntry { id, entry, reason: reason.into(), seen });
    }

    pub fn withdraw(&mut self, name: &str, reason: &str) {
        let id = entry_id(name);
        let seen = self.book().entries.head_ids(id);
        self.command(Command::WithdrawEntry { id, reason: reason.into(), seen });
    }

    pub fn status(&mut self, module: ModuleId, about: Who, status: ModuleStatus) {
        let part = Part { module, subject: Subject::Person(about.id()) };
        let seen = self.book().statuses.head_ids(part);
        self.command(Command::SetStatus { part, status, seen });
    }

    pub fn statement(&mut self, module: ModuleId, about: Who, strengths: &str, needs: &str, analysis: &str) {
        let part = Part { module, subject: Subject::Person(about.id()) };
        let seen = self.book().statements.head_ids(part);
        let statement =
            Statement { strengths: strengths.into(), needs: needs.into(), analysis: analysis.into() };
        self.command(Command::WriteStatement { part, statement, seen });
    }
}

const UNSAID: PartialDate = PartialDate::day(NaiveDate::MIN);

/// What one entry says; begun by how it is known.
pub struct Telling(Entry);

fn telling(how_known: HowKnown, certainty: Certainty) -> Telling {
    Telling(Entry {
        module: ModuleId::M1,
        subject: Subject::Person(Who::Tamsin.id()),
        done_on: UNSAID,
        present: BTreeSet::new(),
        others_present: String::new(),
        how_known,
        certainty,
        going_well: String::new(),
        needs: String::new(),
        analysis: BTreeMap::new(),
        own_words: Vec::new(),
        stage: None,
        questions: BTreeSet::new(),
        audience: Audience::TeamOnly,
    })
}

/// They told me.
pub fn told(certainty: Certainty) -> Telling {
    telling(HowKnown::TheyToldMe, certainty)
}

/// I saw it.
pub fn saw(certainty: Certainty) -> Telling {
    telling(HowKnown::ISawIt, certainty)
}

/// Another professional said.
pub fn heard(certainty: Certainty) -> Telling {
    telling(HowKnown::AnotherProfessional, certainty)
}

/// A record says.
pub fn read(certainty: Certainty) -> Telling {
    telling(HowKnown::ARecord, certainty)
}

impl Telling {
    pub fn done(mut self, on: PartialDate) -> Self {
        self.0.done_on = on;
        self
    }

    pub fn with(mut self, present: &[Who]) -> Self {
        self.0.present = present.iter().map(|who| who.id()).collect();
        self
    }

    pub fn and_others(mut self, words: &str) -> Self {
        self.0.others_present = words.into();
        self
    }

    pub fn well(mut self, words: &str) -> Self {
        self.0.going_well = words.into();
        self
    }

    pub fn needs(mut self, words: &str) -> Self {
        self.0.needs = words.into();
        self
    }

    /// What this means for one child.
    pub fn means(mut self, child: Who, words: &str) -> Self {
        self.0.analysis.insert(child.id(), words.into());
        self
    }

    pub fn said(mut self, who: Who, words: &str) -> Self {
        self.0.own_words.push(Quote { who: who.id(), words: words.into() });
        self
    }

    /// Where the one it is about is in a change.
    pub fn stage(mut self, change: &str, stage: Stage) -> Self {
        // Whose it is, the sitting says, as it says whom the entry is about.
        self.0.stage = Some(StageOfChange { who: Who::Tamsin.id(), change: change.into(), stage });
        self
    }

    /// The questions it speaks to, by their ids: "M1.Q5 M1.Q7".
    pub fn asks(mut self, questions: &str) -> Self {
        self.0.questions = questions.split(' ').map(|id| QuestionId(id.into())).collect();
        self
    }

    pub fn shown_to(mut self, people: &[Who]) -> Self {
        self.0.audience = Audience::People(people.iter().map(|who| who.id()).collect());
        self
    }
}
