//! Help that is the same in every module: motivational interviewing, and what makes a good record.

use super::definition::{Item, item};

/// Some help to read, with where it comes from. Ids are permanent, as for questions.
#[derive(Debug)]
pub struct Help {
    pub title: &'static str,
    pub lead: &'static str,
    pub groups: &'static [HelpGroup],
    pub source: &'static str,
}

/// Points that belong together: "Open questions, affirmations, reflections, summaries".
#[derive(Debug)]
pub struct HelpGroup {
    pub heading: &'static str,
    pub points: &'static [Point],
}

/// One idea with its name and what it means, with a permanent id.
#[derive(Debug)]
pub struct Point {
    pub id: &'static str,
    pub name: &'static str,
    pub meaning: &'static str,
}

const fn point(id: &'static str, name: &'static str, meaning: &'static str) -> Point {
    Point { id, name, meaning }
}

/// The way of talking that every member of the team uses.
pub const MOTIVATIONAL_INTERVIEWING: Help = Help {
    title: "Motivational interviewing",
    lead: "A collaborative conversation style for strengthening a person’s own motivation and commitment to change. \
           Build rapport first and find out how ready the person is, before talking about change.",
    groups: &[
        HelpGroup {
            heading: "The spirit",
            points: &[
                point(
                    "MI.S1",
                    "Collaboration",
                    "Work together, build trust and mutual understanding, even when views differ. Not expert and \
                     client.",
                ),
                point(
                    "MI.S2",
                    "Evoking",
                    "Draw out the person’s own thoughts and ideas about change. They are more powerful than ours.",
                ),
                point(
                    "MI.S3",
                    "Autonomy",
                    "The true power for change sits with the person, and so does the responsibility.",
                ),
            ],
        },
        HelpGroup {
            heading: "Four principles",
            points: &[
                point(
                    "MI.P1",
                    "Express empathy",
                    "See, think and feel things from the person’s side, so that they are heard and can share openly.",
                ),
                point(
                    "MI.P2",
                    "Support self-efficacy",
                    "Help them believe that change is possible: past successes, skills, strengths.",
                ),
                point(
                    "MI.P3",
                    "Roll with resistance",
                    "De-escalate rather than confront. Dance, do not wrestle. The person owns the need to change.",
                ),
                point(
                    "MI.P4",
                    "Develop discrepancy",
                    "Help them compare where they are with where they want to be, and what matters to them.",
                ),
            ],
        },
        HelpGroup {
            heading: "OARS: the everyday skills",
            points: &[
                point(
                    "MI.O1",
                    "Open questions",
                    "Ones that cannot be answered with “yes” or “no”, and invite deeper thinking.",
                ),
                point(
                    "MI.O2",
                    "Affirmations",
                    "Say the strengths you see. They help people see themselves, or a worry, in a better light.",
                ),
                point(
                    "MI.O3",
                    "Reflections",
                    "Listen carefully and say back what you heard, guiding towards the good in making a change.",
                ),
                point(
                    "MI.O4",
                    "Summaries",
                    "Draw together what was said. Use them to change direction and to move on.",
                ),
            ],
        },
        HelpGroup {
            heading: "DARN: getting ready to change",
            points: &[
                point("MI.D1", "Desire", "“I want to change.”"),
                point("MI.D2", "Ability", "“I can change.”"),
                point("MI.D3", "Reason", "“It’s important to change.”"),
                point("MI.D4", "Need", "“I should change.”"),
            ],
        },
        HelpGroup {
            heading: "CATs: making the change",
            points: &[
                point("MI.C1", "Commitment", "“I will make changes.”"),
                point("MI.C2", "Activation", "“I am ready, prepared and willing to change.”"),
                point("MI.C3", "Taking steps", "“I am taking specific actions to change.”"),
            ],
        },
        HelpGroup {
            heading: "Stages of change",
            points: &[
                point(
                    "MI.T1",
                    "Pre-contemplation",
                    "The person does not see any problem in what they do now.",
                ),
                point("MI.T2", "Contemplation", "The person is in two minds."),
                point("MI.T3", "Preparation", "Taking steps to change, usually in the next month or so."),
                point(
                    "MI.T4",
                    "Action",
                    "They have made the change. Living the new way takes everything they have.",
                ),
                point(
                    "MI.T5",
                    "Maintenance",
                    "The change is part of their life. They are steadier and more flexible.",
                ),
                point(
                    "MI.T6",
                    "Relapse",
                    "A full return to the old behaviour. Many people go round more than once.",
                ),
            ],
        },
    ],
    source: "Walsall briefing on the Family Safeguarding model, after Miller and Rollnick (2013) and Fuller and Taylor \
             (2008); West Sussex Practice Guidance, section 2; Walsall Family Safeguarding Procedures.",
};

/// What makes a record worth keeping, to read again before saving.
#[derive(Debug)]
pub struct RecordingTips {
    pub tips: &'static [Item],
    /// The one question that stands over all the tips.
    pub standing_test: Item,
    pub source: &'static str,
}

pub const RECORDING_TIPS: RecordingTips = RecordingTips {
    tips: &[
        item("REC.1", "Include the child throughout the recording."),
        item(
            "REC.2",
            "Where possible, write in such a way that the child (when old enough) or adult can understand.",
        ),
        item("REC.3", "Make records purposeful and analytical."),
        item("REC.4", "Include memory objects (for example, photos) sensitively and critically."),
        item(
            "REC.5",
            "Make sure records reflect the whole of the child’s story and why decisions were made.",
        ),
        item("REC.6", "Chart the child’s journey with a chronology, supported by a genogram."),
        item("REC.7", "Include different views and opinions."),
        item("REC.8", "Make records easy to access."),
        item("REC.9", "Make sure recording is balanced and meaningful."),
        item("REC.10", "Avoid jargon and vague language, and do not record every piece of communication."),
    ],
    standing_test: item(
        "REC.TEST",
        "If the child comes back later in life to read this as an adult, would they understand the decisions that were \
         made, and why?",
    ),
    source: "British Association of Social Workers (BASW) England, ten top tips for case recording, in West Sussex \
             Practice Guidance, Appendix 6.",
};

/// A short question for one kind of worker, shown beside the boxes.
#[derive(Debug)]
pub struct WorkerPrompt {
    pub id: &'static str,
    pub question: &'static str,
    pub explanation: &'static str,
    pub source: &'static str,
}

/// For adult workers, who also keep their own agency's record: the rest stays there, for the adult's privacy.
pub const NEEDED_FOR_THE_CHILD: WorkerPrompt = WorkerPrompt {
    id: "REC.NEEDED",
    question: "Is this needed for the child?",
    explanation: "Put in the workbook only what matters for the child’s needs and wellbeing. Everything else about the \
                  adult stays on your own agency’s system.",
    source: "Walsall Family Safeguarding Procedures; West Sussex Practice Guidance, section 9.",
};
