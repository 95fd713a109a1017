//! An entry as it stands in the boxes of its form, and what is wrong with it.
//!
//! The boxes hold what was typed, so that nothing typed is lost; [`EntryForm::read`] says what they mean, or
//! everything that is to be mended, in the order of the fields. Rules that need the workbook are decided
//! again when the entry is recorded.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::model::audience::Audience;
use crate::model::choices::Choice;
use crate::model::dates::{NotADate, PartialDate};
use crate::model::entry::{Certainty, Entry, HowKnown, Quote};
use crate::model::ids::PersonId;
use crate::model::module::{ModuleId, QuestionId};
use crate::model::stage_of_change::{Stage, StageOfChange};
use crate::model::subject::Subject;
use crate::workbook::decide::Field;

/// The ids of the fields. They stand in drafts, so they stay.
pub mod field {
    pub const DATE: &str = "date-of-work";
    pub const PRESENT: &str = "who-was-there";
    pub const OTHERS: &str = "others-there";
    pub const HOW_KNOWN: &str = "how-known";
    pub const CERTAINTY: &str = "certainty";
    pub const GOING_WELL: &str = "going-well";
    pub const NEEDS: &str = "needs";
    pub const ANALYSIS: &str = "analysis";
    pub const OWN_WORDS: &str = "own-words";
    pub const CHANGE: &str = "what-changes";
    pub const STAGE: &str = "stage-of-change";
    pub const WHOSE_STAGE: &str = "whose-change";
    pub const QUESTIONS: &str = "questions";
    pub const AUDIENCE: &str = "audience";
    pub const AUDIENCE_PEOPLE: &str = "audience-people";
    pub const REASON: &str = "reason";

    /// The box about one child.
    pub fn analysis(child: crate::model::ids::PersonId) -> String {
        format!("{ANALYSIS}-{child}")
    }

    /// The box of the nth words somebody used, and the one that says who.
    pub fn own_words(place: usize) -> [String; 2] {
        [format!("{OWN_WORDS}-{place}-who"), format!("{OWN_WORDS}-{place}")]
    }
}

/// The words in [`EntryForm::audience`].
pub const TEAM_ONLY: &str = "team";
pub const CHOSEN_PEOPLE: &str = "people";

/// One thing to mend: the field it stands at, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    pub field: String,
    pub message: String,
}

impl Wrong {
    fn new(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self { field: field.into(), message: message.into() }
    }
}

/// Words somebody used, and who.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QuoteBoxes {
    pub who: String,
    pub words: String,
}

/// Where somebody is in a change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StageBoxes {
    /// Asked only where the entry is about two people.
    pub who: String,
    pub change: String,
    pub stage: String,
}

impl StageBoxes {
    fn of(stage: &StageOfChange) -> Self {
        Self {
            who: stage.who.to_string(),
            change: stage.change.clone(),
            stage: stage.stage.code().to_owned(),
        }
    }

    /// Nothing where nothing is said of a change.
    fn read(&self, subject: Subject, wrong: &mut Vec<Wrong>) -> Option<StageOfChange> {
        let stage = Stage::from_code(&self.stage);
        if stage.is_none() && blank(&self.change) {
            return None;
        }
        let who = match subject {
            Subject::Person(person) => Some(person),
            Subject::Couple(pair) => self.who.parse().ok().filter(|who| pair.has(*who)),
        };
        if who.is_none() {
            wrong.push(Wrong::new(field::WHOSE_STAGE, "Choose whose change it is"));
        }
        if blank(&self.change) {
            wrong.push(Wrong::new(field::CHANGE, "Enter what is changing"));
        }
        if stage.is_none() {
            wrong.push(Wrong::new(field::STAGE, "Choose the stage of the change"));
        }
        let change = self.change.trim().to_owned();
        who.zip(stage).map(|(who, stage)| StageOfChange { who, change, stage })
    }
}

/// What stands in the boxes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EntryForm {
    /// Day, month, year.
    pub date: [String; 3],
    pub about: bool,
    pub present: Vec<String>,
    pub others: String,
    pub how_known: String,
    pub certainty: String,
    pub going_well: String,
    pub needs: String,
    pub analysis: Vec<(PersonId, String)>,
    pub own_words: Vec<QuoteBoxes>,
    pub stage: StageBoxes,
    pub questions: Vec<String>,
    pub audience: String,
    pub audience_people: Vec<String>,
}

