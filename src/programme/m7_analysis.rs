//! Module 7: what all the work and information add up to, for each parent and each child.

use crate::model::module::ModuleId;

use super::definition::{About, Module, Section, item, question, west_sussex};

pub const MODULE: Module = Module {
    id: ModuleId::M7,
    title: "Analysis and recommendations",
    short_title: "Analysis and recommendations",
    origin: west_sussex("Appendix 4, The Family Programme, section 7"),
    about: About::Everyone,
    aims: &[
        item(
            "M7.A1",
            "Critical and analytical overview of all the work undertaken with the family and information gathered.",
        ),
        item("M7.A2", "Have changes been made, and what is the next step?"),
        item("M7.A3", "Review of the children’s plan."),
    ],
    sections: &[Section {
        heading: None,
        questions: &[
            question("M7.Q1", "How did the parents engage, and how have they worked with you?"),
            question(
                "M7.Q2",
                "Have the parents understood what the problems and issues are, and any role their behaviours have in \
                 this?",
            ),
            question("M7.Q3", "Have they understood the impact on the children?"),
            question("M7.Q4", "Do they have the resources and support to sustain the changes needed?"),
            question("M7.Q5", "What were the strengths, and what were the challenges, for their parenting?"),
            question("M7.Q6", "What has been the lived experience of the children?"),
            question("M7.Q7", "What are the children telling us, either verbally or through observation?"),
            question(
                "M7.Q8",
                "From your interventions and assessment, what conclusions have you reached regarding the outcomes \
                 for the future and the sustainability of any changes the family have made? (You must consider the \
                 long term as well as the short term.)",
            ),
            question("M7.Q9", "What support has been put in place, and how effective was this?"),
            question("M7.Q10", "Are there any areas that the parents need further support or advice with?"),
            question("M7.Q11", "Is the children’s plan making a positive difference?"),
            question("M7.Q12", "Are the children suffering, or continuing to suffer, significant harm?"),
        ],
    }],
    outcomes: &[
        item(
            "M7.O1",
            "We have a fuller understanding of the parenting capacity of each parent and the impact upon the children.",
        ),
        item(
            "M7.O2",
            "There is a professional opinion (multi-agency, evidence based) on whether the children are safe to \
             remain living at home.",
        ),
        item(
            "M7.O3",
            "The parents have been provided with services to meet their needs and make the changes needed.",
        ),
        item("M7.O4", "The needs of the children are met or not met."),
        item("M7.O5", "Is change sustainable, and what support is needed to make this happen?"),
        item("M7.O6", "The children’s and the family’s views are clearly recorded."),
        item(
            "M7.O7",
            "Recommendations for the future, step up or step down: what is in the child’s immediate and long-term \
             best interest?",
        ),
        item(
            "M7.O8",
            "If care proceedings are being considered, how will care meet the children’s long-term needs, and is \
             there any compensatory care that can be put in place to keep the child in the family?",
        ),
    ],
};
