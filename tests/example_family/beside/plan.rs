//! The interim child in need plan of June, with its copies and signatures, and its review.

use hearth::model::action::{Action, ByWhen, Owner};
use hearth::model::ids::{ActionId, CopyId, PlanId, ReviewId, SignatureId};
use hearth::model::plan::{
    Answer, CopyGiven, Goal, Paper, Party, Plan, PlanKind, Review, Signature, Visiting,
};
use hearth::workbook::decide::{Command, PlanCommand};

use crate::cast::Who::{Juno, Pip, Tamsin, Wren};
use crate::cast::Worker::{Asha, Bryony, Celia};
use crate::cast::{Worker, bytes_for, day};
use crate::story::Story;

pub fn arrange(story: &mut Story) {
    story.then(day(12, 6), agreed);
    story.then(day(15, 6), copies);
    story.then(day(25, 6), reviewed);
}

fn plan_id() -> PlanId {
    PlanId::from_bytes(bytes_for("interim plan"))
}

fn step(name: &str, what: &str, who: Owner, by: ByWhen) -> Action {
    Action {
        id: ActionId::from_bytes(bytes_for(&format!("step {name}"))),
        what: what.into(),
        who: Some(who),
        by: Some(by),
        how_known: String::new(),
    }
}

fn worker(worker: Worker) -> Owner {
    Owner::Practitioner(worker.practitioner().id)
}

fn agreed(story: &mut Story) {
    let asha = &mut story.on(day(12, 6), Asha);
    let all = [Wren.id(), Pip.id(), Juno.id()];
    let visiting = |_| Visiting { at_least_every_days: 14, by: worker(Asha), why_less: String::new() };
    asha.command(Command::Plan(PlanCommand::Record {
        id: plan_id(),
        plan: Plan {
            kind: PlanKind::Interim,
            children: all.into(),
            agreed_on: day(12, 6),
            at_a_meeting: true,
            goals: vec![
                Goal {
                    outcome: "Nobody in our home is hurt or frightened".into(),
                    children: all.into(),
                    steps: vec![
                        step(
                            "safety plan",
                            "Write a safety plan with Tamsin and go through it with Wren",
                            worker(Bryony),
                            ByWhen::On(day(19, 6)),
                        ),
                        step(
                            "nan",
                            "Wren stays at Nan’s for as long as she wishes",
                            Owner::Person(crate::cast::Who::Morwenna.id()),
                            ByWhen::Every("Each week we ask Wren".into()),
                        ),
                    ],
                },
                Goal {
                    outcome: "Pip and Juno sleep, and somebody hears what they are worried about".into(),
                    children: [Pip.id(), Juno.id()].into(),
                    steps: vec![step(
                        "pip time",
                        "Time with a worker each week, drawing and playing",
                        Owner::Practitioner(Worker::Nia.practitioner().id),
                        ByWhen::Every("Each Wednesday".into()),
                    )],
                },
            ],
            visiting: all.into_iter().map(|child| (child, visiting(child))).collect(),
            childrens_views: [
                (
                    Wren.id(),
                    "Wren agrees to stay at Nan’s and wants to choose when she comes back.".to_owned(),
                ),
                (Pip.id(), "Pip wants his bike in the plan. It is in the plan.".to_owned()),
            ]
            .into(),
            parents_views: [(
                Tamsin.id(),
                "Tamsin asks that one person tells her things, not seven.".to_owned(),
            )]
            .into(),
            agencies_views:
                "School and the health visitor will ring Asha the same day if something worries them.".into(),
            how_views_shaped_it: "Asha is the one who rings Tamsin. Wren decides about her nights.".into(),
            services: "Health visitor each month; school breakfast club for Pip".into(),
            contingency:
                "If Corin comes to the home: Tamsin rings 999, Wren takes the little ones next door.".into(),
        },
        reason: String::new(),
        seen: Vec::new(),
    }));
    story.share();
}

fn copies(story: &mut Story) {
    let celia = &mut story.on(day(15, 6), Celia);
    let gives = [
        (Party::Person(Tamsin.id()), "By hand"),
        (Party::Person(Wren.id()), "By hand, with the drawings"),
        (Party::Agency("Larkmeadow Primary School".into()), "Secure email"),
    ];
    for (to, how) in gives {
        let id = CopyId::from_bytes(bytes_for(&format!("copy {to:?}")));
        let copy = CopyGiven { paper: Paper::Plan(plan_id()), to, on: day(15, 6), how: how.into() };
        celia.command(Command::Plan(PlanCommand::GiveCopy { id, copy }));
    }
    let signs = [
        (Tamsin, Answer::Agrees),
        (Wren, Answer::SeesItDifferently("It should say that I can change my mind about Nan’s.".into())),
    ];
    for (who, answer) in signs {
        let id = SignatureId::from_bytes(bytes_for(&format!("signature {who:?}")));
        let signature = Signature {
            paper: Paper::Plan(plan_id()),
            versions: Vec::new(),
            by: Party::Person(who.id()),
            on: day(15, 6),
            answer,
        };
        celia.command(Command::Plan(PlanCommand::Sign { id, signature }));
    }
    story.share();
}

fn reviewed(story: &mut Story) {
    let asha = &mut story.on(day(25, 6), Asha);
    asha.command(Command::Plan(PlanCommand::Review {
        id: ReviewId::from_bytes(bytes_for("review of the interim plan")),
        review: Review {
            plan: plan_id(),
            on: day(25, 6),
            why_no_meeting: String::new(),
            progress: [
                (ActionId::from_bytes(bytes_for("step safety plan")), "Written on 18 June. Wren has her own copy.".to_owned()),
                (ActionId::from_bytes(bytes_for("step pip time")), "Begun: two Wednesdays so far.".to_owned()),
            ]
            .into(),
            summary: "The children are safer than three weeks ago. The conference of 26 June decides what comes next."
                .into(),
            new_information: String::new(),
            childrens_views: [(Wren.id(), "Wren says that it is working and that it is early.".to_owned())].into(),
            parents_views: [(Tamsin.id(), "Tamsin agrees.".to_owned())].into(),
            agencies_views: String::new(),
            who_came: "Tamsin, Wren, Morwenna, school, health visitor".into(),
            next_on: None,
        },
        reason: String::new(),
        seen: Vec::new(),
    }));
    story.share();
}
