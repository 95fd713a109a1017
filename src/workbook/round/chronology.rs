//! The chronology, which builds itself: every line is read from the record in which it was typed, and a
//! significant event is never typed twice (WAR 12; WSX appendix 6; `domain.md` R41).
//!
//! Visits, supervisions, agreed ratings, plans and reviews are in it by themselves. Entries and case notes are
//! in it where somebody marked them as significant. It is the team's: what a person of the family may read of
//! it is decided where something is shown to them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use crate::model::choices::Choice;
use crate::model::chronology::Mark;
use crate::model::dates::PartialDate;
use crate::model::entry::Entry;
use crate::model::ids::{
    ChronologyId, EntryId, NoteId, PersonId, PlanId, PractitionerId, ReviewId, SupervisionId, VisitId,
};
use crate::model::source::Source;
use crate::model::visit::{Contact, Visit};
use crate::workbook::fold::Workbook;
use crate::workbook::versioned::{Version, Versioned};

/// The record that a line is read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// How the family came to the team.
    Family,
    Event(ChronologyId),
    Entry(EntryId),
    CaseNote(NoteId),
    Visit(VisitId),
    Supervision(SupervisionId),
    Rating(SupervisionId),
    Plan(PlanId),
    Review(ReviewId),
}

impl Origin {
    /// What kind of thing it is, for a filter.
    pub fn label(self) -> &'static str {
        match self {
            Self::Family => "Coming to the team",
            Self::Event(_) => "Event",
            Self::Entry(_) => "Entry",
            Self::CaseNote(_) => "Case note",
            Self::Visit(_) => "Visit",
            Self::Supervision(_) => "Supervision",
            Self::Rating(_) => "Rating",
            Self::Plan(_) => "Plan",
            Self::Review(_) => "Review",
        }
    }
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub on: PartialDate,
    pub until: Option<PartialDate>,
    pub what: String,
    /// Whom of the family it names.
    pub people: BTreeSet<PersonId>,
    pub significance: String,
    pub childrens_views: BTreeMap<PersonId, String>,
    /// How we know, where the event says so.
    pub source: String,
    pub origin: Origin,
    pub by: PractitionerId,
    pub recorded: DateTime<Utc>,
}

impl Line {
    fn of<T>(origin: Origin, version: &Version<T>, on: PartialDate, what: String) -> Self {
        Self {
            on,
            until: None,
            what,
            people: BTreeSet::new(),
            significance: String::new(),
            childrens_views: BTreeMap::new(),
            source: String::new(),
            origin,
            by: version.author,
            recorded: version.recorded,
        }
    }

    fn about(self, people: BTreeSet<PersonId>) -> Self {
        Self { people, ..self }
    }

    fn marked(self, mark: Option<&Mark>) -> Self {
        let Some(mark) = mark else { return self };
        let own = mark.line.trim();
        Self {
            what: if own.is_empty() { self.what } else { own.to_owned() },
            childrens_views: mark.childrens_views.clone(),
            ..self
        }
    }
}

impl Workbook {
    /// The whole chronology, oldest first.
    pub fn chronology(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        self.coming_to_the_team(&mut lines);
        self.own_events(&mut lines);
        self.significant_work(&mut lines);
        self.visit_lines(&mut lines);
        self.supervision_lines(&mut lines);
        self.plan_lines(&mut lines);
        lines.sort_by_cached_key(|line| (line.on.earliest(), line.recorded, line.origin));
        lines
    }

    /// Whether a record stands in the chronology. Visits do unless somebody left one out.
    pub fn is_significant(&self, source: Source) -> bool {
        match (self.marks.current(source), source) {
            (Some(mark), _) => mark.significant,
            (None, Source::Visit(_)) => true,
            (None, Source::Entry(_) | Source::CaseNote(_)) => false,
        }
    }

    /// What the record of one thing says now: its version, and what it says.
    fn standing<T>(thing: &Versioned<T>) -> Option<(&Version<T>, &T)> {
        let version = thing.latest();
        Some((version, version.value.as_ref()?))
    }

    fn coming_to_the_team(&self, lines: &mut Vec<Line>) {
        let Some((version, family)) = self.family().and_then(Self::standing) else { return };
        let mut add = |on: Option<PartialDate>, what: &str| {
            lines.extend(on.map(|on| Line::of(Origin::Family, version, on, what.to_owned())));
        };
        add(family.referred_on, "Referred to the team");
        add(family.assessed_on, "Child and family assessment completed");
    }

    fn own_events(&self, lines: &mut Vec<Line>) {
        for (id, thing) in self.chronology_events.iter() {
            let Some((version, event)) = Self::standing(thing) else { continue };
            lines.push(Line {
                until: event.until,
                people: event.people.clone(),
                significance: event.significance.clone(),
                childrens_views: event.childrens_views.clone(),
                source: event.source.clone(),
                ..Line::of(Origin::Event(id), version, event.on, event.what.clone())
            });
        }
    }

