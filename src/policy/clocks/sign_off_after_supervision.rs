//! After supervision: the notes completed, and authorised by the manager (T4). `domain.md` R51, R52.
//!
//! A manager cannot authorise notes that were not handed in: past its time that is "not submitted".

use crate::policy::profile::timescale::{Start, Timescale};

use super::Clocks;
use super::circumstances::Circumstances;
use super::due::{Running, Whom};

pub(super) fn clocks(circumstances: &Circumstances, clocks: &mut Clocks) {
    for supervision in circumstances.supervisions.iter().filter(|supervision| supervision.held.is_some()) {
        let after = |timescale| {
            Running::new(timescale, Whom::Family)
                .about(supervision.thing)
                .from(Start::Supervision, supervision.held)
        };
        let handed_in = supervision.notes_submitted.is_some();
        let mut minutes = after(Timescale::T4MinutesAfterSupervision).done(supervision.notes_submitted);
        minutes.nothing_handed_in = !handed_in;
        clocks.push(minutes);
        let mut sign_off = after(Timescale::T4SignOffAfterSupervision)
            .from(Start::NotesSubmitted, supervision.notes_submitted)
            .done(supervision.authorised);
        sign_off.nothing_handed_in = !handed_in;
        clocks.push(sign_off);
    }
}
