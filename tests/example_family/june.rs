//! June 2026: why we are involved, and first visits.

use hearth::model::entry::Certainty::{Allegation, Fact, Opinion};
use hearth::model::entry::ModuleStatus::Completed;
use hearth::model::module::ModuleId::{M1, M2, M4, M5};

use crate::cast::Who::{Corin, Juno, Morwenna, Pip, Tamsin, Wren};
use crate::cast::Worker::{Asha, Bryony, Dev, Ines, Nia, Ruth};
use crate::cast::{date, day};
use crate::story::{Story, read, saw, told};

pub fn tell(story: &mut Story) {
    let asha = &mut story.on(day(3, 6), Asha);
    asha.entry(
        "m1-wren-call",
        M1,
        Wren,
        read(Fact)
            .done(date("29 5 2026"))
            .and_others("Two police officers; the record was read on 3 June")
            .well(
                "Wren knew what to do. She took Juno into her bedroom, told Pip to stay at the top of the stairs, \
                 rang 999 at 9.52pm and stayed on the line until the officers came.",
            )
            .needs(
                "The police record says that Corin shouted at Tamsin, threw a plate at the wall and pushed Tamsin \
                 against the kitchen door. An officer saw a red mark on her shoulder. Corin had been drinking and \
                 was arrested at the house. He was bailed with conditions not to contact Tamsin or come to the home.",
            )
            .means(Wren, "Wren carried an adult’s job that night. She needs adults to do it from now on.")
            .means(Pip, "Pip heard all of it and saw the end of it from the stairs.")
            .means(Juno, "Juno was woken and was crying when the officers arrived. She will not have words for it.")
            .asks("M1.Q1"),
    );
    asha.entry(
        "m1-tamsin-account",
        M1,
        Tamsin,
        told(Fact)
            .with(&[Tamsin])
            .well(
                "Tamsin spoke with great care about each child and about what they would have heard. She rang the \
                 school herself on the Monday so that the children’s teachers would look out for them. That is a \
                 mother thinking ahead for her children on a very hard day.",
            )
            .needs(
                "Tamsin told me that the push on 29 May was not the first, that her phone has been checked most \
                 evenings for about two years, and that her bank card was kept from her. She wants this to stop. \
                 She does not want to have to explain it again to every new worker.",
            )
            .means(Pip, "Tamsin has noticed that Pip wets the bed after a loud evening.")
            .said(Tamsin, "I kept thinking, if I stay quiet the kids will sleep through it. They never did.")
            .asks("M1.Q1 M1.Q5 M1.Q7")
            .shown_to(&[Tamsin]),
    );
    story.share();

    let bryony = &mut story.on(day(4, 6), Bryony);
    bryony.entry(
        "m1-tamsin-alone",
        M1,
        Tamsin,
        told(Fact)
            .with(&[Tamsin])
            .and_others("Seen on her own, away from home")
            .well(
                "Tamsin has already changed the settings on her phone and asked her mother to hold a spare key. She \
                 has kept her children and herself alive and well for years, often by noticing very small things.",
            )
            .needs(
                "Safe to text between 10am and 2pm from a number saved as “Library”. Do not leave letters or cards. \
                 Do not ring in the evening. No paper with our name on it in the house, and no talk of her plans in \
                 front of Pip, who worries about keeping secrets.",
            )
            .asks("M1.Q15"),
    );
    let asha = &mut story.on(day(5, 6), Asha);
    asha.entry(
        "m1-corin-account",
        M1,
        Corin,
        told(Opinion)
            .with(&[Corin])
            .and_others("At the council office; letter read aloud together")
            .well(
                "Corin came on time, listened, and asked first how Pip and Juno were sleeping. He said that he is \
                 proud of how Pip reads to his sister. He wants to be a dad they are pleased to see.",
            )
            .needs(
                "Corin says that there was an argument and that he “lost it for a minute”. He says that he does not \
                 remember a push. The police record and what the children have shown us say otherwise, and I told \
                 him so. We agreed to keep both accounts here, side by side, with whose they are.",
            )
            .means(Pip, "Pip needs to hear, from his dad, that none of this is his fault.")
            .said(Corin, "Whatever they say I did, I don’t want my boy scared of me. My dad had me scared.")
            .asks("M1.Q5 M1.Q7")
            .shown_to(&[Corin]),
    );

    let asha = &mut story.on(day(8, 6), Asha);
    asha.entry(
        "m1-wren-view",
        M1,
        Wren,
        told(Fact)
            .with(&[Wren])
            .and_others("A walk by the canal, near Nan’s")
            .well(
                "Wren is thoughtful, funny and very clear. She asked good questions: who reads this, can she see it, \
                 and what happens if she changes her mind.",
            )
            .needs(
                "Wren wants to stay at Nan’s until her exams are over, wants to see Pip and Juno every day, and wants \
                 us not to ring the school office, where everyone hears.",
            )
            .means(Wren, "Being asked first, and being believed, is what lets Wren be fifteen.")
            .said(Wren, "I don’t want to be the one who decides when it’s bad enough.")
            .asks("M1.Q6 M1.Q9 M1.Q14")
            .shown_to(&[Wren]),
    );
    asha.entry(
        "m1-nan-view",
        M1,
        Morwenna,
        told(Opinion)
            .with(&[Morwenna])
            .well(
                "Nan has a bed, a desk and a quiet house for Wren, and cooks for all three on Sundays. She has been \
                 steady for this family for fifteen years.",
            )
            .needs(
                "Nan’s hands are painful and stairs are slow, so she cannot lift Juno. She would like to know what \
                 she may be told and what she may not, and we agreed to be plain about it each time.",
            )
            .means(Juno, "Days with Nan work best with someone there to lift Juno in and out of her cot.")
            .said(Morwenna, "I’m not here to take anybody’s children. I’m here to do the teas.")
            .asks("M1.Q5 M1.Q12")
            .shown_to(&[Morwenna]),
    );

    let nia = &mut story.on(day(9, 6), Nia);
    nia.entry(
        "m1-pip-view",
        M1,
        Pip,
        told(Fact)
            .with(&[Pip])
            .and_others("In the rainbow room at school, with Mr Ottershaw nearby")
            .well(
                "Pip showed me his snail diary, eleven pages with dates. He listened to why I had come and told it \
                 back to me in his own way, nearly right.",
            )
            .needs(
                "Pip thinks that the police came because he got out of bed. He needs to hear many times, from \
                 everyone, that grown-ups did this and grown-ups are putting it right.",
            )
            .means(Pip, "While he believes it was his fault, he will try to keep the peace by being very quiet.")
            .said(Pip, "You are a helper for when houses get too shouty.")
            .asks("M1.Q6"),
    );
    let dev = &mut story.on(day(9, 6), Dev);
    dev.entry(
        "m1-corin-alone",
        M1,
        Corin,
        told(Fact)
            .with(&[Corin])
            .and_others("Seen on his own at the probation office")
            .well("Corin gave me his new telephone number without being asked and agreed to weekly meetings.")
            .needs(
                "Meetings only at the office until further notice. He is staying with a friend; it is fine to ring \
                 after 5pm. He understands that I will not carry messages, and that I will ask about this each time.",
            )
            .asks("M1.Q15"),
    );
    let asha = &mut story.on(day(10, 6), Asha);
    asha.entry(
        "m1-juno-seen",
        M1,
        Juno,
        saw(Fact)
            .with(&[Tamsin, Juno])
            .and_others("Health visitor Orla Fennwick, on a joint visit")
            .well(
                "Juno brought me a shoe, then the other shoe, and laughed each time I said thank you. She went to her \
                 mother for comfort when the dog next door barked, and settled within a minute.",
            )
            .needs(
                "Juno startles at a slammed door and puts her hands over her ears. The health visitor found her \
                 growth on track and her talking behind: four words and four signs at two years and four months.",
            )
            .means(
                Juno,
                "Juno looks to her mother when she is frightened, which is a strength to build on. Her hearing and \
                 talking need a proper look.",
            )
            .asks("M1.Q2")
            .shown_to(&[Tamsin]),
    );

    let asha = &mut story.on(day(12, 6), Asha);
    asha.amend(
        "m1-tamsin-account",
        "Recorded as fact by mistake. What Tamsin told me about her phone and card is not yet known from anywhere \
         else, so it stands as an allegation until it is.",
        |entry| entry.certainty = Allegation,
    );
    story.share();

    let ines = &mut story.on(day(18, 6), Ines);
    ines.entry(
        "m2-tamsin-story",
        M2,
        Tamsin,
        told(Fact)
            .with(&[Tamsin])
            .and_others("At the health centre; she chose the time and the room")
            .well(
                "Tamsin grew up by the sea with a mother who sang while she worked. She left school with good grades \
                 in art and English and worked in a bookshop until Wren was born. She has two friends from that time \
                 who still ring her.",
            )
            .needs(
                "Her father left when she was six and money was short. She learnt early to watch a room and keep \
                 everyone calm. She had low mood after Wren and again after Juno, and got through the first time \
                 with a visiting nurse whom she still remembers by name.",
            )
            .means(
                Wren,
                "Tamsin sees her own watchfulness in Wren, and it saddens her. That is where she would most like to \
                 begin.",
            )
            .said(Tamsin, "I got very good at reading weather. I didn’t want my girl to be good at it too.")
            .asks("M2.Q1 M2.Q3 M2.Q4 M2.Q12")
            .shown_to(&[Tamsin]),
    );

    crate::arrival::assessment_complete(story);

    let asha = &mut story.on(day(23, 6), Asha);
    asha.entry(
        "m5-tamsin-home",
        M5,
        Tamsin,
        saw(Fact)
            .with(&[Tamsin, Pip, Juno])
            .well(
                "Teatime: beans, toast and peas, everyone at the table, Pip’s turn to choose the song. The house was \
                 warm and clean, with a stair gate and the medicines up high. Tamsin got down on the floor to talk \
                 to Juno and gave Pip five minutes’ warning before bath.",
            )
            .needs(
                "The cooker has one working ring and the washing machine is broken. This is money, not care: Tamsin \
                 washes by hand. We applied for a household grant together.",
            )
            .means(Pip, "Pip knows what comes next at home, and he relaxed as the evening went on.")
            .means(Juno, "Juno was fed, warm and watched over. A working cooker would make hot food easier.")
            .asks("M5.Q1 M5.Q10 M5.Q13 M5.Q14")
            .shown_to(&[Tamsin]),
    );
    let nia = &mut story.on(day(24, 6), Nia);
    nia.entry(
        "m4-wren-first",
        M4,
        Wren,
        told(Fact)
            .with(&[Wren])
            .and_others("Drawing together at Nan’s kitchen table")
            .well(
                "Wren draws herons, and lately a long comic about one who will not leave its river. She would like \
                 to study illustration. She chose which pages I could mention here.",
            )
            .needs(
                "Wren has slept badly since the spring and missed days of school to be at home when Corin was \
                 drinking. She wants one person at school who knows, and it should be Miss Harebell.",
            )
            .means(
                Wren,
                "Wren missed school to keep watch, not because she does not care about it. Her attendance will follow \
                 her sense of safety.",
            )
            .said(Wren, "I stayed home because somebody should be there.")
            .asks("M4.Q1 M4.Q4 M4.Q5 M4.Q6")
            .shown_to(&[Wren]),
    );

    let ruth = &mut story.on(day(26, 6), Ruth);
    ruth.entry(
        "m1-tamsin-decision",
        M1,
        Tamsin,
        read(Fact)
            .with(&[Tamsin])
            .and_others("Child protection conference, her own part of the meeting")
            .well(
                "The conference heard how Tamsin has kept routines going, worked with everyone who came, and been \
                 honest about what is hard.",
            )
            .needs(
                "It was decided that Wren, Pip and Juno each have a child protection plan, because of the emotional \
                 harm to them from violence in their home. The conference was clear about who used the violence. The \
                 plan is there to keep the children safe and to get Tamsin the help she asked for. A review was set \
                 for 21 September.",
            )
            .means(Wren, "Someone other than Wren watches over things now.")
            .means(Pip, "Pip gets time each week with a worker he knows.")
            .means(Juno, "Juno gets a nursery place and a hearing test.")
            .asks("M1.Q3 M1.Q9 M1.Q11")
            .shown_to(&[Tamsin]),
    );
    ruth.entry(
        "m1-corin-decision",
        M1,
        Corin,
        read(Fact)
            .with(&[Corin])
            .and_others("Child protection conference, his own part of the meeting, by video")
            .well(
                "The conference heard that Corin came to every appointment offered in June, and that he asks after \
                 the children in a way that is about them.",
            )
            .needs(
                "It was decided that the children each have a child protection plan, because of the emotional harm \
                 to them from Corin’s violence and drinking. What needs to be different: no violence, no drinking \
                 before or during time with the children, and time with Pip and Juno only in a safe place with a \
                 worker there. If nothing changes, we would ask a court to decide about time together.",
            )
            .means(Pip, "Pip may be able to see his dad in August, if the work begins well.")
            .means(Juno, "Juno is small; short, calm and regular will suit her best.")
            .asks("M1.Q3 M1.Q9 M1.Q10")
            .shown_to(&[Corin]),
    );
    story.share();

    let asha = &mut story.on(day(29, 6), Asha);
    asha.statement(
        M1,
        Tamsin,
        "Tamsin gave an open account, agrees that the children were harmed by what they heard and saw, and has worked \
         with us from the first day.",
        "Safe ways of keeping in touch, and not having to tell it again to each new person.",
        "Tamsin’s understanding of why we are involved is close to ours. She did not cause the harm, and does not need \
         to be persuaded of it.",
    );
    asha.statement(
        M1,
        Corin,
        "Corin comes to meetings, listens, and holds the children in mind.",
        "To move from “I lost it” to what he did, to whom, and what the children heard.",
        "At the end of June Corin accepts that the children were frightened, and does not yet accept the push. Both \
         accounts are recorded with their sources.",
    );
    asha.status(M1, Wren, Completed);
    asha.status(M1, Tamsin, Completed);
    asha.status(M1, Juno, Completed);
    story.share();
}
