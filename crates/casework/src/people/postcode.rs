//! The form of a postcode.

/// Whether a text in capitals and without a space has the form of a postcode: one or two letters, a digit, perhaps one
/// more digit or letter; then a digit and two letters.
pub fn is_postcode(part: &str) -> bool {
    let Some((outward, inward)) = part.split_at_checked(part.len().saturating_sub(3)) else {
        return false;
    };
    let shape = |text: &str| -> String {
        let kinds = text.chars().map(|letter| match letter {
            '0'..='9' => '9',
            'A'..='Z' => 'A',
            _ => '?',
        });
        kinds.collect()
    };
    let outward = shape(outward);
    shape(inward) == "9AA"
        && ["A9", "A99", "A9A", "AA9", "AA99", "AA9A"].contains(&outward.as_str())
}
