//! The code on the printed recovery sheet.

use zeroize::{Zeroize, ZeroizeOnDrop};

/// Opens a vault when a passphrase is forgotten. 130 random bits, written as seven groups of four
/// letters and digits, the last two of which check the rest.
///
/// It can never be a code with a slip in it: one wrong letter, or two next to each other swapped, is
/// found before any key is tried. It is read kindly: spaces, dashes and small letters do not matter, nor
/// does O for 0, or I or L for 1.
///
/// ```
/// use hearth::vault::recovery_code::RecoveryCode;
/// let code = RecoveryCode::from_random(&[0x5a; 17]);
/// let typed = code.to_string().to_lowercase().replace('-', " ");
/// assert!(RecoveryCode::read(&typed).is_ok_and(|read| read == code));
/// ```
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryCode {
    /// Five bits each: the random ones, then the two that check them.
    symbols: [u8; LENGTH],
}

/// Random bytes that make one code; six bits of the last are not used.
pub const RANDOM_LENGTH: usize = 17;
pub const GROUPS: usize = LENGTH / GROUP;
const GROUP: usize = 4;
const LENGTH: usize = 28;
const RANDOM_SYMBOLS: usize = LENGTH - 2;
/// Crockford's alphabet: no I, L, O or U, so that nothing printed can be mistaken, or spell much.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// The largest prime that two symbols can write.
const CHECK_PRIME: u32 = 1021;

/// Why what was typed is not a recovery code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryCodeError {
    #[error(
        "A recovery code has 28 letters and numbers. Yours has {0}. Check it against your recovery sheet."
    )]
    WrongLength(usize),
    #[error("“{0}” is never part of a recovery code. Check it against your recovery sheet.")]
    NotInTheAlphabet(char),
    #[error("One of the letters or numbers is not right. Check each group against your recovery sheet.")]
    DoesNotAddUp,
}

impl RecoveryCode {
    pub fn from_random(random: &[u8; RANDOM_LENGTH]) -> Self {
        let mut symbols = [0; LENGTH];
        let mut bits = random.iter().flat_map(|byte| (0..8).rev().map(move |place| (byte >> place) & 1));
        for symbol in symbols.iter_mut().take(RANDOM_SYMBOLS) {
            *symbol = bits.by_ref().take(5).fold(0, |value, bit| (value << 1) | bit);
        }
        let check = check_of(&symbols);
        let [.., high, low] = &mut symbols;
        [*high, *low] = check;
        Self { symbols }
    }

    pub fn read(typed: &str) -> Result<Self, RecoveryCodeError> {
        let mut symbols = [0; LENGTH];
        let mut count = 0;
        for letter in typed.chars().filter(|c| !c.is_whitespace() && !is_dash(*c)) {
            let symbol = symbol_of(letter).ok_or(RecoveryCodeError::NotInTheAlphabet(letter))?;
            if let Some(place) = symbols.get_mut(count) {
                *place = symbol;
            }
            count += 1;
        }
        if count != LENGTH {
            return Err(RecoveryCodeError::WrongLength(count));
        }
        let [.., high, low] = symbols;
        if check_of(&symbols) != [high, low] {
            return Err(RecoveryCodeError::DoesNotAddUp);
        }
        Ok(Self { symbols })
    }

    /// The groups of four in the order printed, for the sheet and for reading aloud.
    pub fn groups(&self) -> Vec<String> {
        self.symbols.chunks(GROUP).map(|group| group.iter().map(|s| letter_of(*s)).collect()).collect()
    }

    /// Whether what was typed is the group in this place, counted from nought. Proves that the sheet was
    /// printed or copied before anything depends on it.
    pub fn confirms(&self, group: usize, typed: &str) -> bool {
        let Some(expected) = self.symbols.chunks(GROUP).nth(group) else { return false };
        let typed: Option<Vec<u8>> =
            typed.chars().filter(|c| !c.is_whitespace() && !is_dash(*c)).map(symbol_of).collect();
        typed.is_some_and(|typed| typed == expected)
    }

    /// What the key is stretched from: the letters as printed, without dashes.
    pub fn secret(&self) -> zeroize::Zeroizing<Vec<u8>> {
        self.symbols.iter().map(|symbol| letter_of(*symbol) as u8).collect::<Vec<u8>>().into()
    }
}

