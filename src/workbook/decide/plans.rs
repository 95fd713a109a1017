//! The child in need plan, its reviews, copies and signatures (WAR 9 and 10; `domain.md` R70 to R75, R78, R79).

use std::collections::BTreeSet;

use crate::model::action::{Lacks, Owner};
use crate::model::ids::{CopyId, EventId, PersonId, PlanId, ReviewId, SignatureId};
use crate::model::plan::{Answer, CopyGiven, Paper, Party, Plan, Review, Signature};

use super::actions::{new_here, owners_known};
use super::permission::Act;
use super::{Asking, Field, Outcome, Refusal, RoundRefusal, blank, revision};
use crate::workbook::fact::Fact;
use crate::workbook::fold::Workbook;
use crate::workbook::round::actions::AgreedIn;

/// Something about a plan. A plan or review that stands is changed with a reason; without a value it was
/// entered in error.
#[derive(Debug, Clone, PartialEq)]
pub enum PlanCommand {
    Record {
        id: PlanId,
        plan: Plan,
        reason: String,
        seen: Vec<EventId>,
    },
    Withdraw {
        id: PlanId,
        reason: String,
        seen: Vec<EventId>,
    },
    Review {
        id: ReviewId,
        review: Review,
        reason: String,
        seen: Vec<EventId>,
    },
    WithdrawReview {
        id: ReviewId,
        reason: String,
        seen: Vec<EventId>,
    },
    GiveCopy {
        id: CopyId,
        copy: CopyGiven,
    },
    /// A copy that nobody was given.
    WithdrawCopy {
        id: CopyId,
        reason: String,
        seen: Vec<EventId>,
    },
    /// The versions signed are those that were on screen.
    Sign {
        id: SignatureId,
        signature: Signature,
    },
    /// Something that nobody said.
    WithdrawSignature {
        id: SignatureId,
        reason: String,
        seen: Vec<EventId>,
    },
}

pub(super) fn decide(book: &Workbook, asking: &Asking<'_>, command: PlanCommand) -> Outcome {
    asking.may(match command {
        PlanCommand::GiveCopy { .. }
        | PlanCommand::WithdrawCopy { .. }
        | PlanCommand::Sign { .. }
        | PlanCommand::WithdrawSignature { .. } => Act::PlanCopies,
        _ => Act::Plan,
    })?;
    match command {
        PlanCommand::Record { id, plan, reason, seen } => {
            reasoned(book.plans.get(id).is_some(), &reason)?;
            check_plan(book, asking, id, &plan)?;
            Ok(revision(&book.plans, id, Some(plan), reason, seen).map(Fact::Plan))
        }
        PlanCommand::Withdraw { id, reason, seen } => {
            book.plans.get(id).ok_or(RoundRefusal::NoSuchPlan)?;
            reasoned(true, &reason)?;
            Ok(revision(&book.plans, id, None, reason, seen).map(Fact::Plan))
        }
        PlanCommand::Review { id, review, reason, seen } => {
            reasoned(book.plan_reviews.get(id).is_some(), &reason)?;
            check_review(book, asking, &review)?;
            Ok(revision(&book.plan_reviews, id, Some(review), reason, seen).map(Fact::Review))
        }
        PlanCommand::WithdrawReview { id, reason, seen } => {
            book.plan_reviews.get(id).ok_or(RoundRefusal::NoSuchReview)?;
            reasoned(true, &reason)?;
            Ok(revision(&book.plan_reviews, id, None, reason, seen).map(Fact::Review))
        }
        PlanCommand::GiveCopy { id, copy } => give(book, asking, id, copy),
        PlanCommand::WithdrawCopy { id, reason, seen } => {
            book.plan_copies.get(id).ok_or(RoundRefusal::NoSuchCopy)?;
            reasoned(true, &reason)?;
            Ok(revision(&book.plan_copies, id, None, reason, seen).map(Fact::CopyGiven))
        }
        PlanCommand::Sign { id, signature } => sign(book, asking, id, signature),
        PlanCommand::WithdrawSignature { id, reason, seen } => {
            book.plan_signatures.get(id).ok_or(RoundRefusal::NoSuchSignature)?;
            reasoned(true, &reason)?;
            Ok(revision(&book.plan_signatures, id, None, reason, seen).map(Fact::Signature))
        }
    }
}

fn reasoned(stands: bool, reason: &str) -> Result<(), RoundRefusal> {
    if stands && blank(reason) { Err(RoundRefusal::NoReason) } else { Ok(()) }
}

