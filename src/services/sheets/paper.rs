//! A plan or a review of one, in an address and in words: what copies and signatures are of.

use crate::model::dates::day_words;
use crate::model::ids::{PersonId, PlanId};
use crate::model::plan::{Paper, Plan};
use crate::services::here::Here;
use crate::workbook::fold::Workbook;

/// A review in an address stands after this word.
const REVIEW: &str = "review-";

/// A plan or a review, in an address.
pub fn address(paper: Paper) -> String {
    match paper {
        Paper::Plan(id) => id.to_string(),
        Paper::Review(id) => format!("{REVIEW}{id}"),
    }
}

/// The plan or review at an address, with the plan that it is of.
pub fn of_address<'a>(of: Option<&str>, here: &Here<'a>) -> Option<(Paper, PlanId, &'a Plan)> {
    let of = of?;
    let paper = match of.strip_prefix(REVIEW) {
        Some(id) => Paper::Review(id.parse().ok()?),
        None => Paper::Plan(of.parse().ok()?),
    };
    let id = match paper {
        Paper::Plan(id) => id,
        Paper::Review(id) => here.book.plan_reviews.current(id)?.plan,
    };
    here.book.plans.current(id).map(|plan| (paper, id, plan))
}

/// "Plan of 3 March 2026", "Review of 14 April 2026".
pub fn words(paper: Paper, book: &Workbook) -> String {
    match paper {
        Paper::Plan(id) => {
            let on = book.plans.current(id).map(|plan| day_words(plan.agreed_on));
            format!("Plan of {}", on.unwrap_or_default())
        }
        Paper::Review(id) => {
            let on = book.plan_reviews.current(id).map(|review| day_words(review.on));
            format!("Review of {}", on.unwrap_or_default())
        }
    }
}

/// Who is asked to sign it and is given a copy, of the family: the children of the plan who are born, and the adults
/// in the workflow (WAR 9.8, 10.5).
pub fn family(plan: &Plan, book: &Workbook) -> Vec<PersonId> {
    use crate::model::person::Arrival;
    let born = |child: &PersonId| {
        let child = book.people.current(*child);
        child.is_some_and(|child| matches!(child.arrival, Arrival::Born(_)))
    };
    let adults = book.adults().into_iter().map(|(id, _)| id).filter(|id| book.in_workflow(*id));
    adults.chain(plan.children.iter().copied().filter(born)).collect()
}

