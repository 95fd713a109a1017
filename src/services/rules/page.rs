//! The rules that are followed, to read: each with the document and the section it comes from.

use chrono::NaiveDate;

use crate::model::dates::day_words;
use crate::model::practitioner::{Practitioner, Role};
use crate::navigation::{Route, RulesTask};
use crate::policy::profile::Profile;
use crate::policy::profile::history::{InForce, ProfileHistory};
use crate::policy::profile::practice::Said;
use crate::policy::profile::rule::{Reading, Rule};
use crate::policy::profile::words::Concept;
use crate::services::leaf::{Card, Cell, Part, Row, Tag, Tone, Way};
use crate::services::words::{count, sentence};

use super::{labels, scheduled};

/// The whole page.
pub fn parts(history: &ProfileHistory, me: &Practitioner, today: NaiveDate) -> Vec<Part> {
    let profile = history.newest();
    let mut parts = vec![Part::Heading("Whose rules".to_owned()), head(profile)];
    if let Some(from) = scheduled(history, today) {
        parts.push(Part::Warning(format!(
            "These rules begin on {}. Until then “{}” counts.",
            day_words(from),
            history.on(today).name
        )));
    }
    if me.role != Role::TeamManager {
        parts.push(Part::Aside(
            "The team manager decides which rules the team follows. Changes here are for this workbook store and for \
             you: take in the manager’s file, so that everybody counts alike."
                .to_owned(),
        ));
    }
    let way = |task: RulesTask| Way::new(task.label(), Route::Rules(task));
    parts.push(Part::Actions {
        ways: [RulesTask::Words, RulesTask::Follow, RulesTask::TakeIn].map(way).into(),
        primary: false,
    });
    parts.extend(times(profile));
    parts.extend(used(profile));
    parts.extend(practice(profile));
    parts.extend(words(profile));
    parts.extend(open(profile));
    parts.extend(earlier(history, today));
    parts
}

/// The name of the rules' file, which others may see.
pub fn file_name(profile: &Profile) -> String {
    format!("rules-{}-{}.json", profile.id, profile.version)
}

/// "Practice Guidance (as supplied, undated)", each on a line.
pub(super) fn documents(profile: &Profile) -> String {
    let named = profile.documents.values().map(|it| format!("{} ({})", it.title, it.edition));
    named.collect::<Vec<_>>().join("\n")
}

fn head(profile: &Profile) -> Part {
    let mut facts = vec![("Version".to_owned(), profile.version.to_string())];
    facts.extend(profile.based_on.iter().map(|from| ("Made from".to_owned(), from.clone())));
    facts.extend(profile.effective_from.map(|from| ("Counts from".to_owned(), day_words(from))));
    facts.push(("Documents".to_owned(), documents(profile)));
    Part::Card(Card { title: profile.name.clone(), tag: None, facts, ways: Vec::new() })
}

/// What the authority's guidance asks for; then what is offered where it says nothing.
fn times(profile: &Profile) -> Vec<Part> {
    let card = |rule: &&Rule| time(profile, rule);
    let (offered, own): (Vec<&Rule>, Vec<&Rule>) =
        profile.timescales.iter().partition(|rule| rule.check_locally);
    let mut parts = vec![Part::Heading("Times".to_owned())];
    let differ = own.iter().filter(|rule| labels::differs(rule)).count();
    if differ > 0 {
        parts.push(Part::Words(format!(
            "In {} the guidance says the same thing in more than one way. Each is marked: choose which one counts, or \
             leave it at whichever is earliest.",
            count(differ, "place", "places")
        )));
    }
    if own.is_empty() {
        parts.push(Part::Words("This guidance gives no times.".to_owned()));
    }
    parts.extend(own.iter().map(card));
    if !offered.is_empty() {
        parts.push(Part::Heading("Times to switch on".to_owned()));
        parts.push(Part::Words(
            "Your guidance leaves these to “statutory timescales”. What stands here was found elsewhere and is off \
             until somebody switches it on. Check each locally first."
                .to_owned(),
        ));
        parts.extend(offered.iter().map(card));
    }
    parts
}

