//! Module 5: basic care, health, safety, and guidance and boundaries.

use crate::model::module::ModuleId;

use super::definition::{About, Module, item, question, section, west_sussex};

pub const MODULE: Module = Module {
    id: ModuleId::M5,
    title: "Parenting capacity (part 1)",
    short_title: "Parenting capacity 1",
    origin: west_sussex("Appendix 4, The Family Programme, section 5"),
    about: About::Parents,
    aims: &[item(
        "M5.A1",
        "Gain an understanding of the parents’ capacity to meet the children’s holistic needs, and the quality of \
         the relationships between parents and children.",
    )],
    sections: &[
        section(
            "Basic care",
            &[
                question(
                    "M5.Q1",
                    "How do the parents meet the children’s physical and health needs, providing appropriate food, \
                     warmth and safety? (Be aware of the difference between neglect and material poverty.)",
                ),
                question(
                    "M5.Q2",
                    "What do other professionals say about parenting capacity? (For example, school, health visitor.)",
                ),
            ],
        ),
        section(
            "Health",
            &[
                question(
                    "M5.Q3",
                    "How is the general health of the children? (Dental and eye care, immunisations, dentist, \
                     optician, and keeping hospital appointments.)",
                ),
                question("M5.Q4", "Are there any disability or illness issues?"),
                question(
                    "M5.Q5",
                    "How is the child’s emotional wellbeing? (Any self-harm or bullying issues?)",
                ),
                question("M5.Q6", "Are there any dietary needs? (Obesity, eating disorders and so on.)"),
            ],
        ),
        section(
            "Ensuring safety",
            &[
                question("M5.Q7", "What are the sleep arrangements? (Co-sleeping, safe sleeping.)"),
                question("M5.Q8", "What are the protective factors in relation to harmful behaviours?"),
                question(
                    "M5.Q9",
                    "Do the parents know how to make safe decisions for their children? Are the parents able to make \
                     safe decisions?",
                ),
                question("M5.Q10", "How do the parents deal with hazards? (Age related.)"),
                question(
                    "M5.Q11",
                    "Understanding of online safety, and strategies to promote protection against exploitation?",
                ),
                question(
                    "M5.Q12",
                    "Can they identify risks from harmful adult behaviours and protect their children themselves?",
                ),
            ],
        ),
        section(
            "Guidance and boundaries",
            &[
                question("M5.Q13", "How do they communicate with the children? (Warmly, harshly and so on.)"),
                question("M5.Q14", "Do they have routines, rules and boundaries?"),
                question("M5.Q15", "How do they ensure the safety and supervision of the children?"),
                question(
                    "M5.Q16",
                    "How do they offer praise, reprimand and discipline to their children? Are they consistent?",
                ),
            ],
        ),
    ],
    outcomes: &[
        item("M5.O1", "Improved quality of care that the children are receiving."),
        item("M5.O2", "Identification of any ongoing neglect and the impact on the children."),
        item("M5.O3", "Identify a plan for further support."),
        item("M5.O4", "Identify protective factors."),
        item("M5.O5", "Improve the safety, health and wellbeing of the children."),
    ],
};
