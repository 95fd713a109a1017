//! Module 6: emotional warmth, stability, and stimulation and education.

use crate::model::module::ModuleId;

use super::definition::{About, Module, item, question, section, west_sussex};

pub const MODULE: Module = Module {
    id: ModuleId::M6,
    title: "Parenting capacity (part 2)",
    short_title: "Parenting capacity 2",
    origin: west_sussex("Appendix 4, The Family Programme, section 6"),
    about: About::Parents,
    aims: &[
        item("M6.A1", "Provide a balanced view on parenting capacity to meet the children’s holistic needs."),
        item(
            "M6.A2",
            "Gain an understanding of the quality of the relationships between parents and children, and their \
             ability to adapt to the changing needs of the children.",
        ),
    ],
    sections: &[
        section(
            "Emotional warmth",
            &[
                question("M6.Q1", "What does the child represent for the parents?"),
                question("M6.Q2", "How do they put the children’s needs above their own?"),
                question(
                    "M6.Q3",
                    "What do they see as positive and negative values, and how are these passed on to the children?",
                ),
                question(
                    "M6.Q4",
                    "How are the individual parental and sibling relationships, including direct observations? How \
                     are the current adult relationships, and how do they impact on functioning? What is the impact \
                     of these on the children?",
                ),
                question(
                    "M6.Q5",
                    "How do parents respond to the emotional needs of the children? (Are they affectionate, do they \
                     praise the children, are they consistent?)",
                ),
            ],
        ),
        section(
            "Stability",
            &[
                question(
                    "M6.Q6",
                    "Is there positive contact between the children and other important family members or \
                     significant others?",
                ),
                question(
                    "M6.Q7",
                    "Are there any impending risks to the children’s stability? (For example, new partners, moving \
                     home, absence of the main carer, signs that family life is becoming unsettled.)",
                ),
            ],
        ),
        section(
            "Stimulation and education",
            &[
                question(
                    "M6.Q8",
                    "Is the parent promoting educational needs through school attendance and pre-school activities?",
                ),
                question("M6.Q9", "Are the children supported with homework?"),
                question(
                    "M6.Q10",
                    "Does the child take part in additional activities such as sports and clubs? Are there any \
                     barriers to this?",
                ),
                question(
                    "M6.Q11",
                    "Does the child need or have additional support? (For example, tuition or counselling services.)",
                ),
                question(
                    "M6.Q12",
                    "What was the parents’ own experience of education? What did they like about school, and what \
                     did they struggle with?",
                ),
                question("M6.Q13", "Did they have a good friendship group? Did they experience bullying?"),
                question(
                    "M6.Q14",
                    "Does the parent initiate play, and interact with the children at the children’s level?",
                ),
                question(
                    "M6.Q15",
                    "What is the parent’s engagement, understanding, approach and role in the children’s education? \
                     (Attendance, communication, parents’ evening, social events and so on.)",
                ),
                question("M6.Q16", "Is the child achieving expected academic progress?"),
                question("M6.Q17", "What is the school’s view?"),
                question("M6.Q18", "Do the parents supervise social media access?"),
                question(
                    "M6.Q19",
                    "Are there any issues of bullying or equality having an impact upon the children?",
                ),
            ],
        ),
    ],
    outcomes: &[
        item(
            "M6.O1",
            "Evidence-based understanding of the parents’ parenting capacity, identifying strengths and areas of \
             challenge and change.",
        ),
        item("M6.O2", "Clarity on attachment and the quality of relationships between parents and children."),
        item("M6.O3", "Parents achieve changes, good educational outcomes and a stable home environment."),
        item("M6.O4", "Understanding of the children’s needs and feelings."),
        item("M6.O5", "Building healthier relationships."),
    ],
};
