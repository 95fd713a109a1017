//! Makes a bundle with script, HTML and odd Unicode in every text of a family, to be opened by tests of
//! screens: all of it must be seen as plain text and do nothing.
//!
//! ```sh
//! HEARTH_PASSPHRASE='seven-words-…' cargo run --example hostile_bundle -- hostile.json
//! ```

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    match host::run() {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod host {
    use std::collections::BTreeMap;
    use std::error::Error;

    use hearth::model::audience::Audience;
    use hearth::model::dates::PartialDate;
    use hearth::model::entry::{Certainty, Entry, HowKnown, ModuleStatus, Quote, Statement};
    use hearth::model::family::Family;
    use hearth::model::household::{Household, Stay};
    use hearth::model::ids::PersonId;
    use hearth::model::module::ModuleId;
    use hearth::model::person::{Person, Separation, Standing, Workflow};
    use hearth::model::practitioner::Role;
    use hearth::model::relationship::{Kind, ParentalResponsibility, Relationship};
    use hearth::model::stage_of_change::{Stage, StageOfChange};
    use hearth::model::subject::{Pair, Subject};
    use hearth::policy::authority::Authority;
    use hearth::services::clock::{Clock, FixedClock};
    use hearth::services::crypto::host::HostCrypto;
    use hearth::services::session::{NewStore, Reader, Session, You};
    use hearth::services::store::memory::MemoryStore;
    use hearth::vault::label::VaultLabel;
    use hearth::workbook::decide::Command;
    use hearth::workbook::fact::Part;
    use pollster::block_on;

    /// Text that a careless page would run, show as markup, or be thrown into disorder by. `what` is the
    /// plain word that tests look for.
    fn hostile(what: &str) -> String {
        format!(
            "{what} <script>window.hostile='{what}'</script><img src=x onerror=\"window.hostile='{what}'\">\
             \"'>&amp;&lt;b&gt;<b>bold</b></textarea></title>{{{{7*7}}}}${{7*7}}javascript:alert(1) \
             \u{202e}sdrawkcab\u{202c} \u{feff}\u{200b}\u{2066}\u{0}\u{7}Z\u{327}\u{351}\u{36b}\u{343}algo 👩‍👩‍👧 שלום"
        )
    }

    fn person(standing: Standing, what: &str) -> Person {
        Person {
            name: hostile(what),
            known_as: hostile(&format!("{what}-known-as")),
            pronouns: hostile("pronouns"),
            language: hostile("language"),
            interpreter: true,
            reading_needs: hostile("reading"),
            communication_needs: hostile("communication"),
            notes: hostile("notes"),
            ..Person::named(standing, "")
        }
    }

    fn entry(module: ModuleId, subject: Subject, who: PersonId, child: PersonId, day: PartialDate) -> Entry {
        Entry {
            module,
            subject,
            done_on: day,
            present: [who].into(),
            others_present: hostile("others"),
            how_known: HowKnown::TheyToldMe,
            certainty: Certainty::Allegation,
            going_well: hostile("going-well"),
            needs: hostile("needs"),
            analysis: BTreeMap::from([(child, hostile("analysis"))]),
            own_words: vec![Quote { who, words: hostile("own-words") }],
            stage: Some(StageOfChange { who, change: hostile("change"), stage: Stage::Action })
                .filter(|_| subject.names(who)),
            questions: Default::default(),
            audience: Audience::TeamOnly,
        }
    }

    pub fn run() -> Result<(), Box<dyn Error>> {
        let to = std::env::args().nth(1).ok_or("Say where to write the file.")?;
        let passphrase = std::env::var("HEARTH_PASSPHRASE")
            .map_err(|_| "Put the passphrase in the environment variable HEARTH_PASSPHRASE.")?;
        let clock = FixedClock::at("2026-11-21T15:42:00Z".parse()?);
        let session = Session::new(MemoryStore::default(), HostCrypto, clock);
        let you = You {
            name: hostile("author"),
            role: Role::Other(hostile("role")),
            employer: hostile("employer"),
            team: hostile("team"),
            authority: Authority::Common,
        };
        let label = VaultLabel::offered().next().ok_or("There is no label to offer.")?;
        let new = NewStore { label, passphrase: "seven quiet otters crossing a frozen river".into(), you };
        block_on(session.create(new))?;

        let family = session.new_family_id()?;
        let (mother, father, child) =
            (session.new_person_id()?, session.new_person_id()?, session.new_person_id()?);
        let day = PartialDate::day(session.clock().today());
        let pair = Pair::of(mother, father).map_err(|_| "Two people were given one id.")?;
        let mut commands = vec![
            Command::DescribeFamily {
                family: Family {
                    label: hostile("family"),
                    referred_on: Some(day),
                    assessed_on: Some(day),
                    pathway: hostile("pathway"),
                    pathway_why: hostile("pathway-why"),
                    example: false,
                },
                seen: vec![],
            },
            Command::RecordPerson { id: mother, person: person(Standing::Adult, "mother"), seen: vec![] },
            Command::RecordPerson { id: father, person: person(Standing::Adult, "father"), seen: vec![] },
            Command::RecordPerson { id: child, person: person(Standing::Child, "child"), seen: vec![] },
            Command::RecordRelationship {
                id: session.new_relationship_id()?,
                relationship: Relationship {
                    from: mother,
                    to: child,
                    kind: Kind::Other(hostile("kind")),
                    parental_responsibility: ParentalResponsibility::Holds,
                    start: None,
                    end: None,
                },
                seen: vec![],
            },
            Command::RecordHousehold {
                id: session.new_household_id()?,
                household: Household {
                    label: hostile("household"),
                    stays: vec![Stay { person: child, from: None, until: None }],
                },
                seen: vec![],
            },
            Command::SetWorkflow {
                person: father,
                workflow: Workflow { inside: false, since: None, why: hostile("workflow") },
                seen: vec![],
            },
            Command::SetSeparation {
                pair,
                separation: Separation {
                    in_force: true,
                    since: None,
                    why: hostile("separation"),
                    said_to_harm: None,
                },
                seen: vec![],
            },
        ];
        for module in ModuleId::ALL {
            for who in [mother, child] {
                let subject = Subject::Person(who);
                let id = session.new_entry_id()?;
                commands.push(Command::RecordEntry { id, entry: entry(module, subject, mother, child, day) });
                let part = Part { module, subject };
                let statement = Statement {
                    strengths: hostile("strengths"),
                    needs: hostile("statement-needs"),
                    analysis: hostile("statement-analysis"),
                };
                commands.push(Command::WriteStatement { part, statement, seen: vec![] });
                commands.push(Command::SetStatus { part, status: ModuleStatus::InProgress, seen: vec![] });
            }
        }
        block_on(session.open_family(family, commands))?;
        amend_one(&session, family)?;
        let file = block_on(session.export(&[family], Reader::Colleague, &passphrase))?;
        std::fs::write(to, file.text)?;
        Ok(())
    }

    /// A reason is text too.
    fn amend_one(
        session: &Session<MemoryStore, HostCrypto, FixedClock>,
        family: hearth::model::ids::FamilyId,
    ) -> Result<(), Box<dyn Error>> {
        let book = session.workbook(family).ok_or("The family is not there.")?;
        let (id, thing) = book.entries.iter().next().ok_or("There is no entry.")?;
        let mut entry = thing.current().ok_or("The entry was withdrawn.")?.clone();
        entry.going_well = hostile("amended");
        let (reason, seen) = (hostile("reason"), thing.head_ids());
        block_on(session.record(family, vec![Command::AmendEntry { id, entry, reason, seen }]))?;
        Ok(())
    }
}
