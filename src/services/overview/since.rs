//! What colleagues recorded since somebody recorded last in a family (`ux.md` S10).

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use crate::navigation::Route;
use crate::services::clock::moment_words;
use crate::services::here::Here;
use crate::services::leaf::Row;
use crate::services::two_versions::records::{is_for, place};
use crate::workbook::conflict::Conflict;

/// How many lines there is room for.
const MOST: usize = 5;

/// What others recorded since, newest first, what is alike in one line; nothing before one's own first record. By the
/// clocks of those who recorded it: what is older and only came with a later file is not in it.
pub fn since_last_here(here: &Here<'_>) -> Vec<Row> {
    let recorded = here.book.recorded_last();
    let own = recorded.iter().filter(|(_, author, _)| *author == here.me.id).map(|(_, _, at)| *at).max();
    let Some(own) = own else { return Vec::new() };
    let mut alike: BTreeMap<(&'static str, String), (DateTime<Utc>, Conflict, usize)> = BTreeMap::new();
    for (of, author, at) in recorded {
        // That somebody joined in is no news; what keeps people safe is on no list; and how they rated is theirs until
        // it is shown.
        let news = !matches!(of, Conflict::TeamMember(_)) && !of.stands_apart();
        let told = news && is_for(of, here.me.id);
        if !told || author == here.me.id || at <= own {
            continue;
        }
        let line = alike.entry((of.words(), here.book.author_name(author))).or_insert((at, of, 0));
        (line.0, line.2) = (line.0.max(at), line.2 + 1);
    }
    let mut lines: Vec<_> = alike.into_iter().collect();
    lines.sort_by_key(|(_, (at, _, _))| std::cmp::Reverse(*at));
    let row = |((what, who), (at, of, count)): ((&'static str, String), (DateTime<Utc>, Conflict, usize))| {
        let times = if count > 1 { format!(", {count} times") } else { String::new() };
        let to = Route::family(here.book.id, place(of));
        Row {
            more: vec![format!("{who}, {}", moment_words(at, here.today))],
            ..Row::link(format!("{what}{times}"), to)
        }
    };
    lines.into_iter().take(MOST).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::authority::Authority;
    use crate::services::sample::Sample;
    use crate::services::sheets::summary::tests::{looks, plans, sam};

    #[test]
    fn what_colleagues_recorded_since_is_listed_until_one_records_oneself() {
        let mut sample = Sample::new();
        let listed = |sample: &Sample| {
            looks(&sample.book, &sam(), Authority::WestSussex, "2026-11-21", since_last_here)
        };
        assert_eq!(listed(&sample), []);
        plans(&mut sample, 1, "2026-12-01");
        plans(&mut sample, 2, "2026-12-29");
        let rows = listed(&sample);
        let words: Vec<&str> = rows.iter().map(|row| row.words.as_str()).collect();
        assert_eq!(words, ["When a supervision is, 2 times"]);
        assert!(rows[0].more[0].starts_with("Toni May, "), "{:?}", rows[0].more);
    }
}
