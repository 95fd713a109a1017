//! Who is in the example family, and who works with them. Nobody here is real, nor is any place.

use chrono::NaiveDate;
use hearth::model::dates::PartialDate;
use hearth::model::ids::{DeviceId, PersonId, PractitionerId};
use hearth::model::person::{Arrival, Person, Standing};
use hearth::model::practitioner::{Practitioner, Role};
use sha2::{Digest, Sha256};

/// Raise it whenever the story changes after a release. The changed example is then another family with other
/// ids, and never mixes with the one that somebody has already on a device.
const STORY: u32 = 1;

/// Sixteen bytes that are always the same for the same words, so that the example has the same ids each time
/// it is made.
pub fn bytes_for(words: &str) -> [u8; 16] {
    let hash = Sha256::digest(format!("hearth example {STORY}: {words}"));
    std::array::from_fn(|place| hash[place])
}

/// A day of the story's year.
pub fn day(day: u32, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

/// A date as a family gives it: "14 2 1992", "6 2017", "2001".
pub fn date(words: &str) -> PartialDate {
    let (words, about) = words.strip_prefix("about ").map_or((words, false), |rest| (rest, true));
    let parts: Vec<&str> = words.split(' ').collect();
    let read = match parts[..] {
        [day, month, year] => PartialDate::parse(day, month, year, about),
        [month, year] => PartialDate::parse("", month, year, about),
        _ => PartialDate::parse("", "", words, about),
    };
    read.unwrap()
}

/// The people of the family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// Mother of all three children.
    Tamsin,
    /// Father of Pip and Juno, step-father of Wren.
    Corin,
    /// Tamsin's mother, who cared for Wren in the summer.
    Morwenna,
    /// Father of Wren, who lives far away and is not in the workflow.
    Jory,
    /// Fifteen.
    Wren,
    /// Seven.
    Pip,
    /// Two.
    Juno,
}

impl Who {
    pub const ALL: [Who; 7] =
        [Who::Tamsin, Who::Corin, Who::Morwenna, Who::Jory, Who::Wren, Who::Pip, Who::Juno];

    pub fn id(self) -> PersonId {
        PersonId::from_bytes(bytes_for(&format!("person {self:?}")))
    }

    pub fn person(self) -> Person {
        let born = |standing, name: &str, on: &str| Person {
            arrival: Arrival::Born(Some(date(on))),
            ..Person::named(standing, name)
        };
        match self {
            Who::Tamsin => Person {
                known_as: "Tamsin".into(),
                pronouns: "she/her".into(),
                language: "English".into(),
                communication_needs: "Likes a text before a call, and time to think before she answers."
                    .into(),
                ..born(Standing::Adult, "Tamsin Brambledown", "14 2 1992")
            },
            Who::Corin => Person {
                known_as: "Corin".into(),
                pronouns: "he/him".into(),
                language: "English".into(),
                reading_needs: "Dyslexic. Read letters aloud with him and leave a short copy in large print."
                    .into(),
                ..born(Standing::Adult, "Corin Quillfeather", "30 9 1989")
            },
            Who::Morwenna => Person {
                known_as: "Nan".into(),
                pronouns: "she/her".into(),
                language: "English".into(),
                reading_needs: "Large print.".into(),
                notes: "Arthritis in both hands: the bell may take a while to be answered.".into(),
                ..born(Standing::Adult, "Morwenna Brambledown", "about 1963")
            },
            Who::Jory => Person {
                notes: "Has not lived with Wren since she was a baby. Sends a birthday card each year."
                    .into(),
                ..Person::named(Standing::Adult, "Jory Mallowmere")
            },
            Who::Wren => Person {
                known_as: "Wren".into(),
                pronouns: "she/her".into(),
                language: "English".into(),
                communication_needs: "Finds it easier to talk while drawing or walking than across a table."
                    .into(),
                ..born(Standing::Child, "Wren Brambledown", "3 3 2011")
            },
            Who::Pip => Person {
                known_as: "Pip".into(),
                pronouns: "he/him".into(),
                language: "English".into(),
                communication_needs: "Had grommets fitted in 2025. Sit on his left side and face him.".into(),
                ..born(Standing::Child, "Peregrine Quillfeather", "9 5 2019")
            },
            Who::Juno => Person {
                known_as: "Juno".into(),
                pronouns: "she/her".into(),
                language: "English".into(),
                communication_needs: "Uses signs for “more”, “finished”, “teddy” and “Nan”.".into(),
                ..born(Standing::Child, "Juno Quillfeather", "17 2 2024")
            },
        }
    }
}

/// The team. Each of them works on a device of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Worker {
    Asha,
    Ruth,
    Nia,
    Bryony,
    Dev,
    Marcus,
    Ines,
    /// Arranges supervision and takes its notes.
    Celia,
}

impl Worker {
    pub const ALL: [Worker; 8] = [
        Worker::Asha,
        Worker::Ruth,
        Worker::Nia,
        Worker::Bryony,
        Worker::Dev,
        Worker::Marcus,
        Worker::Ines,
        Worker::Celia,
    ];

    pub fn device(self) -> DeviceId {
        DeviceId::from_bytes(bytes_for(&format!("device of {self:?}")))
    }

    pub fn practitioner(self) -> Practitioner {
        let (name, role, employer) = match self {
            Worker::Asha => ("Asha Plumley", Role::SocialWorker, "Exampleshire Council"),
            Worker::Ruth => ("Ruth Candlewick", Role::TeamManager, "Exampleshire Council"),
            Worker::Nia => ("Nia Pebbleworth", Role::ChildrenAndFamilyWorker, "Exampleshire Council"),
            Worker::Bryony => ("Bryony Larkstone", Role::DomesticAbusePractitioner, "Exampleshire Council"),
            Worker::Dev => ("Dev Hollowood", Role::DomesticAbuseWorker, "Exampleshire Probation"),
            Worker::Marcus => ("Marcus Tidewell", Role::RecoveryWorker, "Exampleshire Recovery Service"),
            Worker::Celia => ("Celia Brandreth", Role::Administrator, "Exampleshire Council"),
            Worker::Ines => ("Ines Fairbrook", Role::MentalHealthPractitioner, "Exampleshire Health Trust"),
        };
        Practitioner {
            id: PractitionerId::from_bytes(bytes_for(&format!("practitioner {self:?}"))),
            name: name.into(),
            role,
            employer: employer.into(),
            team: "Family Safeguarding Team, Larkmeadow".into(),
        }
    }
}
