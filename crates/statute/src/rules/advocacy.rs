//! Advocacy.

use super::written::{Written, act, convention, guidance};
use crate::limits::Citation;

/// The rules, in order.
pub(super) const RULES: &[Written] = &[
    act(
        "REP-9.1",
        Citation::read("Children Act 1989 s.26A(1) and (2)"),
        "The authority arranges help, representation included, for care leavers and for children \
         who complain or mean to.",
    ),
    act(
        "REP-9.2",
        Citation::read("Children Act 1989 s.26A"),
        "A parent or carer has no statutory advocate, and may bring a supporter.",
    ),
    act(
        "REP-9.3",
        Citation::to_be_checked("SI 2004/719 reg 4"),
        "On learning that such a child or young person complains or means to, the authority tells \
         them about advocacy and offers help in getting an advocate.",
    )
    .noting("The Welsh Regulations of 2019 hold the same duty and were read."),
    act(
        "REP-9.4",
        Citation::to_be_checked("SI 2004/719 reg 3"),
        "Nobody may be the advocate who is or may be complained about, manages such a person, \
         manages the service, controls its resources, or may take part in considering the \
         complaint.",
    )
    .noting(
        "The Welsh Regulations of 2004 (SI 2004/1448 reg 3), made under the same section of the \
         Act, name the same heads and were read.",
    ),
    act(
        "REP-9.5",
        Citation::read("Children Act 1989 s.26A(4) and (5)"),
        "The arrangements are made known as the authority thinks appropriate, and a record is \
         kept of advocates and of the steps taken.",
    )
    .noting(
        "Publicity is in the Act; the Act lets regulations demand the record, and those (SI \
         2004/719) were not read.",
    ),
    guidance(
        "REP-9.6",
        Citation::second_hand(
            "SI 2006/1738 reg 14 and Getting the Best from Complaints (2006), as \
                         councils and a guide for practitioners report them",
        ),
        "Stage 1 may wait until an advocate is found, and still ends within twenty working days \
         in all.",
    )
    .noting(
        "A council page (Thurrock, read) gives ten further working days for a complex complaint \
         or to find an advocate. Stages 2 and 3 know no such wait.",
    )
    .set_by("cfg.advocate.pause"),
    act(
        "REP-9.7",
        Citation::read("SI 2006/1738 reg 19(6)"),
        "At the panel the complainant may be accompanied throughout by the advocate and one other \
         person, and may name either to speak.",
    ),
    guidance(
        "REP-9.8",
        Citation::to_be_checked("Get it Sorted (2004)"),
        "Advocacy is led by the child, confidential, independent and free.",
    ),
    convention(
        "REP-9.9",
        "For each child the record keeps when advocacy was told and offered, whether it was \
         wanted, its type and organisation, its dates and the stage reached.",
    ),
];
