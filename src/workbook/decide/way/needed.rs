//! What is still needed before something can be recorded, in the words of an error message.

use super::super::Field;

macro_rules! needed {
    ($($needed:ident $field:ident $words:literal;)+) => {
        /// Something that is still needed, or has to be mended.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Needed {
            $($needed,)+
        }

        impl Needed {
            pub const ALL: &[Needed] = &[$(Self::$needed,)+];

            /// What to do.
            pub fn words(self) -> &'static str {
                match self {
                    $(Self::$needed => $words,)+
                }
            }

            /// The part of the form it is about.
            pub fn field(self) -> Field {
                match self {
                    $(Self::$needed => Field::$field,)+
                }
            }
        }
    };
}

needed! {
    PastDate            Date    "The date must be today or in the past";
    DatesInOrder        Date    "The dates must be in order: the earlier one first";
    NotHere             Choice  "This is not here any more. Go back and open it again; your words are kept as a draft";
    Reason              Reason  "Enter why this is being changed";
    SomebodyHere        Person  "Choose a person who is in this family’s workbook";
    AChild              Person  "Choose one of the children";

    ReferringTeam       Text    "Enter the name of the referring team";
    AReferral           Choice  "Record the referral first";
    WhyNotRequired      Why     "Enter why it is not required";
    OnlyIfRequired      Choice  "Only a strategy meeting and a section 47 enquiry can be marked as not required";
    PackNotUsed         Choice  "This authority does not use a transfer pack. Use the checklist before transfer";
    APack               Choice  "Record the transfer pack first";
    BothManagers        Text    "Enter both managers who were at the workflow meeting, of social work and of family support";
    BothWorkers         Worker  "Choose the social worker and the family support worker who will take over";
    WhyNotAccepted      Why     "Enter why the transfer was not accepted, and what the referring team needs to do";

    PathwayWhy          Why     "The guidance does not decide this. Enter why this pathway was chosen";
    PathwayAgainst      Why     "The guidance says another pathway. Enter why this one was chosen";
    Service             Text    "Enter which service it is, and what was arranged with it";

    WorkerName          Text    "Enter the name of the worker";
    RoleStays           Choice  "A worker who takes another role joins the team again in that role. End this time in the team first";
    WhyLeaving          Why     "Enter why they are leaving the team";
    Chair               Text    "Enter who chaired the meeting";
    SocialWorker        Worker  "Choose the social worker to whom the family is allocated. They must be in the team on that day";
    LeadInTeam          Worker  "Choose a lead practitioner who is in the team on that day";
    LeadNoRecourse      Worker  "For a family without recourse to public funds the social worker leads. Take the lead practitioner out";
    SupportOrWhy        Text    "Enter the support from adult workers that was decided, or why there is none";
    HowMuch             Text    "Enter how much support each service gives";

    WhyConsentNotNeeded Why     "Give the reason consent is not needed";
    NotSoughtBecause    Choice  "Choose why consent was not sought";
    WhoGave             Person  "Choose who gave, refused or withdrew consent";
    RightToGive         Why     "They can give consent for themselves, or for a child for whom they hold parental responsibility. Enter why they could give it here";
    Explained           Text    "Enter what you explained: why, what, how and with whom it will be shared";
    ConsentEnds         Date    "The end must be on or after the day consent was given";
    ConsentNamed        Text    "Enter whom or what the consent is for";

    LegalBasis          Choice  "Choose the legal basis on which the child is looked after";
    LookedAfterPlan     Choice  "A care plan is for a child who is looked after or in proceedings. Choose that the child is looked after, or the legal basis";
    NotLookedAfter      Why     "A supervision order alone does not make a child looked after. Enter why the child is looked after";
    InNeedFollows       Choice  "When a child protection plan ends, this authority puts the child onto a child in need plan. Record that first, or why it cannot be";
    InNeedRecommended   Why     "When a child protection plan ends, a time as a child in need is recommended. Enter why there is none";
    OneStatusADay       Date    "This child has a status from that day already. Change that one";
    ForAnotherTeam      Why     "This service is for children in need. Enter what was arranged with the team that takes over";

    ThresholdWhy        Why     "Enter the reason for this threshold";
    FamilyView          Text    "Enter what the child and the family think, or why they were not asked";
    ARecommendation     Choice  "Choose a recommendation about the same child";

    Views               Text    "Enter who thinks what, each in their own words";
    StepsStay           Text    "What was done about a disagreement stays on record. Add the next step after it";
    HowSettled          Text    "Enter how it was settled";

    AlertWords          Text    "Enter what you were told";
    AlertAction         Text    "Enter what was done, or why nothing was";
    AlertLead           Worker  "Enter who led this: the social worker, or the duty worker";

    SupportWords        Text    "Enter the financial support in the plan, and when the plan was agreed";

    CareWhy             Why     "Enter why an application to court was decided";
    OutlineFirst        Date    "Enter when the Public Law Outline began";
    EndFirst            Date    "Responsibility passes when the care order is granted. Enter the order first";
    PassedTo            Text    "Enter the team to which responsibility passes";

    EarlyHelpWhy        Why     "Enter why early help is needed, or why not";
    EarlyHelpTold       Date    "Enter when the Early Help team was told";
    StepDownNotUsed     Choice  "This authority does not use support after the child in need plan";
    StepDownLead        Worker  "Choose a lead who is in the team and is not the social worker";
    StepDownChildren    Person  "Choose the children whose child in need plan has ended";
    StepDownWords       Text    "Enter what was done and how the family is now";
    CaseworkWords       Text    "Enter what was achieved, and what goes on elsewhere";

    Summary             Text    "Enter a summary of the work";
    SummaryWhy          Why     "Enter why the work ends";
    ClosingWhy          Why     "Enter why the workbook is closed";
    ReopeningWhy        Why     "Enter why the workbook is reopened";
    NotClosed           Choice  "This workbook is open already";
    NoLongerConsents    Choice  "This needs an adult who no longer consents to the work, and no child with a child protection or care plan";
    LeavingNotSaid      Choice  "This authority’s guidance has families leave when the work with everyone is complete";
}