/// As printed: seven groups of four with dashes between.
impl std::fmt::Display for RecoveryCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.groups().join("-"))
    }
}

/// Never the code itself: debug output ends up in logs.
impl std::fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

fn check_of(symbols: &[u8; LENGTH]) -> [u8; 2] {
    let sum = symbols
        .iter()
        .take(RANDOM_SYMBOLS)
        .fold(1, |sum, symbol| (sum * 32 + u32::from(*symbol)) % CHECK_PRIME);
    [(sum / 32) as u8, (sum % 32) as u8]
}

fn letter_of(symbol: u8) -> char {
    ALPHABET.get(usize::from(symbol)).copied().map(char::from).unwrap_or('0')
}

fn symbol_of(letter: char) -> Option<u8> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        letter => letter,
    };
    let place = ALPHABET.iter().position(|known| char::from(*known) == letter)?;
    u8::try_from(place).ok()
}

/// Phones and word processors turn a dash into longer ones.
fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '_' | '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code() -> RecoveryCode {
        RecoveryCode::from_random(&[0, 1, 2, 3, 50, 60, 70, 80, 90, 100, 110, 120, 130, 240, 250, 254, 255])
    }

    /// Frozen: a sheet printed by version 1 must be read for ever.
    const PRINTED_BY_V1: &str = "000G-40SJ-7H35-0PK4-DSW8-5W7T-ZVK7";

    #[test]
    fn the_frozen_code_is_read() {
        assert_eq!(code().to_string(), PRINTED_BY_V1);
        assert_eq!(RecoveryCode::read(PRINTED_BY_V1).unwrap(), code());
        assert_eq!(code().secret().as_slice(), PRINTED_BY_V1.replace('-', "").as_bytes());
    }

    #[test]
    fn typed_kindly() {
        let typed = PRINTED_BY_V1.to_lowercase().replace('-', " – ").replace('0', "o").replace('1', "l");
        assert_eq!(RecoveryCode::read(&typed).unwrap(), code());
        assert_eq!(RecoveryCode::read(&PRINTED_BY_V1.replace('1', "I")).unwrap(), code());
    }

    #[test]
    fn every_single_slip_and_every_swap_is_found() {
        let printed: Vec<char> = PRINTED_BY_V1.replace('-', "").chars().collect();
        for place in 0..printed.len() {
            for other in ALPHABET.iter().map(|b| char::from(*b)).filter(|c| *c != printed[place]) {
                let mut slipped = printed.clone();
                slipped[place] = other;
                let typed: String = slipped.iter().collect();
                assert_eq!(RecoveryCode::read(&typed), Err(RecoveryCodeError::DoesNotAddUp), "{typed}");
            }
            if place > 0 && printed[place] != printed[place - 1] {
                let mut swapped = printed.clone();
                swapped.swap(place, place - 1);
                let typed: String = swapped.iter().collect();
                assert_eq!(RecoveryCode::read(&typed), Err(RecoveryCodeError::DoesNotAddUp), "{typed}");
            }
        }
    }

    #[test]
    fn not_a_code() {
        assert_eq!(RecoveryCode::read(""), Err(RecoveryCodeError::WrongLength(0)));
        assert_eq!(RecoveryCode::read("ABCD"), Err(RecoveryCodeError::WrongLength(4)));
        assert_eq!(RecoveryCode::read(&PRINTED_BY_V1.repeat(2)), Err(RecoveryCodeError::WrongLength(56)));
        assert_eq!(RecoveryCode::read("U"), Err(RecoveryCodeError::NotInTheAlphabet('U')));
    }

    #[test]
    fn confirmed_by_one_group() {
        let groups = code().groups();
        assert_eq!(groups.len(), GROUPS);
        for (place, group) in groups.iter().enumerate() {
            assert!(code().confirms(place, &group.to_lowercase()));
            assert!(code().confirms(place, &format!(" {group} ")));
            assert!(!code().confirms(place, "ZZZZ"));
            assert!(!code().confirms(place, ""));
        }
        assert!(!code().confirms(GROUPS, "000G"));
    }

    #[test]
    fn debug_output_says_nothing() {
        assert_eq!(format!("{:?}", code()), "RecoveryCode(…)");
    }
}
