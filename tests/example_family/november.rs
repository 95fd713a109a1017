//! November 2026: what it adds up to, and what everyone says about it.

use hearth::model::entry::Certainty::{Fact, Opinion};
use hearth::model::entry::ModuleStatus::Completed;
use hearth::model::module::ModuleId::{M1, M3, M6, M7, M8};
use hearth::model::stage_of_change::Stage;

use crate::cast::Who::{Corin, Juno, Morwenna, Pip, Tamsin, Wren};
use crate::cast::Worker::{Asha, Dev, Nia, Ruth};
use crate::cast::day;
use crate::story::{Story, heard, saw, told};

pub fn tell(story: &mut Story) {
    analysis(story);
    views(story);
    conclusions(story);
}

fn analysis(story: &mut Story) {
    let asha = &mut story.on(day(3, 11), Asha);
    asha.entry(
        "m7-wren-analysis",
        M7,
        Wren,
        saw(Opinion)
            .with(&[Wren])
            .well(
                "Wren’s attendance this term is 96 in every hundred days. She has friends, a club and an adult at \
                 school whom she chose. She helped to write this page.",
            )
            .needs(
                "The dreams, and catching up in maths. In the short term Wren is safe and cared for at home. In the \
                 long term what could undo this is fear coming back into the house, and we should ask her about it \
                 directly every month.",
            )
            .means(
                Wren,
                "Wren is no longer suffering significant harm. I recommend that her plan becomes a child in need plan \
                 at the next review.",
            )
            .asks("M7.Q6 M7.Q7 M7.Q8 M7.Q12")
            .shown_to(&[Wren]),
    );
    asha.entry(
        "m7-pip-analysis",
        M7,
        Pip,
        saw(Opinion)
            .with(&[Pip])
            .well(
                "Pip sleeps, learns and plays. He has a hand of people to tell. School see a boy who puts his hand up.",
            )
            .needs(
                "Pip has started to make sense of what he saw, and visits with his dad still stir him up for a day. \
                 In the short term he is safe. In the long term much depends on whether Corin’s change lasts, which \
                 it is too early to know.",
            )
            .means(
                Pip,
                "The harm has stopped and its effects are easing. I recommend that the protection plan stays until \
                 family time has been steady for three more months.",
            )
            .asks("M7.Q6 M7.Q7 M7.Q8 M7.Q11 M7.Q12"),
    );
    asha.entry(
        "m7-juno-analysis",
        M7,
        Juno,
        heard(Opinion)
            .and_others("Nursery, health visitor and audiology reports, read together")
            .well(
                "Everyone who knows Juno says the same: more words, longer play, quicker comfort. She is weighed, \
                 fed, warm and adored.",
            )
            .needs(
                "Two years old is when fear shapes a child fastest and when safety mends fastest. In the short term \
                 she is safe. In the long term she needs quiet homes, her ears looked after, and speech therapy that \
                 is not cut short.",
            )
            .means(
                Juno,
                "Juno’s needs are met at home. I recommend that she stays on the same plan as Pip while they share \
                 family time.",
            )
            .asks("M7.Q6 M7.Q7 M7.Q8 M7.Q12"),
    );
    let asha = &mut story.on(day(5, 11), Asha);
    asha.entry(
        "m7-tamsin-analysis",
        M7,
        Tamsin,
        saw(Opinion)
            .with(&[Tamsin])
            .well(
                "Tamsin’s warmth was never in question. What has changed is the room she has for it: she sleeps, \
                 works, rests on Sundays, and stays beside Pip when he is angry.",
            )
            .needs(
                "To keep this going she needs help with panic to continue into the spring, the tenancy in her own \
                 name, and someone to ring on a bad night who is not Wren.",
            )
            .means(Wren, "Wren is her mother’s daughter again and not her deputy.")
            .means(Pip, "Pip has a parent who can bear to hear what he saw.")
            .means(Juno, "Juno’s first words were learnt on her mother’s lap.")
            .asks("M7.Q2 M7.Q4 M7.Q5 M7.Q8 M7.Q9 M7.Q10")
            .shown_to(&[Tamsin]),
    );
    asha.entry(
        "m7-corin-analysis",
        M7,
        Corin,
        saw(Opinion)
            .with(&[Corin])
            .well(
                "Corin has moved from “I lost it” to “I made the weather”. He has not had a drink for twelve weeks, \
                 and he stops a game when Juno covers her ears.",
            )
            .needs(
                "Twelve weeks is a beginning. Half of his programme is ahead of him and one allegation is still \
                 denied. We recommend that family time stays as it is until February, and is then looked at again \
                 with what Pip and Juno show us.",
            )
            .means(Pip, "Pip is getting to know one dad, all day, a little at a time.")
            .means(Juno, "Juno is learning that this man’s big hands are for catching cups.")
            .asks("M7.Q2 M7.Q3 M7.Q4 M7.Q5 M7.Q8")
            .stage("Owning what he did", Stage::Action)
            .shown_to(&[Corin]),
    );
}

