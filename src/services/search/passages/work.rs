//! The work: visits, case notes, requests for specialists, plans and reviews, the chronology.

use crate::model::dates::day_words;
use crate::model::plan::Plan;
use crate::navigation::{FamilyPage, Leaf};
use crate::services::search::Passage;
use crate::workbook::fold::Workbook;

use super::{Place, add, by};

pub(super) fn passages<'a>(book: &'a Workbook, found: &mut Vec<Passage<'a>>) {
    visits(book, found);
    notes(book, found);
    specialists(book, found);
    plans(book, found);
    chronology(book, found);
}

fn visits<'a>(book: &'a Workbook, found: &mut Vec<Passage<'a>>) {
    use crate::model::visit::{Contact, Place as Where};
    for (_, thing) in book.visits.iter() {
        let Some(visit) = thing.current() else { continue };
        let elsewhere = match &visit.place {
            Where::Elsewhere(words) => Some(words),
            Where::Home | Where::SchoolOrNursery | Where::Office => None,
        };
        let contacts = visit.children.values().flat_map(|contact| match contact {
            Contact::SeenAlone { without_agreement, .. } => [Some(without_agreement), None],
            Contact::Seen { why_not_alone } => [Some(why_not_alone), None],
            Contact::NotSeen { why, next } => [Some(why), Some(next)],
        });
        let texts = [&visit.note, &visit.others_present].into_iter().chain(elsewhere);
        let texts = texts.chain(contacts.flatten()).chain(visit.meaning.values());
        let texts = texts.chain(visit.own_words.iter().map(|quote| &quote.words));
        let what = format!("Visit of {}, {}", day_words(visit.on), visit.place.label());
        let page = FamilyPage::leaf(Leaf::Visits);
        add(book, found, Place { section: "Visits", what, by: by(book, thing.latest()), page }, texts);
    }
}

fn notes<'a>(book: &'a Workbook, found: &mut Vec<Passage<'a>>) {
    for (_, thing) in book.case_notes.iter() {
        let Some(note) = thing.current() else { continue };
        let what = crate::services::sheets::note::title(note);
        let page = FamilyPage::leaf(Leaf::Notes);
        let place = Place { section: "Case notes", what, by: by(book, thing.latest()), page };
        add(book, found, place, [&note.text, &note.advice, &note.with, &note.copied_to]);
    }
}

fn specialists<'a>(book: &'a Workbook, found: &mut Vec<Passage<'a>>) {
    let place = |what: &str, by: String| Place {
        section: "Case notes",
        what: what.to_owned(),
        by,
        page: FamilyPage::leaf(Leaf::Notes),
    };
    for (_, thing) in book.specialist_requests.iter() {
        let Some(request) = thing.current() else { continue };
        let place = place("Request for an adult specialist", by(book, thing.latest()));
        let texts = [&request.situation, &request.purpose, &request.timescale, &request.managers_view];
        add(book, found, place, texts);
    }
    for (_, thing) in book.specialist_decisions.iter() {
        let Some(decision) = thing.current() else { continue };
        let place = place("Decision on a request for an adult specialist", by(book, thing.latest()));
        add(book, found, place, [&decision.reason, &decision.decided_by]);
    }
}

fn plans<'a>(book: &'a Workbook, found: &mut Vec<Passage<'a>>) {
    for (id, thing) in book.plans.iter() {
        let Some(plan) = thing.current() else { continue };
        let what = format!("Plan of {}", day_words(plan.agreed_on));
        let page = FamilyPage::leaf_of(Leaf::Plan, id);
        add(book, found, Place { section: "Plans", what, by: by(book, thing.latest()), page }, of_plan(plan));
    }
    for (_, thing) in book.plan_reviews.iter() {
        let Some(review) = thing.current() else { continue };
        let what = format!("Review of {}", day_words(review.on));
        let page = FamilyPage::leaf_of(Leaf::Plan, review.plan);
        let texts = [
            &review.summary,
            &review.new_information,
            &review.agencies_views,
            &review.who_came,
            &review.why_no_meeting,
        ];
        let texts = texts.into_iter().chain(review.progress.values());
        let texts = texts.chain(review.childrens_views.values()).chain(review.parents_views.values());
        add(book, found, Place { section: "Plans", what, by: by(book, thing.latest()), page }, texts);
    }
    for (_, thing) in book.plan_signatures.iter() {
        use crate::model::plan::{Answer, Paper};
        let Some(signature) = thing.current() else { continue };
        let (Answer::SeesItDifferently(words) | Answer::DidNotSign(words)) = &signature.answer else {
            continue;
        };
        let plan = match signature.paper {
            Paper::Plan(id) => Some(id),
            Paper::Review(id) => book.plan_reviews.current(id).map(|review| review.plan),
        };
        let Some(plan) = plan else { continue };
        let what = format!("What was said to a plan, {}", day_words(signature.on));
        let page = FamilyPage::leaf_of(Leaf::Plan, plan);
        add(book, found, Place { section: "Plans", what, by: by(book, thing.latest()), page }, [words]);
    }
}

fn of_plan(plan: &Plan) -> impl Iterator<Item = &String> {
    let texts =
        [&plan.agencies_views, &plan.how_views_shaped_it, &plan.services, &plan.contingency].into_iter();
    texts
        .chain(plan.goals.iter().map(|goal| &goal.outcome))
        .chain(plan.steps().flat_map(|step| [&step.what, &step.how_known]))
        .chain(plan.childrens_views.values())
        .chain(plan.parents_views.values())
        .chain(plan.visiting.values().map(|visiting| &visiting.why_less))
}

fn chronology<'a>(book: &'a Workbook, found: &mut Vec<Passage<'a>>) {
    let place = |what: String, by: String| Place {
        section: "Chronology",
        what,
        by,
        page: FamilyPage::leaf(Leaf::Chronology),
    };
    for (_, thing) in book.chronology_events.iter() {
        let Some(event) = thing.current() else { continue };
        let place = place(format!("Event, {}", event.on), by(book, thing.latest()));
        let texts = [&event.what, &event.significance, &event.source].into_iter();
        add(book, found, place, texts.chain(event.childrens_views.values()));
    }
    for (source, thing) in book.marks.iter() {
        let Some(mark) = thing.current().filter(|mark| mark.significant) else { continue };
        let what = crate::services::sheets::source::words(book, source);
        let texts = std::iter::once(&mark.line).chain(mark.childrens_views.values());
        add(book, found, place(what, by(book, thing.latest())), texts);
    }
}