fn time(profile: &Profile, rule: &Rule) -> Part {
    let tag = match (rule.on, labels::differs(rule)) {
        (false, _) => Some(Tag::new("Off", Tone::Plain)),
        (true, true) => Some(Tag::new("The guidance differs", Tone::Attention)),
        (true, false) if rule.check_locally => Some(Tag::new("Check locally", Tone::Attention)),
        (true, false) => None,
    };
    let several = rule.readings.len() > 1;
    let fact = |(at, reading): (usize, &Reading)| {
        let key = match (several, rule.chosen()) {
            (false, _) => "Asks for".to_owned(),
            (true, Some(chosen)) if chosen == at => format!("Reading {} (followed)", at + 1),
            (true, _) => format!("Reading {}", at + 1),
        };
        let source = profile.source_words(&reading.source);
        let basis = sentence(labels::basis(reading.basis));
        (key, format!("{}\n{}\n{source}. {basis}.", labels::reading(reading), reading.wording))
    };
    let mut facts: Vec<(String, String)> = rule.readings.iter().enumerate().map(fact).collect();
    if several && rule.on && rule.chosen().is_none() {
        facts.push((
            "Followed".to_owned(),
            "Whichever is earliest. The others are shown beside it.".to_owned(),
        ));
    }
    facts.push(("Who owes it".to_owned(), profile.duty_name(rule.owed_by).to_owned()));
    if rule.soft {
        facts.push(("Note".to_owned(), "A target, and no limit.".to_owned()));
    }
    if !rule.note.is_empty() {
        facts.push(("Left open".to_owned(), rule.note.clone()));
    }
    let change = Way::new("Change", Route::Rules(RulesTask::Timescale(rule.timescale)));
    Part::Card(Card { title: rule.timescale.title().to_owned(), tag, facts, ways: vec![change] })
}

fn used(profile: &Profile) -> Vec<Part> {
    let row = |(part, said): (&_, &Said<_>)| {
        let source = said.source.as_ref().map(|source| profile.source_words(source)).unwrap_or_default();
        [labels::part(*part), labels::used(said.is), &said.words, &source]
            .map(|words| Cell::Words(words.to_owned()))
    };
    let rows: Vec<Vec<Cell>> = profile.parts.iter().map(|it| row(it).into()).collect();
    let columns = ["Part", "Used", "In its words", "Source"].map(str::to_owned).to_vec();
    let caption = "Screens of a part that is not used say so".to_owned();
    match rows.is_empty() {
        true => Vec::new(),
        false => {
            vec![Part::Heading("Parts of the workbook".to_owned()), Part::Table { caption, columns, rows }]
        }
    }
}

fn practice(profile: &Profile) -> Vec<Part> {
    fn row<T>(profile: &Profile, what: &str, said: &Said<T>) -> Row {
        let source = said.source.as_ref().map(|source| profile.source_words(source));
        let more = [said.words.clone(), source.unwrap_or_else(|| "The guidance does not say.".to_owned())];
        Row { more: more.into_iter().filter(|line| !line.is_empty()).collect(), ..Row::new(what) }
    }
    let it = &profile.practice;
    let moving = &it.rearranging;
    let reasons: Vec<String> = moving.reasons.iter().map(|reason| reason.words.clone()).collect();
    let reasons = Some(format!("Reasons: {}.", reasons.join("; "))).filter(|_| !moving.reasons.is_empty());
    let source = moving.source.as_ref().map(|source| profile.source_words(source));
    let moving = std::iter::once(moving.words.clone()).chain(reasons).chain(source);
    let mut rows = vec![
        row(profile, "Pathway", &it.pathway),
        row(profile, "Consent to the referral", &it.referral_needs_consent),
        row(profile, "Transfer pack", &it.transfer_pack),
        row(profile, "Joint assessments", &it.joint_assessments),
        row(profile, "Who is discussed in supervision", &it.supervised),
        Row { more: moving.filter(|line| !line.is_empty()).collect(), ..Row::new("Rearranging supervision") },
        row(profile, "After a protection plan", &it.after_protection_plan),
        row(profile, "When a family no longer consents", &it.leaves_without_consent),
        row(profile, "Support when stepping down", &it.step_down_support),
    ];
    rows.extend(profile.caseload.iter().map(|figure| {
        let what = format!("Caseload: {} {}", figure.number, figure.counts);
        Row { more: vec![figure.words.clone(), profile.source_words(&figure.source)], ..Row::new(what) }
    }));
    rows.extend(profile.permissions.iter().map(|(act, permission)| {
        let what = sentence(&format!("to {}", act.words()));
        Row {
            more: vec![permission.words.clone(), profile.source_words(&permission.source)],
            ..Row::new(what)
        }
    }));
    vec![Part::Heading("How the team works".to_owned()), Part::List(rows)]
}

