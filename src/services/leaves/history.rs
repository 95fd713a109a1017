//! The audit history: everything that was recorded, by day, newest first, and whether the chain of it holds
//! (`ux.md` S34).

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::model::dates::{PartialDate, day_words};
use crate::model::ids::PractitionerId;
use crate::navigation::{FamilyPage, Leaf as Place, Route};
use crate::policy::csv::csv;
use crate::policy::london::{london, time_words};
use crate::services::here::Here;
use crate::services::leaf::{Leaf, Moment, Part, Way};
use crate::services::two_versions::records::place;
use crate::services::words::count;
use crate::workbook::audit::{Did, Told};
use crate::workbook::conflict::Conflict;

use super::plans::names;
use super::sieve::{Choice, Sieve};

/// So many on one page.
const ON_A_PAGE: usize = 200;

/// A page of the history: everything, or what one worker recorded, or what stands on one of the pages.
pub(super) fn leaf(of: Option<&str>, here: &Here<'_>) -> Option<Leaf> {
    let told = here.book.told();
    let (workers, kinds) = (workers(here, &told), kinds(&told));
    let sieve = Sieve::read(Place::History, of, &[workers.clone(), kinds.clone()])?;
    let told: Vec<Told> = told.into_iter().filter(|it| is_of(&sieve, it)).collect();
    let skipped = sieve.page.saturating_sub(1).saturating_mul(ON_A_PAGE);
    if sieve.oldest_first || (sieve.page > 1 && skipped >= told.len()) {
        return None;
    }
    let mut parts = vec![Part::Words(
        "Everything that was recorded here, newest first. Nothing in it can be changed or taken out: what is corrected \
         stands as a later version, with its reason."
            .to_owned(),
    )];
    parts.extend(unread(here));
    parts.extend(sieve.ways(here, vec![("Recorded by", workers), ("About", kinds)], false));
    let mut day: Option<NaiveDate> = None;
    let mut moments: Vec<Moment> = Vec::new();
    for it in told.iter().skip(skipped).take(ON_A_PAGE) {
        let own = london(it.recorded).date();
        if day != Some(own) {
            flush(&mut parts, &mut moments);
            parts.push(Part::Heading(day_words(own)));
            day = Some(own);
        }
        moments.push(moment(here, it));
    }
    flush(&mut parts, &mut moments);
    let shown = skipped.saturating_add(ON_A_PAGE).min(told.len());
    parts.push(Part::Aside(format!("{} to {shown} of {}", skipped.saturating_add(1).min(shown), told.len())));
    parts.extend(others(here, &sieve, shown < told.len()));
    Some(Leaf { heading: Place::History.title().to_owned(), caption: None, back: None, parts })
}

/// Who recorded something, in the order of their names.
fn workers(here: &Here<'_>, told: &[Told]) -> Vec<Choice> {
    let ids: BTreeSet<PractitionerId> = told.iter().map(|it| it.by).collect();
    let mut workers: Vec<Choice> =
        ids.into_iter().map(|id| (id.to_string(), here.book.author_name(id))).collect();
    workers.sort_by(|a, b| a.1.cmp(&b.1));
    workers
}

/// The page on which something stands: its word and its name.
fn kind(told: &Told) -> Choice {
    let (word, name) = match place(told.about) {
        FamilyPage::Programme => ("modules", "Modules"),
        FamilyPage::Leaf { leaf: Place::Meeting, .. } => {
            (Place::Supervision.token(), Place::Supervision.title())
        }
        FamilyPage::Leaf { leaf, .. } => (leaf.token(), leaf.title()),
        _ => ("people", "People"),
    };
    (word.to_owned(), name.to_owned())
}

/// Each kind that is there, in the order of their names.
fn kinds(told: &[Told]) -> Vec<Choice> {
    let kinds: BTreeSet<Choice> = told.iter().map(kind).collect();
    kinds.into_iter().collect()
}

fn is_of(sieve: &Sieve, told: &Told) -> bool {
    sieve.lets_through([told.by.to_string().as_str(), kind(told).0.as_str()])
}

/// What is said before the whole history is saved as a file.
pub const NOT_ENCRYPTED: &str = "A file for a spreadsheet is not encrypted: whoever has the file can read it. It names \
    people of the family and workers, and gives the reasons of changes. Keep it where your authority keeps such data, \
    and delete it from this device when it is there.";

