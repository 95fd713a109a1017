//! Bank holidays against gov.uk's own list, and against another program for the years it does not have yet.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use hearth::policy::bank_holidays::bank_holiday;

use crate::table::rows;

#[test]
fn every_bank_holiday_from_2012_to_2040_and_no_other_day() {
    let rows = rows("bank_holidays.csv");
    let expected: BTreeSet<NaiveDate> = rows.iter().map(|row| row["date"].parse().unwrap()).collect();
    let from_gov_uk = rows.iter().filter(|row| row["source"] == "gov.uk").count();
    assert!(from_gov_uk >= 140 && expected.len() == rows.len(), "{from_gov_uk} of {}", rows.len());

    let first = NaiveDate::from_ymd_opt(2012, 1, 1).unwrap();
    let found: BTreeSet<NaiveDate> = first
        .iter_days()
        .take_while(|day| day.year() <= 2040)
        .filter(|day| bank_holiday(*day).is_some())
        .collect();
    let differ: Vec<_> = found.symmetric_difference(&expected).collect();
    assert!(differ.is_empty(), "{differ:?}");
}
