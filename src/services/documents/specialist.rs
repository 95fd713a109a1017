//! Asking for an adult specialist, as a paper for whoever decides (`domain.md` R69; WSX appendix 3).

use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::ids::RequestId;
use crate::navigation::{FamilyPage, Sheet};
use crate::services::leaves::names;

use super::blocks::{all_labelled, wrote};
use super::sheaf::Sheaf;

pub(super) fn gather(sheaf: &mut Sheaf<'_>, id: RequestId) {
    let here = sheaf.here;
    let Some(thing) = here.book.specialist_requests.get(id) else { return };
    let Some(request) = thing.current() else { return };
    let roles = request.specialists.iter().map(|role| here.profile().role_name(role));
    let roles: Vec<&str> = roles.collect();
    sheaf.begin("What is asked for");
    sheaf.extend(all_labelled([
        ("Who is asked for".to_owned(), roles.join(", ")),
        ("To work with".to_owned(), names(here.book, &request.people)),
        ("The family’s situation".to_owned(), request.situation.clone()),
        ("What for, and what should come of it".to_owned(), request.purpose.clone()),
        ("How long".to_owned(), request.timescale.clone()),
        ("The team manager’s view".to_owned(), request.managers_view.clone()),
    ]));
    sheaf.put(wrote(&here, thing));
    sheaf.extend(super::family::protected(&here));
    let page = FamilyPage::sheet_of(Sheet::Specialist, id);
    for (words, said) in [
        ("The planned timescale is not recorded yet", &request.timescale),
        ("The team manager’s view is not recorded yet", &request.managers_view),
    ] {
        if said.trim().is_empty() {
            sheaf.needs(words, page.clone());
        }
    }
    sheaf.begin("The decision");
    match here.book.specialist_decisions.current(id) {
        None => sheaf.needs("It is not decided yet", FamilyPage::sheet_of(Sheet::SpecialistDecision, id)),
        Some(it) => {
            let agreed = if it.agreed { "Agreed" } else { "Not agreed" };
            let worker = it.worker.map(|worker| here.book.author_name(worker)).unwrap_or_default();
            let by = format!("{}, as: {}", it.decided_by, it.decided_as.label().to_lowercase());
            sheaf.extend(all_labelled([
                (format!("On {}", day_words(it.on)), agreed.to_owned()),
                ("Decided by".to_owned(), by),
                ("Why".to_owned(), it.reason.clone()),
                ("Who will do it".to_owned(), worker),
            ]));
        }
    }
}
