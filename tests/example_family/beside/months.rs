//! What was said at each group supervision.

use chrono::NaiveDate;
use hearth::model::rating::Rag::{self, Amber, Green, Red};

use crate::cast::Who::{self, Juno, Pip, Wren};
use crate::cast::Worker::{self, Asha, Bryony, Dev, Ines, Marcus, Nia};

/// One worker's rating and summary.
pub struct View {
    pub by: Worker,
    pub level: Rag,
    pub why: &'static str,
    pub synopsis: &'static str,
    pub progress: &'static str,
    pub next: &'static str,
    pub seen: &'static [(Who, &'static str)],
}

/// What came of an action.
pub enum Done {
    Yes(&'static str),
    NotYet(&'static str, NaiveDate),
}

/// An action: its name in this story, what, who, by when, and how we will know.
pub type Agreed = (&'static str, &'static str, Worker, NaiveDate, &'static str);

/// One supervision and what stands around it.
pub struct Month {
    /// The day for which it was arranged first.
    pub planned: NaiveDate,
    pub on: NaiveDate,
    pub reminded: NaiveDate,
    pub handed_in: NaiveDate,
    pub submitted: NaiveDate,
    pub authorised: NaiveDate,
    pub next: NaiveDate,
    pub views: &'static [View],
    /// Who was not there, and why.
    pub away: Option<(Worker, &'static str)>,
    pub agreed: (Rag, &'static str),
    /// What has changed since the rating before.
    pub changed: &'static str,
    pub difference: &'static str,
    pub childrens: &'static [(Who, &'static str)],
    pub news: &'static str,
    pub reflection: &'static str,
    pub hypotheses: &'static [&'static str],
    pub decisions: &'static str,
    pub actions: &'static [Agreed],
    /// Why the manager returned the notes, and what was added.
    pub returned: Option<(&'static str, &'static str)>,
    /// Why it was authorised while something was missing.
    pub although: &'static str,
    /// What came of earlier actions, and who says so.
    pub results: &'static [(&'static str, Worker, Done)],
    /// Whether a child in need plan is recommended for Wren.
    pub steps_down: bool,
}

pub const ADDENDUM: &str = "School say that the attendance figure in these notes is for September alone; for the whole term so far it is 93.";

