//! Pictures of a family's records: what [`crate::pictures`] draws, read from a workbook.

pub mod family_map;
pub mod support_map;

#[cfg(test)]
pub(crate) mod tests {
    use crate::services::example;
    use crate::workbook::fold::Workbook;
    use crate::workbook::log::EventSet;

    /// The example family, as anybody may look round in it.
    pub(crate) fn example() -> Workbook {
        let example = example::read(include_str!("../../../public/example/family.json")).unwrap();
        let mut events = EventSet::default();
        for event in example.events {
            events.add(event).unwrap();
        }
        Workbook::fold(example.family, &events)
    }
}
