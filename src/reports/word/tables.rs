//! Tables whose first row is repeated on every page and whose first column names the rows.

use docx_rs::{Shading, ShdType, Table, TableCell, TableLayoutType, TableRow, WidthType};

use super::TEXT_WIDTH;
use super::pieces::paragraphs;

/// A row with more letters than this may break over two pages: kept whole, it could be longer than one.
const KEPT_WHOLE: usize = 900;

/// A table of records.
pub fn table(columns: &[String], rows: &[Vec<String>]) -> Table {
    let wide = rows.iter().map(Vec::len).chain([columns.len(), 1]).max().unwrap_or(1);
    let widths = widths(columns, rows, wide);
    let head = (!columns.is_empty()).then(|| row(columns, &widths, "ColumnHeading", "ColumnHeading"));
    let body = rows.iter().map(|cells| row(cells, &widths, "RowHeading", "Cell"));
    laid_out(head.into_iter().chain(body).collect(), &widths)
}

/// Names and values.
pub fn facts(facts: &[(String, String)]) -> Table {
    let widths = [TEXT_WIDTH / 3, TEXT_WIDTH - TEXT_WIDTH / 3];
    let rows = facts.iter().map(|(name, value)| {
        let cells = [name.clone(), value.clone()];
        row(&cells, &widths, "RowHeading", "Cell")
    });
    laid_out(rows.collect(), &widths)
}

fn laid_out(rows: Vec<TableRow>, widths: &[i32]) -> Table {
    Table::without_borders(rows)
        .style("TableGrid")
        .layout(TableLayoutType::Fixed)
        .width(usize::try_from(TEXT_WIDTH).unwrap_or_default(), WidthType::Dxa)
        .set_grid(widths.iter().map(|it| usize::try_from(*it).unwrap_or_default()).collect())
}

fn row(cells: &[String], widths: &[i32], first: &'static str, others: &'static str) -> TableRow {
    let cell = |(at, width): (usize, &i32)| {
        let words = cells.get(at).map_or("", String::as_str);
        let style = if at == 0 { first } else { others };
        let cell = TableCell::new().width(usize::try_from(*width).unwrap_or_default(), WidthType::Dxa);
        let cell = match style {
            "ColumnHeading" => cell.shading(Shading::new().shd_type(ShdType::Clear).fill("F3F2F6")),
            _ => cell,
        };
        paragraphs(style, words).fold(cell, TableCell::add_paragraph)
    };
    let letters: usize = cells.iter().map(String::len).sum();
    let row = TableRow::new(widths.iter().enumerate().map(cell).collect());
    if letters <= KEPT_WHOLE { row.cant_split() } else { row }
}

/// A share of the page for each column, by how much stands in it: none is narrower than a quarter of an equal share.
fn widths(columns: &[String], rows: &[Vec<String>], wide: usize) -> Vec<i32> {
    let letters = |at: usize| {
        let cells = rows.iter().map(Vec::as_slice).chain([columns]).filter_map(|row| row.get(at));
        cells.map(|cell| cell.chars().count().min(120)).max().unwrap_or_default() + 4
    };
    let needs: Vec<usize> = (0..wide).map(letters).collect();
    let all: usize = needs.iter().sum();
    let text = usize::try_from(TEXT_WIDTH).unwrap_or_default();
    // A quarter of the page is shared alike, the rest by need.
    let mut widths: Vec<usize> =
        needs.iter().map(|need| text / 4 / wide + (text - text / 4) * need / all.max(1)).collect();
    let left = text.saturating_sub(widths.iter().sum());
    if let Some(last) = widths.last_mut() {
        *last += left;
    }
    widths.into_iter().map(|it| i32::try_from(it).unwrap_or(TEXT_WIDTH)).collect()
}