/// What the form is for, which no box says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub module: ModuleId,
    pub subject: Subject,
    pub today: NaiveDate,
    /// Who can be chosen to see it. Others stay unchosen, whatever an older version or draft says.
    pub offered: BTreeSet<PersonId>,
}

impl EntryForm {
    /// A new entry: for today and for the team only. Nothing else is answered beforehand.
    pub fn blank(today: NaiveDate) -> Self {
        Self { date: PartialDate::day(today).boxes(), audience: TEAM_ONLY.to_owned(), ..Self::default() }
    }

    /// The next entry of the same sitting: what was just told is not asked again.
    #[must_use]
    pub fn another(&self) -> Self {
        Self {
            date: self.date.clone(),
            about: self.about,
            present: self.present.clone(),
            others: self.others.clone(),
            audience: self.audience.clone(),
            audience_people: self.audience_people.clone(),
            ..Self::default()
        }
    }

    /// The boxes that would give this entry.
    pub fn of(entry: &Entry) -> Self {
        let ids = |people: Vec<PersonId>| people.iter().map(ToString::to_string).collect();
        Self {
            date: entry.done_on.boxes(),
            about: entry.done_on.about,
            present: ids(entry.present.iter().copied().collect()),
            others: entry.others_present.clone(),
            how_known: entry.how_known.code().to_owned(),
            certainty: entry.certainty.code().to_owned(),
            going_well: entry.going_well.clone(),
            needs: entry.needs.clone(),
            analysis: entry.analysis.iter().map(|(child, words)| (*child, words.clone())).collect(),
            own_words: entry
                .own_words
                .iter()
                .map(|quote| QuoteBoxes { who: quote.who.to_string(), words: quote.words.clone() })
                .collect(),
            stage: entry.stage.as_ref().map(StageBoxes::of).unwrap_or_default(),
            questions: entry.questions.iter().map(|question| question.0.clone()).collect(),
            audience: match entry.audience {
                Audience::TeamOnly => TEAM_ONLY.to_owned(),
                Audience::People(_) => CHOSEN_PEOPLE.to_owned(),
            },
            audience_people: ids(entry.audience.people().collect()),
        }
    }

    /// Everyone whom the boxes and this subject name, and from whom somebody may have to be kept apart.
    pub fn named(&self, subject: Subject) -> BTreeSet<PersonId> {
        let spoke = self.own_words.iter().filter(|quote| !blank(&quote.words)).map(|quote| &quote.who);
        subject.people().into_iter().chain(people(self.present.iter().chain(spoke))).collect()
    }

