//! Standing, consent and anonymity.

use super::written::{Written, act, convention, convention_from, guidance, ombudsman};
use crate::limits::Citation;

/// The rules, in order.
pub(super) const RULES: &[Written] = &[
    act(
        "REP-7.1",
        Citation::read("SI 2006/1738 reg 12"),
        "Whether an “other person” has sufficient interest in the child’s welfare is decided as \
         soon as possible, with the child’s views where appropriate; somebody who has not is told \
         so, and that nothing further will be done.",
    ),
    act(
        "REP-7.2",
        Citation::read("SI 2006/1738 reg 12"),
        "The test of sufficient interest is for other persons alone; nobody the Act names is put \
         to it.",
    ),
    convention_from(
        "REP-7.3",
        Citation::to_be_checked("SI 2006/1738 regs 12 and 14; convention of this record"),
        "No number of days is set for deciding on sufficient interest; three working days raise \
         an alert, and Stage 1 is counted from receipt all the same.",
    )
    .noting(
        "To be checked first of all: regulation 22(2)(d), which was read, shows that regulation \
         14, the limit of Stage 1, itself speaks of these other persons. It may let their Stage 1 \
         run from the decision on their interest. Counting from receipt is the stricter reading.",
    ),
    guidance(
        "REP-7.4",
        Citation::second_hand("six council procedures"),
        "When somebody complains for a child, it is checked where possible that the child agrees \
         and that the complaint says what the child thinks.",
    ),
    ombudsman(
        "REP-7.5",
        Citation::second_hand("LGSCO guide for practitioners (2021), as West Sussex follows it"),
        "Somebody with a ground of their own needs no consent from the child, and gains no sight \
         of the child’s personal data by complaining.",
    ),
    act(
        "REP-7.6",
        Citation::to_be_checked("Mental Capacity Act 2005; case law on competence under 16"),
        "No age is set: under 16 the child’s competence is judged one by one, from 16 capacity is \
         presumed.",
    )
    .noting(
        "One council asks for signed agreement from about the age of 12 (Manchester, read). An \
         age may prompt the question and must never bar a complaint.",
    )
    .set_by("cfg.consent.prompt_age"),
    convention(
        "REP-7.7",
        "A consent says who gave it, for whom, on what basis of capacity, how far it goes, and \
         from when to when it holds.",
    ),
    guidance(
        "REP-7.8",
        Citation::to_be_checked("Getting the Best from Complaints (2006)"),
        "An anonymous complaint is logged and looked at outside the statutory procedure; that it \
         is anonymous is no reason to ignore it and never bars a referral.",
    )
    .noting("Practice differs: one council records them as suggestions, another leaves them out.")
    .set_by("cfg.anon"),
];
