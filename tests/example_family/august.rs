//! August 2026: time with Dad begins, a lapse, and the summer holidays.

use hearth::model::entry::Certainty::{Fact, Opinion};
use hearth::model::module::ModuleId::{M2, M3, M4, M5, M6};
use hearth::model::stage_of_change::Stage;

use crate::cast::Who::{Corin, Juno, Pip, Tamsin, Wren};
use crate::cast::Worker::{Asha, Bryony, Ines, Marcus, Nia};
use crate::cast::day;
use crate::story::{Story, heard, saw, told};

pub fn tell(story: &mut Story) {
    let nia = &mut story.on(day(6, 8), Nia);
    nia.entry(
        "m4-wren-online",
        M4,
        Wren,
        told(Fact)
            .with(&[Wren])
            .well(
                "Wren posts her heron comic and has had kind words from people she will never meet. She showed me \
                 her settings herself. When someone she did not know asked which school she goes to, she stopped \
                 replying and told her mother.",
            )
            .needs(
                "Her pictures carried the place where they were taken; we switched that off together. She would like \
                 to know how to tell a kind stranger from one who wants something.",
            )
            .means(
                Wren,
                "Wren’s drawings are where she is most herself. She should be able to keep sharing them, safely.",
            )
            .said(Wren, "It’s the only place where I’m not somebody’s sister.")
            .asks("M4.Q8 M4.Q10 M4.Q12")
            .shown_to(&[Wren]),
    );

    let marcus = &mut story.on(day(13, 8), Marcus);
    marcus.entry(
        "m3-corin-lapse",
        M3,
        Corin,
        told(Fact)
            .with(&[Corin])
            .well(
                "Corin rang me the next morning, before I could have known, and asked for his family time to wait a \
                 week. He had been five weeks without a drink. He told his sister as well.",
            )
            .needs(
                "He drank five cans on 11 August, his father’s birthday. He had nobody with him and no plan for the \
                 day. We wrote one: who he rings first, where he goes, what he says to himself.",
            )
            .means(Pip, "Pip’s first visit was put off for a week. He was told why in words he could use.")
            .means(Juno, "No child was with Corin when he drank, and he made sure of that beforehand.")
            .said(Corin, "I’d rather tell Pip I’m late than turn up as the after-four dad.")
            .asks("M3.Q5 M3.Q7 M3.Q10")
            .stage("Drinking", Stage::Action),
    );
    let nia = &mut story.on(day(22, 8), Nia);
    nia.entry(
        "m6-corin-first-visit",
        M6,
        Corin,
        saw(Fact)
            .with(&[Corin, Pip, Juno])
            .and_others("Family time centre, one hour, a worker in the room throughout")
            .well(
                "Corin had brought a snail house made from a bicycle bell box. He knelt down, waited, and let Pip \
                 come to him. He told Pip that what he did was wrong and was not Pip’s fault. He noticed that Juno \
                 was tired and asked for the last ten minutes to be a story.",
            )
            .needs(
                "When Pip asked “are you coming home” Corin looked at me. We agreed words for next time: “I have my \
                 own home now, and I will see you here.”",
            )
            .means(Pip, "Pip smiled with his mouth shut for half an hour and then laughed out loud.")
            .means(Juno, "Juno watched from behind a chair, then handed her dad a cup.")
            .asks("M6.Q4 M6.Q5 M6.Q6 M6.Q14")
            .shown_to(&[Corin]),
    );
    let nia = &mut story.on(day(26, 8), Nia);
    nia.entry(
        "m4-pip-after-visit",
        M4,
        Pip,
        told(Fact)
            .with(&[Pip])
            .and_others("Snail hunt in the school garden")
            .well(
                "Pip says that seeing his dad was “good and a bit wobbly”. He has told his teacher about the snail \
                 house. There were four dry nights last week, the most since the spring.",
            )
            .needs(
                "He wet the bed on the night after the visit and was cross all the next day. He wanted to know \
                 whether being pleased to see Dad is mean to Mum.",
            )
            .means(
                Pip,
                "A wobble for a day is what we would expect. He needs a quiet evening after each visit, and to hear \
                 that he may love everyone he loves.",
            )
            .said(Pip, "My tummy was like a washing machine but a slow one.")
            .asks("M4.Q5 M4.Q6 M4.Q7 M4.Q11"),
    );
    let ines = &mut story.on(day(27, 8), Ines);
    ines.entry(
        "m5-tamsin-health",
        M5,
        Tamsin,
        told(Opinion)
            .with(&[Tamsin])
            .well(
                "Tamsin has come to nine of ten sessions and uses what she learns the same day. She now sleeps for \
                 about six hours. She noticed that she feels steadiest on the days when she has drawn with Wren.",
            )
            .needs(
                "Panic still comes at night, two or three times a week, down from every night. She wants to be well \
                 enough by October to work a few hours.",
            )
            .means(Wren, "Tamsin has been up for breakfast every day since 3 August. Wren has stopped setting an alarm.")
            .means(Juno, "Tamsin has the patience for Juno’s long bedtimes again.")
            .asks("M5.Q5 M5.Q8")
            .shown_to(&[Tamsin]),
    );
    let bryony = &mut story.on(day(27, 8), Bryony);
    bryony.entry(
        "m2-tamsin-hopes",
        M2,
        Tamsin,
        told(Fact)
            .with(&[Tamsin])
            .well(
                "Tamsin wants a home where doors are only doors. She hopes to work with books again, for Wren to go \
                 to college, and for Pip and Juno to have ordinary worries. She is saving two pounds a week in a jar \
                 that the children painted.",
            )
            .needs(
                "She has started to see how early she was taught that keeping the peace was her job, and how well \
                 that suited someone who wanted to be in charge.",
            )
            .means(Juno, "Juno may grow up without learning to read the weather in a room.")
            .said(Tamsin, "I don’t want a new life. I want my own one, with the lid off.")
            .asks("M2.Q10 M2.Q12 M2.Q13 M2.Q14")
            .shown_to(&[Tamsin]),
    );
    story.share();

    let asha = &mut story.on(day(28, 8), Asha);
    asha.entry(
        "m5-corin-health-view",
        M5,
        Corin,
        heard(Opinion)
            .and_others("Family time supervisor Ludo Marchbank, by telephone")
            .well("Corin comes early, brings a snack that Juno can eat, and leaves his telephone in the locker.")
            .needs(
                "The supervisor would like him to let Pip win the noise back a little: he hushes Pip quickly, perhaps \
                 because he is afraid of seeming loud.",
            )
            .means(Pip, "Pip needs to find that a loud game with his dad can end well.")
            .asks("M5.Q2 M5.Q15"),
    );
    asha.amend(
        "m5-corin-care",
        "Corin asked to read what I wrote after our talk in July. I checked that it says nothing of anyone else, read \
         it aloud with him, and opened it to him.",
        |entry| {
            entry.audience = hearth::model::audience::Audience::People([Corin.id()].into());
        },
    );
    story.share();
}
