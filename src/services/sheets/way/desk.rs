//! For tests of forms: somebody of a team at their desk, who fills in forms of the made-up family.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::model::dates::PartialDate;
use crate::model::ids::{DeviceId, EventId, PractitionerId};
use crate::model::practitioner::{Practitioner, Role};
use crate::navigation::Sheet as Place;
use crate::policy::authority::Authority;
use crate::policy::profile::history::ProfileHistory;
use crate::services::here::Here;
use crate::services::recording::{Hand, stamp};
use crate::services::sample::{AMARA, DANA, JOE, KAYLA, Sample, person, today};
use crate::services::sheet::Sheet;
use crate::services::sheets::{read, sheet};
use crate::services::typed::{Fields, put_date};
use crate::workbook::decide::{Command, Refusal};

pub(crate) struct Desk {
    pub sample: Sample,
    me: Practitioner,
    authority: Authority,
    history: ProfileHistory,
    next: u8,
}

impl Desk {
    /// A team manager, who may do most things of the way through.
    pub(crate) fn new(authority: Authority) -> Self {
        let me = Practitioner {
            id: PractitionerId::from_bytes([8; 16]),
            name: "Mo Khan".into(),
            role: Role::TeamManager,
            employer: String::new(),
            team: String::new(),
        };
        let history = ProfileHistory::new(authority.profile().clone());
        Self { sample: Sample::new(), me, authority, history, next: 0 }
    }

    /// The same desk with somebody of another role at it.
    pub(crate) fn turned(mut self, role: Role) -> Self {
        self.me.role = role;
        self
    }

    pub(crate) fn here(&self) -> Here<'_> {
        Here {
            book: &self.sample.book,
            me: &self.me,
            authority: self.authority,
            history: &self.history,
            now: DateTime::UNIX_EPOCH,
            today: today(),
        }
    }

    pub(crate) fn form(&self, place: Place, of: Option<&str>) -> Sheet {
        sheet(place, of, &self.here()).unwrap()
    }

    /// Fills in a form over what stands in its boxes, and records it.
    pub(crate) fn fills_in(&mut self, place: Place, of: Option<&str>, typed: &[(&str, &str)]) {
        let commands = self.reads(place, of, typed).unwrap();
        assert!(!commands.is_empty(), "{place:?} asks for nothing");
        self.tries(commands).unwrap();
    }

    /// What is to be mended: the boxes, and what is said there.
    pub(crate) fn mends(
        &mut self,
        place: Place,
        of: Option<&str>,
        typed: &[(&str, &str)],
    ) -> Vec<(String, String)> {
        self.reads(place, of, typed).unwrap_err()
    }

    /// The box at which a refusal stands, and its words.
    pub(crate) fn is_refused(
        &mut self,
        place: Place,
        of: Option<&str>,
        typed: &[(&str, &str)],
    ) -> (String, String) {
        let commands = self.reads(place, of, typed).unwrap();
        let refusal = self.tries(commands).unwrap_err();
        (crate::services::sheets::box_of(&self.form(place, of), &refusal), refusal.to_string())
    }

    pub(crate) fn reads(
        &mut self,
        place: Place,
        of: Option<&str>,
        typed: &[(&str, &str)],
    ) -> Result<Vec<Command>, Vec<(String, String)>> {
        let mut fields = self.form(place, of).filled;
        for (id, words) in typed {
            match NaiveDate::parse_from_str(words, "%Y-%m-%d") {
                Ok(day) => put_date(&mut fields, id, Some(PartialDate::day(day))),
                Err(_) => drop(fields.insert((*id).to_owned(), (*words).to_owned())),
            }
        }
        let mut next = self.next;
        let mut fresh = || {
            next += 1;
            Some([next; 16])
        };
        let found = read(place, of, &self.here(), &fields, &mut fresh);
        self.next = next;
        found.map_err(|wrong| wrong.into_iter().map(|it| (it.field, it.message)).collect())
    }

    pub(crate) fn tries(&mut self, commands: Vec<Command>) -> Result<(), Refusal> {
        let rules = self.here().rules();
        let now = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::seconds(100 + i64::from(self.next));
        let device = DeviceId::from_bytes([8; 16]);
        let hand = Hand { practitioner: &self.me, device, now, today: today(), rules: &rules };
        let mut next = self.next;
        let id = || {
            next += 1;
            let mut bytes = [8; 16];
            bytes[0] = next;
            EventId::from_bytes(bytes)
        };
        let book = &self.sample.book;
        let stamped = stamp(book.id, &self.sample.events, book, &hand, commands, id)?;
        self.next = next;
        self.sample.events = stamped.events;
        self.sample.book = stamped.workbook;
        Ok(())
    }

    /// A worker comes to the team, through the form.
    pub(crate) fn welcomes(&mut self, name: &str, role: &str) -> String {
        let typed = [("member-name", name), ("member-role", role), ("member-from", "2026-11-02")];
        self.fills_in(Place::Member, None, &typed);
        let found = self.sample.book.memberships.all().find(|(_, member)| member.name == name);
        found.unwrap().0.to_string()
    }
}

/// The desk of a manager who closed the workbook on 12 November 2026.
pub(crate) fn closed() -> Desk {
    let mut desk = Desk::new(Authority::Walsall);
    for one in [AMARA, JOE, DANA, KAYLA] {
        let id = person(one).to_string();
        let typed = [("leaving-how", "complete"), ("leaving-on", "2026-11-10"), ("leaving-words", "Done")];
        desk.fills_in(Place::Leaving, Some(&id), &typed);
    }
    let typed = [
        ("close-on", "2026-11-12"),
        ("close-because", "work_complete"),
        ("close-why", "All is well"),
        ("close-left-consent", "On paper"),
        ("close-left-summary", "It follows"),
    ];
    desk.fills_in(Place::Close, None, &typed);
    desk
}

/// All fields of a form as it stands, typed again: nothing is lost between boxes and record.
pub(crate) fn filled(desk: &Desk, place: Place, of: &str) -> Fields {
    desk.form(place, Some(of)).filled
}
