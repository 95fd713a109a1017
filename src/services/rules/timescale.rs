//! One timescale: whether it runs, and which reading of the guidance counts, or a time that the team decided for
//! itself.

use crate::policy::profile::Profile;
use crate::policy::profile::edit::{OWN_READING, OwnTime};
use crate::policy::profile::rule::{Choice, Reading, Rule};
use crate::policy::profile::time::{Direction, Span, Time, Unit};
use crate::policy::profile::timescale::{Start, Timescale};
use crate::services::sheet::{Answer, line, one, pick, text};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::services::words::sentence;

use super::{RulesSheet, labels, refused};

/// The box that says whether it runs.
pub(super) const RUNS: &str = "rule-runs";
const CHOICE: &str = "rule-choice";
const NUMBER: &str = "rule-number";
const UNIT: &str = "rule-unit";
const START: &str = "rule-start";
const WORDING: &str = "rule-wording";
const WRITTEN: &str = "rule-written";
const EARLIEST: &str = "earliest";

pub(super) fn sheet(newest: &Profile, timescale: Timescale) -> Option<RulesSheet> {
    let rule = newest.rule(timescale)?;
    let mut intro = vec![format!("Owed by: {}.", newest.duty_name(rule.owed_by))];
    intro.extend(Some(rule.note.clone()).filter(|note| !note.is_empty()));
    if rule.check_locally {
        intro.push(
            "Check locally: this time is not from your authority’s own guidance. Switch it on only once you know that \
             it is right for you."
                .to_owned(),
        );
    }
    let runs = [Answer::new("yes", "Yes"), Answer::new("no", "No, no date is shown for it")];
    let mut questions = vec![
        one(RUNS, "Does your team follow this?", runs).asked(),
        one(CHOICE, "Which reading counts?", choices(newest, rule)).when(RUNS, ["yes"]),
    ];
    let units = Unit::ALL.map(|(_, word)| Answer::new(word, format!("{word}s")));
    let mut own = vec![line(NUMBER, "How many?").hinted("A whole number"), pick(UNIT, "Of what?", units)];
    if timescale.starts().len() > 1 {
        let starts =
            timescale.starts().iter().map(|it| Answer::new(labels::code(it), sentence(labels::start(*it))));
        own.push(one(START, "Counted from what?", starts));
    }
    own.push(
        text(WORDING, "What do you ask for?").hinted("In words, as colleagues will read it beside the date"),
    );
    own.push(
        line(WRITTEN, "Where is that written down?")
            .hinted("The document and its section, so that anybody can check"),
    );
    questions.extend(own.into_iter().map(|what| what.when(CHOICE, [OWN_READING])));
    Some(RulesSheet { intro, questions, save: "Save rule", filled: filled(rule) })
}

/// The readings to choose from, each with its document.
fn choices(newest: &Profile, rule: &Rule) -> Vec<Answer> {
    let answer = |reading: &Reading| {
        let source = newest.source_words(&reading.source);
        Answer::new(&reading.code, labels::reading(reading)).hint(format!(
            "{} ({source}; {})",
            reading.wording,
            labels::basis(reading.basis)
        ))
    };
    let guidance: Vec<Answer> =
        rule.readings.iter().filter(|it| it.code != OWN_READING).map(answer).collect();
    let earliest =
        Answer::new(EARLIEST, "Whichever is earliest").hint("The others are shown beside it as the latest");
    let own = Answer::new(OWN_READING, "A time that we decided ourselves")
        .hint("It stands beside what the guidance says");
    (guidance.len() > 1).then_some(earliest).into_iter().chain(guidance).chain([own]).collect()
}

