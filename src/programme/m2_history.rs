//! Module 2: each parent's own story, and the family's values, culture and support.

use crate::model::module::ModuleId;

use super::definition::{About, Module, Section, item, practice_tip, question, west_sussex};

pub const MODULE: Module = Module {
    id: ModuleId::M2,
    title: "Parent and family history",
    short_title: "Parent and family history",
    origin: west_sussex("Appendix 4, The Family Programme, section 2"),
    about: About::Parents,
    aims: &[
        item(
            "M2.A1",
            "To gain a more detailed understanding of parental and family history and how this may have influenced \
             their current lifestyle, parenting capacity and family functioning.",
        ),
        item("M2.A2", "Identify significant events that have had an impact for the family."),
        item("M2.A3", "Identify the family’s values, identity and culture."),
        item("M2.A4", "Identify positive and negative supports among family and friends."),
    ],
    sections: &[Section {
        heading: None,
        questions: &[
            question("M2.Q1", "What is the history (the individual story)?"),
            question("M2.Q2", "Who are key family members? (genogram)"),
            question("M2.Q3", "Educational history."),
            question("M2.Q4", "What support networks does the family have?"),
            question("M2.Q5", "How realistic and practical are these?"),
            question("M2.Q6", "Are any of these not so positive, or barriers to change?"),
            practice_tip(
                "M2.Q7",
                "Use the information from the child and family assessment (C&F) to avoid duplication.",
            ),
            practice_tip(
                "M2.Q8",
                "Check accuracy, and be mindful that this may be traumatic for parents, so sensitivity and planning \
                 the right time and surroundings are crucial.",
            ),
            practice_tip("M2.Q9", "Expand upon significant areas."),
            question("M2.Q10", "What is important to the family?"),
            question("M2.Q11", "What are their values, culture and routines?"),
            question(
                "M2.Q12",
                "Can the parents link past childhood experiences with their current parenting?",
            ),
            question(
                "M2.Q13",
                "Have previous relationships had an impact on expectations for current or future relationships?",
            ),
            question(
                "M2.Q14",
                "What are the parents’ hopes for the future, and what would they like to improve?",
            ),
        ],
    }],
    outcomes: &[
        item(
            "M2.O1",
            "Opportunity to gain an understanding of how childhood experiences may have had an impact on the \
             parents, individually and as a partner or parent.",
        ),
        item("M2.O2", "Know the family’s culture and values, what is important to them and defines them."),
        item(
            "M2.O3",
            "Understand how the above areas influence the family, the parents’ functioning, and links to current \
             behaviour, lifestyle and community.",
        ),
        item(
            "M2.O4",
            "Information contributes to the assessment of the parents’ motivation to make changes, and to \
             understanding their future aspirations for themselves and their children.",
        ),
        item("M2.O5", "Identify strengths and positive aspects of family life and parenting."),
        item("M2.O6", "Identify potential support from wider family and friends."),
    ],
};
