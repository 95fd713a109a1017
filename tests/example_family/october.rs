//! October 2026: the changes are put to use.

use hearth::model::entry::Certainty::{Fact, Opinion};
use hearth::model::entry::ModuleStatus::Completed;
use hearth::model::module::ModuleId::{M2, M3, M4, M5, M6, M8};
use hearth::model::stage_of_change::Stage;

use crate::cast::Who::{Corin, Juno, Pip, Tamsin, Wren};
use crate::cast::Worker::{Asha, Bryony, Ines, Marcus, Nia};
use crate::cast::day;
use crate::story::{Story, saw, told};

pub fn tell(story: &mut Story) {
    let nia = &mut story.on(day(2, 10), Nia);
    nia.entry(
        "m4-pip-safety",
        M4,
        Pip,
        told(Fact)
            .with(&[Pip])
            .and_others("Our sixth meeting, in the rainbow room")
            .well(
                "Pip made a hand of people he can tell: Mum, Nan, Wren, Mr Ottershaw and me. He knows his address, \
                 999, and that ringing is always allowed. He has been dry for eleven nights.",
            )
            .needs(
                "The boy on the stairs in his drawings now has a mouth, and it is a straight line. He still checks \
                 that the kitchen door is open before bed.",
            )
            .means(Pip, "Pip’s worry is getting smaller and has words. He needs more time, not more questions.")
            .said(Pip, "If it gets shouty I don’t have to fix it. I just have to tell a finger.")
            .asks("M4.Q5 M4.Q7 M4.Q12"),
    );
    let nia = &mut story.on(day(8, 10), Nia);
    nia.entry(
        "m4-wren-now",
        M4,
        Wren,
        told(Fact)
            .with(&[Wren])
            .and_others("Walking home from the maths group")
            .well(
                "Wren has been at school every day but two, goes to art club, and slept at a friend’s house for the \
                 first time in a year. She says the house sounds different: she can hear the clock.",
            )
            .needs(
                "She has bad dreams about once a week, and would like to talk to someone who is not part of all this. \
                 We have asked the young people’s counselling service; the wait is nine weeks. She may be ready to \
                 write to Jory, in her own time.",
            )
            .means(Wren, "Wren is putting down the job of keeping watch. The dreams show how long she carried it.")
            .said(Wren, "I forgot to check my phone at lunch. The whole lunch.")
            .asks("M4.Q5 M4.Q7 M4.Q8 M4.Q9 M4.Q12")
            .shown_to(&[Wren]),
    );
    let marcus = &mut story.on(day(9, 10), Marcus);
    marcus.entry(
        "m5-corin-plan",
        M5,
        Corin,
        told(Fact)
            .with(&[Corin])
            .and_others("Breath and blood tests, with his consent")
            .well(
                "Corin has not had a drink since 11 August, and the tests of 7 October agree with what he says. He \
                 mends bicycles on Saturday evenings now, which used to be the hardest time.",
            )
            .needs(
                "His plan for keeping the children safe: no family time within two days of a drink; ring Demelza or \
                 me first; tell the centre himself. Christmas is the next hard date, and we have begun to plan it.",
            )
            .means(Pip, "Pip can rely on his dad being sober at the centre, because there is a rule and a person behind it.")
            .means(Juno, "No visit has been missed since August.")
            .asks("M5.Q8 M5.Q9 M5.Q12")
            .stage("Drinking", Stage::Action)
            .shown_to(&[Corin]),
    );
    let bryony = &mut story.on(day(15, 10), Bryony);
    bryony.entry(
        "m5-tamsin-safety",
        M5,
        Tamsin,
        told(Fact)
            .with(&[Tamsin])
            .and_others("Seen on her own")
            .well(
                "Tamsin’s judgement about danger has been right each time we have looked back over it. The order is \
                 in force, the locks were changed in June, and the school and nursery have a list of who may collect.",
            )
            .needs(
                "On 4 October Tamsin had two silent calls from a withheld number. Who made them is not known, and \
                 nobody should guess. She told the police and me the same day. We went through her safety plan, which \
                 is kept apart from this workbook.",
            )
            .means(Wren, "Wren knows that there is a plan and that it is not hers to run.")
            .means(Pip, "Pip was at school and knows nothing of the calls.")
            .asks("M5.Q8 M5.Q9 M5.Q12"),
    );
    let nia = &mut story.on(day(17, 10), Nia);
    nia.entry(
        "m6-corin-play",
        M6,
        Corin,
        saw(Fact)
            .with(&[Corin, Pip, Juno])
            .and_others("Family time centre, fifth visit")
            .well(
                "A very noisy game of dragons, led by Pip, in which Corin was the one who was caught. When Juno \
                 covered her ears he saw it before I did and made the dragons whisper. He used the words we agreed \
                 when Pip asked about home.",
            )
            .needs(
                "Saying goodbye is hard for all three. Corin promised a trip to the sea, then saw Pip’s face and said \
                 that he should not have promised. He would like to end each visit in the same way, with the same \
                 song.",
            )
            .means(Pip, "Pip roared, at the top of his voice, beside his dad. In June he could not speak.")
            .means(Juno, "Juno saw that her signal was noticed and that the noise stopped.")
            .asks("M6.Q2 M6.Q4 M6.Q5 M6.Q14")
            .shown_to(&[Corin]),
    );
    let asha = &mut story.on(day(21, 10), Asha);
    asha.entry(
        "m6-tamsin-stability",
        M6,
        Tamsin,
        saw(Opinion)
            .with(&[Tamsin, Juno])
            .well(
                "The new cooker is in. Tamsin began work on 12 October, nine hours a week, in hours that fit around \
                 nursery. There is a paper calendar on the fridge which Pip fills in, and Nan has the children on \
                 Sundays.",
            )
            .needs(
                "The tenancy is in two names. Tamsin would like it in hers alone, and the housing adviser can see her \
                 on 5 November.",
            )
            .means(Wren, "Wren has a key, a bus pass and Sundays off.")
            .means(Pip, "Pip’s calendar lets him see for himself what happens next.")
            .means(Juno, "Juno has had the same bedtime, the same bed and the same song for four months.")
            .asks("M6.Q6 M6.Q7 M6.Q10")
            .shown_to(&[Tamsin]),
    );
    let nia = &mut story.on(day(22, 10), Nia);
    nia.entry(
        "m4-juno-words",
        M4,
        Juno,
        saw(Fact)
            .with(&[Tamsin, Pip, Juno])
            .well(
                "I counted twenty-two words and her first pair: “more duck”. Pip has taught her “snail”. A door \
                 banged upstairs; she looked up, said “bang”, and went on with her puzzle.",
            )
            .needs(
                "The hearing test found fluid in one ear, and she will be tested again in January. Speech and \
                 language therapy start on 16 November, with a group for parents that fits Tamsin’s day off.",
            )
            .means(
                Juno,
                "Juno has a word now for the sound that used to freeze her. Words, quiet and time are doing their work.",
            )
            .said(Juno, "More duck.")
            .asks("M4.Q2 M4.Q5 M4.Q7b")
            .shown_to(&[Tamsin]),
    );
    let marcus = &mut story.on(day(26, 10), Marcus);
    marcus.entry(
        "m5-corin-wrong-page",
        M5,
        Corin,
        told(Fact)
            .with(&[Corin])
            .well("Corin came to the Monday group and stayed for the tea afterwards.")
            .asks("M5.Q8"),
    );
    let marcus = &mut story.on(day(27, 10), Marcus);
    marcus.withdraw(
        "m5-corin-wrong-page",
        "Entered in error. What is said in the group belongs in the recovery service’s own record, and the children \
         do not need it here.",
    );
    let marcus = &mut story.on(day(28, 10), Marcus);
    marcus.entry(
        "m8-corin-views",
        M8,
        Corin,
        told(Fact)
            .with(&[Corin])
            .well(
                "Corin says that having letters read aloud with him, and the same people each week, made the \
                 difference. He values that nobody shouted at him and nobody let him off.",
            )
            .needs(
                "He would have liked to hear about the alcohol service years ago, and to start family time sooner. He \
                 disagrees with one thing in this workbook, about the bank card, and wants that written here. It is.",
            )
            .means(Pip, "Corin hopes that Pip will one day come to the shed and mend a bicycle with him.")
            .said(Corin, "You asked me what kind of dad I wanted to be, and then you waited. Nobody had waited before.")
            .asks("M8.Q1 M8.Q2 M8.Q4 M8.Q5")
            .shown_to(&[Corin]),
    );
    let ines = &mut story.on(day(29, 10), Ines);
    ines.entry(
        "m8-tamsin-views",
        M8,
        Tamsin,
        told(Fact)
            .with(&[Tamsin])
            .well(
                "Tamsin says that being believed on the first day mattered most, and next, that one worker told the \
                 others so that she did not have to. She has had eleven nights without panic this month.",
            )
            .needs(
                "The conference room was too big and there were too many strangers in it. She would have liked to \
                 read the report two days before, not one. She wants help to stay until after Christmas.",
            )
            .means(Wren, "Things are better, Tamsin says, and Wren would say so too.")
            .means(Juno, "Tamsin hopes that Juno will remember none of it and be told all of it, gently, when she asks.")
            .said(Tamsin, "I thought you’d come to mark me out of ten. You came to find out what would help.")
            .asks("M8.Q1 M8.Q2 M8.Q3 M8.Q4 M8.Q5")
            .shown_to(&[Tamsin]),
    );
    story.share();

    let asha = &mut story.on(day(30, 10), Asha);
    asha.statement(
        M4,
        Wren,
        "Clear, creative, kind, and at school. Knows whom to tell and has told them.",
        "Someone of her own to talk to about the dreams.",
        "Wren is putting down a job that was never hers. What keeps her safe is that the adults around her keep doing it.",
    );
    asha.statement(
        M4,
        Pip,
        "Reads, roars, looks after snails, and can say what helps.",
        "A quiet evening after family time, and a little book to grow into.",
        "Pip’s sleep, drawings and voice all show the same thing: he is less afraid than in June, and not yet unafraid.",
    );
    asha.statement(
        M4,
        Juno,
        "Twenty-two words, a friend, and a mother to run to.",
        "Speech therapy, and her ears tested again in January.",
        "Juno could not tell us what loud voices meant to her; her body did. It now tells us that she feels safe.",
    );
    asha.statement(
        M5,
        Corin,
        "Knows the children’s routines; sober since 11 August; keeps to a plan that puts them first.",
        "A longer time without alcohol, and to finish the programme, before any change to family time.",
        "Corin’s care was warm when he was sober and frightening when he was not. The children need the first all the time.",
    );
    asha.status(M2, Tamsin, Completed);
    asha.status(M3, Tamsin, Completed);
    asha.status(M5, Tamsin, Completed);
    story.share();
}
