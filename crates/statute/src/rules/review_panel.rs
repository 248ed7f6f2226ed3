//! Stage 3: review panel.

use super::written::{Written, act, guidance, local, ombudsman};
use crate::limits::Citation;

/// The rules, in order.
pub(super) const RULES: &[Written] = &[
    act(
        "REP-13.1",
        Citation::to_be_checked("SI 2006/1738 reg 18; LGSCO decision 23 002 843"),
        "The complainant asks for a panel within twenty working days of receiving the Stage 2 \
         response; a late request may be allowed, with reasons.",
    )
    .noting("A real limit: the Ombudsman found no fault in refusing a late request.")
    .set_by("cfg.s3.late"),
    guidance(
        "REP-13.2",
        Citation::to_be_checked("Getting the Best from Complaints (2006)"),
        "There is no panel before both reports and the adjudication have been sent.",
    ),
    guidance(
        "REP-13.3",
        Citation::to_be_checked("Getting the Best from Complaints (2006), Stage 3"),
        "The request is acknowledged within two working days and the chair appointed within ten; \
         members, date and papers are settled with the chair.",
    ),
    act(
        "REP-13.4",
        Citation::read("SI 2006/1738 reg 19(2)"),
        "The panel is three independent people, one of whom chairs it.",
    ),
    act(
        "REP-13.5",
        Citation::read("SI 2006/1738 regs 2 and 19(3)"),
        "No member or officer of the authority, nor their spouse or civil partner, nor the \
         independent person of Stage 2 may sit on the panel.",
    ),
    local(
        "REP-13.6",
        Citation::to_be_checked("council policy"),
        "Nor should the Investigating Officer, anybody with a conflict of interest, a former \
         employee or member of recent years, or somebody from an earlier panel of the same \
         complainant.",
    )
    .set_by("cfg.panel.cooling_off_years"),
    act(
        "REP-13.7",
        Citation::read("SI 2006/1738 reg 19(4)"),
        "The panel meets within 30 working days of the request, and the Regulations know no \
         extension.",
    )
    .noting("A later day the complainant agrees to is recorded and still counts as out of time.")
    .set_by("cfg.s3.panel_wd"),
    guidance(
        "REP-13.8",
        Citation::to_be_checked("Getting the Best from Complaints (2006), Stage 3"),
        "Everybody has the date, the place and the papers at least ten working days before the \
         meeting, counted back from it.",
    ),
    act(
        "REP-13.9",
        Citation::read("SI 2006/1738 reg 19(5)"),
        "The panel considers what the complainant or their advocate, the authority, the \
         independent person, and anybody else it finds to have sufficient interest say or write \
         to it.",
    ),
    guidance(
        "REP-13.10",
        Citation::to_be_checked("Getting the Best from Complaints (2006), Stage 3"),
        "The panel is no court and nobody brings lawyers to act as such; those who investigated \
         and decided attend, and the authority takes the notes.",
    )
    .noting("That the complainant may be accompanied is in regulation 19(6), which was read."),
    guidance(
        "REP-13.11",
        Citation::to_be_checked("Getting the Best from Complaints (2006), paras 3.9 to 3.11"),
        "The panel asks whether Stage 2 was adequate, seeks a resolution and recommends; it does \
         not investigate again and takes no new complaint.",
    ),
    act(
        "REP-13.12",
        Citation::read("SI 2006/1738 reg 20(1) and (2)"),
        "The panel’s report, a short summary and recommendations, goes within five working days \
         of the meeting to the authority, the complainant and advocate, the independent person, \
         and whoever else has sufficient interest.",
    )
    .noting("Read in the official digest of duties."),
    act(
        "REP-13.13",
        Citation::read("SI 2006/1738 reg 20(3)"),
        "Within fifteen working days of receiving the recommendations the authority considers \
         them with the independent person and sends the complainant its response and how to \
         complain to the Ombudsman.",
    )
    .noting(
        "From receipt, never from the meeting. Sources disagree: one county counted from the day \
         the recommendations were made.",
    )
    .set_by("cfg.s3.response_from"),
    guidance(
        "REP-13.14",
        Citation::second_hand(
            "Getting the Best from Complaints (2006), as the Family Rights Group reports it",
        ),
        "The director responds and gives reasons for departing from a recommendation; each is \
         accepted, accepted in part or rejected.",
    ),
    guidance(
        "REP-13.15",
        Citation::second_hand("Getting the Best from Complaints (2006), para 3.18.2"),
        "That response is the authority’s last word and names the Ombudsman and the time for \
         going there.",
    ),
    ombudsman(
        "REP-13.16",
        Citation::read("LGSCO decision 24 009 439"),
        "One Ombudsman decision speaks of a panel within 20 working days; the Regulations say 30, \
         and 30 is used.",
    )
    .set_by("cfg.s3.panel_wd"),
];