fn views(story: &mut Story) {
    let nia = &mut story.on(day(6, 11), Nia);
    nia.entry(
        "m8-wren-views",
        M8,
        Wren,
        told(Fact)
            .with(&[Wren])
            .well(
                "Wren says that it is better, and that what helped was being asked before things were done, and \
                 Nan’s house being there.",
            )
            .needs(
                "She says that four workers at once was too many, that nobody should have rung the school office that \
                 one time in June after she had asked us not to, and that she would like a photograph of the canal \
                 kept in here. We said sorry about the call.",
            )
            .means(Wren, "Wren wants someone to ring her, not about her, in the new year.")
            .said(Wren, "You lot mostly did what you said. You should know that’s rare.")
            .asks("M8.Q1 M8.Q2 M8.Q3 M8.Q4")
            .shown_to(&[Wren]),
    );
    nia.entry(
        "m8-pip-views",
        M8,
        Pip,
        told(Fact)
            .with(&[Pip])
            .and_others("With faces to point at: better, the same, worse")
            .well("Pip pointed to “better” for home, for school and for sleeping, and gave the snails a “better” as well.")
            .needs("He pointed to “the same” for the dinner hall. He would like his visits with Dad to have a garden.")
            .means(Pip, "Pip can say what is better and what is not, and expects that somebody will listen.")
            .said(Pip, "The house isn’t shouty any more. It’s just normal noisy.")
            .asks("M8.Q1 M8.Q2 M8.Q3"),
    );
    let nia = &mut story.on(day(10, 11), Nia);
    nia.entry(
        "m8-juno-views",
        M8,
        Juno,
        saw(Fact)
            .with(&[Tamsin, Juno])
            .and_others("What she shows us, written down for her to read one day")
            .well(
                "Juno, you are two and three quarters. Today you slammed a toy door eleven times, on purpose, and \
                 laughed each time. You fell asleep on your mother’s knee with a duck in each hand.",
            )
            .needs("You still do not like the fire bell. Nobody does.")
            .means(Juno, "Juno has made the door her own toy. It is the clearest thing that she could tell us.")
            .asks("M8.Q1 M8.Q3")
            .shown_to(&[Tamsin]),
    );
    let asha = &mut story.on(day(10, 11), Asha);
    asha.entry(
        "m8-nan-views",
        M8,
        Morwenna,
        told(Fact)
            .with(&[Morwenna])
            .well(
                "Nan says that she was treated as part of the family and not as a spare room. She sees Wren laughing \
                 with her mouth open again.",
            )
            .needs(
                "The letters were too small until July, and she was not told when meetings changed. She would like to \
                 keep Sundays whatever happens.",
            )
            .means(Wren, "Nan’s house stays open to Wren, any night, no reason needed.")
            .said(Morwenna, "I’ve got my girl back. And her girl back.")
            .asks("M8.Q1 M8.Q2 M8.Q4")
            .shown_to(&[Morwenna]),
    );
    let dev = &mut story.on(day(11, 11), Dev);
    dev.entry(
        "m3-corin-third",
        M3,
        Corin,
        told(Fact)
            .with(&[Corin])
            .and_others("Session fourteen of twenty-eight")
            .well(
                "Corin spoke in the group about the boy on the stairs, and another man there wept. He can now say \
                 what each child needed that night and did not get from him.",
            )
            .needs(
                "He is steady with people who agree with him, and quick to feel judged by those who do not. The next \
                 sessions are about jealousy, and he is wary of them; he said so, which is new.",
            )
            .means(Wren, "He has written Wren a letter that he does not expect to send. It asks her for nothing.")
            .means(Pip, "Corin can imagine Pip at fifteen, and what Pip will know about him by then.")
            .said(Corin, "Saying sorry to a kid is easy. Being someone it’s true from, that’s the job.")
            .asks("M3.Q2 M3.Q5 M3.Q6 M3.Q9 M3.Q10"),
    );
    story.share();

    let nia = &mut story.on(day(12, 11), Nia);
    nia.amend(
        "m8-wren-views",
        "Wren read this and asked for her own words to be put exactly as she said them.",
        |entry| {
            for quote in &mut entry.own_words {
                quote.words =
                    "You lot mostly did what you said you’d do. You should know that’s rare. Put that in."
                        .into();
            }
        },
    );
    nia.amend(
        "m8-pip-views",
        "Pip thought of one more thing on the way back to class and asked me to add it.",
        |entry| {
            entry.going_well.push_str(" He also wants it written that he can ride with no hands, nearly.")
        },
    );
}