    /// The entry that the boxes say.
    ///
    /// # Errors
    /// Everything that is to be mended, in the order of the fields.
    pub fn read(&self, asked: &Asked) -> Result<Entry, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let done_on = keep(&mut wrong, self.read_date(asked.today));
        let how_known = HowKnown::ALL.into_iter().find(|known| known.code() == self.how_known);
        if how_known.is_none() {
            wrong.push(Wrong::new(field::HOW_KNOWN, "Choose how you know this"));
        }
        let certainty = Certainty::ALL.into_iter().find(|certainty| certainty.code() == self.certainty);
        if certainty.is_none() {
            wrong.push(Wrong::new(
                field::CERTAINTY,
                "Choose whether this is fact, allegation or professional opinion",
            ));
        }
        if !self.has_words() {
            wrong.push(Wrong::new(
                field::GOING_WELL,
                "Enter what is going well, what is needed, or your analysis",
            ));
        }
        let own_words = self.read_own_words(&mut wrong);
        let stage = self.stage.read(asked.subject, &mut wrong);
        // What is somebody else's to tell has nobody to choose (SR6).
        let audience = match how_known.is_some_and(HowKnown::is_for_the_team) {
            true => Some(Audience::TeamOnly),
            false => keep(&mut wrong, self.read_audience(&asked.offered)),
        };
        let (Some(done_on), Some(how_known), Some(certainty), Some(audience), true) =
            (done_on, how_known, certainty, audience, wrong.is_empty())
        else {
            return Err(wrong);
        };
        let told = |text: &String| if blank(text) { String::new() } else { text.clone() };
        Ok(Entry {
            module: asked.module,
            subject: asked.subject,
            done_on,
            present: people(&self.present).collect(),
            others_present: self.others.trim().to_owned(),
            how_known,
            certainty,
            going_well: told(&self.going_well),
            needs: told(&self.needs),
            analysis: self
                .analysis
                .iter()
                .filter(|(_, words)| !blank(words))
                .cloned()
                .collect::<BTreeMap<_, _>>(),
            own_words,
            stage,
            questions: self.questions.iter().cloned().map(QuestionId).collect(),
            audience,
        })
    }

    fn has_words(&self) -> bool {
        [&self.going_well, &self.needs]
            .into_iter()
            .chain(self.analysis.iter().map(|(_, words)| words))
            .chain(self.own_words.iter().map(|quote| &quote.words))
            .any(|text| !blank(text))
    }

    fn read_date(&self, today: NaiveDate) -> Result<PartialDate, Wrong> {
        const NAME: &str = "Date of the work";
        let [day, month, year] = &self.date;
        if self.date.iter().all(|part| blank(part)) {
            return Err(Wrong::new(field::DATE, "Enter the date of the work"));
        }
        let date = PartialDate::parse(day, month, year, self.about).map_err(|wrong| {
            let part = match wrong {
                NotADate::NoDay => "-day",
                NotADate::NoMonth | NotADate::BadMonth => "-month",
                NotADate::NoYear | NotADate::BadYear => "-year",
                NotADate::NotReal => "",
            };
            Wrong::new(format!("{}{part}", field::DATE), format!("{NAME} {wrong}"))
        })?;
        if date.is_after(today) {
            return Err(Wrong::new(field::DATE, format!("{NAME} must be today or in the past")));
        }
        Ok(date)
    }

    fn read_own_words(&self, wrong: &mut Vec<Wrong>) -> Vec<Quote> {
        let mut quotes = Vec::new();
        for (place, boxes) in self.own_words.iter().enumerate().filter(|(_, boxes)| !blank(&boxes.words)) {
            match boxes.who.parse() {
                Ok(who) => quotes.push(Quote { who, words: boxes.words.clone() }),
                Err(_) => {
                    let [who, _] = field::own_words(place);
                    wrong.push(Wrong::new(who, "Choose who said these words"));
                }
            }
        }
        quotes
    }

    fn read_audience(&self, offered: &BTreeSet<PersonId>) -> Result<Audience, Wrong> {
        let nobody = |field: &str| Wrong::new(field, "Choose who can see this entry");
        match self.audience.as_str() {
            TEAM_ONLY => Ok(Audience::TeamOnly),
            CHOSEN_PEOPLE => {
                let chosen: BTreeSet<_> =
                    people(&self.audience_people).filter(|id| offered.contains(id)).collect();
                if chosen.is_empty() {
                    return Err(nobody(field::AUDIENCE_PEOPLE));
                }
                Ok(Audience::People(chosen))
            }
            _ => Err(nobody(field::AUDIENCE)),
        }
    }
}

/// The field at which a refusal of the workbook stands in this form.
pub fn field_of(part: Field) -> &'static str {
    match part {
        Field::DateOfWork | Field::Period => field::DATE,
        Field::Present | Field::Relationship => field::PRESENT,
        Field::Analysis => field::ANALYSIS,
        Field::OwnWords => field::OWN_WORDS,
        Field::Stage => field::STAGE,
        Field::Change => field::CHANGE,
        Field::Audience => field::AUDIENCE,
        Field::Reason => field::REASON,
        _ => field::GOING_WELL,
    }
}

fn keep<T>(wrong: &mut Vec<Wrong>, read: Result<T, Wrong>) -> Option<T> {
    read.map_err(|found| wrong.push(found)).ok()
}

fn blank(text: &str) -> bool {
    text.trim().is_empty()
}

