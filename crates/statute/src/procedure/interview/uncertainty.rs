//! What an interview cannot settle: a decision the law leaves to a person, or a rule that is not certain.

use super::sources;
use crate::limits::Citation;

macro_rules! uncertainties {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $title:literal, $source:expr, $who:literal, $what:literal, $letter:literal;)+) => {
        /// Something a person has to decide before the procedure is known.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Uncertainty {
            $($(#[$doc])* $name,)+
        }

        impl Uncertainty {
            /// Every one.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The code of the leaf, such as `ask_interest`.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// What is to be decided, in short.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)+ }
            }

            /// Who decides.
            pub const fn who(self) -> &'static str {
                match self { $(Self::$name => $who,)+ }
            }

            /// What is uncertain, and what to go by.
            pub const fn what(self) -> &'static str {
                match self { $(Self::$name => $what,)+ }
            }

            /// The paragraph of the letter.
            pub const fn letter(self) -> &'static str {
                match self { $(Self::$name => $letter,)+ }
            }

            /// The authority for asking.
            pub const fn source(self) -> Citation {
                match self { $(Self::$name => $source,)+ }
            }
        }
    };
}

uncertainties! {
    /// Whether the child was in need, looked after, or neither.
    ChildsStanding = "ask_childs_standing", "whether the child was in need or looked after", sources::PART_3,
        "the complaints manager, with the manager of the service",
        "The statutory procedure covers help for children in need, looked-after children and care leavers. The record has to \
         show which the child was when it happened. Until then treat the point as statutory: the days of Stage 1 run from \
         receipt.",
        "Before we can tell you for certain which procedure we use, we have to look up in our records what help the child was \
         having at the time. Until we have, we treat what you told us under the statutory procedure, and its time limits run.";
    /// Whether early help was help for a child in need.
    EarlyHelp = "ask_early_help", "whether early help was help for a child in need", sources::LOCAL,
        "the complaints manager",
        "Early help without an assessment has no footing in Part 3 by itself, and councils differ. What counts is whether the \
         help was given because the child was in need.",
        "Which procedure we use depends on why the help was given. Our complaints manager is looking that up and will write to \
         you with the answer and the reasons.";
    /// Whether an adoption function is among those prescribed.
    AdoptionFunction = "ask_adoption_function", "whether this adoption function is prescribed", sources::REG_4,
        "the complaints manager, with legal advice",
        "Regulation 4 lists adoption functions one by one, and this one is on neither side of the list for certain. A lawyer \
         has to look at the list as it now stands.",
        "The rules list the adoption matters that come under the statutory procedure one by one. We are taking advice on \
         whether this is one of them and will write to you with the answer and the reasons.";
    /// A protection enquiry and help that cannot be told apart.
    Entangled = "ask_entangled", "which parts are about protection and which about help", sources::WEIGH_REFUSAL,
        "the complaints manager",
        "Child protection enquiries are outside the statutory procedure, help for a child in need is inside, and this point \
         mixes them. Try to make two points of it with the person. A council that refused such a complaint without weighing \
         what mattered was found at fault.",
        "Part of what you told us is about the enquiry into a child’s safety and part about the help the family had. They \
         are answered in different ways. Our complaints manager will talk to you about what belongs to which and will write to \
         you before anything is left out.";
    /// Whether an other person has sufficient interest.
    Interest = "ask_interest", "whether the person’s interest in the child’s welfare is sufficient", sources::REG_12,
        "the complaints manager",
        "The council decides as soon as possible, having regard to the child’s views where that is appropriate. Stage 1 runs \
         from receipt meanwhile. If the answer is no, the person is told, and the child where appropriate.",
        "The law lets people other than parents and carers complain if they have enough interest in the child’s welfare. Our \
         complaints manager is deciding that as quickly as possible and will write to you with the answer and the reasons.";
    /// When the grounds arose.
    WhenItArose = "ask_when_it_arose", "when the matter arose", sources::REG_9,
        "the complaints manager",
        "The year runs from the day the grounds arose, and nobody knows that day yet. Ask again, look at the record, and take \
         the point meanwhile as in time.",
        "Please tell us as nearly as you can when this happened, or happened last. You need not be exact. Until we know, we go \
         on as if you had come in time.";
    /// Whether a late point is still considered.
    Delay = "ask_delay", "whether a late complaint is still considered", sources::WEIGH_REASONS,
        "the complaints manager",
        "A late point may be considered if it was not reasonable to expect it sooner and it can still be considered \
         effectively and fairly. It may be refused only after both were answered and the person’s reasons, and adjustments for \
         illness or disability, were weighed. Something of that is still open.",
        "What you told us happened more than a year ago. We can still consider it in some cases. Please tell us what kept you \
         from coming sooner, for example illness, fear, or being a child then. Our complaints manager will weigh that before \
         deciding and will write to you with the reasons.";
    /// Whether proceedings might be prejudiced.
    Prejudice = "ask_prejudice", "whether considering it might prejudice other proceedings", sources::REG_8,
        "the complaints manager, with legal advice",
        "That there are proceedings is not enough. Somebody has to say how considering this very point might prejudice them. \
         If so, the person is told in writing, with the reasons and the proceedings named, and may bring it back within a year \
         of their end. The other points go on.",
        "Other proceedings are going on about the same matter. That alone does not stop your complaint. Our complaints manager \
         is deciding whether looking into this point now might harm those proceedings and will write to you with the reasons. If \
         it has to wait, you can bring it back afterwards.";
}