/// What is said to whoever gives a copy to people of whom two are kept apart. A paper of all names both.
pub fn kept_apart(plan: &Plan, book: &Workbook) -> Vec<String> {
    let family = family(plan, book);
    let pairs = book.separated_pairs().into_iter();
    let named = pairs.filter(|pair| family.iter().any(|person| pair.has(*person)));
    named
        .map(|pair| {
            let names: Vec<String> = pair.both().into_iter().map(|id| book.name_of(id)).collect();
            format!(
                "Safety separation stands between {}. Take out what one must not read of the other before either \
                 has a copy or signs.",
                names.join(" and ")
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ids::SupervisionId;
    use crate::model::plan::{Answer, Party};
    use crate::model::practitioner::Role;
    use crate::model::supervision::{Form as Meets, Held, Notes, Supervision};
    use crate::navigation::{Leaf as Place, Sheet as Form};
    use crate::services::leaf::{Cell, Part};
    use crate::services::leaves;
    use crate::services::sample::{AMARA, JOE, KAYLA, Sample, person, today};
    use crate::services::sheet::What;
    use crate::services::sheets::plan::tests::with_plan;
    use crate::services::sheets::tests::{fields, hangs_together, here, ids, mend, record_as};
    use crate::services::sheets::{distribution, review, signature, taken_back};
    use crate::services::typed::Fields;
    use crate::workbook::decide::{Command, NotesCommand, PlanCommand, SupervisionCommand};

    fn on(id: &str, day: &str) -> Fields {
        let part = |part: &str| format!("{id}-{part}");
        fields(&[(&part("day"), day), (&part("month"), "11"), (&part("year"), "2026")])
    }

    /// A supervision was held on the day of the plan, and something was decided.
    fn supervised(sample: &mut Sample) {
        let on = today().pred_opt().unwrap();
        let id = SupervisionId::from_bytes([8; 16]);
        let supervision = Supervision {
            on,
            at: None,
            minutes: None,
            place: String::new(),
            form: Meets::Group,
            chair: None,
            invited: Default::default(),
            guests: Vec::new(),
            reminded_on: None,
            moved: Vec::new(),
        };
        let held = Held {
            on,
            from: None,
            until: None,
            chair: None,
            present: [here(&sample.book).me.id].into(),
            absent: Default::default(),
            others_present: String::new(),
        };
        let notes = Notes { decisions: "Amara goes to the group".into(), ..Notes::default() };
        let commands = vec![
            Command::Supervision(SupervisionCommand::Plan { id, supervision, seen: Vec::new() }),
            Command::Supervision(SupervisionCommand::RecordHeld { id, held, seen: Vec::new() }),
            Command::Notes(NotesCommand::Write { supervision: id, notes: Box::new(notes), seen: Vec::new() }),
        ];
        record_as(sample, &Role::Administrator, commands).unwrap();
    }

    #[test]
    fn a_review_begins_with_what_supervision_decided_and_reads_back() {
        let (mut sample, id) = with_plan();
        supervised(&mut sample);
        let of = address(Paper::Plan(id));
        let mut typed = review::sheet(Some(&of), &here(&sample.book)).unwrap().filled;
        assert_eq!(typed["review-new"], "Supervision of 20 November 2026: Amara goes to the group");
        let lacks = mend(review::read(Some(&of), &here(&sample.book), &typed, &mut ids()).unwrap_err());
        let lacks: Vec<&str> = lacks.iter().map(|(id, _)| id.as_str()).collect();
        assert_eq!(lacks, ["review-on", "review-summary"]);

        let step = sample.book.plans.current(id).unwrap().steps().next().unwrap().id;
        let (kayla, progress) = (format!("review-view-{}", person(KAYLA)), format!("review-step-{step}"));
        typed.extend(on("review-on", "21"));
        typed.extend(on("review-next", "30"));
        typed.extend(fields(&[
            ("review-no-meeting", "yes"),
            ("review-why-no-meeting", "Snow. The team manager agreed"),
            ("review-summary", "The bed is up. Stories wait for the evenings"),
            (&kayla, "I slept in it twice"),
            (&progress, "Up since Monday"),
        ]));
        for command in review::read(Some(&of), &here(&sample.book), &typed, &mut ids()).unwrap() {
            sample.does(command);
        }
        let (review_id, recorded) = sample.book.reviews_of(id)[0];
        let recorded = recorded.clone();
        assert_eq!(recorded.progress[&step], "Up since Monday");
        let own = address(Paper::Review(review_id));
        let mut again = review::sheet(Some(&own), &here(&sample.book)).unwrap().filled;
        again.extend(fields(&[("review-reason", "A slip")]));
        let commands = review::read(Some(&own), &here(&sample.book), &again, &mut ids()).unwrap();
        let [Command::Plan(PlanCommand::Review { review: same, .. })] = commands.as_slice() else {
            panic!("{commands:?}");
        };
        assert_eq!(*same, recorded);
        // It was taken over: the next review begins with nothing.
        let next = review::sheet(Some(&of), &here(&sample.book)).unwrap().filled;
        assert_eq!(next["review-new"], "");
    }

    fn rows(sample: &Sample, id: PlanId) -> Vec<Vec<String>> {
        let leaf = leaves::leaf(Place::Plan, Some(&id.to_string()), &here(&sample.book)).unwrap();
        let words = |cell: Cell| match cell {
            Cell::Words(words) | Cell::Link(words, ..) => words,
            Cell::Tag(tag) => tag.words,
        };
        let table = leaf.parts.into_iter().find_map(|part| match part {
            Part::Table { rows, .. } => Some(rows),
            _ => None,
        });
        let rows = table.unwrap().into_iter();
        rows.map(|row| row.into_iter().map(words).collect()).collect()
    }

    #[test]
    fn copies_and_signatures_are_recorded_for_everybody_at_once_and_shown() {
        let (mut sample, id) = with_plan();
        let of = address(Paper::Plan(id));
        let kayla = person(KAYLA);
        assert!(rows(&sample, id).iter().all(|row| row[1] == "Not yet"));

        let lacks = distribution::read(Some(&of), &here(&sample.book), &Fields::new(), &mut ids());
        let lacks: Vec<String> = mend(lacks.unwrap_err()).into_iter().map(|(id, _)| id).collect();
        assert_eq!(lacks, ["copy-who", "copy-on", "copy-how"]);
        let who = format!("{}\n{kayla}", person(AMARA));
        let mut typed = fields(&[
            ("copy-who", &who),
            ("copy-others", "Oak School\n\nOak School"),
            ("copy-how", "by_hand"),
        ]);
        typed.extend(on("copy-on", "21"));
        let commands = distribution::read(Some(&of), &here(&sample.book), &typed, &mut ids()).unwrap();
        commands.into_iter().for_each(|command| sample.does(command));
        let copies = sample.book.copies_of(Paper::Plan(id));
        assert_eq!(copies.len(), 3, "the school is named twice and has one copy");

        let says = |who: &str| format!("signature-says-{who}");
        let (amara, joe) = (person(AMARA).to_string(), person(JOE).to_string());
        let why = format!("signature-why-{joe}");
        let mut signed = fields(&[
            (&says(&amara), "agrees"),
            (&says(&joe), "did_not"),
            ("signature-agency", "Ms Oak, Oak School"),
            ("signature-says-agency", "differently"),
        ]);
        signed.extend(on("signature-on", "21"));
        let lacks = signature::read(Some(&of), &here(&sample.book), &signed, &mut ids()).unwrap_err();
        let lacks: Vec<String> = mend(lacks).into_iter().map(|(id, _)| id).collect();
        assert_eq!(lacks, [why.as_str(), "signature-words-agency"]);
        signed
            .extend(fields(&[(&why, "He will think about it"), ("signature-words-agency", "Later pick-up")]));
        let commands = signature::read(Some(&of), &here(&sample.book), &signed, &mut ids()).unwrap();
        commands.into_iter().for_each(|command| sample.does(command));
        let by_joe = sample.book.signatures_of(Paper::Plan(id)).into_iter();
        let mut by_joe = by_joe.filter(|(_, it)| it.by == Party::Person(person(JOE)));
        assert_eq!(by_joe.next().unwrap().1.answer, Answer::DidNotSign("He will think about it".into()));

        let shown = rows(&sample, id);
        let of_name = |name: &str| shown.iter().find(|row| row[0] == name).unwrap().clone();
        assert_eq!(of_name("Amara")[1..], ["21 November 2026, by hand", "Signed 21 November 2026"]);
        assert_eq!(of_name("Joe")[1], "Not yet");
        assert_eq!(of_name("Kayla")[2], "Not yet, if old enough");
        assert!(of_name("Ms Oak, Oak School")[2].contains("“Later pick-up”"));

        // One of them was a mistake.
        let (copy, _) = sample.book.copies_of(Paper::Plan(id))[0];
        let mistaken = taken_back::address(taken_back::TakenBack::Copy(copy));
        hangs_together(&distribution::sheet(Some(&mistaken), &here(&sample.book)).unwrap());
        let asked = distribution::read(Some(&mistaken), &here(&sample.book), &Fields::new(), &mut ids());
        assert_eq!(mend(asked.unwrap_err())[0].0, "taken-back-reason");
        let why = fields(&[("taken-back-reason", "She was not in")]);
        for command in distribution::read(Some(&mistaken), &here(&sample.book), &why, &mut ids()).unwrap() {
            sample.does(command);
        }
        assert_eq!(sample.book.copies_of(Paper::Plan(id)).len(), 2);
        let none = signature::read(Some(&of), &here(&sample.book), &on("signature-on", "21"), &mut ids());
        assert_eq!(mend(none.unwrap_err())[0].1, "Select what at least one person said");
    }

    #[test]
    fn every_form_of_a_plan_hangs_together() {
        let (mut sample, id) = with_plan();
        let review = crate::model::plan::Review {
            plan: id,
            on: today(),
            why_no_meeting: "Snow".into(),
            progress: Default::default(),
            summary: "Better".into(),
            new_information: String::new(),
            childrens_views: [(person(KAYLA), "Good".into())].into(),
            parents_views: [(person(AMARA), "Good".into())].into(),
            agencies_views: String::new(),
            who_came: String::new(),
            next_on: Some(today()),
        };
        let review_id = crate::model::ids::ReviewId::from_bytes([2; 16]);
        let command = PlanCommand::Review { id: review_id, review, reason: String::new(), seen: Vec::new() };
        sample.does(Command::Plan(command));
        let (plan, review) = (address(Paper::Plan(id)), address(Paper::Review(review_id)));
        for (form, of) in [
            (Form::Plan, plan.clone()),
            (Form::Plan, format!("{id}.1")),
            (Form::Plan, format!("{id}.new")),
            (Form::Review, plan.clone()),
            (Form::Review, review.clone()),
            (Form::Signature, plan.clone()),
            (Form::Signature, review.clone()),
            (Form::Distribution, plan),
            (Form::Distribution, review),
        ] {
            let sheet = crate::services::sheets::sheet(form, Some(&of), &here(&sample.book));
            hangs_together(&sheet.unwrap_or_else(|| panic!("{form:?} {of}")));
        }
    }

    #[test]
    fn whoever_gives_a_copy_is_told_of_people_who_are_kept_apart() {
        let (mut sample, id) = with_plan();
        let of = address(Paper::Plan(id));
        let warns = |sample: &Sample| {
            let forms =
                [distribution::sheet, signature::sheet].map(|sheet| sheet(Some(&of), &here(&sample.book)));
            forms.map(|form| form.unwrap().questions.iter().any(|it| matches!(it.what, What::Warning(_))))
        };
        assert_eq!(warns(&sample), [false, false]);
        sample.separates(AMARA, JOE);
        assert_eq!(warns(&sample), [true, true]);
    }
}
