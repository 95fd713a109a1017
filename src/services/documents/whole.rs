//! The whole workbook as a document to read, for whoever takes over (`domain.md` R84, R93). What keeps people safe
//! stands in the workbook alone, and so do drafts and ratings that were not shown to everybody yet.

use chrono::{DateTime, Utc};

use crate::model::module::ModuleId;
use crate::navigation::{FamilyPage, Leaf};
use crate::reports::{Block, Level};
use crate::services::here::Here;
use crate::services::said::showing_words;
use crate::services::two_versions::records::place;
use crate::services::two_versions::{lines, person_lines, relationship_lines};
use crate::workbook::conflict::Conflict;
use crate::workbook::fact::Whole;
use crate::workbook::round::summaries::{Handed, handed};

use super::blocks::{labelled, written};
use super::drawings::Shows;
use super::sheaf::Sheaf;
use super::{chronology, family, modules};

/// The pages of the workbook, in the order of the document.
const CHAPTERS: [Leaf; 11] = [
    Leaf::Referral,
    Leaf::Consent,
    Leaf::Thresholds,
    Leaf::Plans,
    Leaf::Visits,
    Leaf::Meeting,
    Leaf::Supervision,
    Leaf::Summaries,
    Leaf::Notes,
    Leaf::Sharing,
    Leaf::Close,
];

pub(super) fn gather(sheaf: &mut Sheaf<'_>) {
    let here = sheaf.here;
    sheaf.begin("The family");
    sheaf.extend(family::separations(&here));
    sheaf.extend(family::people(&here));
    sheaf.extend(family::standing(&here));
    sheaf.extend(family::team(&here));
    sheaf.draw(Shows::FamilyTree);
    sheaf.draw(Shows::Supports);
    let all = records(&here);
    let of_people = |of: Conflict| matches!(place(of), FamilyPage::People | FamilyPage::Programme);
    for (of, _) in all.iter().filter(|(of, _)| of_people(*of)) {
        record(sheaf, *of);
    }
    let mut subjects = here.book.subjects();
    subjects.extend(here.book.former_subjects());
    for module in ModuleId::ALL {
        modules::section(sheaf, module, &subjects);
    }
    for chapter in CHAPTERS {
        sheaf.begin(chapter.title());
        let own = |of: Conflict| matches!(place(of), FamilyPage::Leaf { leaf, .. } if leaf == chapter);
        for (of, _) in all.iter().filter(|(of, _)| own(*of)) {
            record(sheaf, *of);
        }
    }
    chronology::gather(sheaf);
    sheaf.begin("What is not in this document");
    sheaf.put(Block::Paragraph(
        "What keeps people safe, and everything private to one person, stands in the workbook alone. Drafts, and ratings \
         that were not shown to everybody, are not in it either."
            .to_owned(),
    ));
}

/// Everything that is recorded and stands in no chapter of its own, the earliest first.
fn records(here: &Here<'_>) -> Vec<(Conflict, DateTime<Utc>)> {
    let recorded = here.book.recorded_last().into_iter();
    let mut all: Vec<(Conflict, DateTime<Utc>)> =
        recorded.filter(|(of, ..)| is_read(here, *of)).map(|(of, _, at)| (of, at)).collect();
    all.sort_by_key(|(of, at)| (*at, *of));
    all
}

/// Whether it stands in a document for colleagues, as a record of its own.
fn is_read(here: &Here<'_>, of: Conflict) -> bool {
    match of {
        // What keeps people safe stands apart.
        Conflict::ProtectedFact(_) | Conflict::DoNotTell(_) | Conflict::SafetyPlan(_) => false,
        Conflict::Summary(of) => here.book.summaries.get(of).is_some_and(|it| handed(it) != Handed::Draft),
        Conflict::Rating(of) => {
            here.book.meeting(of.supervision).is_some_and(|meeting| meeting.reveal().is_some())
        }
        // In the modules, in the chronology, or the work of the app itself.
        Conflict::Entry(_)
        | Conflict::Statement(_)
        | Conflict::ModuleStatus(_)
        | Conflict::ChronologyEvent(_)
        | Conflict::Mark(_)
        | Conflict::Reveal(_)
        | Conflict::Shared(_)
        | Conflict::Approval(_)
        | Conflict::AfterAuthorisation(_) => false,
        _ => true,
    }
}

/// One record: what it is, what it says, and who wrote it when. Of two versions that stand beside each other, both.
fn record(sheaf: &mut Sheaf<'_>, of: Conflict) {
    let here = sheaf.here;
    let standing = here.book.standing(of);
    sheaf.heading(Level::Second, title(&here, of));
    for head in &standing {
        let said = match (&head.value, of) {
            (None, _) => vec!["Entered in error".to_owned()],
            (Some(_), Conflict::Person(id)) => {
                here.book.people.current(id).map(person_lines).unwrap_or_default()
            }
            (Some(_), Conflict::Relationship(id)) => here
                .book
                .relationships
                .current(id)
                .map(|it| relationship_lines(here.book, it))
                .unwrap_or_default(),
            (Some(_), Conflict::Showing(id)) => {
                here.book.showings.current(id).map(|it| showing_words(here.book, it)).into_iter().collect()
            }
            (Some(value), _) => lines(here.book, value),
        };
        for line in said {
            match line.split_once(": ") {
                Some((name, words)) => sheaf.extend(labelled(name, words)),
                None => sheaf.extend(Block::paragraphs(&line)),
            }
        }
        sheaf.extend(labelled("Why it was changed", &head.reason));
        let role = here.book.team.current(head.author).map(|member| member.role.clone());
        let role = role.unwrap_or(crate::model::practitioner::Role::Other("the team".to_owned()));
        sheaf.put(written(&here, head.author, &role, head.recorded));
    }
}

/// What a record is, and of whom.
fn title(here: &Here<'_>, of: Conflict) -> String {
    let book = here.book;
    let whose = match of {
        Conflict::Person(id) | Conflict::Workflow(id) | Conflict::Casework(id) => Some(book.name_of(id)),
        Conflict::Consent(of) => Some(book.name_of(of.person)),
        Conflict::ChildStatus(id) => book.child_statuses.current(id).map(|it| book.name_of(it.child)),
        Conflict::ThresholdDecision(id) => book.thresholds.current(id).map(|it| book.name_of(it.child)),
        Conflict::Recommendation(id) => book.recommendations.current(id).map(|it| book.name_of(it.child)),
        Conflict::Said(id) => book.said.current(id).map(|it| book.name_of(it.who)),
        Conflict::Summary(of) | Conflict::Rating(of) => Some(book.author_name(of.practitioner)),
        Conflict::TeamMember(id) => Some(book.author_name(id)),
        Conflict::CaseSummary(Whole::Family) => None,
        _ => None,
    };
    match whose {
        Some(whose) => format!("{}: {whose}", of.words()),
        None => of.words().to_owned(),
    }
}
