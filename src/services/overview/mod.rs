//! One family in one screen: what is going well, where it stands, what is due, what was recorded lately, what waits for
//! a decision.

mod consent;
mod lately;
mod next;
mod rating;
mod since;
mod strengths;
mod waiting;

pub use consent::consent;
pub use lately::{Recorded, recorded_lately};
pub use next::due_next;
pub use rating::rating;
pub use since::since_last_here;
pub use strengths::{Strength, strengths};
pub use waiting::{ToDecide, to_decide};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::module::ModuleId;
    use crate::navigation::{FamilyPage, Route};
    use crate::services::sample::{AMARA, KAYLA, Sample, about, entry, entry_id};
    use crate::workbook::decide::Command;

    fn records(sample: &mut Sample, number: u8, module: ModuleId, who: u8, going_well: &str) {
        let mut entry = entry(module, about(who), going_well);
        if going_well.is_empty() {
            entry.needs = "A routine".into();
        }
        sample.does(Command::RecordEntry { id: entry_id(number), entry });
    }

    #[test]
    fn strengths_are_the_newest_things_that_go_well() {
        let mut sample = Sample::new();
        records(&mut sample, 1, ModuleId::M2, AMARA, "First");
        records(&mut sample, 2, ModuleId::M3, AMARA, "");
        records(&mut sample, 3, ModuleId::M4, KAYLA, "Second");
        let found = strengths(&sample.book, 3);
        let words: Vec<&str> = found.iter().map(|strength| strength.words.as_str()).collect();
        assert_eq!(words.len(), 2);
        assert!(words.contains(&"First") && words.contains(&"Second"));
        assert_eq!(strengths(&sample.book, 1).len(), 1);
    }

    #[test]
    fn what_was_recorded_lately_leads_to_its_module() {
        let mut sample = Sample::new();
        records(&mut sample, 1, ModuleId::M2, AMARA, "Up every day");
        let found = recorded_lately([&sample.book], 5);
        assert_eq!(found.len(), 1);
        assert!(!found[0].changed);
        let page = FamilyPage::Module { subject: about(AMARA), module: ModuleId::M2 };
        assert_eq!(found[0].route(), Route::family(sample.book.id, page));
        assert!(recorded_lately([&sample.book], 0).is_empty());
    }
}
