//! July 2026: the plan begins, the court decides, and Wren comes home.

use hearth::model::entry::Certainty::{Fact, Opinion};
use hearth::model::entry::ModuleStatus::{Completed, InProgress};
use hearth::model::module::ModuleId::{M1, M2, M3, M4, M5, M6};
use hearth::model::stage_of_change::Stage;

use crate::cast::Who::{Corin, Juno, Morwenna, Pip, Tamsin, Wren};
use crate::cast::Worker::{Asha, Bryony, Dev, Marcus, Nia};
use crate::cast::{date, day};
use crate::story::{Story, read, saw, told};

pub fn tell(story: &mut Story) {
    let marcus = &mut story.on(day(2, 7), Marcus);
    marcus.entry(
        "m2-corin-story",
        M2,
        Corin,
        told(Fact)
            .with(&[Corin])
            .well(
                "Corin left school at fifteen and taught himself to mend bicycles; he now runs the repair shed at a \
                 charity. He has a sister, Demelza, whom he trusts and who does not drink. He stopped drinking for \
                 seven months when Pip was born and remembers how.",
            )
            .needs(
                "Drinking began at thirteen and has been most evenings since 2022, about eight cans, more at \
                 weekends. He has never had help with it before. Reading is hard for him and forms make him want to \
                 walk out, so we do them together.",
            )
            .means(
                Pip,
                "The seven months when Pip was new show that Corin can stop for his children, and what helped.",
            )
            .said(Corin, "When I was mending Pip’s first bike I forgot to want one. I think about that.")
            .asks("M2.Q1 M2.Q3 M2.Q4")
            .stage("Drinking", Stage::Preparation)
            .shown_to(&[Corin]),
    );
    let nia = &mut story.on(day(3, 7), Nia);
    nia.entry(
        "m4-pip-three-houses",
        M4,
        Pip,
        told(Fact)
            .with(&[Pip])
            .and_others("Three houses, drawn at school")
            .well(
                "In the house of good things Pip drew Mum making pancakes, Wren’s herons, Juno asleep, and Dad \
                 holding the bicycle steady. He is proud of knowing how to look after snails.",
            )
            .needs(
                "In the house of worries he drew the kitchen door and coloured it black, and a small boy on the \
                 stairs with no mouth. He wets the bed most nights and does not want anyone at school to know. In \
                 the house of dreams everyone has their own room and the doors are made of grass, so that they \
                 cannot bang.",
            )
            .means(
                Pip,
                "Pip loves his dad and is frightened of what his dad did. Both are true, and he needs adults who can \
                 hear both without asking him to choose.",
            )
            .said(Pip, "Grass doors. Then nobody gets shut and nobody gets squashed.")
            .asks("M4.Q1 M4.Q5 M4.Q7 M4.Q7b"),
    );

    let dev = &mut story.on(day(8, 7), Dev);
    dev.entry(
        "m3-corin-first",
        M3,
        Corin,
        told(Opinion)
            .with(&[Corin])
            .well(
                "Corin stayed in the room when it was uncomfortable. He could say that Pip must have been scared, \
                 without my saying it first.",
            )
            .needs(
                "He speaks of “the argument” and of the drink as if they acted by themselves. He is in two minds: he \
                 wants the children back in his week, and is not ready to say what he did. I said back to him both \
                 sides of that.",
            )
            .means(Pip, "Until Corin can name what Pip saw, he cannot help Pip to make sense of it.")
            .means(Juno, "Corin thought that Juno slept through. She did not, and this was new to him.")
            .said(Corin, "She’s two, she won’t remember. Will she?")
            .asks("M3.Q1 M3.Q2 M3.Q9")
            .stage("Owning what he did", Stage::Contemplation),
    );
    let bryony = &mut story.on(day(9, 7), Bryony);
    bryony.entry(
        "m3-tamsin-first",
        M3,
        Tamsin,
        told(Fact)
            .with(&[Tamsin])
            .well(
                "Tamsin named, child by child, what each of them did when there was shouting: Wren picked up Juno, \
                 Pip went silent, Juno clung. She has told all three that it was not their fault and not hers.",
            )
            .needs(
                "On days after very little sleep Tamsin could not get up, and Wren did breakfast. Tamsin raised this \
                 herself. She would like help with panic at night, and mornings that do not depend on Wren. None of \
                 this makes the violence hers; it is part of what the violence cost.",
            )
            .means(Wren, "Mornings without a job to do would give Wren back her bus to school.")
            .means(Pip, "Pip believes his mother when she says it was not his fault. It needs saying often.")
            .said(Tamsin, "They weren’t asleep. I told myself they were, because I couldn’t bear it.")
            .asks("M3.Q2 M3.Q4 M3.Q5 M3.Q8 M3.Q9")
            .shown_to(&[Tamsin]),
    );
    story.share();
    crate::arrival::wren_comes_home(story);

    let nia = &mut story.on(day(14, 7), Nia);
    nia.entry(
        "m4-juno-play",
        M4,
        Juno,
        saw(Fact)
            .with(&[Tamsin, Juno])
            .well(
                "Forty minutes on the rug with bricks and cups. Juno filled, tipped, and signed “more” nine times. \
                 She checked where her mother was about once a minute and then went back to her play.",
            )
            .needs(
                "When a neighbour’s door banged she dropped the cup and froze, and it was some time before she \
                 reached for it again. She does not yet put two words or two signs together.",
            )
            .means(
                Juno,
                "Juno uses her mother as a safe place to explore from. The freezing tells us what loud noises have \
                 come to mean to her.",
            )
            .asks("M4.Q2 M4.Q5 M4.Q11")
            .shown_to(&[Tamsin]),
    );
    let asha = &mut story.on(day(15, 7), Asha);
    asha.entry(
        "m2-nan-support",
        M2,
        Morwenna,
        told(Fact)
            .with(&[Morwenna])
            .well(
                "Nan brought up two children on a cleaner’s wage and knows everyone in her street. She can have the \
                 children on Sundays and Wren any night. Her neighbour Petroc drives and is glad to help.",
            )
            .needs(
                "Nan wishes she had asked more questions sooner. We talked about how people who use violence at home \
                 often make sure that nobody is asked. She would like to know what to say if Pip brings it up.",
            )
            .means(Pip, "Pip talks to Nan while they shell peas. A few good words ready would help them both.")
            .said(Morwenna, "I thought she’d gone quiet because she was busy.")
            .asks("M2.Q4 M2.Q5 M2.Q10 M2.Q11")
            .shown_to(&[Morwenna]),
    );
    let dev = &mut story.on(day(16, 7), Dev);
    dev.entry(
        "m3-corin-court",
        M3,
        Corin,
        read(Fact)
            .done(date("14 7 2026"))
            .and_others("Little Exampleton magistrates’ court; the result was read on 16 July")
            .well(
                "Corin pleaded guilty at the first hearing, so nobody had to give evidence. He told me afterwards \
                 that he had decided on the bus.",
            )
            .needs(
                "Admitted and found: on 29 May 2026 Corin assaulted the children’s mother by pushing her against a \
                 door. The court made a community order for twelve months, with a programme about violence in \
                 relationships and alcohol treatment, and a restraining order. Time with the children is to be \
                 arranged only through children’s services.",
            )
            .means(Pip, "Pip will not have to wonder whether he imagined it: his dad has said that it happened.")
            .means(Wren, "Wren was told the result by Asha the same day, as she had asked.")
            .asks("M3.Q1 M3.Q7"),
    );
    let asha = &mut story.on(day(22, 7), Asha);
    asha.entry(
        "m5-corin-care",
        M5,
        Corin,
        told(Opinion)
            .with(&[Corin])
            .well(
                "Corin can describe Juno’s bedtime step by step, knows Pip’s hearing appointments by heart, and cooks \
                 three meals that the children like. The flat he has now has a bed settee and a clean kitchen.",
            )
            .needs(
                "Most of this happened before the first can of the day, which by last winter was about four o’clock. \
                 He would like help to tell being strict from being frightening; he had only one example of it.",
            )
            .means(Pip, "Pip knows his dad as two people, before four and after four. He needs one dad, all day.")
            .means(Juno, "Juno’s routine is known to her dad, which will help short times together to go well.")
            .asks("M5.Q1 M5.Q13 M5.Q14 M5.Q16"),
    );
    let nia = &mut story.on(day(28, 7), Nia);
    nia.entry(
        "m6-tamsin-warmth",
        M6,
        Tamsin,
        saw(Opinion)
            .with(&[Tamsin, Wren, Pip, Juno])
            .and_others("A picnic in the park, three hours")
            .well(
                "Tamsin noticed each child without being called: a plaster for Pip, a nod to Wren who wanted to sit \
                 apart, a song for Juno. She praised what they did, not how good they were. All three leaned on her \
                 at some point.",
            )
            .needs(
                "When Pip hit a tree with a stick Tamsin’s voice went flat and she looked away. She told me later \
                 that noise takes her straight back. She would like to practise staying with him when he is angry.",
            )
            .means(Pip, "Pip needs to learn that his own anger is allowed and will not hurt anyone.")
            .means(Wren, "Wren sat apart and was let be. Three weeks ago she would not have left Juno’s side.")
            .asks("M6.Q1 M6.Q4 M6.Q5 M6.Q14")
            .shown_to(&[Tamsin]),
    );
    story.share();

    let asha = &mut story.on(day(30, 7), Asha);
    asha.statement(
        M2,
        Tamsin,
        "A loving childhood with a steady mother, friendships that have lasted, and a long habit of noticing what \
         others need.",
        "Room to notice what she needs herself.",
        "Being watchful kept Tamsin and the children safe. It is now tiring her and worrying Wren, and she can say so.",
    );
    asha.statement(
        M5,
        Tamsin,
        "Warm, clean, fed, routines that hold. Hazards are dealt with before they are dangerous.",
        "A cooker and a washing machine. Mornings that do not rest on Wren.",
        "What is missing in this home is money and sleep, not care.",
    );
    asha.status(M1, Corin, Completed);
    asha.status(M2, Morwenna, Completed);
    asha.status(M3, Tamsin, Completed);
    asha.status(M1, Pip, InProgress);
    story.share();
}