fn words(profile: &Profile) -> Vec<Part> {
    let mut rows: Vec<[String; 3]> = Vec::new();
    for (code, word) in &profile.roles {
        rows.push([sentence(&code.replace('_', " ")), word.word.clone(), profile.source_words(&word.source)]);
    }
    for concept in Concept::ALL {
        if let Some(word) = profile.words.get(&concept) {
            let also = if word.also.is_empty() {
                String::new()
            } else {
                format!(" (also {})", word.also.join(", "))
            };
            let called = format!("{}{also}", word.word);
            rows.push([sentence(concept.label()), called, profile.source_words(&word.source)]);
        }
    }
    let rows: Vec<Vec<Cell>> = rows.into_iter().map(|row| row.map(Cell::Words).into()).collect();
    let columns = ["What", "Called here", "Source"].map(str::to_owned).to_vec();
    let mut inside = Vec::new();
    if let Some(ratings) = &profile.ratings {
        inside.push(Part::Card(Card {
            title: format!("Red, amber and green: {}", ratings.measures),
            facts: [("Red", &ratings.red), ("Amber", &ratings.amber), ("Green", &ratings.green)]
                .map(|(colour, words)| (colour.to_owned(), words.clone()))
                .into_iter()
                .chain([("Source".to_owned(), profile.source_words(&ratings.source))])
                .collect(),
            ..Card::default()
        }));
    }
    inside.push(Part::Table { caption: "Names of roles and things".to_owned(), columns, rows });
    vec![
        Part::Heading("Words".to_owned()),
        Part::Details { summary: "What things are called here".to_owned(), parts: inside },
    ]
}

/// What the guidance leaves open, which is shown and not hidden.
fn open(profile: &Profile) -> Vec<Part> {
    let row = |it: &crate::policy::profile::practice::Open| Row {
        more: vec![it.words.clone(), profile.source_words(&it.source)],
        ..Row::new(it.about.clone())
    };
    match profile.open_questions.is_empty() {
        true => Vec::new(),
        false => vec![
            Part::Heading("What the guidance leaves open".to_owned()),
            Part::List(profile.open_questions.iter().map(row).collect()),
        ],
    }
}

/// Which rules counted when, newest first.
fn earlier(history: &ProfileHistory, today: NaiveDate) -> Vec<Part> {
    let row = |it: InForce<'_>| {
        let words = match (it.from, it.until) {
            (None, None) => "Since the beginning".to_owned(),
            (None, Some(until)) => format!("Until {}", day_words(until)),
            (Some(from), None) if from > today => format!("To begin on {}", day_words(from)),
            (Some(from), None) => format!("From {}", day_words(from)),
            (Some(from), Some(until)) => format!("From {} to {}", day_words(from), day_words(until)),
        };
        Row { more: vec![words], ..Row::new(format!("{}, version {}", it.profile.name, it.profile.version)) }
    };
    vec![
        Part::Heading("Which rules counted when".to_owned()),
        Part::Words(
            "What was due while older rules counted keeps the rule by which it was judged, and says so."
                .to_owned(),
        ),
        Part::List(history.all().rev().map(row).collect()),
    ]
}
