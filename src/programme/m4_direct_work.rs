//! Module 4: direct work with each child. "What is life like for them?" is asked again throughout.

use crate::model::module::ModuleId;

use super::definition::{About, Module, Question, QuestionKind, Section, Setting};
use super::definition::{item, question, west_sussex};

pub const MODULE: Module = Module {
    id: ModuleId::M4,
    title: "Direct work with children",
    short_title: "Direct work with children",
    origin: west_sussex("Appendix 4, The Family Programme, section 4"),
    about: About::Children,
    aims: &[
        item("M4.A1", "Form a relationship with the child to optimise successful direct work."),
        item("M4.A2", "Build a profile of the child."),
        item("M4.A3", "Clarify the child’s understanding of children’s services’ involvement."),
        item("M4.A4", "Obtain their views so these can be incorporated into their plan and shared."),
        item(
            "M4.A5",
            "Gain an understanding of the child’s lived experience from their perspective, and how this impacts upon \
             them.",
        ),
        item("M4.A6", "Build the child’s self-esteem and emotional resilience."),
    ],
    sections: &[Section {
        heading: None,
        questions: &[
            question("M4.Q1", "What are the child’s likes and interests, for building rapport?"),
            question("M4.Q2", "Does the child have any developmental or communication needs?"),
            question("M4.Q3", "What is the child’s understanding, and expectations, of children’s services?"),
            question("M4.Q4", "What do the children want to happen or change?"),
            question("M4.Q5", "What’s life like for them? (Reviewed throughout the programme.)"),
            question("M4.Q6", "Are the parents’ behaviours having an impact on the child?"),
            Question {
                id: "M4.Q7",
                text: "What makes them happy, proud, sad, angry, worried, frightened, safe and so on?",
                kind: QuestionKind::Question,
                setting: Setting::Open,
                sub: &[
                    question("M4.Q7a", "What do they think makes their parents feel like this?"),
                    question(
                        "M4.Q7b",
                        "How do the parents provide them with comfort and love, and how do they praise them?",
                    ),
                ],
            },
            question(
                "M4.Q8",
                "What do they think about themselves? Identify good things about them, and things they would like to \
                 change.",
            ),
            question(
                "M4.Q9",
                "What is their understanding of their cultural heritage? Are there gaps due to an absent parent or \
                 extended family?",
            ),
            question("M4.Q10", "What is their e-footprint, and what does this mean for them?"),
            question("M4.Q11", "Is there any need for the parent and child relationship to be strengthened?"),
            question("M4.Q12", "Is there a need for protective behaviour work, and to build resilience?"),
        ],
    }],
    outcomes: &[
        item("M4.O1", "To hear from the child what life is like for them and what they want to happen."),
        item("M4.O2", "Children understand and contribute to their plan."),
        item(
            "M4.O3",
            "The child’s lived experiences feed into parenting capacity, to evidence strengths and areas of challenge.",
        ),
        item(
            "M4.O4",
            "Evaluate the impact the parental interventions have had upon the child. Are things better?",
        ),
        item("M4.O5", "The child’s voice is clearly recorded."),
        item(
            "M4.O6",
            "Identify if a child requires further support from specialist services (for example, child and \
             adolescent mental health services, CAMHS).",
        ),
        item(
            "M4.O7",
            "Identify key family and community resources that the child feels are positive, and who they can confide \
             in and seek support from.",
        ),
    ],
};
