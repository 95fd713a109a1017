//! Module 8: what parents and children themselves say about the work and the future.

use crate::model::module::ModuleId;

use super::definition::{About, Module, Section, item, question, west_sussex};

pub const MODULE: Module = Module {
    id: ModuleId::M8,
    title: "Parents’ comments and views",
    short_title: "Comments and views",
    origin: west_sussex("Appendix 4, The Family Programme, section 8"),
    about: About::Everyone,
    aims: &[
        item(
            "M8.A1",
            "An opportunity to gain views from adults and children on what they think has changed, why, and what \
             they need to sustain this.",
        ),
        item("M8.A2", "Also, to have feedback on their experience of the support provided."),
    ],
    sections: &[Section {
        heading: None,
        questions: &[
            question(
                "M8.Q1",
                "What is the parents’ and children’s view on the work that has been undertaken with them?",
            ),
            question("M8.Q2", "What is their view of the progress that has been made?"),
            question("M8.Q3", "Are things better for them now, or the same?"),
            question("M8.Q4", "What went well, and what could have been better?"),
            question("M8.Q5", "What do parents want for their own and the children’s future?"),
        ],
    }],
    outcomes: &[
        item(
            "M8.O1",
            "The parents and children have an opportunity to contribute their own experience and views.",
        ),
        item("M8.O2", "Parents and adults have an opportunity to have their comments recorded."),
        item("M8.O3", "Parents’ and children’s views on their future needs and support."),
    ],
};
