//! What may be found on an element of a complaint, and what that makes of the case.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What was found on one element, at one stage. A later stage never overwrites an earlier finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// Upheld.
    Upheld,
    /// Upheld in part.
    PartlyUpheld,
    /// Not upheld.
    NotUpheld,
    /// The evidence allowed no finding.
    NoFinding,
    /// The complainant withdrew the element.
    Withdrawn,
    /// The element did not belong to the procedure.
    OutOfScope,
}

/// What the findings make of the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Every element that was decided was upheld.
    Upheld,
    /// Something was upheld, wholly or in part, but not everything.
    PartlyUpheld,
    /// Nothing was upheld.
    NotUpheld,
    /// No element was decided.
    NoFinding,
}

/// The outcome of a case from the findings on its elements.
///
/// Source: none; a convention. Reading: elements without a decision (no finding, withdrawn, out of scope) do not weigh.
pub fn case_outcome(findings: impl IntoIterator<Item = Finding>) -> Outcome {
    let (mut decided, mut upheld, mut partly) = (0_usize, 0_usize, 0_usize);
    for finding in findings {
        match finding {
            Finding::Upheld => upheld += 1,
            Finding::PartlyUpheld => partly += 1,
            Finding::NotUpheld => {}
            Finding::NoFinding | Finding::Withdrawn | Finding::OutOfScope => continue,
        }
        decided += 1;
    }
    match (decided, upheld, partly) {
        (0, _, _) => Outcome::NoFinding,
        (_, 0, 0) => Outcome::NotUpheld,
        (decided, upheld, _) if upheld == decided => Outcome::Upheld,
        _ => Outcome::PartlyUpheld,
    }
}

impl Finding {
    /// Every finding.
    pub const ALL: &[Self] = &[
        Self::Upheld,
        Self::PartlyUpheld,
        Self::NotUpheld,
        Self::NoFinding,
        Self::Withdrawn,
        Self::OutOfScope,
    ];

    /// The word for a page.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Upheld => "Upheld",
            Self::PartlyUpheld => "Partly upheld",
            Self::NotUpheld => "Not upheld",
            Self::NoFinding => "No finding",
            Self::Withdrawn => "Withdrawn",
            Self::OutOfScope => "Out of scope",
        }
    }
}

impl Outcome {
    /// Every outcome.
    pub const ALL: &[Self] = &[
        Self::Upheld,
        Self::PartlyUpheld,
        Self::NotUpheld,
        Self::NoFinding,
    ];

    /// The word for a page.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Upheld => "Upheld",
            Self::PartlyUpheld => "Partly upheld",
            Self::NotUpheld => "Not upheld",
            Self::NoFinding => "No finding",
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.title())
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.title())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_decided_elements_weigh() {
        use Finding::{NoFinding, NotUpheld, OutOfScope, PartlyUpheld, Upheld, Withdrawn};
        let rows: [(&[Finding], Outcome); 10] = [
            (&[], Outcome::NoFinding),
            (&[NoFinding, Withdrawn, OutOfScope], Outcome::NoFinding),
            (&[Upheld], Outcome::Upheld),
            (&[Upheld, Withdrawn, NoFinding], Outcome::Upheld),
            (&[Upheld, NotUpheld], Outcome::PartlyUpheld),
            (&[Upheld, PartlyUpheld], Outcome::PartlyUpheld),
            (&[PartlyUpheld], Outcome::PartlyUpheld),
            (&[PartlyUpheld, NotUpheld], Outcome::PartlyUpheld),
            (&[NotUpheld, OutOfScope], Outcome::NotUpheld),
            (&[NotUpheld, NotUpheld], Outcome::NotUpheld),
        ];
        for (findings, outcome) in rows {
            assert_eq!(
                case_outcome(findings.iter().copied()),
                outcome,
                "{findings:?}"
            );
        }
    }
}
