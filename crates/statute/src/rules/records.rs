//! Records and monitoring.

use super::written::{Written, act, convention, local};
use crate::limits::Citation;

/// The rules, in order.
pub(super) const RULES: &[Written] = &[
    act(
        "REP-17.1",
        Citation::second_hand(
            "SI 2006/1738 reg 13(1), as ministers answered on 8 October 2008 and 12 \
                         January 2009",
        ),
        "The authority records each representation, the outcome of each, which is what was \
         decided and what will be done, and whether the limits were kept.",
    )
    .noting("One of the two answers was read again in Hansard and says so in these three heads."),
    convention(
        "REP-17.2",
        "Each representation means also those refused, late, frozen, withdrawn or anonymous, and \
         those that are no complaint.",
    ),
    convention(
        "REP-17.3",
        "Whether a limit was kept is recorded for each limit, with the first or the extended date \
         it was held against and whether the extension was valid.",
    ),
    convention(
        "REP-17.4",
        "A case keeps its dates, people and grounds, points and categories, advocacy, consents, \
         notices, limits, findings by stage, remedies, actions and the Ombudsman; equality data \
         are kept apart.",
    ),
    act(
        "REP-17.5",
        Citation::to_be_checked("Children Act 1989 s.26A(4); SI 2004/719"),
        "How the advocacy duties are met is monitored too.",
    ),
    local(
        "REP-17.6",
        Citation::read("annual report of an English county"),
        "What a case teaches is written down within three months of closing.",
    )
    .set_by("cfg.learning.report_months"),
];