fn check_plan(book: &Workbook, asking: &Asking<'_>, id: PlanId, plan: &Plan) -> Result<(), Refusal> {
    if plan.agreed_on > asking.today {
        return Err(RoundRefusal::DayInFuture.into());
    }
    if plan.children.is_empty() {
        return Err(RoundRefusal::NoChildren.into());
    }
    let named: BTreeSet<PersonId> = plan.people();
    if named.iter().any(|person| book.people.get(*person).is_none()) {
        return Err(Refusal::NoSuchPerson(Field::Children));
    }
    let adult = |child: &PersonId| book.people.current(*child).is_some_and(|person| !person.is_child());
    if plan.children.iter().chain(plan.goals.iter().flat_map(|goal| &goal.children)).any(adult) {
        return Err(Refusal::AnalysisOfAdult);
    }
    if plan.goals.is_empty() {
        return Err(RoundRefusal::NoGoals.into());
    }
    for (place, goal) in plan.goals.iter().enumerate() {
        if blank(&goal.outcome) {
            return Err(RoundRefusal::GoalWithoutOutcome(place + 1).into());
        }
        if goal.steps.is_empty() {
            return Err(RoundRefusal::GoalWithoutStep(place + 1).into());
        }
    }
    for (place, step) in plan.steps().enumerate() {
        // The guidance asks for outcome, action, date or frequency, and who; how we will know is the outcome.
        let lacks: Vec<Lacks> = step.lacks().into_iter().filter(|it| *it != Lacks::HowKnown).collect();
        if !lacks.is_empty() {
            return Err(RoundRefusal::NotSmart { place: place + 1, lacks }.into());
        }
    }
    owners_known(book, plan.steps())?;
    new_here(book, plan.steps(), AgreedIn::Plan(id))?;
    visiting(book, asking, plan)
}

/// Set for each child, and not less often than the authority asks for unless somebody says why (WAR 9.5).
fn visiting(book: &Workbook, asking: &Asking<'_>, plan: &Plan) -> Result<(), Refusal> {
    for visiting in plan.visiting.values() {
        owner_is_known(book, &visiting.by, Field::Visiting)?;
    }
    let Some(most) = asking.rules.round.visit_at_least_every_days else { return Ok(()) };
    for child in &plan.children {
        let name = || book.name_of(*child);
        let visiting = plan.visiting.get(child).filter(|it| it.by.is_named() && it.at_least_every_days > 0);
        let visiting = visiting.ok_or_else(|| RoundRefusal::NoVisiting(name()))?;
        if visiting.at_least_every_days > most && blank(&visiting.why_less) {
            return Err(RoundRefusal::SeldomVisited(name(), most).into());
        }
    }
    Ok(())
}

fn owner_is_known(book: &Workbook, owner: &Owner, field: Field) -> Result<(), Refusal> {
    match owner {
        Owner::Person(person) if book.people.get(*person).is_none() => Err(Refusal::NoSuchPerson(field)),
        Owner::Person(_) | Owner::Practitioner(_) | Owner::Other(_) => Ok(()),
    }
}

fn check_review(book: &Workbook, asking: &Asking<'_>, review: &Review) -> Result<(), Refusal> {
    let plan = book.plans.current(review.plan).ok_or(RoundRefusal::NoSuchPlan)?;
    if review.on > asking.today {
        return Err(RoundRefusal::DayInFuture.into());
    }
    if review.on < plan.agreed_on {
        return Err(RoundRefusal::ReviewBeforePlan(plan.agreed_on).into());
    }
    if blank(&review.summary) {
        return Err(RoundRefusal::EmptyReview.into());
    }
    let views = review.childrens_views.keys().chain(review.parents_views.keys());
    if views.into_iter().any(|person| book.people.get(*person).is_none()) {
        return Err(Refusal::NoSuchPerson(Field::Texts));
    }
    Ok(())
}

/// The day from which copies and signatures of it can be.
fn paper(book: &Workbook, paper: Paper) -> Result<chrono::NaiveDate, RoundRefusal> {
    match paper {
        Paper::Plan(id) => book.plans.current(id).map(|it| it.agreed_on).ok_or(RoundRefusal::NoSuchPlan),
        Paper::Review(id) => book.plan_reviews.current(id).map(|it| it.on).ok_or(RoundRefusal::NoSuchReview),
    }
}

fn party(book: &Workbook, party: &Party) -> Result<(), Refusal> {
    match party {
        Party::Person(person) if book.people.current(*person).is_none() => {
            Err(Refusal::NoSuchPerson(Field::Name))
        }
        Party::Agency(name) if blank(name) => Err(RoundRefusal::Nobody.into()),
        Party::Person(_) | Party::Agency(_) => Ok(()),
    }
}

fn give(book: &Workbook, asking: &Asking<'_>, id: CopyId, copy: CopyGiven) -> Outcome {
    paper(book, copy.paper)?;
    party(book, &copy.to)?;
    if copy.on > asking.today {
        return Err(RoundRefusal::DayInFuture.into());
    }
    if book.plan_copies.get(id).is_some() {
        return Err(RoundRefusal::AlreadyRecorded.into());
    }
    Ok(revision(&book.plan_copies, id, Some(copy), String::new(), Vec::new()).map(Fact::CopyGiven))
}

fn sign(book: &Workbook, asking: &Asking<'_>, id: SignatureId, mut signature: Signature) -> Outcome {
    paper(book, signature.paper)?;
    party(book, &signature.by)?;
    if signature.on > asking.today {
        return Err(RoundRefusal::DayInFuture.into());
    }
    let said = match &signature.answer {
        Answer::Agrees => true,
        Answer::SeesItDifferently(words) | Answer::DidNotSign(words) => !blank(words),
    };
    if !said {
        return Err(RoundRefusal::NoAnswer.into());
    }
    if book.plan_signatures.get(id).is_some() {
        return Err(RoundRefusal::AlreadyRecorded.into());
    }
    if signature.versions.is_empty() {
        signature.versions = match signature.paper {
            Paper::Plan(id) => book.plans.head_ids(id),
            Paper::Review(id) => book.plan_reviews.head_ids(id),
        };
    }
    Ok(revision(&book.plan_signatures, id, Some(signature), String::new(), Vec::new()).map(Fact::Signature))
}