fn filled(rule: &Rule) -> Fields {
    let only = rule.readings.iter().filter(|it| it.code != OWN_READING).collect::<Vec<_>>();
    let choice = match (&rule.choice, only.as_slice()) {
        (Choice::Reading(code), _) => code.clone(),
        (Choice::Earliest, [one]) => one.code.clone(),
        (Choice::Earliest, _) => EARLIEST.to_owned(),
    };
    let mut filled = Fields::from([
        (RUNS.to_owned(), if rule.on { "yes" } else { "no" }.to_owned()),
        (CHOICE.to_owned(), choice),
    ]);
    let own = rule.readings.iter().find(|it| it.code == OWN_READING);
    if let Some(own) = own {
        if let Some(span) = span_of(own.time) {
            filled.insert(NUMBER.to_owned(), span.amount.to_string());
            filled.insert(UNIT.to_owned(), span.unit.singular().to_owned());
        }
        filled.insert(START.to_owned(), labels::code(&own.from));
        filled.insert(WORDING.to_owned(), own.wording.clone());
        filled.insert(WRITTEN.to_owned(), own.source.section.clone());
    }
    filled
}

fn span_of(time: Time) -> Option<Span> {
    match time {
        Time::By { span, .. }
        | Time::Exactly(span)
        | Time::NotBefore(span)
        | Time::NeededFrom(span)
        | Time::Window(span) => Some(span),
        Time::AsPlanned | Time::NotGiven => None,
    }
}

pub(super) fn read(
    mut copy: Profile,
    timescale: Timescale,
    boxes: Typed<'_>,
    wrong: &mut Vec<Wrong>,
) -> Option<Profile> {
    let rule = copy.rule(timescale)?.clone();
    let runs = match boxes.text(RUNS) {
        "yes" => true,
        "no" => false,
        _ => {
            wrong.push(Wrong::new(RUNS, "Select yes if your team follows this"));
            return None;
        }
    };
    if let Err(why) = copy.turn(timescale, runs) {
        wrong.push(refused(RUNS, &why));
    }
    if !runs {
        return Some(copy);
    }
    let changed = match boxes.text(CHOICE) {
        "" => {
            wrong.push(Wrong::new(CHOICE, "Select which reading counts"));
            return None;
        }
        OWN_READING => copy.decide(timescale, own(timescale, &rule, boxes, wrong)?),
        // The only one there is needs no choice.
        code if code == EARLIEST || rule.readings.len() == 1 => copy.choose(timescale, Choice::Earliest),
        code => copy.choose(timescale, Choice::Reading(code.to_owned())),
    };
    if let Err(why) = changed {
        wrong.push(refused(CHOICE, &why));
    }
    Some(copy)
}

/// The team's own time, if everything it needs was typed.
fn own(timescale: Timescale, rule: &Rule, boxes: Typed<'_>, wrong: &mut Vec<Wrong>) -> Option<OwnTime> {
    let before = wrong.len();
    let number = boxes.text(NUMBER).parse::<u16>().ok().filter(|it| *it <= Span::MOST);
    if number.is_none() {
        wrong.push(Wrong::new(NUMBER, format!("Enter how many, as a whole number up to {}", Span::MOST)));
    }
    let unit = Unit::ALL.into_iter().find(|(_, word)| boxes.is(UNIT, word)).map(|(unit, _)| unit);
    if unit.is_none() {
        wrong.push(Wrong::new(UNIT, "Select what is counted, such as days"));
    }
    let from = match timescale.starts() {
        [only] => Some(*only),
        several => several.iter().copied().find(|it: &Start| boxes.is(START, &labels::code(it))),
    };
    if from.is_none() {
        wrong.push(Wrong::new(START, "Select what it is counted from"));
    }
    for (id, missing) in [(WORDING, "Enter what you ask for"), (WRITTEN, "Enter where it is written down")] {
        if boxes.text(id).is_empty() {
            wrong.push(Wrong::new(id, missing));
        }
    }
    let (Some(amount), Some(unit), Some(from), true) = (number, unit, from, wrong.len() == before) else {
        return None;
    };
    let direction =
        rule.readings.iter().find_map(|it| span_of(it.time)).map_or(Direction::After, |it| it.direction);
    let span = Span { amount, unit, direction };
    let time = match timescale {
        Timescale::T14TransferSummary => Time::NeededFrom(span),
        Timescale::T16Return => Time::Window(span),
        _ => Time::By { span, opens: None },
    };
    let words = |id| boxes.text(id).to_owned();
    Some(OwnTime { time, from, wording: words(WORDING), written: words(WRITTEN) })
}
