//! What the shape of a profile does not say: that its sources exist and its parts fit together.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;

use super::Profile;
use super::practice::{Said, Use};
use super::rule::{Choice, Rule};
use super::source::Source;
use super::time::{Direction, Span, Time};
use super::timescale::Timescale;

/// A place in the file and what is wrong there.
type Fault = (String, String);

/// The first thing in a profile that does not fit.
pub(super) fn first_fault(profile: &Profile) -> Option<Fault> {
    head(profile).or_else(|| sources(profile)).or_else(|| parts(profile)).or_else(|| timescales(profile))
}

fn fault(place: impl Into<String>, words: impl Into<String>) -> Option<Fault> {
    Some((place.into(), words.into()))
}

fn head(profile: &Profile) -> Option<Fault> {
    let id = &profile.id;
    let fits = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '_';
    if id.is_empty() || id.len() > 40 || !id.chars().all(fits) {
        return fault("id", "Use up to 40 small letters, digits and _, such as walsall_north");
    }
    if profile.name.trim().is_empty() || profile.name.chars().count() > 100 {
        return fault("name", "Give the profile a name of up to 100 characters");
    }
    if profile.version == 0 {
        return fault("version", "Versions begin at 1");
    }
    if profile.documents.is_empty() {
        return fault("documents", "Name at least one document that the rules come from");
    }
    profile.documents.iter().find_map(|(short, document)| {
        (document.title.trim().is_empty() || short.contains(": "))
            .then(|| (format!("documents.{short}"), "Give the document’s title".to_owned()))
    })
}

fn sources(profile: &Profile) -> Option<Fault> {
    profile.sources().into_iter().find_map(|(place, source)| {
        (!profile.documents.contains_key(&source.document)).then(|| {
            let known: Vec<_> = profile.documents.keys().map(String::as_str).collect();
            let words = format!(
                "“{}” is not one of this profile’s documents. They are: {}",
                source.document,
                known.join(", ")
            );
            (place, words)
        })
    })
}

impl Profile {
    /// Every source in it, with its place in the file.
    pub fn sources(&self) -> Vec<(String, &Source)> {
        let mut all: Vec<(String, &Source)> = Vec::new();
        for (concept, word) in &self.words {
            all.push((format!("words.{}.source", code_of(concept)), &word.source));
        }
        for (role, word) in &self.roles {
            all.push((format!("roles.{role}.source"), &word.source));
        }
        all.extend(self.ratings.iter().map(|ratings| ("ratings.source".to_owned(), &ratings.source)));
        for (part, said) in &self.parts {
            let place = format!("parts.{}.source", code_of(part));
            all.extend(said.source.iter().map(|source| (place.clone(), source)));
        }
        let practice = &self.practice;
        let said = [
            ("joint_assessments", &practice.joint_assessments.source),
            ("pathway", &practice.pathway.source),
            ("referral_needs_consent", &practice.referral_needs_consent.source),
            ("transfer_pack", &practice.transfer_pack.source),
            ("child_in_need_only", &practice.child_in_need_only.source),
            ("supervised", &practice.supervised.source),
            ("rearranging", &practice.rearranging.source),
            ("after_protection_plan", &practice.after_protection_plan.source),
            ("leaves_without_consent", &practice.leaves_without_consent.source),
            ("step_down_support", &practice.step_down_support.source),
        ];
        for (member, source) in said {
            all.extend(source.iter().map(|source| (format!("practice.{member}.source"), source)));
        }
        for (act, permission) in &self.permissions {
            all.push((format!("permissions.{}.source", code_of(act)), &permission.source));
        }
        for (at, figure) in self.caseload.iter().enumerate() {
            all.push((format!("caseload[{at}].source"), &figure.source));
        }
        for (at, rule) in self.timescales.iter().enumerate() {
            for (of, reading) in rule.readings.iter().enumerate() {
                all.push((format!("timescales[{at}].readings[{of}].source"), &reading.source));
            }
        }
        for (at, open) in self.open_questions.iter().enumerate() {
            all.push((format!("open_questions[{at}].source"), &open.source));
        }
        all
    }
}

/// The permanent word of a key.
fn code_of(key: &impl Serialize) -> String {
    match serde_json::to_value(key) {
        Ok(Value::String(text)) => text,
        _ => String::new(),
    }
}

