//! Module 1. The guidance prints only its title, so the wording here is ours and says so wherever it is shown.
//!
//! It covers what the guidance says elsewhere that families need at the start: being open about why, what, how
//! and with whom, the child's own understanding, and the assessment and decision that came with the family.

use crate::model::module::ModuleId;

use super::definition::{About, Module, Origin, Question, QuestionKind, Setting};
use super::definition::{item, question, section};

pub const MODULE: Module = Module {
    id: ModuleId::M1,
    title: "Why are we involved",
    short_title: "Why are we involved",
    origin: Origin::Proposed {
        note: "Suggested wording, proposed by this project: the guidance prints only its title.",
    },
    about: About::Everyone,
    aims: &[
        item(
            "M1.A1",
            "The family and the team share one honest, plain account of what led to our involvement.",
        ),
        item("M1.A2", "Hear how each person sees it."),
        item(
            "M1.A3",
            "Be clear about what needs to be different for each child, what may happen next, and what is voluntary.",
        ),
        item("M1.A4", "Start the relationship well."),
    ],
    sections: &[
        section(
            "What brought us here",
            &[
                question(
                    "M1.Q1",
                    "What happened, in plain words, and who was worried about what? Keep facts, allegations and \
                     opinions apart, and give the source and date of each.",
                ),
                question("M1.Q2", "What did the assessment find, worries and strengths, for each child?"),
                question(
                    "M1.Q3",
                    "What was decided (child in need, child protection plan, court), by whom, when and why?",
                ),
                question("M1.Q4", "Have services been involved before? What helped and what did not?"),
            ],
        ),
        section(
            "How the family sees it",
            &[
                question(
                    "M1.Q5",
                    "What does each parent understand the reasons to be? What do they agree and disagree with?",
                ),
                question("M1.Q6", "What does each child understand and expect?"),
                question("M1.Q7", "What matters most to them, and what are they already doing well?"),
                question(
                    "M1.Q8",
                    "How ready and how confident do they feel to look at change, from 0 to 10, and what would move \
                     it up by one?",
                ),
            ],
        ),
        section(
            "What needs to be different",
            &[
                question("M1.Q9", "What would each child notice if things were better?"),
                question("M1.Q10", "What could happen if nothing changes, said honestly?"),
                question("M1.Q11", "Which of the parents’ own needs, if met, would help the children most?"),
            ],
        ),
        section(
            "How we will work",
            &[
                question(
                    "M1.Q12",
                    "Who is in the family and its network? Who is in the workbook, who is not, and why?",
                ),
                question(
                    "M1.Q13",
                    "What have they agreed to share, with whom, and what not? What is voluntary? How can they change \
                     their mind, disagree or complain?",
                ),
                question(
                    "M1.Q14",
                    "Who will visit, how often and for what? What are the best times? Are there language, reading or \
                     disability needs to plan for?",
                ),
                Question {
                    id: "M1.Q15",
                    text: "Is it safe to talk, to call, to leave paper or to show a screen at home?",
                    kind: QuestionKind::Question,
                    setting: Setting::EachAdultAlone,
                    sub: &[],
                },
            ],
        ),
    ],
    outcomes: &[
        item(
            "M1.O1",
            "There is a shared written statement of why we are involved, with disagreements noted.",
        ),
        item("M1.O2", "Each person’s view is recorded."),
        item("M1.O3", "There are clear goals for each child."),
        item("M1.O4", "Consent and a working agreement are recorded."),
        item("M1.O5", "Safe limits on sharing are set."),
    ],
};
