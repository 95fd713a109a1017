//! The name by which a person knows their vault on a shared device.

/// A neutral two-word label.
///
/// It can never hold anything a person typed: the label lies readable on the disk, and is shown to
/// whoever next opens the page on a shared computer. So it is chosen from a list, like a coat peg.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VaultLabel(String);

impl VaultLabel {
    /// Every label the app offers, in the order in which it lists them.
    pub fn offered() -> impl Iterator<Item = VaultLabel> {
        OFFERED.iter().map(|label| VaultLabel((*label).to_owned()))
    }

    /// The label of this name, if it is one that the app offers.
    pub fn named(name: &str) -> Option<VaultLabel> {
        OFFERED.contains(&name).then(|| VaultLabel(name.to_owned()))
    }

    /// A label nobody on this device has yet, picked by a random number. When all are taken, any.
    pub fn suggestion(random: u32, taken: &[VaultLabel]) -> VaultLabel {
        let free: Vec<VaultLabel> = Self::offered().filter(|label| !taken.contains(label)).collect();
        let from = if free.is_empty() { Self::offered().collect() } else { free };
        let place = usize::try_from(random).unwrap_or_default().checked_rem(from.len()).unwrap_or_default();
        from.get(place).cloned().unwrap_or_else(|| VaultLabel("Green kettle".to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for VaultLabel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Released labels are never taken off this list: a stored header may carry any of them.
const OFFERED: [&str; 60] = [
    "Amber lamp",
    "Apple basket",
    "Autumn leaf",
    "Blue teapot",
    "Brass bell",
    "Bright button",
    "Brown satchel",
    "Calm harbour",
    "Cedar box",
    "Cherry stone",
    "Clay pot",
    "Cloudy morning",
    "Copper pan",
    "Corner shelf",
    "Cotton reel",
    "Country lane",
    "Daisy chain",
    "Distant hill",
    "Early train",
    "Fern garden",
    "Garden gate",
    "Golden wheat",
    "Green kettle",
    "Grey pebble",
    "Hazel branch",
    "Honey jar",
    "Indigo scarf",
    "Ivory piano",
    "Jade bowl",
    "Kite string",
    "Lemon tree",
    "Lilac hedge",
    "Linen cloth",
    "Little bridge",
    "Maple desk",
    "Market square",
    "Meadow path",
    "Mint cushion",
    "Moss wall",
    "Oak table",
    "Olive branch",
    "Orange crate",
    "Paper boat",
    "Pine cone",
    "Plum jumper",
    "Quiet pond",
    "Red umbrella",
    "River stone",
    "Rose trellis",
    "Sandy shore",
    "Silver spoon",
    "Slate roof",
    "Spring rain",
    "Striped rug",
    "Sunny window",
    "Tall poplar",
    "Velvet chair",
    "Walnut clock",
    "White picket",
    "Yellow bicycle",
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn labels_are_distinct_two_plain_words() {
        let labels: BTreeSet<String> = VaultLabel::offered().map(|label| label.to_string()).collect();
        assert_eq!(labels.len(), OFFERED.len());
        for label in labels {
            assert_eq!(label.split(' ').count(), 2, "{label}");
            assert!(label.chars().all(|c| c.is_ascii_alphabetic() || c == ' '), "{label}");
        }
    }

    #[test]
    fn a_typed_name_is_never_a_label() {
        assert_eq!(VaultLabel::named("Priya's families"), None);
        assert_eq!(VaultLabel::named("Green kettle").map(|l| l.to_string()).as_deref(), Some("Green kettle"));
    }

    #[test]
    fn a_suggestion_is_one_nobody_here_has() {
        let all_but_one: Vec<_> = VaultLabel::offered().filter(|l| l.as_str() != "Oak table").collect();
        for random in [0, 1, 59, 60, u32::MAX] {
            assert_eq!(VaultLabel::suggestion(random, &all_but_one).as_str(), "Oak table");
        }
        let all: Vec<_> = VaultLabel::offered().collect();
        assert!(VaultLabel::named(VaultLabel::suggestion(7, &all).as_str()).is_some());
    }
}