/// The whole history for a spreadsheet, newest first: a line for each version of each thing.
pub fn table(here: &Here<'_>) -> String {
    let names = ["Recorded on", "At", "By", "Role", "What", "About", "It tells of", "Why"];
    let mut lines = vec![names.map(str::to_owned)];
    lines.extend(here.book.told().iter().map(|it| {
        let local = london(it.recorded);
        let (by, role) = (here.book.author_name(it.by), here.profile().role_name(&it.role).to_owned());
        // What stands apart is told of in no file: neither of whom it is nor why.
        let apart = it.about.stands_apart();
        let about =
            if apart { String::new() } else { self::names(here.book, &here.book.people_of(it.about)) };
        let why = if apart { String::new() } else { it.reason.clone() };
        let at = local.format("%H:%M").to_string();
        [local.date().to_string(), at, by, role, title(it), about, it.happened.to_string(), why]
    }));
    csv(lines.iter().map(|line| line.iter().map(String::as_str)))
}

/// Its name in a list of files, which others may see.
pub fn table_name(here: &Here<'_>) -> String {
    format!("history-{}.csv", here.today)
}

/// The same page with what was found when the chain was looked at: how many records do not fit, where it could be
/// looked at.
pub fn checked(mut leaf: Leaf, broken: Option<usize>) -> Leaf {
    let found = match broken {
        None => return leaf,
        Some(0) => Part::Words(
            "Checked just now: each record carries the fingerprint of the one that the same device made before it, and \
             all of them fit. Nothing was changed or taken out in between."
                .to_owned(),
        ),
        Some(broken) => Part::Warning(format!(
            "{} not fit to what came before: a record is missing, which is so when only a part of a workbook was \
             shared, or was changed outside this app. What stands here may not be everything. Ask whoever shared it for \
             the whole workbook, and tell your manager if it stays so.",
            match broken {
                1 => "1 record does".to_owned(),
                many => format!("{many} records do"),
            }
        )),
    };
    leaf.parts.insert(leaf.parts.len().min(1), found);
    leaf
}

fn flush(parts: &mut Vec<Part>, moments: &mut Vec<Moment>) {
    if !moments.is_empty() {
        parts.push(Part::Timeline(std::mem::take(moments)));
    }
}

fn title(told: &Told) -> String {
    let did = match (told.did, told.about) {
        (Did::Began, _) => "recorded",
        (Did::Changed, _) => "changed",
        (Did::TookBack, Conflict::DoNotTell(_)) => "lifted",
        (Did::TookBack, _) => "taken back, as entered in error",
    };
    match (told.about, told.did) {
        (Conflict::Family(_), Did::Began) => "Workbook opened".to_owned(),
        (about, _) => format!("{}: {did}", about.words()),
    }
}

fn moment(here: &Here<'_>, told: &Told) -> Moment {
    let book = here.book;
    let day = london(told.recorded).date();
    let mut words = Vec::new();
    let about = names(book, &book.people_of(told.about));
    if !about.is_empty() {
        words.push(format!("About {about}"));
    }
    if told.happened != PartialDate::day(day) {
        words.push(format!("It tells of {}", told.happened));
    }
    if !told.reason.trim().is_empty() {
        words.push(format!("Why: {}", told.reason));
    }
    // Whoever looks on learns that something was recorded, and not what, of whom or why.
    if told.about.stands_apart() {
        words.clear();
    }
    Moment {
        title: title(told),
        on: day.to_string(),
        when: time_words(told.recorded),
        by: Some(format!("{}, {}", book.author_name(told.by), here.profile().role_name(&told.role))),
        words,
        to: None,
    }
}

/// What is kept here and cannot be shown is not passed over in silence.
fn unread(here: &Here<'_>) -> Option<Part> {
    let unread = &here.book.unread;
    let mut why: Vec<String> = unread.iter().map(|it| it.why.to_string()).collect();
    why.sort();
    why.dedup();
    let kept = count(unread.len(), "record is", "records are");
    (!unread.is_empty()).then(|| Part::Warning(format!("{kept} kept and not shown here. {}", why.join(" "))))
}

