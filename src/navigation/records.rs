//! The records of a family: the pages that show them, and the forms that write them.
//!
//! Both are data: what a page shows is made in `services::leaves`, what a form asks in `services::sheets`, and one
//! component draws each kind. To add one: a line here, and a file there.

/// Longest id in an address; ours have 26 letters, and a pair of them 53.
const LONGEST_ID: usize = 80;

macro_rules! places {
    ($(#[$doc:meta])* $name:ident { $($(#[$own:meta])* $variant:ident = $token:literal, $title:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$own])* $variant,)+
        }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its part of the address.
            pub fn token(self) -> &'static str {
                match self {
                    $(Self::$variant => $token,)+
                }
            }

            /// Its name in the window's title.
            pub fn title(self) -> &'static str {
                match self {
                    $(Self::$variant => $title,)+
                }
            }

            pub(super) fn of_token(token: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.token() == token)
            }
        }
    };
}

places! {
    /// A page that shows records of a family. Some show one thing, whose id stands in the address after it.
    Leaf {
        Dates = "due", "What is due";
        Referral = "referral", "Referral and team";
        Consent = "consent", "Consent";
        Thresholds = "thresholds", "Thresholds";
        Summaries = "summaries", "Summaries";
        Summary = "summary", "Summary";
        Supervision = "supervision", "Supervision";
        Meeting = "meeting", "Supervision meeting";
        Plans = "plans", "Plans";
        Plan = "plan", "Plan";
        Visits = "visits", "Visits";
        Notes = "notes", "Case notes";
        Chronology = "chronology", "Chronology";
        Pictures = "pictures", "How things have changed";
        Coverage = "coverage", "Questions with evidence";
        Handover = "handover", "Handover";
        Safety = "safety", "Safety";
        Sharing = "sharing", "Shown to the family";
        History = "history", "Audit history";
        Close = "close", "Closing";
        Documents = "documents", "Documents";
        More = "more", "More in this workbook";
    }
}

places! {
    /// A form that writes a record of a family. When it changes one thing, its id stands in the address after it.
    Sheet {
        Referral = "referral", "Referral";
        Checklist = "checklist", "Before transfer";
        TransferPack = "transfer-pack", "Transfer pack";
        Transfer = "transfer", "Decision on a transfer";
        Pathway = "pathway", "Pathway";
        Allocation = "allocation", "Allocation meeting";
        Member = "member", "Team member";
        Consent = "consent", "Record consent";
        Status = "status", "Status of a child";
        Threshold = "threshold", "Threshold";
        Disagreement = "disagreement", "Disagreement";
        Settlement = "settlement", "How it was settled";
        Alert = "alert", "Alert";
        AlertReview = "alert-review", "What was done about an alert";
        NoPublicFunds = "public-funds", "No recourse to public funds";
        EarlyHelp = "early-help", "Early help";
        StepDown = "step-down", "Support after the plan";
        CareOrder = "care-order", "Care order";
        Decide = "decide", "Two versions";
        Leaving = "leaving", "Casework with somebody ends";
        ClosureSummary = "closure-summary", "Closure summary";
        Close = "close", "Close the workbook";
        Reopen = "reopen", "Reopen the workbook";
        InError = "in-error", "Entered in error";
        Rating = "rating", "Rating";
        AgreedRating = "agreed-rating", "Agreed rating";
        Summary = "summary", "Workbook summary";
        CaseSummary = "case-summary", "Case summary";
        Meeting = "meeting", "Supervision date";
        Rearrange = "rearrange", "Rearrange supervision";
        Reminder = "reminder", "Reminder of supervision";
        Invite = "invite", "Invitations";
        Attendance = "attendance", "Who was there";
        Discussion = "discussion", "Discussion";
        Action = "action", "Action";
        ActionResult = "action-result", "How an action went";
        SubmitNotes = "submit", "Submit notes";
        Authorise = "authorise", "Authorise notes";
        Addendum = "addendum", "Addendum";
        Specialist = "specialist", "Request for an adult specialist";
        SpecialistDecision = "specialist-decision", "Decision on a request";
        Plan = "plan", "Child in need plan";
        Review = "review", "Review of a plan";
        Signature = "signature", "Signature";
        Distribution = "distribution", "Copies of a plan";
        Visit = "visit", "Visit";
        Note = "note", "Case note";
        Event = "event", "Event in the chronology";
        Mark = "mark", "Mark for the chronology";
        Protected = "protected", "Safety: a fact";
        DoNotTell = "do-not-tell", "Safety: a request";
        OnSystem = "on-system", "Recorded on the statutory system";
        Share = "share", "Who is shown this";
        Approve = "approve", "Second approval";
    }
}

impl Leaf {
    /// Whether it shows what keeps people safe: it is never on paper.
    pub fn stands_apart(self) -> bool {
        self == Self::Safety
    }
}

impl Sheet {
    /// Whether what keeps people safe is written there: it is never on paper, and no list shows its words.
    pub fn stands_apart(self) -> bool {
        matches!(self, Self::Protected | Self::DoNotTell)
    }
}

/// Whether a word in an address can be an id of ours.
pub(super) fn is_id(word: &str) -> bool {
    (1..=LONGEST_ID).contains(&word.len())
        && word.chars().all(|it| it.is_ascii_alphanumeric() || "-.".contains(it))
}
