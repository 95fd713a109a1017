//! Who of the family is shown a piece of the record, under which heading and in which words (`ux.md` 3.4, SR1, SR4;
//! `domain.md` E2, rule 1).

use std::collections::{BTreeMap, BTreeSet};

use crate::model::audience::Audience;
use crate::model::choices::Choice;
use crate::model::ids::PersonId;
use crate::model::sharing::{Heading, Piece, Shared, Translation};
use crate::navigation::{FamilyPage, Leaf};
use crate::services::audience::Offers;
use crate::services::here::Here;
use crate::services::plain_words::advice;
use crate::services::sheet::{Answer, Question, Sheet, What, line, many, one, pick, text, tick};
use crate::services::shown::{piece_of, title};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::{Command, Field, SharingCommand};
use crate::workbook::sharing::OnRecord;

use super::choice;

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const WHO: &str = "share-who";
    pub const BY_NAME: &str = "share-by-name";
    pub const HEADING: &str = "share-heading";
    pub const WORDS: &str = "share-words";
    pub const LANGUAGE: &str = "share-language";
    pub const TRANSLATION: &str = "share-translation";
    pub const TRANSLATOR: &str = "share-translator";
    pub const STOP: &str = "share-stop";
}

/// Languages in which a person may have put it, each by its tag and its own name.
const LANGUAGES: [(&str, &str); 14] = [
    ("cy", "Cymraeg"),
    ("ar", "العربية"),
    ("bn", "বাংলা"),
    ("fa", "فارسی"),
    ("gu", "ગુજરાતી"),
    ("ig", "Igbo"),
    ("pa", "ਪੰਜਾਬੀ"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("so", "Soomaali"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ur", "اردو"),
];

/// The piece, as it is on record, while it can be shared at all.
fn asked<'a>(of: Option<&str>, here: &Here<'a>) -> Option<(Piece, OnRecord<'a>)> {
    let piece = piece_of(of?)?;
    let record = here.book.on_record(piece)?;
    record.for_the_team.is_none().then_some((piece, record))
}

/// The child whose exact words it is, if it is a child's.
fn child_of(piece: Piece, here: &Here<'_>) -> Option<PersonId> {
    let Piece::OwnWords(_, who) = piece else { return None };
    here.book.people.current(who).filter(|it| it.is_child()).map(|_| who)
}

/// The headings under which a piece can stand.
fn headings(piece: Piece) -> Vec<Answer> {
    let fits = |heading: &&Heading| match heading {
        Heading::Helping => false,
        Heading::Well => !matches!(piece, Piece::Needs(_)),
        _ => true,
    };
    Heading::ALL.iter().filter(fits).map(|it| Answer::new(it.code(), it.label())).collect()
}

/// Everybody who could be chosen, and what to say of those who cannot.
fn offered(here: &Here<'_>, record: &OnRecord<'_>) -> (Vec<PersonId>, Vec<String>) {
    let book = here.book;
    let offers = Offers::of(book, &record.names);
    let people: Vec<PersonId> = offers.offered.iter().map(|it| it.person).collect();
    let may_see = |person: &PersonId| record.audience.is_none_or(|it| it.people().any(|own| own == *person));
    let mut said: Vec<String> = offers
        .kept_apart
        .iter()
        .map(|it| {
            format!(
                "{} cannot be chosen: safety separation stands between {} and {}.",
                it.name, it.name, it.from
            )
        })
        .collect();
    let (people, others): (Vec<_>, Vec<_>) = people.into_iter().partition(may_see);
    if !others.is_empty() {
        let names: Vec<String> = others.iter().map(|it| book.name_of(*it)).collect();
        said.push(format!(
            "Not among those who may see the record this is from: {}. Choose them there first.",
            names.join(", ")
        ));
    }
    (people, said)
}

pub(super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let (piece, record) = asked(of, here)?;
    let book = here.book;
    let stands = book.shared.current(piece);
    let (people, not_offered) = offered(here, &record);
    let answers = |people: &[PersonId]| -> Vec<Answer> {
        people.iter().map(|id| Answer::new(id, book.name_of(*id))).collect()
    };
    let mut questions = vec![What::Words(format!("“{}”", record.words.trim())).asked()];
    let shown = stands.map(|it| it.family_words.as_str()).filter(|words| !words.trim().is_empty());
    let advised = advice(shown.unwrap_or(&record.words));
    if !advised.is_empty() {
        let said = advised.iter().map(|it| ("Plainer".to_owned(), it.words())).collect();
        questions
            .push(What::Told { summary: "What could be said in plainer words".to_owned(), said }.asked());
    }
    questions.push(
        many(field::WHO, "Who may see this?", answers(&people))
            .hinted("Each by name. Nobody is shown it whom you do not choose.")
            .asked(),
    );
    questions.extend(not_offered.into_iter().map(|words| What::Words(words).asked()));
    let child = child_of(piece, here);
    if let Some(child) = child {
        let is_adult = |id: &PersonId| book.people.current(*id).is_some_and(|it| !it.is_child());
        let adults: Vec<PersonId> = people.iter().copied().filter(is_adult).collect();
        let name = book.name_of(child);
        questions.push(
            many(
                field::BY_NAME,
                format!("These are {name}’s exact words. Who of the adults may read them?"),
                answers(&adults),
            )
            .hinted(format!("Ask {name} first who may know. Read the words above once more."))
            .when(field::WHO, adults),
        );
    }
    if !matches!(piece, Piece::Worker(_)) {
        questions.push(one(field::HEADING, "Under which heading?", headings(piece)).asked());
    }
    questions.push(
        text(field::WORDS, words_label(piece))
            .hinted("Short sentences, one thing in each. What is recorded stays as it is.")
            .asked(),
    );
    questions.extend(translations(stands));
    if stands.is_some() {
        questions.push(tick(field::STOP, "Show it to nobody by this choice any more").asked());
    }
    let at = [
        Some((Field::Audience, field::WHO)),
        child.map(|_| (Field::OwnWords, field::BY_NAME)),
        Some((Field::Texts, field::WORDS)),
        Some((Field::Text, field::TRANSLATION)),
        Some((Field::Name, field::TRANSLATOR)),
    ];
    Some(Sheet {
        heading: "Choose who is shown this".to_owned(),
        caption: Some(title(book, piece)),
        intro: Vec::new(),
        questions,
        save: "Save choice",
        done: "What the family is shown was saved".to_owned(),
        back: FamilyPage::leaf(Leaf::Sharing),
        filled: filled(piece, &record, stands, child),
        at: at.into_iter().flatten().map(|(field, id)| (field, id.to_owned())).collect(),
    })
}

fn words_label(piece: Piece) -> &'static str {
    match piece {
        Piece::Worker(_) => "What they do, in plain words (optional)",
        _ => "In plain words for the family (optional)",
    }
}

