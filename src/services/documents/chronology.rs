//! What happened, in order, oldest first, a table for each year (`domain.md` R41). For people of the family it holds
//! what was chosen to be shown to them.

use crate::model::sharing::Piece;
use crate::navigation::{FamilyPage, Leaf, Sheet};
use crate::services::leaves::names;
use crate::services::words::quoted;
use crate::workbook::round::chronology::{Line, Origin};

use super::blocks::table;
use super::drawings::Shows;
use super::family_report::piece_of;
use super::sheaf::Sheaf;

pub(super) fn gather(sheaf: &mut Sheaf<'_>) {
    let lines = sheaf.here.book.chronology();
    if !lines.iter().any(|line| matches!(line.origin, Origin::Event(_))) {
        sheaf.needs("No event of the family’s own history is recorded yet", FamilyPage::sheet(Sheet::Event));
    }
    let mut year = None;
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut for_the_team = 0_usize;
    for line in &lines {
        let own = line.on.earliest().format("%Y").to_string();
        if year.as_ref() != Some(&own) {
            flush(sheaf, year.as_deref(), &mut rows);
            sheaf.begin(own.clone());
            year = Some(own);
        }
        match (sheaf.reader.is_professional(), piece(line)) {
            (true, _) => rows.push(row(sheaf, line)),
            (false, Some(piece)) => piece_of(sheaf, piece),
            (false, None) => for_the_team = for_the_team.saturating_add(1),
        }
    }
    flush(sheaf, year.as_deref(), &mut rows);
    if for_the_team > 0 {
        let what =
            crate::services::words::count(for_the_team, "line of the chronology", "lines of the chronology");
        sheaf.is_for_the_team(what, FamilyPage::leaf(Leaf::Chronology));
    }
    // It needs a sheet that lies on its side: at the beginning it would leave the first one empty.
    sheaf.begin("Timeline");
    sheaf.draw(Shows::Timeline);
}

fn flush(sheaf: &mut Sheaf<'_>, year: Option<&str>, rows: &mut Vec<Vec<String>>) {
    let caption = format!("What happened in {}", year.unwrap_or_default());
    let columns = ["Date", "What happened", "Who it is about", "What it meant", "How we know"];
    sheaf.extend(table(&caption, &columns, std::mem::take(rows)));
}

/// What a line is, if it is something that can be chosen to be shown.
fn piece(line: &Line) -> Option<Piece> {
    match line.origin {
        Origin::Visit(id) => Some(Piece::Visit(id)),
        Origin::Threshold(id) => Some(Piece::Threshold(id)),
        Origin::Supervision(id) => Some(Piece::Supervision(id)),
        _ => None,
    }
}

fn row(sheaf: &Sheaf<'_>, line: &Line) -> Vec<String> {
    let book = sheaf.here.book;
    let until = line.until.map(|until| format!(" to {until}")).unwrap_or_default();
    let views = line.childrens_views.iter().filter(|(_, view)| !view.trim().is_empty());
    let views = views.map(|(child, view)| format!("{}’s view: {}", book.name_of(*child), quoted(view)));
    let meant: Vec<String> = std::iter::once(line.significance.clone()).chain(views).collect();
    let by = format!("{} ({})", book.author_name(line.by), line.origin.label().to_lowercase());
    let known = [line.source.clone(), by].into_iter().filter(|it| !it.trim().is_empty());
    vec![
        format!("{}{until}", line.on),
        line.what.clone(),
        names(book, &line.people),
        meant.join("\n"),
        known.collect::<Vec<_>>().join("\n"),
    ]
}