fn people<'a>(ids: impl IntoIterator<Item = &'a String>) -> impl Iterator<Item = PersonId> {
    ids.into_iter().filter_map(|id| id.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::sample::{AMARA, DANA, JOE, KAYLA, about, entry, person, today};

    fn asked() -> Asked {
        Asked {
            module: ModuleId::M3,
            subject: about(AMARA),
            today: today(),
            offered: BTreeSet::from([person(AMARA), person(KAYLA)]),
        }
    }

    fn filled() -> EntryForm {
        EntryForm {
            how_known: "i_saw_it".into(),
            certainty: "fact".into(),
            going_well: "Kayla was at school every day.".into(),
            ..EntryForm::blank(today())
        }
    }

    #[track_caller]
    fn check(change: impl FnOnce(&mut EntryForm), expected: &[(&str, &str)]) {
        let mut form = filled();
        change(&mut form);
        let found = form.read(&asked()).err().unwrap_or_default();
        let found: Vec<_> =
            found.iter().map(|wrong| (wrong.field.as_str(), wrong.message.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_filled_form_is_an_entry() {
        check(|_| (), &[]);
        check(|form| form.date = ["".into(), "nov".into(), "2014".into()], &[]);
        check(|form| (form.going_well, form.needs) = (String::new(), "Sleep".into()), &[]);
        check(|form| (form.going_well, form.analysis) = ("".into(), vec![(person(KAYLA), "x".into())]), &[]);
    }

    #[test]
    fn the_date_says_which_box_to_mend() {
        let date = |day: &str, month: &str, year: &str| [day.to_owned(), month.to_owned(), year.to_owned()];
        let cases = [
            (date("", "", ""), field::DATE, "Enter the date of the work"),
            (date("1", "1", ""), "date-of-work-year", "Date of the work must include a year"),
            (date("1", "", "2026"), "date-of-work-month", "Date of the work must include a month"),
            (date("30", "2", "2026"), field::DATE, "Date of the work must be a real date"),
            (date("22", "11", "2026"), field::DATE, "Date of the work must be today or in the past"),
            (date("", "12", "2026"), field::DATE, "Date of the work must be today or in the past"),
        ];
        for (date, field, message) in cases {
            check(|form| form.date = date, &[(field, message)]);
        }
    }

    #[test]
    fn each_thing_that_is_missing_is_named() {
        check(|form| form.how_known.clear(), &[(field::HOW_KNOWN, "Choose how you know this")]);
        check(
            |form| form.certainty = "rumour".into(),
            &[(field::CERTAINTY, "Choose whether this is fact, allegation or professional opinion")],
        );
        let no_words = (field::GOING_WELL, "Enter what is going well, what is needed, or your analysis");
        check(|form| form.going_well = " \n ".into(), &[no_words]);
        let nobody = "Choose who can see this entry";
        check(|form| form.audience.clear(), &[(field::AUDIENCE, nobody)]);
        check(|form| form.audience = CHOSEN_PEOPLE.into(), &[(field::AUDIENCE_PEOPLE, nobody)]);
    }

    #[test]
    fn an_empty_form_says_everything_at_once_in_the_order_of_its_fields() {
        let found = EntryForm::default().read(&asked()).unwrap_err();
        let fields: Vec<_> = found.iter().map(|wrong| wrong.field.as_str()).collect();
        assert_eq!(
            fields,
            [field::DATE, field::HOW_KNOWN, field::CERTAINTY, field::GOING_WELL, field::AUDIENCE]
        );
    }

    #[test]
    fn words_need_someone_who_said_them_and_a_name_alone_says_nothing() {
        let boxes = |who: &str, words: &str| QuoteBoxes { who: who.into(), words: words.into() };
        let kayla = person(KAYLA).to_string();
        check(
            |form| form.own_words = vec![boxes(&kayla, "I like Nan’s"), boxes("", "It is loud")],
            &[("own-words-1-who", "Choose who said these words")],
        );
        check(|form| form.own_words = vec![boxes(&kayla, " ")], &[]);
    }

    #[test]
    fn someone_who_is_not_offered_is_not_chosen() {
        let mut form = filled();
        form.audience = CHOSEN_PEOPLE.into();
        form.audience_people = vec![person(JOE).to_string(), person(AMARA).to_string()];
        let read = form.read(&asked()).unwrap();
        assert_eq!(read.audience, Audience::People(BTreeSet::from([person(AMARA)])));
    }

    #[test]
    fn an_entry_comes_back_from_its_boxes_as_it_was() {
        let whole = Entry {
            done_on: PartialDate::parse("", "11", "2014", true).unwrap(),
            present: BTreeSet::from([person(AMARA), person(DANA)]),
            others_present: "Health visitor".into(),
            how_known: HowKnown::TheyToldMe,
            certainty: Certainty::Allegation,
            needs: "  Two lines,\n\nas typed. ".into(),
            analysis: BTreeMap::from([(person(KAYLA), "<b>So what?</b> 🎈".into())]),
            own_words: vec![
                Quote { who: person(KAYLA), words: "I like it when\nwe cook".into() },
                Quote { who: person(AMARA), words: "שלום".into() },
            ],
            questions: BTreeSet::from([QuestionId("M3.Q2".into()), QuestionId("M9.Q1".into())]),
            audience: Audience::People(BTreeSet::from([person(KAYLA)])),
            ..entry(ModuleId::M3, about(AMARA), "")
        };
        for entry in [whole, entry(ModuleId::M3, about(AMARA), "Up early")] {
            assert_eq!(EntryForm::of(&entry).read(&asked()), Ok(entry));
        }
    }

    #[test]
    fn a_stage_is_whole_or_not_there() {
        let boxes = |who: &str, change: &str, stage: &str| StageBoxes {
            who: who.into(),
            change: change.into(),
            stage: stage.into(),
        };
        let change = (field::CHANGE, "Enter what is changing");
        let stage = (field::STAGE, "Choose the stage of the change");
        check(|form| form.stage = boxes("", "", ""), &[]);
        check(|form| form.stage = boxes("", "Drinking", "contemplation"), &[]);
        check(|form| form.stage = boxes("", " ", "contemplation"), &[change]);
        check(|form| form.stage = boxes("", "Drinking", ""), &[stage]);
        check(|form| form.stage = boxes("", "Drinking", "a word of tomorrow"), &[stage]);
    }

    #[test]
    fn of_two_people_somebody_says_whose_stage_it_is() {
        let couple = Subject::Couple(crate::services::sample::pair(AMARA, JOE));
        let asked = Asked { subject: couple, ..asked() };
        let read = |who: String| {
            let stage = StageBoxes { who, change: " Drinking ".into(), stage: "action".into() };
            EntryForm { stage, ..filled() }.read(&asked)
        };
        for wrong in [String::new(), person(KAYLA).to_string()] {
            assert_eq!(read(wrong).unwrap_err()[0].field, field::WHOSE_STAGE);
        }
        let told = read(person(JOE).to_string()).unwrap().stage.unwrap();
        assert_eq!((told.who, told.change.as_str(), told.stage), (person(JOE), "Drinking", Stage::Action));
    }

    #[test]
    fn sr6_what_is_somebody_elses_to_tell_is_for_the_team_whatever_was_chosen() {
        for how in HowKnown::ALL {
            let mut form = EntryForm { how_known: how.code().to_owned(), ..filled() };
            form.audience = CHOSEN_PEOPLE.into();
            form.audience_people = vec![person(AMARA).to_string()];
            let open = form.read(&asked()).unwrap().audience != Audience::TeamOnly;
            assert_eq!(open, !how.is_for_the_team(), "{how:?}");
            form.audience.clear();
            assert_eq!(form.read(&asked()).is_ok(), how.is_for_the_team(), "{how:?}");
        }
    }

    #[test]
    fn the_next_entry_asks_nothing_twice_and_answers_nothing_itself() {
        let mut form = filled();
        form.present = vec![person(AMARA).to_string()];
        let next = form.another();
        assert_eq!((&next.date, &next.present, &next.audience), (&form.date, &form.present, &form.audience));
        assert_eq!((next.going_well.as_str(), next.how_known.as_str()), ("", ""));
    }

    #[test]
    fn only_those_whose_words_stand_there_are_named_by_them() {
        let mut form = filled();
        form.present = vec![person(DANA).to_string()];
        form.own_words = vec![QuoteBoxes { who: person(JOE).to_string(), words: String::new() }];
        assert_eq!(form.named(about(AMARA)), BTreeSet::from([person(AMARA), person(DANA)]));
        form.own_words[0].words = "I was there".into();
        assert!(form.named(about(AMARA)).contains(&person(JOE)));
    }
}