/// The translations that stand, and a box for one more or another.
fn translations(stands: Option<&Shared>) -> Vec<Question> {
    let own = stands.into_iter().flat_map(|it| &it.translations);
    let said: Vec<(String, String)> =
        own.map(|(tag, it)| (language(tag), format!("{} ({})", it.words, it.by))).collect();
    let told =
        (!said.is_empty()).then(|| What::Told { summary: "In other languages".to_owned(), said }.asked());
    let tags = LANGUAGES.map(|(tag, _)| tag);
    let answers = LANGUAGES.map(|(tag, name)| Answer::new(tag, name));
    let boxes = [
        pick(field::LANGUAGE, "Add or change a translation (optional)", answers)
            .hinted("By a person. Nothing is translated by a machine.")
            .asked(),
        text(field::TRANSLATION, "The words in that language").when(field::LANGUAGE, tags),
        line(field::TRANSLATOR, "Who translated it?").when(field::LANGUAGE, tags),
    ];
    told.into_iter().chain(boxes).collect()
}

fn language(tag: &str) -> String {
    LANGUAGES.iter().find(|(own, _)| *own == tag).map_or(tag, |(_, name)| *name).to_owned()
}

fn filled(piece: Piece, record: &OnRecord<'_>, stands: Option<&Shared>, child: Option<PersonId>) -> Fields {
    let mut fields = Fields::new();
    let lines =
        |audience: &Audience| audience.people().map(|it| it.to_string()).collect::<Vec<_>>().join("\n");
    let heading = match (stands, piece) {
        (_, Piece::Worker(_)) => None,
        (Some(stands), _) => Some(stands.heading),
        (None, Piece::GoingWell(_)) => Some(Heading::Well),
        (None, Piece::Action(_)) => Some(Heading::Agreed),
        (None, Piece::Supervision(_)) => Some(Heading::Next),
        (None, Piece::OwnWords(..)) => Some(Heading::Said),
        (None, _) => None,
    };
    if let Some(heading) = heading {
        fields.insert(field::HEADING.to_owned(), heading.code().to_owned());
    }
    // What is going well is shown to those who may see its entry, until somebody chooses otherwise here.
    let audience = match (stands, piece) {
        (Some(stands), _) => Some(&stands.audience),
        (None, Piece::GoingWell(_)) => record.audience,
        (None, _) => None,
    };
    fields.insert(field::WHO.to_owned(), audience.map(lines).unwrap_or_default());
    if let Some(stands) = stands {
        fields.insert(field::WORDS.to_owned(), stands.family_words.clone());
        if child.is_some() {
            fields.insert(field::BY_NAME.to_owned(), lines(&stands.audience));
        }
    }
    fields
}

