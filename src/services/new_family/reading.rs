//! What the answers mean, or everything that is to be mended, in the order of the pages and their boxes.

use chrono::NaiveDate;

use crate::model::dates::PartialDate;
use crate::model::family::Family;
use crate::model::person::{Arrival, Person, Standing, Workflow};
use crate::model::relationship::{Kind, ParentalResponsibility};
use crate::navigation::NewFamilyStep;
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::Refusal;

use super::{Fault, NewFamily, NewPerson, NewRelation, answer, called, field, pairs, rows};

struct Reader<'a> {
    fields: &'a Fields,
    typed: Typed<'a>,
    today: NaiveDate,
    step: NewFamilyStep,
    faults: Vec<Fault>,
}

/// Reads all pages.
///
/// # Errors
/// Every fault of every page, in order.
pub fn read(fields: &Fields, today: NaiveDate) -> Result<NewFamily, Vec<Fault>> {
    let mut reader =
        Reader { fields, typed: Typed(fields), today, step: NewFamilyStep::Label, faults: Vec::new() };
    let label = reader.label();
    let mut people = reader.children();
    let (adults, relations) = reader.adults();
    people.extend(adults);
    reader.workflow(&mut people);
    let (pathway, pathway_why) = reader.pathway();
    let (referred_on, assessed_on) = reader.referral();
    let separated = reader.safety();
    let allocated = reader.allocation();
    let family = Family { label, referred_on, assessed_on, pathway, pathway_why, example: false };
    match reader.faults.is_empty() {
        true => Ok(NewFamily { family, people, relations, separated, allocated }),
        false => Err(reader.faults),
    }
}

