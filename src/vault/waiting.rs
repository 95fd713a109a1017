//! How long to wait after wrong passphrases.

/// Seconds to wait before the next try, after this many wrong ones in a row.
///
/// Five are free: people mistype. After that the wait grows to ten minutes and stays there. Nothing is
/// ever wiped: a child with the tablet must not be able to destroy a record by guessing.
pub fn seconds_after(wrong_tries: u32) -> u32 {
    match wrong_tries {
        0..5 => 0,
        5 => 30,
        6 => 60,
        7 => 120,
        8 => 300,
        _ => 600,
    }
}

#[cfg(test)]
mod tests {
    use super::seconds_after;

    #[test]
    fn the_wait_starts_at_the_fifth_and_never_shrinks() {
        assert_eq!(seconds_after(4), 0);
        assert_eq!(seconds_after(5), 30);
        assert_eq!(seconds_after(6), 60);
        assert!((0..100).all(|tries| seconds_after(tries) <= seconds_after(tries + 1)));
        assert_eq!(seconds_after(u32::MAX), 600);
    }
}
