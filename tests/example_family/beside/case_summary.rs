//! The case summary for whoever must decide at night, written in the week after the analysis.

use hearth::model::summary::CaseSummary;
use hearth::workbook::decide::{Command, SummaryCommand};

use crate::cast::Who::{Juno, Pip, Wren};
use crate::cast::Worker::Asha;
use crate::cast::day;
use crate::story::Story;

pub fn arrange(story: &mut Story) {
    story.then(day(12, 11), written);
}

fn written(story: &mut Story) {
    let asha = &mut story.on(day(12, 11), Asha);
    let summary = CaseSummary {
        as_of: day(12, 11),
        childrens_views: [
            (Wren.id(), "She wants to be rung herself, and to choose her nights at Nan’s."),
            (Pip.id(), "The house is just normal noisy now. He likes to see his dad where nobody shouts."),
            (Juno.id(), "She is two. She cries at sudden noise and settles on her mother’s knee."),
        ]
        .map(|(who, words)| (who, words.to_owned()))
        .into(),
        background: "Corin hurt Tamsin in the home in June while the children were there. He lives elsewhere under a \
                     restraining order, and works with Dev and Marcus on violence and alcohol. He says that he has not \
                     had a drink since 11 August, and tests agree. All three children were frightened; what they show \
                     us is easing. Tamsin has panic at night and has help with it."
            .into(),
        current_plan: "Corin sees Pip and Juno at the family time centre, with a worker in the room, and nowhere else. \
                       This stays so until February. Wren sees him only if she asks. Wren may sleep at Nan’s any night."
            .into(),
        safety_plan: "Tamsin and Wren each have a written plan. Ring Tamsin before anybody goes to the home. Give \
                      neither parent news of where the other is or what they do."
            .into(),
        contingency_plan: "If Corin comes to the home or rings: Tamsin rings 999, and Wren takes the little ones next \
                           door. If Tamsin cannot care for them: Morwenna takes all three, and has said so."
            .into(),
        contacts: "Morwenna Brambledown, Nan. Asha Plumley, social worker; her manager is Ruth Candlewick. School: \
                   Miss Harebell for Wren, Mr Ottershaw for Pip."
            .into(),
        critical: "In October Tamsin had silent calls from a number that she does not know. They are logged for \
                   the police, and her safety plan stands."
            .into(),
    };
    asha.command(Command::Summary(SummaryCommand::RenewCaseSummary { summary, seen: Vec::new() }));
    story.share();
}