fn conclusions(story: &mut Story) {
    let ruth = &mut story.on(day(12, 11), Ruth);
    ruth.entry(
        "m7-tamsin-oversight",
        M7,
        Tamsin,
        heard(Opinion)
            .and_others("Group supervision, all seven of the team")
            .well(
                "The team agree that the children are safer than in June and that most of what changed was done by \
                 the family. Wren’s wish about the school office is now on everyone’s list.",
            )
            .needs(
                "We looked for another explanation of the quiet: that it lasts only while the court order does. We \
                 cannot rule it out, which is why Pip’s and Juno’s plans stay as they are. Silent calls: police to \
                 report back by 20 November.",
            )
            .means(Wren, "Agreed: a child in need plan is recommended for Wren.")
            .means(Pip, "Agreed: the protection plan stays, to be looked at again in February.")
            .means(Juno, "Agreed: as for Pip.")
            .asks("M7.Q8 M7.Q9 M7.Q11 M7.Q12"),
    );
    story.share();

    let asha = &mut story.on(day(13, 11), Asha);
    asha.statement(
        M3,
        Corin,
        "Names what he did, what the children lived through, and what each needed from him. Half of the programme done.",
        "Jealousy and control, which come next, and the allegation about the bank card.",
        "Three entries, in July, September and November, show a steady movement from “the argument” to “what I did”.",
    );
    asha.statement(
        M6,
        Tamsin,
        "Affection, praise and play at each child’s own level; school and nursery speak of her warmly.",
        "The tenancy in her own name.",
        "The children’s closeness to their mother is the strongest protection that they have.",
    );
    asha.statement(
        M7,
        Tamsin,
        "Taken up all help offered, and asked for more. Every goal that was hers to reach has been reached or begun.",
        "Support with panic until the spring.",
        "All three children can live safely at home with their mother, now and, with this support, in the long term.",
    );
    asha.status(M1, Pip, Completed);
    asha.status(M6, Tamsin, Completed);
    asha.status(M8, Tamsin, Completed);
    asha.status(M8, Morwenna, Completed);
    story.share();
}
