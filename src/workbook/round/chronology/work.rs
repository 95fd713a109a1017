//! Lines of the work itself: events that stand nowhere else, what was marked, visits, supervisions, plans.

use crate::model::choices::Choice;
use crate::model::dates::PartialDate;
use crate::model::entry::Entry;
use crate::model::source::Source;
use crate::model::visit::{Contact, Visit};
use crate::workbook::fold::Workbook;

use super::{Line, Origin, standing};

impl Workbook {
    pub(super) fn coming_to_the_team(&self, lines: &mut Vec<Line>) {
        // A referral says it more fully.
        if self.referrals.all().next().is_some() {
            return;
        }
        let Some((version, family)) = self.family().and_then(standing) else { return };
        let mut add = |on: Option<PartialDate>, what: &str| {
            lines.extend(on.map(|on| Line::of(Origin::Family, version, on, what.to_owned())));
        };
        add(family.referred_on, "Referred to the team");
        add(family.assessed_on, "Child and family assessment completed");
    }

    pub(super) fn own_events(&self, lines: &mut Vec<Line>) {
        for (id, thing) in self.chronology_events.iter() {
            let Some((version, event)) = standing(thing) else { continue };
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

    pub(super) fn significant_work(&self, lines: &mut Vec<Line>) {
        for (source, mark) in self.marks.all().filter(|(_, mark)| mark.significant) {
            let line = match source {
                Source::Entry(id) => self.entries.get(id).and_then(standing).map(|(version, entry)| {
                    let people = entry.subject.people().into_iter().chain(entry.present.iter().copied());
                    Line::of(Origin::Entry(id), version, entry.done_on, first_words(entry))
                        .about(people.collect())
                }),
                Source::CaseNote(id) => self.case_notes.get(id).and_then(standing).map(|(version, note)| {
                    let what = format!("{}: {}", note.kind.label(), note.text);
                    Line::of(Origin::CaseNote(id), version, PartialDate::day(note.on), what)
                        .about(note.about.clone())
                }),
                Source::Visit(_) => None,
            };
            lines.extend(line.map(|line| line.marked(Some(mark))));
        }
    }

    pub(super) fn visit_lines(&self, lines: &mut Vec<Line>) {
        for (id, thing) in self.visits.iter() {
            let Some((version, visit)) = standing(thing) else { continue };
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
                Contact::NotSeen { why, .. } => {
                    format!("{name} was not seen: {}.", why.trim().trim_end_matches('.'))
                }
            });
        }
        words.join(" ")
    }

    pub(super) fn supervision_lines(&self, lines: &mut Vec<Line>) {
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

    pub(super) fn plan_lines(&self, lines: &mut Vec<Line>) {
        for (id, thing) in self.plans.iter() {
            // The day it was agreed is told by the version that began it; later ones come from reviews.
            let Some((version, plan)) = standing(thing) else { continue };
            let what = format!("{} agreed for {}", plan.kind.label(), self.names(&plan.children));
            let line = Line::of(Origin::Plan(id), version, PartialDate::day(plan.agreed_on), what);
            lines.push(Line {
                childrens_views: plan.childrens_views.clone(),
                ..line.about(plan.children.clone())
            });
        }
        for (id, thing) in self.plan_reviews.iter() {
            let Some((version, review)) = standing(thing) else { continue };
            let what = format!("Plan reviewed. {}", review.summary);
            let line = Line::of(Origin::Review(id), version, PartialDate::day(review.on), what);
            let children = self.plans.current(review.plan).map(|plan| plan.children.clone());
            lines.push(Line {
                childrens_views: review.childrens_views.clone(),
                ..line.about(children.unwrap_or_default())
            });
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
