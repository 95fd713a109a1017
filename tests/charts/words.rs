//! Whatever stands in a picture keeps within the room that was measured for it.

use hearth::pictures::words::{shortened, width_of, wrapped};
use proptest::prelude::*;

proptest! {
    #[test]
    fn no_line_is_too_wide_and_nothing_is_lost(words in "\\PC{0,80}", width in 40..400i32) {
        let lines = wrapped(&words, 14, width);
        for line in &lines {
            prop_assert!(width_of(line, 14) <= width, "{line:?}");
        }
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(bare(&lines.concat()), bare(&words));
        prop_assert!(width_of(&shortened(&words, 14, width), 14) <= width);
    }
}