    fn significant_work(&self, lines: &mut Vec<Line>) {
        for (source, mark) in self.marks.all().filter(|(_, mark)| mark.significant) {
            let line = match source {
                Source::Entry(id) => self.entries.get(id).and_then(Self::standing).map(|(version, entry)| {
                    let people = entry.subject.people().into_iter().chain(entry.present.iter().copied());
                    Line::of(Origin::Entry(id), version, entry.done_on, first_words(entry))
                        .about(people.collect())
                }),
                Source::CaseNote(id) => {
                    self.case_notes.get(id).and_then(Self::standing).map(|(version, note)| {
                        let what = format!("{}: {}", note.kind.label(), note.text);
                        Line::of(Origin::CaseNote(id), version, PartialDate::day(note.on), what)
                            .about(note.about.clone())
                    })
                }
                Source::Visit(_) => None,
            };
            lines.extend(line.map(|line| line.marked(Some(mark))));
        }
    }

    fn visit_lines(&self, lines: &mut Vec<Line>) {
        for (id, thing) in self.visits.iter() {
            let Some((version, visit)) = Self::standing(thing) else { continue };
            let source = Source::Visit(id);
            if self.is_significant(source) {
                let line =
                    Line::of(Origin::Visit(id), version, PartialDate::day(visit.on), self.visit_words(visit));
                lines.push(line.about(visit.people()).marked(self.marks.current(source)));
            }
        }
    }

    /// "Visit at home. Kayla was seen, and alone. Leon was not seen: he was at a friend's."
    fn visit_words(&self, visit: &Visit) -> String {
        let mut words = vec![format!("Visit {}.", visit.place.label())];
        for (child, contact) in &visit.children {
            let name = self.name_of(*child);
            words.push(match contact {
                Contact::SeenAlone { .. } => format!("{name} was seen, and alone."),
                Contact::Seen { .. } => format!("{name} was seen."),
                Contact::NotSeen { why, .. } => format!("{name} was not seen: {why}."),
            });
        }
        words.join(" ")
    }

    fn supervision_lines(&self, lines: &mut Vec<Line>) {
        for meeting in self.meetings() {
            let Some(version) = meeting.version_in(&self.held, meeting.id) else { continue };
            let Some(held) = &version.value else { continue };
            let on = PartialDate::day(held.on);
            let decisions = meeting.notes().map(|notes| notes.decisions.trim()).unwrap_or_default();
            let what = match decisions {
                "" => "Supervision held".to_owned(),
                decisions => format!("Supervision held. {decisions}"),
            };
            let mut line = Line::of(Origin::Supervision(meeting.id), version, on, what);
            line.childrens_views =
                meeting.notes().map(|notes| notes.childrens_views.clone()).unwrap_or_default();
            line.people = line.childrens_views.keys().copied().collect();
            lines.push(line);
            let agreed = meeting.version_in(&self.agreed_ratings, meeting.id);
            if let Some((version, agreed)) = agreed.and_then(|it| Some((it, it.value.as_ref()?))) {
                let what = format!("Rating agreed: {}. {}", agreed.level.label(), agreed.reason);
                let line = Line::of(Origin::Rating(meeting.id), version, on, what);
                lines.push(Line { significance: agreed.change.clone(), ..line });
            }
        }
    }

    fn plan_lines(&self, lines: &mut Vec<Line>) {
        for (id, thing) in self.plans.iter() {
            // The day it was agreed is told by the version that began it; later ones come from reviews.
            let Some((version, plan)) = Self::standing(thing) else { continue };
            let what = format!("{} agreed for {}", plan.kind.label(), self.names(&plan.children));
            let line = Line::of(Origin::Plan(id), version, PartialDate::day(plan.agreed_on), what);
            lines.push(Line {
                childrens_views: plan.childrens_views.clone(),
                ..line.about(plan.children.clone())
            });
        }
        for (id, thing) in self.plan_reviews.iter() {
            let Some((version, review)) = Self::standing(thing) else { continue };
            let what = format!("Plan reviewed. {}", review.summary);
            let line = Line::of(Origin::Review(id), version, PartialDate::day(review.on), what);
            let children = self.plans.current(review.plan).map(|plan| plan.children.clone());
            lines.push(Line {
                childrens_views: review.childrens_views.clone(),
                ..line.about(children.unwrap_or_default())
            });
        }
    }

    /// "Kayla, Leon and Pip".
    fn names(&self, people: &BTreeSet<PersonId>) -> String {
        let names: Vec<String> = people.iter().map(|person| self.name_of(*person)).collect();
        match names.split_last() {
            None => String::new(),
            Some((last, [])) => last.clone(),
            Some((last, before)) => format!("{} and {last}", before.join(", ")),
        }
    }
}

/// The first of an entry's texts that says something.
fn first_words(entry: &Entry) -> String {
    [&entry.needs, &entry.going_well]
        .into_iter()
        .chain(entry.analysis.values())
        .chain(entry.own_words.iter().map(|quote| &quote.words))
        .find(|text| !text.trim().is_empty())
        .cloned()
        .unwrap_or_default()
}
