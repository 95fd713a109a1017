//! September 2026: school and nursery begin, and the plan is reviewed.

use hearth::model::entry::Certainty::{Fact, Opinion};
use hearth::model::entry::ModuleStatus::{InProgress, Reopened};
use hearth::model::module::ModuleId::{M2, M3, M4, M5, M6, M7};
use hearth::model::stage_of_change::Stage;

use crate::cast::Who::{Corin, Juno, Pip, Tamsin, Wren};
use crate::cast::Worker::{Asha, Bryony, Dev, Nia};
use crate::cast::{date, day};
use crate::story::{Story, heard, saw, told};

pub fn tell(story: &mut Story) {
    let asha = &mut story.on(day(11, 9), Asha);
    asha.entry(
        "m6-tamsin-school",
        M6,
        Tamsin,
        heard(Fact)
            .done(date("10 9 2026"))
            .and_others("Miss Harebell, head of year at Nettlewick School, and Mr Ottershaw, Pip’s teacher")
            .well(
                "School say that Tamsin answers messages the same day and came to both welcome evenings. Wren has \
                 been in every day of the new term. Pip reads two years ahead of his age.",
            )
            .needs(
                "Wren’s attendance over the last school year was 71 in every hundred days, and she has gaps in maths. \
                 Pip finds the dinner hall too loud and has twice left it without asking.",
            )
            .means(Wren, "Two hours of maths help a week is on offer and Wren has said yes.")
            .means(Pip, "Pip may eat in the rainbow room with a friend while the hall is loud.")
            .asks("M6.Q8 M6.Q9 M6.Q15 M6.Q16 M6.Q17")
            .shown_to(&[Tamsin]),
    );
    let nia = &mut story.on(day(16, 9), Nia);
    nia.entry(
        "m4-juno-nursery",
        M4,
        Juno,
        heard(Fact)
            .and_others("Key person Bluebell Ashgrove, Larkfeather Nursery")
            .well(
                "Juno settled in four mornings. She goes straight to the water tray and has one friend, whom she pats. \
                 She said “more” and “duck” this week, out loud.",
            )
            .needs(
                "She cried at the fire bell and would not come out from under the coats. The key person sat beside \
                 the coats and waited until she did. Her hearing test is on 6 October.",
            )
            .means(
                Juno,
                "Nursery gives Juno quiet, predictable hours and people who wait. Her words are starting to come.",
            )
            .asks("M4.Q1 M4.Q2 M4.Q5")
            .shown_to(&[Tamsin]),
    );
    let dev = &mut story.on(day(17, 9), Dev);
    dev.entry(
        "m3-corin-second",
        M3,
        Corin,
        told(Fact)
            .with(&[Corin])
            .well(
                "Corin said, for the first time and without being led, what he did, in whole sentences beginning with \
                 “I”. He asked to write it down, and I wrote while he spoke.",
            )
            .needs(
                "Admitted today: that he pushed the children’s mother on 29 May, threw the plate, and had for about \
                 two years looked through her telephone. Not admitted: that he kept her bank card. The court heard of it \
                 and did not decide it, so that part stands as alleged.",
            )
            .means(Wren, "Corin can now say that Wren rang for help because of him. He called that brave of her.")
            .means(Pip, "He has understood that Pip’s silence was fear and not good behaviour.")
            .said(Corin, "I made the weather in that house. I used to say it was everybody else.")
            .asks("M3.Q1 M3.Q2 M3.Q4 M3.Q7"),
    );

    let asha = &mut story.on(day(18, 9), Asha);
    asha.entry(
        "m7-tamsin-review",
        M7,
        Tamsin,
        saw(Opinion)
            .with(&[Tamsin])
            .well(
                "Tamsin has taken up every kind of help that was offered and asked for two that were not. The \
                 children are fed, warm, at school and at nursery, and know that what they say matters.",
            )
            .needs(
                "Panic at night is still there. Money is short until the grant comes. It is three months since the \
                 assault, and a short quiet time is not yet a long one.",
            )
            .means(Wren, "Wren’s needs are being met at home again; catching up at school is the next step.")
            .means(Pip, "Pip is safe and cared for at home, and still working hard inside on what he saw.")
            .means(Juno, "Juno is thriving where it is quiet. Her talking needs help from a specialist.")
            .asks("M7.Q1 M7.Q3 M7.Q5 M7.Q9 M7.Q11")
            .shown_to(&[Tamsin]),
    );
    asha.entry(
        "m7-corin-review",
        M7,
        Corin,
        saw(Opinion)
            .with(&[Corin])
            .well(
                "Corin has come to thirteen of fourteen meetings and to every family time since it began. He told us \
                 about a lapse before anyone asked, and put the children first that week.",
            )
            .needs(
                "He has begun to take responsibility, and most of his programme is still ahead of him. Family time \
                 stays in the centre with a worker there. It will not move on because of a date; it will move on \
                 because of what the children show us.",
            )
            .means(Pip, "Pip gets an hour with his dad each fortnight, with someone there to make it safe.")
            .means(Juno, "Juno’s visits stay short and regular.")
            .asks("M7.Q1 M7.Q2 M7.Q4 M7.Q8 M7.Q11")
            .shown_to(&[Corin]),
    );
    story.share();

    let bryony = &mut story.on(day(24, 9), Bryony);
    bryony.entry(
        "m3-tamsin-second",
        M3,
        Tamsin,
        told(Fact)
            .with(&[Tamsin])
            .well(
                "Tamsin stayed beside Pip through a ten-minute rage about a sock, kept her voice low, and told him \
                 afterwards that it was all right to have been so angry. In July she had to leave the room.",
            )
            .needs(
                "She would like to prepare for the questions that Pip will ask as he grows: why did Dad do it, and \
                 does Dad still love us. We are making a small book with him.",
            )
            .means(Pip, "Pip is learning that anger passes and that nobody gets hurt.")
            .means(Wren, "Wren heard all this from her room and did not come down. She said that she knew Mum had it.")
            .said(Tamsin, "It was about the sock. And it wasn’t about the sock. And I didn’t leave.")
            .asks("M3.Q2 M3.Q6 M3.Q8 M3.Q9")
            .shown_to(&[Tamsin]),
    );
    let dev = &mut story.on(day(25, 9), Dev);
    dev.entry(
        "m2-corin-childhood",
        M2,
        Corin,
        told(Fact)
            .with(&[Corin])
            .well(
                "Corin spoke about his own father’s violence for the first time to anyone but his sister. He \
                 remembers a teacher, Mrs Dunnock, who let him sweep the workshop after school so that he need not \
                 go home.",
            )
            .needs(
                "He learnt that a man is in charge or is nothing. He can see now where that came from, and is clear \
                 that it explains what he did and does not excuse it.",
            )
            .means(Pip, "Corin was seven, Pip’s age, when he first hid under the stairs. He has not forgotten it.")
            .said(Corin, "I know exactly which stair you sit on. That’s what gets me.")
            .asks("M2.Q1 M2.Q9 M2.Q12 M2.Q13")
            .stage("Owning what he did", Stage::Preparation)
            .shown_to(&[Corin]),
    );
    let asha = &mut story.on(day(28, 9), Asha);
    asha.amend(
        "m6-tamsin-school",
        "The school corrected its figure: three weeks when Wren was ill with a doctor’s note had been counted as \
         missed.",
        |entry| {
            entry.needs = entry.needs.replace("71 in every hundred days", "78 in every hundred days");
        },
    );
    asha.statement(
        M3,
        Corin,
        "Admits the push, the plate and looking through the telephone, in his own words, and links Pip’s silence to fear.",
        "To look honestly at the rest of what is alleged, and to finish the programme.",
        "In July Corin spoke of an argument. In September he speaks of what he did. That is real movement, still new.",
    );
    asha.status(M3, Tamsin, Reopened);
    asha.status(M5, Corin, InProgress);
    story.share();
}
