//! What can be put in a file, and with which passphrase.

use chrono::{DateTime, Utc};

use crate::model::ids::FamilyId;
use crate::services::clock::Clock;
use crate::services::crypto::Crypto;
use crate::services::store::Store;
use crate::vault::passphrase::Verdict;

use super::{Reader, Session};

/// A family that can be put in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portable {
    pub id: FamilyId,
    pub label: String,
    pub records: usize,
    /// How many of them a colleague may have.
    pub for_colleagues: usize,
    pub example: bool,
    /// When it was last put in a file.
    pub last: Option<DateTime<Utc>>,
    /// Whether there are records that are in no file yet.
    pub changed: bool,
}

impl Portable {
    /// How many records a file for this reader holds of it.
    pub fn records_for(&self, reader: Reader) -> usize {
        match reader {
            Reader::Myself => self.records,
            Reader::Colleague => self.for_colleagues,
        }
    }

    /// Its label, which says that it is an example if it is one.
    pub fn name(&self) -> String {
        match self.example && !self.label.to_lowercase().contains("example") {
            true => format!("{} (example)", self.label),
            false => self.label.clone(),
        }
    }
}

impl<S: Store, C: Crypto, T: Clock> Session<S, C, T> {
    /// Every family that can be put in a file, in order of label.
    pub fn portable(&self) -> Vec<Portable> {
        let mut all = self
            .with(|open| {
                let portable = |(id, file): (&FamilyId, &super::families::FamilyFile)| Portable {
                    id: *id,
                    label: file.workbook.label(),
                    records: file.events.len(),
                    for_colleagues: file.events.count_for_colleagues(),
                    example: file.workbook.is_example(),
                    last: open.profile.shared.get(id).copied(),
                    changed: open.profile.shared_records.get(id) != Some(&file.events.len()),
                };
                open.families.iter().map(portable).collect::<Vec<_>>()
            })
            .unwrap_or_default();
        all.sort_by_key(|family| (family.label.to_lowercase(), family.id));
        all
    }

    /// Judges a passphrase for a file with these families. Whoever finds the file would first try the names
    /// in the families, and of who made it.
    pub fn judge_for_file(&self, typed: &str, families: &[FamilyId]) -> Verdict {
        let names = self
            .with(|open| {
                let me = &open.profile.practitioner;
                let mut names = vec![me.name.clone(), me.employer.clone(), me.team.clone()];
                for file in families.iter().filter_map(|id| open.families.get(id)) {
                    names.push(file.workbook.label());
                    for (_, person) in file.workbook.people.all() {
                        names.extend([person.name.clone(), person.known_as.clone()]);
                    }
                }
                names
            })
            .unwrap_or_default();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        self.judge_passphrase(typed, &names)
    }
}
