//! The order in which the standard wants properties (ECMA-376, part 1, annex A). Word refuses files for less.

const PARAGRAPH: &[&str] = &[
    "w:pStyle",
    "w:keepNext",
    "w:keepLines",
    "w:pageBreakBefore",
    "w:framePr",
    "w:widowControl",
    "w:numPr",
    "w:pBdr",
    "w:shd",
    "w:tabs",
    "w:bidi",
    "w:adjustRightInd",
    "w:snapToGrid",
    "w:spacing",
    "w:ind",
    "w:jc",
    "w:textAlignment",
    "w:outlineLvl",
    "w:rPr",
    "w:sectPr",
];
const RUN: &[&str] = &[
    "w:rStyle",
    "w:rFonts",
    "w:b",
    "w:bCs",
    "w:i",
    "w:iCs",
    "w:color",
    "w:sz",
    "w:szCs",
    "w:highlight",
    "w:u",
    "w:vertAlign",
    "w:rtl",
    "w:lang",
];
const TABLE: &[&str] =
    &["w:tblStyle", "w:tblW", "w:jc", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar", "w:tblLook"];
const CELL: &[&str] = &["w:tcW", "w:gridSpan", "w:vMerge", "w:tcBorders", "w:shd", "w:vAlign"];
const SECTION: &[&str] = &["w:headerReference", "w:footerReference", "w:pgSz", "w:pgMar", "w:cols"];
const NUMBERING: &[&str] = &["w:ilvl", "w:numId"];
const LISTS: &[&str] = &["w:abstractNum", "w:num"];

/// The part with its properties in order, and without those that say nothing.
pub fn in_order(part: &str) -> String {
    let part = part.replace("<w:rPr />", "").replace("<w:rPr></w:rPr>", "");
    let orders = [
        ("w:rPr", RUN),
        ("w:pPr", PARAGRAPH),
        ("w:tblPr", TABLE),
        ("w:tcPr", CELL),
        ("w:sectPr", SECTION),
        ("w:numPr", NUMBERING),
        ("w:numbering", LISTS),
    ];
    orders.into_iter().fold(part, |part, (parent, order)| sorted(&part, parent, order))
}

/// The children of each element of one name, which has none of its own name inside it.
fn sorted(part: &str, parent: &str, order: &[&str]) -> String {
    let (opening, closing) = (format!("<{parent}"), format!("</{parent}>"));
    let mut out = String::with_capacity(part.len());
    let mut rest = part;
    while let Some((before, from)) = rest.split_once(&opening) {
        out.push_str(before);
        out.push_str(&opening);
        let Some((attributes, inside)) = from.split_once('>') else {
            rest = from;
            continue;
        };
        let is_another = !(attributes.is_empty() || attributes.starts_with(' '));
        match inside.split_once(&closing) {
            Some((children, after)) if !is_another && !attributes.ends_with('/') => {
                out.push_str(attributes);
                out.push('>');
                let mut children = elements(children);
                let place = |name: &str| order.iter().position(|it| *it == name).unwrap_or(order.len());
                children.sort_by_key(|(name, _)| place(name));
                children.iter().for_each(|(_, element)| out.push_str(element));
                out.push_str(&closing);
                rest = after;
            }
            _ => rest = from,
        }
    }
    out + rest
}

/// Elements that stand side by side, with their names.
fn elements(side_by_side: &str) -> Vec<(&str, String)> {
    let mut found = Vec::new();
    let mut rest = side_by_side;
    while let Some((_, from)) = rest.split_once('<') {
        let Some((tag, after)) = from.split_once('>') else { break };
        let name = tag.split([' ', '/']).next().unwrap_or(tag);
        if tag.ends_with('/') {
            found.push((name, format!("<{tag}>")));
            rest = after;
        } else {
            let closing = format!("</{name}>");
            let Some((inside, behind)) = after.split_once(&closing) else { break };
            found.push((name, format!("<{tag}>{inside}{closing}")));
            rest = behind;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(part: &str, expected: &str) {
        assert_eq!(in_order(part), expected);
    }

    #[test]
    fn properties_come_in_the_order_of_the_standard() {
        check(
            r#"<w:p><w:pPr><w:rPr /><w:bidi /><w:pStyle w:val="Quote" /><w:numPr><w:ilvl w:val="0" /></w:numPr></w:pPr></w:p>"#,
            r#"<w:p><w:pPr><w:pStyle w:val="Quote" /><w:numPr><w:ilvl w:val="0" /></w:numPr><w:bidi /></w:pPr></w:p>"#,
        );
        check(
            r#"<w:pPrDefault><w:rPr><w:lang /><w:b /></w:rPr></w:pPrDefault><w:pPr /><w:r>&lt;w:rPr&gt;</w:r>"#,
            r#"<w:pPrDefault><w:rPr><w:b /><w:lang /></w:rPr></w:pPrDefault><w:pPr /><w:r>&lt;w:rPr&gt;</w:r>"#,
        );
    }
}
