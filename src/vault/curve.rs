//! Whether a point lies on P-256 (FIPS 186-5; SEC 2, secp256r1). Not every browser looks: WebKitGTK takes a public half
//! that is no point of the curve, and to agree on a key with such a one can give a private half away, piece by piece.
//!
//! What is looked at is public, so that nothing here has to take the same time for each of them. The curve has as many
//! points as its group, so that every point on it may be used.

use super::letter::FIELD_LENGTH;

/// 256 bits, the lowest 64 first.
type Number = [u64; 4];

/// What all numbers are counted by: 2²⁵⁶ − 2²²⁴ + 2¹⁹² + 2⁹⁶ − 1.
const PRIME: Number = [0xffff_ffff_ffff_ffff, 0x0000_0000_ffff_ffff, 0, 0xffff_ffff_0000_0001];
/// The `b` of y² = x³ − 3x + b.
const B: Number =
    [0x3bce_3c3e_27d2_604b, 0x651d_06b0_cc53_b0f6, 0xb3eb_bd55_7698_86bc, 0x5ac6_35d8_aa3a_93e7];

/// Whether the point with these coordinates, each from the highest byte to the lowest, lies on the curve.
pub(super) fn holds(x: &[u8; FIELD_LENGTH], y: &[u8; FIELD_LENGTH]) -> bool {
    let (x, y) = (number(x), number(y));
    if !is_less(&x, &PRIME) || !is_less(&y, &PRIME) {
        return false;
    }
    // y² + 3x = x³ + b, so that nothing is taken away.
    let left = plus(&times(&y, &y), &plus(&x, &plus(&x, &x)));
    let right = plus(&times(&times(&x, &x), &x), &B);
    left == right
}

fn number(bytes: &[u8; FIELD_LENGTH]) -> Number {
    let mut number = [0; 4];
    for (place, eight) in number.iter_mut().zip(bytes.rchunks(8)) {
        *place = eight.iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
    }
    number
}

fn is_less(one: &Number, other: &Number) -> bool {
    one.iter().rev().lt(other.iter().rev())
}

/// One after the other, from the lowest, with what is carried on; and whether something is left to carry.
fn each(one: &Number, other: &Number, step: fn(u64, u64) -> (u64, bool)) -> (Number, bool) {
    let (mut all, mut carried) = ([0; 4], false);
    for (place, (one, other)) in all.iter_mut().zip(one.iter().zip(other)) {
        let (part, first) = step(*one, *other);
        let (part, second) = step(part, u64::from(carried));
        *place = part;
        carried = first || second;
    }
    (all, carried)
}

/// The sum of two that are less than the prime.
fn plus(one: &Number, other: &Number) -> Number {
    let (sum, carried) = each(one, other, u64::overflowing_add);
    if carried || !is_less(&sum, &PRIME) { each(&sum, &PRIME, u64::overflowing_sub).0 } else { sum }
}

/// The product of two that are less than the prime: doubled and added, from the highest bit to the lowest.
fn times(one: &Number, other: &Number) -> Number {
    let bits = other.iter().rev().flat_map(|part| (0..u64::BITS).rev().map(move |bit| part >> bit & 1 == 1));
    bits.fold([0; 4], |product, bit| {
        let doubled = plus(&product, &product);
        if bit { plus(&doubled, one) } else { doubled }
    })
}

#[cfg(test)]
mod tests {
    use p256::elliptic_curve::sec1::ToSec1Point;

    use super::*;
    use crate::vault::letter::PublicHalf;

    /// The point with which the curve begins, from the standard.
    const X: &str = "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296";
    const Y: &str = "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5";

    fn bytes(hex: &str) -> [u8; FIELD_LENGTH] {
        let digits: Vec<u8> = hex.chars().map(|it| it.to_digit(16).unwrap() as u8).collect();
        std::array::from_fn(|at| 16 * digits[2 * at] + digits[2 * at + 1])
    }

    #[test]
    fn the_point_of_the_standard_is_on_it_and_its_neighbours_are_not() {
        let (x, y) = (bytes(X), bytes(Y));
        assert!(holds(&x, &y));
        for at in [0, 7, 8, 31] {
            for bit in [1, 128] {
                let (mut other_x, mut other_y) = (x, y);
                other_x[at] ^= bit;
                other_y[at] ^= bit;
                assert!(!holds(&other_x, &y) && !holds(&x, &other_y), "{at} {bit}");
            }
        }
        assert!(!holds(&y, &x));
        for nowhere in [[0; 32], [1; 32], [255; 32]] {
            assert!(!holds(&nowhere, &nowhere));
        }
    }

    /// Below the prime there is one way to write a coordinate; the prime itself is nought, written otherwise.
    #[test]
    fn a_coordinate_that_is_not_below_the_prime_is_refused() {
        let prime = bytes("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
        // With x = 0 a point has the root of b for its y.
        let root = bytes("66485c780e2f83d72433bd5d84a06bb6541c2af31dae871728bf856a174f93f4");
        assert!(holds(&[0; 32], &root));
        assert!(!holds(&prime, &root));
    }

    /// What the cipher of the host says of a few hundred, on the curve and off it.
    #[test]
    fn it_says_what_the_hosts_cipher_says() {
        let mut seed = 0x9E37_79B9_7F4A_7C15_u64;
        let mut throw = || {
            std::array::from_fn(|_| {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (seed >> 56) as u8
            })
        };
        for _ in 0..200 {
            let private: [u8; 32] = throw();
            let Ok(secret) = p256::SecretKey::from_slice(&private) else { continue };
            let half = PublicHalf::from_point(secret.public_key().to_sec1_point(false).as_bytes()).unwrap();
            assert!(half.is_on_the_curve());
            let elsewhere = PublicHalf { x: half.x, y: throw() };
            let known = p256::PublicKey::from_sec1_bytes(&elsewhere.to_point()).is_ok();
            assert_eq!(elsewhere.is_on_the_curve(), known);
        }
    }
}