const fn day(day: u32, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

pub const MONTHS: [Month; 5] = [
    Month {
        planned: day(9, 7),
        on: day(9, 7),
        reminded: day(2, 7),
        handed_in: day(6, 7),
        submitted: day(10, 7),
        authorised: day(10, 7),
        next: day(6, 8),
        views: &[
            View {
                by: Asha,
                level: Red,
                why: "Six weeks since the assault. The court has not decided yet, and Wren is not home.",
                synopsis: "Visits each fortnight, the conference on 26 June, and a safety plan that Wren knows.",
                progress: "The children sleep. Tamsin asks for help before she is asked.",
                next: "The court’s decision; a date for Wren that she chooses.",
                seen: &[
                    (Wren, "Rested, and cross with all of us, which is new."),
                    (Pip, "Listens for the gate."),
                ],
            },
            View {
                by: Bryony,
                level: Red,
                why: "The weeks before a court date are the dangerous ones.",
                synopsis: "Four sessions with Tamsin on what happened and what keeps her safe.",
                progress: "She has changed her locks, her phone and whom she tells.",
                next: "A marker on the address with the police.",
                seen: &[],
            },
            View {
                by: Marcus,
                level: Amber,
                why: "Corin comes each week and counts his drinks honestly, though they are still many.",
                synopsis: "Four sessions with Corin. He has told his brother.",
                progress: "Two dry days in the last week, his first in years.",
                next: "A plan for 11 August, his father’s birthday.",
                seen: &[],
            },
        ],
        away: None,
        agreed: (Red, "What would keep the children safe is not in place until the court has decided."),
        changed: "",
        difference: "Marcus sees what is beginning in Corin; Bryony and Asha see what would happen if it stopped today.",
        childrens: &[
            (Wren, "“You lot can worry now.”"),
            (Pip, "He wants to see his dad where nobody shouts."),
            (Juno, "She cries when doors bang; she laughs at the bubbles."),
        ],
        news: "All three children have a protection plan. Corin has a flat.",
        reflection: "We noticed that four of us had asked Wren the same question. Asha asks from now on.",
        hypotheses: &[
            "The quiet at home is because Corin is not there.",
            "The quiet is because the children are holding their breath until the court decides.",
        ],
        decisions: "Family time waits for the court.",
        actions: &[
            (
                "marker",
                "Ask the police for a marker on the address",
                Bryony,
                day(17, 7),
                "The police confirm it in writing",
            ),
            ("one voice", "Be the one who asks Wren", Asha, day(6, 8), "Wren says that she is asked once"),
        ],
        returned: None,
        although: "",
        results: &[],
        steps_down: false,
    },
    Month {
        planned: day(6, 8),
        on: day(6, 8),
        reminded: day(30, 7),
        handed_in: day(3, 8),
        submitted: day(7, 8),
        authorised: day(7, 8),
        next: day(3, 9),
        views: &[
            View {
                by: Asha,
                level: Amber,
                why: "The order is made, Wren is home by her own choice, and it is three weeks old.",
                synopsis: "The hearing, Wren’s move home, and a first visit with all three children there.",
                progress: "Wren unpacked her bag.",
                next: "Family time for Pip and Juno, in a centre, with a worker.",
                seen: &[(Wren, "Chose the paint for her room."), (Juno, "New words: bus, no, mine.")],
            },
            View {
                by: Nia,
                level: Amber,
                why: "Pip is easier in himself, and still asks each time who is at the door.",
                synopsis: "Five Wednesdays with Pip: drawing, the worry jar, and how to say no.",
                progress: "He ends a session when he wants to.",
                next: "Prepare him for the first family time in words that he can use.",
                seen: &[(Pip, "Counts the days on his fingers and gets them right.")],
            },
            View {
                by: Ines,
                level: Amber,
                why: "Tamsin’s panic comes less often, and the hearing brought it back for a week.",
                synopsis: "Three sessions on panic: what it is, and what to do at the school gate.",
                progress: "She went back to the gate on the fourth day.",
                next: "Six more weeks, and a letter for her GP.",
                seen: &[],
            },
        ],
        away: Some((Ines, "On leave. Her summary stands in for her.")),
        agreed: (
            Amber,
            "An order keeps Corin away, Wren is home, and everyone does what they said they would.",
        ),
        changed: "The court has made the order; Wren came home and has stayed.",
        difference: "",
        childrens: &[
            (Wren, "“I came back because I wanted to. Write that.”"),
            (Pip, "“Will there be biscuits at the centre?”"),
            (Juno, "She looks for Wren in the morning and finds her."),
        ],
        news: "The order of 22 July. Wren is home since 12 July.",
        reflection: "It is easy to be glad for a family and to stop asking. We keep the question about doors.",
        hypotheses: &[
            "Pip’s worry about the door is memory.",
            "Pip’s worry about the door is about something now.",
        ],
        decisions: "Family time can begin in August.",
        actions: &[
            (
                "centre",
                "Book the family time centre and show Pip the room first",
                Nia,
                day(20, 8),
                "Pip has seen the room",
            ),
            ("birthday", "Make a plan with Corin for 11 August", Marcus, day(10, 8), "Corin has it on paper"),
        ],
        returned: None,
        although: "",
        results: &[
            ("marker", Bryony, Done::Yes("Confirmed on 16 July.")),
            ("one voice", Asha, Done::Yes("Wren says that it is better.")),
        ],
        steps_down: false,
    },
    Month {
        planned: day(3, 9),
        on: day(10, 9),
        reminded: day(3, 9),
        handed_in: day(7, 9),
        submitted: day(11, 9),
        authorised: day(11, 9),
        next: day(8, 10),
        views: &[
            View {
                by: Asha,
                level: Amber,
                why: "Steady at home. Family time has only begun.",
                synopsis: "A failed visit on 25 August, made good on the 28th. School began well for both.",
                progress: "Tamsin rang me before I rang her.",
                next: "The review conference on 21 September.",
                seen: &[
                    (Pip, "School shoes by the door since Sunday."),
                    (Juno, "Settled at nursery by the third day."),
                ],
            },
            View {
                by: Marcus,
                level: Amber,
                why: "Five cans on 11 August, told to me the next morning, and none since.",
                synopsis: "What happened on his father’s birthday, and what he would do another time.",
                progress: "He asked for family time to be put off himself.",
                next: "Go on; a plan for Christmas in good time.",
                seen: &[],
            },
            View {
                by: Dev,
                level: Amber,
                why: "He can say what he did. He does not yet say what Tamsin lived with between.",
                synopsis: "Sessions 9 to 12 of twenty-four.",
                progress: "He stopped saying “the argument”.",
                next: "The part about control.",
                seen: &[],
            },
        ],
        away: Some((Nia, "With Pip at the centre.")),
        agreed: (Amber, "The work goes well and is new; one dry month is one month."),
        changed: "",
        difference: "",
        childrens: &[
            (Wren, "Year 11. She asked who sees what we write. We showed her."),
            (Pip, "“He pushed the train my way.”"),
            (Juno, "She said “bye-bye, teddy” and went in."),
        ],
        news: "School and nursery; family time on 22 August; five cans on 11 August.",
        reflection: "A worker who says “only five cans” and one who says “five cans” are both in this room.",
        hypotheses: &["Corin stays dry for himself.", "Corin stays dry for the order."],
        decisions: "The plan goes to the review conference as it stands.",
        actions: &[
            (
                "report",
                "Write the report for the conference and read it with Tamsin and Wren",
                Asha,
                day(16, 9),
                "They have read it before the day",
            ),
            (
                "christmas",
                "Begin a plan for Christmas with Corin",
                Marcus,
                day(30, 10),
                "It is on paper, and the centre has it",
            ),
        ],
        returned: None,
        although: "Nia told us by telephone how family time went; her summary comes with October’s.",
        results: &[
            ("centre", Asha, Done::Yes("Pip saw the room on 19 August. There were biscuits.")),
            ("birthday", Marcus, Done::Yes("He had it, and did not use it. We went through why.")),
        ],
        steps_down: false,
    },
    Month {
        planned: day(8, 10),
        on: day(8, 10),
        reminded: day(1, 10),
        handed_in: day(5, 10),
        submitted: day(9, 10),
        authorised: day(12, 10),
        next: day(12, 11),
        views: &[
            View {
                by: Asha,
                level: Green,
                why: "Four months without harm, and the changes are the family’s own.",
                synopsis: "The review conference kept the plan. Wren spoke at it.",
                progress: "The children talk about ordinary things.",
                next: "Look at Wren’s plan by itself.",
                seen: &[(Wren, "96 in every hundred days at school."), (Pip, "Puts his hand up in class.")],
            },
            View {
                by: Bryony,
                level: Amber,
                why: "Silence from Corin is not the same as safety. The order ends in January.",
                synopsis: "Safety for the winter: dark evenings, new phone, school run.",
                progress: "Tamsin planned it, and told me.",
                next: "What happens when the order ends.",
                seen: &[],
            },
            View {
                by: Nia,
                level: Green,
                why: "Pip plays. He used to check.",
                synopsis: "Family time three times, all calm, all on time.",
                progress: "He is cross with me when we stop, and says so.",
                next: "Fewer sessions, with his agreement.",
                seen: &[(Pip, "Asks what is for tea before he asks who is home.")],
            },
        ],
        away: None,
        agreed: (Amber, "The children are well. What will hold when the order ends is not known yet."),
        changed: "",
        difference: "Asha and Nia rate what the children live with now; Bryony rates what could come with the winter.",
        childrens: &[
            (Wren, "“Can it be just mine? My plan.”"),
            (Pip, "“I can ride with no hands, nearly.”"),
            (Juno, "Two words together: “more bus”."),
        ],
        news: "The conference of 21 September; three family times.",
        reflection: "Three of us said green and heard Bryony out. The rating is better for it.",
        hypotheses: &["The quiet will last.", "The quiet lasts only while the order does."],
        decisions: "Look at Wren’s threshold in November.",
        actions: &[
            (
                "order",
                "Ask for legal advice about what follows the order in January",
                Asha,
                day(6, 11),
                "Advice is in the workbook",
            ),
            (
                "wren",
                "Ask Wren what a plan of her own would say",
                Asha,
                day(6, 11),
                "Her words are in module 8",
            ),
        ],
        returned: Some((
            "What this means for Juno is missing.",
            "For Juno: quiet homes and speech therapy that is not cut short matter more than anything we do.",
        )),
        although: "",
        results: &[
            ("report", Asha, Done::Yes("Read with both on 14 September.")),
            ("christmas", Marcus, Done::NotYet("Begun; the centre’s dates come in December.", day(11, 12))),
        ],
        steps_down: false,
    },
    Month {
        planned: day(12, 11),
        on: day(12, 11),
        reminded: day(5, 11),
        handed_in: day(9, 11),
        submitted: day(13, 11),
        authorised: day(13, 11),
        next: day(10, 12),
        views: &[
            View {
                by: Asha,
                level: Green,
                why: "Safe, cared for, and able to say when they are not.",
                synopsis: "The analysis of each child, read with them.",
                progress: "Wren helped to write her page.",
                next: "A child in need plan for Wren; the others stay as they are until February.",
                seen: &[(Wren, "Catching up in maths."), (Juno, "Eighty words and counting.")],
            },
            View {
                by: Bryony,
                level: Amber,
                why: "Nine silent calls in two weeks. We do not know who it is.",
                synopsis: "The calls, the log, the police, and sleep.",
                progress: "She told us on the same day.",
                next: "Hear from the police by 20 November.",
                seen: &[],
            },
            View {
                by: Dev,
                level: Amber,
                why: "Half of the programme done. Control comes next, and it is the harder half.",
                synopsis: "Sessions 16 to 19 of twenty-four.",
                progress: "He brought up the bank card himself.",
                next: "The rest of it.",
                seen: &[],
            },
        ],
        away: None,
        agreed: (Amber, "The children are well; the calls are not explained."),
        changed: "",
        difference: "Asha rates the children’s lives now. Bryony and Dev rate what is not known about the calls and about Corin.",
        childrens: &[
            (Wren, "“It’s about time. Keep the maths help.”"),
            (Pip, "He wants his dad to know about the bike."),
            (Juno, "She shows everyone her boots."),
        ],
        news: "Silent calls, told to the police on 14 October. Wren’s wish for a plan of her own.",
        reflection: "We want this family to be finished. That is a reason to look twice.",
        hypotheses: &[
            "The calls are Corin.",
            "The calls are somebody else.",
            "The quiet lasts only while the order does.",
        ],
        decisions: "A child in need plan is recommended for Wren. Pip’s and Juno’s plans stay, to be looked at in February.",
        actions: &[
            (
                "calls",
                "Hear from the police about the calls",
                Bryony,
                day(20, 11),
                "Their answer is in the workbook",
            ),
            (
                "review",
                "Take Wren’s recommendation to the next review",
                Asha,
                day(4, 12),
                "A date is set, and Wren knows it",
            ),
        ],
        returned: None,
        although: "",
        results: &[
            ("order", Asha, Done::Yes("Advice of 3 November: apply in December.")),
            ("wren", Asha, Done::Yes("In module 8, in her words.")),
        ],
        steps_down: true,
    },
];
