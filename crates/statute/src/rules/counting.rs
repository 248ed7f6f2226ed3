//! Counting time.

use super::written::{Written, act, convention, local, ombudsman};
use crate::limits::Citation;

/// The rules, in order.
pub(super) const RULES: &[Written] = &[
    act(
        "REP-10.1",
        Citation::read("SI 2006/1738 reg 2"),
        "A working day is any day but Saturday, Sunday, Christmas Day, Boxing Day, Good Friday \
         and a bank holiday under the Banking and Financial Dealings Act 1971.",
    ),
    act(
        "REP-10.2",
        Citation::to_be_checked("SI 2006/1738 regs 1(2) and 2"),
        "The bank holidays of England and Wales count, and not those of Scotland or Northern \
         Ireland.",
    )
    .noting(
        "The definition does not say whose; the Regulations apply to England only. Regulations on \
         adults (SI 2006/1681 reg 2) said “in England and Wales” in so many words.",
    )
    .set_by("cfg.calendar"),
    act(
        "REP-10.3",
        Citation::read("Banking and Financial Dealings Act 1971; published bank holidays"),
        "Moved and one-off bank holidays count; one announced late moves the dates of open cases, \
         on record and with a reason, and leaves closed cases alone.",
    ),
    ombudsman(
        "REP-10.4",
        Citation::read("LGSCO decision 25 005 179"),
        "The day of the event is day 0 and the first working day after it is day 1.",
    )
    .noting(
        "The Ombudsman counted 65 working days from 29 August 2024 to 28 November 2024, which is \
         right only so. Some staff count the day itself, a day too few.",
    )
    .set_by("cfg.count.day_zero"),
    convention(
        "REP-10.5",
        "A complaint received on a day that does not work has that very day as day 0.",
    )
    .noting("Some councils take it as received on the next working day, which adds a day.")
    .set_by("cfg.count.nonworking_receipt"),
    convention(
        "REP-10.6",
        "What comes after office hours has come that day.",
    )
    .set_by("cfg.count.after_hours_cutoff"),
    act(
        "REP-10.7",
        Citation::read("SI 2006/1738 reg 2"),
        "A day on which the council is closed and which is no bank holiday is a working day.",
    ),
    local(
        "REP-10.8",
        Citation::read("council policy"),
        "A duty is done when its document is sent, on the day due or before; a complainant’s own \
         limit runs from receipt.",
    )
    .set_by("cfg.deemed_receipt_wd"),
    convention(
        "REP-10.9",
        "The time something took is the working days after the event up to and including the act; \
         what is done the same day took none, and “over 20” begins at 21.",
    ),
    convention(
        "REP-10.10",
        "Nothing stops a limit but a freeze, the wait for an advocate within Stage 1, withdrawal, \
         and a pause the complainant agreed to in writing.",
    ),
    act(
        "REP-10.11",
        Citation::second_hand("SI 2006/1738 reg 9; Local Government Act 1974 s.26B"),
        "A year and twelve months are counted by the calendar and know no working days.",
    ),
    ombudsman(
        "REP-10.12",
        Citation::read("LGSCO decision 24 002 249"),
        "“13 weeks” is shorthand for 65 working days and right only when no holiday falls among \
         them; the working days are what counts.",
    ),
];
