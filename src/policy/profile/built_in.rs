//! The profiles that come with the app: one file each, and the optional presets for what no guidance says.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::practice::{AfterProtectionPlan, Pathway, Practice, Rearranging, Said, SupervisedFor};
use super::rule::Rule;
use super::source::Documents;
use super::{Format, Profile};
use crate::policy::authority::Authority;

/// Timescales that some public page gives for what the local guidance leaves out (`domain.md` A12, T20).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Presets {
    documents: Documents,
    presets: Vec<Preset>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Preset {
    /// Codes of the authorities to whom it is offered.
    offered_to: Vec<String>,
    rule: Rule,
}

const PRESETS: &str = include_str!("../profiles/presets.json");

fn text(authority: Authority) -> &'static str {
    match authority {
        Authority::Common => include_str!("../profiles/common.json"),
        Authority::Walsall => include_str!("../profiles/walsall.json"),
        Authority::WestSussex => include_str!("../profiles/west_sussex.json"),
        Authority::Warwickshire => include_str!("../profiles/warwickshire.json"),
        Authority::Bury => include_str!("../profiles/bury.json"),
        Authority::Hertfordshire => include_str!("../profiles/hertfordshire.json"),
    }
}

impl Authority {
    /// Its profile, as the app brings it.
    pub fn profile(self) -> &'static Profile {
        static READ: [OnceLock<Profile>; Authority::ALL.len()] =
            [const { OnceLock::new() }; Authority::ALL.len()];
        static NONE: OnceLock<Profile> = OnceLock::new();
        let place = Authority::ALL.iter().position(|it| *it == self).and_then(|at| READ.get(at));
        place.unwrap_or(&NONE).get_or_init(|| built(self).unwrap_or_else(|_| Profile::blank(self.code())))
    }
}

/// Reads a profile's file and adds the presets it is offered.
///
/// # Errors
/// What is wrong with the files; `tests/profiles.rs` reads each, so that an app that has any is never made.
pub fn built(authority: Authority) -> Result<Profile, String> {
    let mut profile = Profile::read(text(authority)).map_err(|bad| format!("{}: {bad}", authority.code()))?;
    let presets: Presets = serde_json::from_str(PRESETS).map_err(|error| format!("presets: {error}"))?;
    let code = authority.code();
    for Preset { rule, .. } in
        presets.presets.into_iter().filter(|preset| preset.offered_to.iter().any(|to| to == code))
    {
        for reading in &rule.readings {
            let short = &reading.source.document;
            if let Some(document) = presets.documents.get(short) {
                profile.documents.insert(short.clone(), document.clone());
            }
        }
        profile.timescales.push(rule);
    }
    Ok(profile)
}

impl Profile {
    /// A profile that says nothing.
    fn blank(id: &str) -> Self {
        fn unsaid<T>(is: T) -> Said<T> {
            Said { is, words: String::new(), source: None }
        }
        Self {
            hearth_profile: Format,
            id: id.to_owned(),
            name: id.to_owned(),
            version: 1,
            effective_from: None,
            based_on: None,
            documents: Documents::new(),
            words: BTreeMap::new(),
            roles: BTreeMap::new(),
            ratings: None,
            parts: BTreeMap::new(),
            practice: Practice {
                joint_assessments: unsaid(false),
                pathway: unsaid(Pathway::NotSaid),
                referral_needs_consent: unsaid(false),
                transfer_pack: unsaid(false),
                child_in_need_only: unsaid(false),
                supervised: unsaid(SupervisedFor::NotSaid),
                rearranging: Rearranging {
                    never_cancelled: false,
                    reasons: Vec::new(),
                    words: String::new(),
                    source: None,
                },
                after_protection_plan: unsaid(AfterProtectionPlan::NotSaid),
                leaves_without_consent: unsaid(false),
                step_down_support: unsaid(false),
            },
            permissions: BTreeMap::new(),
            caseload: Vec::new(),
            timescales: Vec::new(),
            open_questions: Vec::new(),
        }
    }
}