fn parts(profile: &Profile) -> Option<Fault> {
    let silent = |said: &Said<Use>| said.is == Use::NotUsed && said.words.trim().is_empty();
    if let Some((part, _)) = profile.parts.iter().find(|(_, said)| silent(said)) {
        let place = format!("parts.{}.words", code_of(part));
        return fault(place, "Say why it is not used here: the words stand on its screen");
    }
    let mut codes = BTreeSet::new();
    let twice = profile.practice.rearranging.reasons.iter().position(|reason| !codes.insert(&reason.code));
    let at = twice?;
    fault(format!("practice.rearranging.reasons[{at}].code"), "Each reason has a code of its own")
}

fn timescales(profile: &Profile) -> Option<Fault> {
    let mut seen = BTreeSet::new();
    profile.timescales.iter().enumerate().find_map(|(at, rule)| {
        let place = format!("timescales[{at}]");
        if !seen.insert(rule.timescale) {
            return fault(
                format!("{place}.timescale"),
                format!("“{}” stands here twice. Put all its readings under one", rule.timescale.code()),
            );
        }
        one_rule(rule, &place)
    })
}

fn one_rule(rule: &Rule, place: &str) -> Option<Fault> {
    if rule.readings.is_empty() {
        return fault(format!("{place}.readings"), "Give at least one reading");
    }
    let mut codes = BTreeSet::new();
    for (at, reading) in rule.readings.iter().enumerate() {
        let place = format!("{place}.readings[{at}]");
        if reading.code.trim().is_empty() || Choice::from(reading.code.clone()) == Choice::Earliest {
            return fault(format!("{place}.code"), "Give the reading a code of its own, and not “earliest”");
        }
        if !codes.insert(&reading.code) {
            return fault(format!("{place}.code"), "Two readings of one timescale have the same code");
        }
        if reading.wording.trim().is_empty() {
            return fault(format!("{place}.wording"), "Say in words what this reading asks for");
        }
        if !rule.timescale.starts().contains(&reading.from) {
            let starts: Vec<_> = rule.timescale.starts().iter().map(code_of).collect();
            let words = format!("This timescale can count from: {}", starts.join(", "));
            return fault(format!("{place}.from"), words);
        }
        if let Some(words) = misfit(rule.timescale, reading.time) {
            return fault(format!("{place}.time"), words);
        }
    }
    match &rule.choice {
        Choice::Reading(code) if rule.chosen().is_none() => fault(
            format!("{place}.choice"),
            format!("No reading has the code “{code}”. Choose one of the readings, or “earliest”"),
        ),
        _ => None,
    }
}

/// Why a time makes no sense for a timescale.
fn misfit(timescale: Timescale, time: Time) -> Option<String> {
    let back = |span: Span| span.direction == Direction::Before;
    let counts_back = matches!(
        timescale,
        Timescale::T3SummaryBeforeSupervision
            | Timescale::T3ReminderBeforeSupervision
            | Timescale::T20ReportBeforeInitialConference
            | Timescale::T20ReportBeforeReviewConference
    );
    let follows_a_plan = matches!(
        timescale,
        Timescale::T11Visit | Timescale::T20ChildInNeedVisit | Timescale::T20ChildProtectionVisit
    );
    let words = match (timescale, time) {
        (Timescale::T14TransferSummary, Time::NeededFrom(_)) | (Timescale::T16Return, Time::Window(_)) => {
            None
        }
        (Timescale::T14TransferSummary, _) => Some("Write it as “needed from 4 weeks after”"),
        (Timescale::T16Return, _) => Some("Write it as “for 12 weeks after”"),
        (_, Time::NeededFrom(_)) => Some("“needed from” is for transfer summaries only"),
        (_, Time::Window(_)) => Some("“for … after” is for re-referrals only"),
        (_, Time::AsPlanned) if !follows_a_plan => Some("Only visits can be as often as the plan says"),
        (_, Time::By { span, .. } | Time::Exactly(span) | Time::NotBefore(span)) => {
            match (counts_back, back(span)) {
                (true, false) => Some("This timescale counts back: write “before”"),
                (false, true) => Some("This timescale counts on: write “after”"),
                _ => None,
            }
        }
        (_, Time::AsPlanned | Time::NotGiven) => None,
    };
    words.map(str::to_owned)
}
