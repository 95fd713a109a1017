//! Whether an entry, a visit or a case note stands in the chronology, and in what words: marked where it stands, never
//! typed twice (WAR 12; `domain.md` R41).

use crate::model::chronology::Mark;
use crate::model::ids::PersonId;
use crate::model::source::Source;
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Answer, Sheet, line, one, text};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::{ChronologyCommand, Command};

use super::{Fresh, source};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const SIGNIFICANT: &str = "mark-significant";
    pub const LINE: &str = "mark-line";

    /// How a child sees it.
    pub fn view(child: crate::model::ids::PersonId) -> String {
        format!("mark-view-{child}")
    }
}

const YES: &str = "yes";
const NO: &str = "no";

fn of_address(of: Option<&str>, here: &Here<'_>) -> Option<Source> {
    let source = source::of_address(of?)?;
    source::day(here.book, source).map(|_| source)
}

/// The children, and those of whom a view stands already.
fn children(here: &Here<'_>, stands: Option<&Mark>) -> Vec<PersonId> {
    let mut children: Vec<PersonId> = here.book.children().into_iter().map(|(id, _)| id).collect();
    for child in stands.into_iter().flat_map(|mark| mark.childrens_views.keys()) {
        if !children.contains(child) {
            children.push(*child);
        }
    }
    children
}

pub(super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let source = of_address(of, here)?;
    let book = here.book;
    let stands = book.marks.current(source);
    let answers = [Answer::new(YES, "Yes"), Answer::new(NO, "No")];
    let mut questions = vec![
        one(field::SIGNIFICANT, "Does it stand in the chronology?", answers).asked(),
        line(field::LINE, "In what words? (optional)")
            .hinted("If its own first words would not do.")
            .when(field::SIGNIFICANT, [YES]),
    ];
    questions.extend(children(here, stands).into_iter().map(|child| {
        let name = book.name_of(child);
        text(field::view(child), format!("How does {name} see it? (optional)"))
            .when(field::SIGNIFICANT, [YES])
    }));
    let now = if book.is_significant(source) { YES } else { NO };
    let mut filled: Fields = [(field::SIGNIFICANT.to_owned(), now.to_owned())].into();
    if let Some(mark) = stands {
        filled.insert(field::LINE.to_owned(), mark.line.clone());
        filled.extend(mark.childrens_views.iter().map(|(child, view)| (field::view(*child), view.clone())));
    }
    Some(Sheet {
        heading: "Chronology".to_owned(),
        caption: Some(source::words(book, source)),
        intro: vec![
            "Mark what is significant in the life of the family. A visit stands there unless you leave it out."
                .to_owned(),
        ],
        questions,
        save: "Save",
        done: "The chronology was changed".to_owned(),
        back: FamilyPage::leaf(Leaf::Chronology),
        filled,
        at: Vec::new(),
    })
}

pub(super) fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    _: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(source) = of_address(of, here) else { return Ok(Vec::new()) };
    let boxes = Typed(typed);
    let significant = match boxes.text(field::SIGNIFICANT) {
        YES => true,
        NO => false,
        _ => return Err(vec![Wrong::new(field::SIGNIFICANT, "Select whether it stands in the chronology")]),
    };
    let stands = here.book.marks.current(source);
    let views = children(here, stands).into_iter();
    let views = views.map(|child| (child, boxes.text(&field::view(child)).to_owned()));
    let mark = match significant {
        true => Mark {
            significant,
            line: boxes.text(field::LINE).to_owned(),
            childrens_views: views.filter(|(_, view)| !view.is_empty()).collect(),
        },
        // What was said of it is kept for when it is marked again.
        false => Mark { significant, ..stands.cloned().unwrap_or_default() },
    };
    let seen = here.book.marks.head_ids(source);
    Ok(vec![Command::Chronology(ChronologyCommand::Mark { source, mark, seen })])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::module::ModuleId;
    use crate::services::sample::{AMARA, KAYLA, Sample, about, entry, entry_id, person};
    use crate::services::sheets::tests::{fields, hangs_together, here, ids};

    #[test]
    fn an_entry_is_marked_and_left_out_again_and_its_words_are_kept() {
        let mut sample = Sample::new();
        let entry = entry(ModuleId::M2, about(AMARA), "Up every day");
        sample.does(Command::RecordEntry { id: entry_id(1), entry });
        let of = source::address(Source::Entry(entry_id(1)));
        let says = |sample: &mut Sample, boxes: &[(&str, &str)]| {
            let mut typed = sheet(Some(&of), &here(&sample.book)).unwrap().filled;
            typed.extend(fields(boxes));
            let commands = read(Some(&of), &here(&sample.book), &typed, &mut ids()).unwrap();
            commands.into_iter().for_each(|command| sample.does(command));
            sample.book.chronology().into_iter().map(|line| line.what).collect::<Vec<_>>()
        };
        assert!(sample.book.chronology().is_empty());
        hangs_together(&sheet(Some(&of), &here(&sample.book)).unwrap());
        let view = field::view(person(KAYLA));
        let marked =
            says(&mut sample, &[("mark-significant", "yes"), ("mark-line", "A turn"), (&view, "Good")]);
        assert_eq!(marked, ["A turn"]);
        assert!(says(&mut sample, &[("mark-significant", "no")]).is_empty());
        assert_eq!(says(&mut sample, &[("mark-significant", "yes")]), ["A turn"]);
        assert!(sheet(Some("entry-nobody"), &here(&sample.book)).is_none());
        let wrong = read(Some(&of), &here(&sample.book), &Fields::new(), &mut ids()).unwrap_err();
        assert_eq!(wrong[0].field, "mark-significant");
    }
}
