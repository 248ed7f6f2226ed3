//! Amounts of money, typed in pounds.

use casework::remedy::Pence;

use super::Reading;

/// An amount that may be left out.
pub(crate) fn read_pounds(reading: &mut Reading<'_>, name: &str, wrong: &str) -> Option<Pence> {
    let typed = reading.fields.text(name);
    if typed.is_empty() {
        return None;
    }
    let amount = pence(typed);
    if amount.is_none() {
        reading.problems.add(name, wrong);
    }
    amount
}

/// An amount typed in pounds.
fn pence(typed: &str) -> Option<Pence> {
    let typed = typed.strip_prefix('£').unwrap_or(typed).replace(',', "");
    let (pounds, rest) = typed.split_once('.').unwrap_or((&typed, "00"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(pounds) || !digits(rest) || rest.len() != 2 {
        return None;
    }
    let pounds: u32 = pounds.parse().ok()?;
    let rest: u32 = rest.parse().ok()?;
    pounds.checked_mul(100)?.checked_add(rest).map(Pence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_in_pounds_and_never_guessed() {
        for (typed, amount) in [
            ("150", Some(15_000)),
            ("£1,250.50", Some(125_050)),
            ("0.07", Some(7)),
            ("150.5", None),
            ("150.505", None),
            ("-3", None),
            ("about 150", None),
            ("99999999999", None),
        ] {
            assert_eq!(pence(typed), amount.map(Pence), "{typed}");
        }
    }
}