pub(super) fn read(of: Option<&str>, here: &Here<'_>, typed: &Fields) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some((piece, _)) = asked(of, here) else { return Ok(Vec::new()) };
    let boxes = Typed(typed);
    let seen = here.book.shared.head_ids(piece);
    if boxes.is(field::STOP, "yes") {
        let command = SharingCommand::StopSharing { piece, reason: String::new(), seen };
        return Ok(vec![Command::Sharing(command)]);
    }
    let people = |id: &str| -> BTreeSet<PersonId> {
        boxes.lines(id).into_iter().filter_map(|it| it.parse().ok()).collect()
    };
    let who = people(field::WHO);
    let mut wrong = Vec::new();
    if who.is_empty() {
        wrong.push(Wrong::new(field::WHO, "Select who may see this. If nobody may, go back"));
    }
    let heading = match piece {
        Piece::Worker(_) => Some(Heading::Helping),
        _ => choice(boxes, field::HEADING),
    };
    if heading.is_none() {
        wrong.push(Wrong::new(field::HEADING, "Select a heading"));
    }
    let (Some(heading), true) = (heading, wrong.is_empty()) else { return Err(wrong) };
    let stands = here.book.shared.current(piece);
    let shared = Shared {
        audience: Audience::People(who),
        heading,
        family_words: boxes.text(field::WORDS).to_owned(),
        translations: translated(stands, boxes),
    };
    let by_name = people(field::BY_NAME);
    Ok(vec![Command::Sharing(SharingCommand::Share { piece, shared, by_name, seen })])
}

/// The translations, with the one that was typed. One of which every word was taken away is gone.
fn translated(stands: Option<&Shared>, boxes: Typed<'_>) -> BTreeMap<String, Translation> {
    let mut all = stands.map(|it| it.translations.clone()).unwrap_or_default();
    let tag = boxes.text(field::LANGUAGE);
    if LANGUAGES.iter().any(|(own, _)| *own == tag) {
        let (words, by) = (boxes.text(field::TRANSLATION), boxes.text(field::TRANSLATOR));
        match words.is_empty() && by.is_empty() && all.contains_key(tag) {
            true => drop(all.remove(tag)),
            false => {
                let translation = Translation { words: words.to_owned(), by: by.to_owned() };
                drop(all.insert(tag.to_owned(), translation));
            }
        }
    }
    all
}

#[cfg(test)]
mod tests;