/// The ways to what was recorded later and earlier.
fn others(here: &Here<'_>, sieve: &Sieve, more: bool) -> Option<Part> {
    let to = |words: &str, page: usize| {
        Way::new(words, Route::family(here.book.id, sieve.turned_to(page))).about("(audit history)")
    };
    let mut ways = Vec::new();
    if more {
        ways.push(to("Earlier", sieve.page.saturating_add(1)));
    }
    if sieve.page > 1 {
        ways.push(to("Later", sieve.page.saturating_sub(1)));
    }
    (!ways.is_empty()).then_some(Part::Actions { ways, primary: false })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::module::ModuleId;
    use crate::services::sample::{AMARA, Sample, about, entry, entry_id};
    use crate::services::sheets::tests::here;
    use crate::workbook::decide::Command;

    fn moments(sample: &Sample, of: Option<&str>) -> Vec<Moment> {
        let parts = leaf(of, &here(&sample.book)).unwrap().parts;
        let of = |part: Part| match part {
            Part::Timeline(moments) => moments,
            _ => Vec::new(),
        };
        parts.into_iter().flat_map(of).collect()
    }

    #[test]
    fn everything_that_was_recorded_stands_in_it_newest_first_with_its_reason() {
        let mut sample = Sample::new();
        let id = entry_id(1);
        let good = entry(ModuleId::M2, about(AMARA), "Up every day");
        sample.does(Command::RecordEntry { id, entry: good.clone() });
        let better = entry(ModuleId::M2, about(AMARA), "Up early every day");
        let seen = sample.book.entries.head_ids(id);
        sample.does(Command::AmendEntry { id, entry: better, reason: "More exact".into(), seen });
        let seen = sample.book.entries.head_ids(id);
        sample.does(Command::WithdrawEntry { id, reason: "Another family’s".into(), seen });
        let shown = moments(&sample, None);
        assert_eq!(shown.len(), sample.book.count());
        assert_eq!(shown.len(), sample.events.len(), "nothing is left out");
        let titles: Vec<&str> = shown.iter().take(3).map(|it| it.title.as_str()).collect();
        assert_eq!(
            titles,
            ["An entry: taken back, as entered in error", "An entry: changed", "An entry: recorded"]
        );
        assert!(shown[0].words.contains(&"About Amara".to_owned()));
        assert!(shown[1].words.contains(&"Why: More exact".to_owned()));
        let family = crate::model::family::Family {
            label: "Riverside".into(),
            referred_on: None,
            assessed_on: None,
            pathway: String::new(),
            pathway_why: String::new(),
            example: false,
        };
        sample.does(Command::DescribeFamily { family, seen: Vec::new() });
        assert_eq!(moments(&sample, None)[0].title, "Workbook opened");
    }

    #[test]
    fn a_long_history_has_pages_and_each_record_stands_once() {
        let mut sample = Sample::new();
        for number in 0..220 {
            let words = format!("Good {number}");
            let entry = entry(ModuleId::M2, about(AMARA), &words);
            let id = crate::model::ids::EntryId::from_bytes([number; 16]);
            sample.does(Command::RecordEntry { id, entry });
        }
        let (first, second) = (moments(&sample, None), moments(&sample, Some("2")));
        assert_eq!((first.len(), first.len() + second.len()), (ON_A_PAGE, sample.events.len()));
        for nowhere in ["1", "3", "0", "x"] {
            assert!(leaf(Some(nowhere), &here(&sample.book)).is_none(), "{nowhere}");
        }
    }

    #[test]
    fn it_is_kept_to_one_worker_or_to_what_stands_on_one_page() {
        let mut sample = Sample::new();
        let before = sample.book.count();
        let entry = entry(ModuleId::M2, about(AMARA), "Up every day");
        sample.does(Command::RecordEntry { id: entry_id(1), entry });
        let me = sample.book.told()[0].by.to_string();
        assert_eq!(moments(&sample, Some("modules")).len(), 1);
        assert_eq!(moments(&sample, Some(&me)).len(), before + 1);
        assert_eq!(moments(&sample, Some("modules"))[0].title, "An entry: recorded");
        for nowhere in ["visits", "modules.2", "oldest"] {
            assert!(leaf(Some(nowhere), &here(&sample.book)).is_none(), "{nowhere}");
        }
    }

    #[test]
    fn the_file_holds_a_line_for_everything_that_was_recorded() {
        let mut sample = Sample::new();
        let entry = entry(ModuleId::M2, about(AMARA), "Up every day");
        sample.does(Command::RecordEntry { id: entry_id(1), entry });
        let text = table(&here(&sample.book));
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), sample.book.count() + 1);
        assert!(lines[0].ends_with("Recorded on,At,By,Role,What,About,It tells of,Why"), "{}", lines[0]);
        assert!(lines[1].contains("An entry: recorded,Amara"), "{}", lines[1]);
        assert!(!text.contains("Up every day"), "what was written is not in it");
    }

    #[test]
    fn whether_the_chain_holds_is_said_in_words() {
        let sample = Sample::new();
        let page = || leaf(None, &here(&sample.book)).unwrap();
        let warns = |leaf: &Leaf| leaf.parts.iter().any(|part| matches!(part, Part::Warning(_)));
        assert_eq!(checked(page(), None), page());
        assert!(!warns(&checked(page(), Some(0))));
        assert_ne!(checked(page(), Some(0)), page());
        assert!(warns(&checked(page(), Some(2))));
    }
}
