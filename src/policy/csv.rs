//! Tables as comma-separated values (RFC 4180), safe to open in a spreadsheet.
//!
//! What begins with a sign that a spreadsheet takes for a formula is given an apostrophe in front, so that text
//! somebody typed can never be carried out (OWASP, "CSV injection"). A byte order mark tells Excel that the file
//! is UTF-8.

/// A file of these lines, the first being the names of the columns.
pub fn csv<'a, L>(lines: impl IntoIterator<Item = L>) -> String
where
    L: IntoIterator<Item = &'a str>,
{
    let mut text = String::from('\u{feff}');
    for line in lines {
        for (at, cell) in line.into_iter().enumerate() {
            if at > 0 {
                text.push(',');
            }
            write_cell(&mut text, cell);
        }
        text.push_str("\r\n");
    }
    text
}

fn write_cell(text: &mut String, cell: &str) {
    let apostrophe = if begins_a_formula(cell) { "'" } else { "" };
    let quoted = cell.contains([',', ';', '"', '\r', '\n', '\t']) || cell.trim() != cell;
    if quoted {
        text.push('"');
        text.push_str(apostrophe);
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(apostrophe);
        text.push_str(cell);
    }
}

/// Also the full-width signs, which some spreadsheets read alike, and what stands behind white space.
fn begins_a_formula(cell: &str) -> bool {
    let first = |text: &str| text.chars().next();
    matches!(first(cell), Some('\t' | '\r' | '\n'))
        || matches!(first(cell.trim_start()), Some('=' | '+' | '-' | '@' | '−' | '＝' | '＋' | '－' | '＠'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: &str, expected: &str) {
        assert_eq!(csv([[cell]]), format!("\u{feff}{expected}\r\n"), "{cell:?}");
    }

    #[test]
    fn cells_are_quoted_where_they_have_to_be() {
        check("Supervision", "Supervision");
        check("", "");
        check("Carter, Dana", "\"Carter, Dana\"");
        check("said “yes” and \"no\"", "\"said “yes” and \"\"no\"\"\"");
        check("two\nlines", "\"two\nlines\"");
        check(" a space", "\" a space\"");
        check("a;b", "\"a;b\"");
        check("2026-02-12", "2026-02-12");
    }

    #[test]
    fn nothing_somebody_typed_is_carried_out() {
        check("=1+1", "'=1+1");
        check("+44 20", "'+44 20");
        check("-1", "'-1");
        check("@SUM(A1)", "'@SUM(A1)");
        check("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
        check("\t=1", "\"'\t=1\"");
        check("\r=1", "\"'\r=1\"");
        check("  =1", "\"'  =1\"");
        check("＝1", "'＝1");
        check("a=1", "a=1");
    }

    #[test]
    fn lines_end_as_the_standard_says() {
        assert_eq!(csv([["a", "b"], ["c", ""]]), "\u{feff}a,b\r\nc,\r\n");
    }
}
