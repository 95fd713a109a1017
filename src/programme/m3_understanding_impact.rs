//! Module 3: what each parent understands of the impact of their behaviour on the children.
//!
//! Its first outcome may be looked at again at stages, so a later entry measures progress beside an earlier one.

use crate::model::module::ModuleId;

use super::definition::{About, Module, Section, item, practice_tip, question, west_sussex};

pub const MODULE: Module = Module {
    id: ModuleId::M3,
    title: "Parents’ understanding of the impact of behaviour",
    short_title: "Understanding of impact",
    origin: west_sussex("Appendix 4, The Family Programme, section 3"),
    about: About::Parents,
    aims: &[
        item(
            "M3.A1",
            "To allow the parents an opportunity to explore and gain understanding of the impact of their behaviour \
             and lifestyle on their children.",
        ),
        item(
            "M3.A2",
            "Support parental needs to effect change in behaviour. Identify any barriers, and what support they feel \
             they need to sustain change.",
        ),
    ],
    sections: &[Section {
        heading: None,
        questions: &[
            question("M3.Q1", "What do the individual harmful behaviours look like?"),
            question("M3.Q2", "What are the impacts for the children?"),
            practice_tip("M3.Q3", "Incorporate input from direct work with the children."),
            question("M3.Q4", "What are the impacts for them as parents?"),
            question("M3.Q5", "What do they want to change, and what do they need to make this happen?"),
            question(
                "M3.Q6",
                "How could life be different for them and their children if they made changes to their lifestyle or \
                 behaviour?",
            ),
            question("M3.Q7", "What are the consequences of changing or not changing behaviours?"),
            question("M3.Q8", "What positive parenting behaviours are evident, and what do they do well?"),
            question("M3.Q9", "Do they understand what their children need?"),
            question(
                "M3.Q10",
                "What are the views of the adult specialist workers, and the outcome of their interventions?",
            ),
        ],
    }],
    outcomes: &[
        item(
            "M3.O1",
            "Clarity of the parents’ understanding of the impact of their behaviour on the children, and on their \
             physical and emotional wellbeing. (This can be reviewed at stages and used to measure progress through \
             the family programme.)",
        ),
        item("M3.O2", "An overview of the parents’ understanding of their children’s needs."),
        item(
            "M3.O3",
            "Parents are supported to take greater responsibility for their own actions and make the changes.",
        ),
        item(
            "M3.O4",
            "Understanding of the parents’ motivation and capacity to act, to change and to use the support \
             available, as well as being clear on the barriers to change.",
        ),
    ],
};