impl Reader<'_> {
    fn fault(&mut self, wrong: Wrong) {
        self.faults.push(Fault { step: self.step, wrong });
    }

    fn or_fault<T: Default>(&mut self, read: Result<T, Wrong>) -> T {
        read.unwrap_or_else(|wrong| {
            self.fault(wrong);
            T::default()
        })
    }

    fn text(&self, id: &str) -> String {
        self.typed.text(id).to_owned()
    }

    fn label(&mut self) -> String {
        let label = self.text(field::LABEL);
        if label.is_empty() {
            self.fault(Wrong::new(field::LABEL, Refusal::NoLabel.to_string()));
        }
        label
    }

    fn children(&mut self) -> Vec<NewPerson> {
        self.step = NewFamilyStep::Children;
        let keys = rows(self.fields, field::CHILDREN);
        if keys.is_empty() {
            self.fault(Wrong::new("add-child", "Add at least one child"));
        }
        keys.into_iter().map(|key| self.child(key)).collect()
    }

    fn child(&mut self, key: String) -> NewPerson {
        let mut person = self.named(&key, Standing::Child);
        let arrival = field::of(&key, "arrival");
        let unborn = self.typed.is(&arrival, answer::UNBORN);
        if person.name.is_empty() && person.known_as.is_empty() && !unborn {
            self.no_name(&key);
        }
        if unborn {
            let due = self.typed.date(&field::of(&key, "due"), "Due date");
            person.arrival = Arrival::Unborn { due: self.or_fault(due) };
        } else if self.typed.is(&arrival, answer::BORN) {
            let birth = self.typed.birth(&field::of(&key, "birth"), self.today);
            person.arrival = Arrival::Born(self.or_fault(birth));
        } else {
            let who = called(self.fields, &key);
            self.fault(Wrong::new(arrival, format!("Say whether {who} has been born")));
        }
        NewPerson { key, person, workflow: nothing_said() }
    }

    fn named(&self, key: &str, standing: Standing) -> Person {
        let mut person = Person::named(standing, self.typed.text(&field::of(key, "name")));
        person.known_as = self.text(&field::of(key, "known-as"));
        person
    }

    fn no_name(&mut self, key: &str) {
        let who = called(self.fields, key).to_lowercase();
        let message = format!("Enter a name for {who}, or what they like to be called");
        self.fault(Wrong::new(field::of(key, "name"), message));
    }

    fn adults(&mut self) -> (Vec<NewPerson>, Vec<NewRelation>) {
        self.step = NewFamilyStep::Adults;
        let children = rows(self.fields, field::CHILDREN);
        let mut relations = Vec::new();
        let mut adults = Vec::new();
        for key in rows(self.fields, field::ADULTS) {
            let person = self.named(&key, Standing::Adult);
            if person.name.is_empty() && person.known_as.is_empty() {
                self.no_name(&key);
            }
            for child in &children {
                relations.extend(self.relation(&key, child));
            }
            adults.push(NewPerson { key, person, workflow: nothing_said() });
        }
        (adults, relations)
    }

    fn relation(&mut self, adult: &str, child: &str) -> Option<NewRelation> {
        let kind_id = field::between(adult, child, "kind");
        let code = self.text(&kind_id);
        let kind = match code.as_str() {
            "" => return None,
            answer::OTHER => {
                let words_id = field::between(adult, child, "kind-words");
                let words = self.text(&words_id);
                if words.is_empty() {
                    let (who, whom) = (called(self.fields, adult), called(self.fields, child));
                    self.fault(Wrong::new(words_id, format!("Enter what {who} is to {whom}")));
                }
                Kind::Other(words)
            }
            code => Kind::KNOWN
                .into_iter()
                .find(|kind| kind.label() == code)
                .unwrap_or_else(|| Kind::Other(code.to_owned())),
        };
        let responsibility = match self.typed.text(&field::between(adult, child, "responsibility")) {
            answer::YES => ParentalResponsibility::Holds,
            answer::NO => ParentalResponsibility::DoesNotHold,
            _ => ParentalResponsibility::NotKnown,
        };
        Some(NewRelation { adult: adult.to_owned(), child: child.to_owned(), kind, responsibility })
    }

    fn workflow(&mut self, people: &mut [NewPerson]) {
        self.step = NewFamilyStep::Workflow;
        for person in people {
            let key = person.key.as_str();
            let id = field::of(key, "workflow");
            let who = called(self.fields, key);
            person.workflow = match self.typed.text(&id) {
                answer::YES => Workflow {
                    inside: true,
                    since: self.since(&field::of(key, "in-since")),
                    why: String::new(),
                },
                answer::NO => {
                    let since = self.since(&field::of(key, "out-since"));
                    let why_id = field::of(key, "out-why");
                    let why = self.text(&why_id);
                    if why.is_empty() {
                        self.fault(Wrong::new(why_id, format!("Enter why {who} is not in the workflow")));
                    }
                    Workflow { inside: false, since, why }
                }
                _ => {
                    self.fault(Wrong::new(id, format!("Say whether {who} is in the workflow")));
                    nothing_said()
                }
            };
        }
    }

    fn since(&mut self, id: &str) -> Option<PartialDate> {
        let since = self.typed.past_date(id, "Date", self.today);
        self.or_fault(since)
    }

    fn pathway(&mut self) -> (String, String) {
        self.step = NewFamilyStep::Pathway;
        let why = self.text(field::PATHWAY_WHY);
        let pathway = match self.typed.text(field::PATHWAY) {
            "" => {
                let words = "Choose a pathway, or choose “Not decided yet”";
                self.fault(Wrong::new(field::PATHWAY, words));
                String::new()
            }
            answer::UNDECIDED => String::new(),
            answer::OTHER => {
                let words = self.text(field::PATHWAY_WORDS);
                if words.is_empty() {
                    self.fault(Wrong::new(field::PATHWAY_WORDS, "Enter the pathway"));
                }
                words
            }
            known => known.to_owned(),
        };
        (pathway, why)
    }

    fn referral(&mut self) -> (Option<PartialDate>, Option<PartialDate>) {
        self.step = NewFamilyStep::Referral;
        let referred = self.typed.past_date(field::REFERRED, "Date of the referral", self.today);
        let assessed = self.typed.past_date(field::ASSESSED, "Date of the assessment", self.today);
        (self.or_fault(referred), self.or_fault(assessed))
    }

    fn safety(&mut self) -> Vec<[String; 2]> {
        self.step = NewFamilyStep::Safety;
        match self.typed.text(field::AT_RISK) {
            answer::YES => {
                let chosen = self.typed.lines(field::PAIRS);
                let offered = pairs(self.fields);
                let separated: Vec<[String; 2]> =
                    offered.into_iter().filter(|pair| chosen.contains(&pair_code(pair).as_str())).collect();
                if separated.is_empty() {
                    self.fault(Wrong::new(field::PAIRS, "Choose which two adults"));
                }
                separated
            }
            answer::NO | answer::NOT_KNOWN => Vec::new(),
            _ => {
                let words = "Say whether anyone here is at risk from someone else in the family";
                self.fault(Wrong::new(field::AT_RISK, words));
                Vec::new()
            }
        }
    }

    fn allocation(&mut self) -> bool {
        self.step = NewFamilyStep::Allocation;
        match self.typed.text(field::ALLOCATED) {
            answer::YES => true,
            answer::NO => false,
            _ => {
                let words = "Say whether you are the allocated worker";
                self.fault(Wrong::new(field::ALLOCATED, words));
                false
            }
        }
    }
}

/// Two adults, as a ticked box of [`field::PAIRS`].
pub(super) fn pair_code([a, b]: &[String; 2]) -> String {
    format!("{a}{}{b}", answer::AND)
}

fn nothing_said() -> Workflow {
    Workflow { inside: true, since: None, why: String::new() }
}
