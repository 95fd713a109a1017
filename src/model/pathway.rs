//! The pathway a family, or one of its children, is on.
//!
//! Sources: WAL "Which families receive the Family Safeguarding approach?"; WSX 4 and 5; WAR 1.2;
//! `domain.md` R4 to R6, R9, R13. The guidance leaves gaps: they are shown, and a reason is asked.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::choices::choices;
use super::ids::PersonId;

/// Whose pathway it is: the guidance speaks of "a child or young person or family".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PathwayOf {
    Family,
    Child(PersonId),
}

choices! {
    Pathway {
        FamilySafeguarding "family_safeguarding" "Family Safeguarding pathway";
        Exploitation "exploitation" "Exploitation pathway";
        /// Warwickshire's one way of working.
        ChildInNeed "child_in_need" "Child in need service";
        /// Another service, named in the words beside it.
        Another "another" "Another service";
    }

    /// What the main concern is.
    Concern {
        DomesticAbuse "domestic_abuse" "Domestic abuse";
        MentalHealth "mental_health" "A parent’s mental health";
        SubstanceMisuse "substance_misuse" "A parent’s drug or alcohol use";
        OutsideHome "outside_home" "Needs and harm outside the family home";
    }

    /// What else decides where a child's needs are met.
    Circumstance {
        YoungCarer "young_carer" "A young carer";
        PrivatelyFostered "privately_fostered" "Privately fostered";
        KinshipCare "kinship_care" "Living with kinship carers without a care order";
        NoRecourse "no_recourse" "No recourse to public funds";
        DisabilityTeam "disability_team" "Meets the criteria of a disability team";
        EdgeOfCare "edge_of_care" "On the edge of care";
    }

    /// Where the guidance does not decide. Recorded with the choice, as it was shown.
    Gap {
        NotSaid "not_said" "The guidance does not say which pathway";
        AgesNotGiven "ages_not_given" "The guidance decides by age and by the parents’ needs, but gives no ages";
        AgeThirteen "age_thirteen" "A child of exactly 13 is neither under 13 nor over 13";
        AgeNotKnown "age_not_known" "The age of a child is not known";
        NoConcern "no_concern" "The main concern is not recorded";
        Both "both" "The family fits both pathways";
        Neither "neither" "The family fits neither pathway";
        AndOr "and_or" "The guidance says “over 13 and/or outside the home”: only one of these is so";
        ForAnotherTeam "for_another_team" "The guidance gives this family to another team";
    }
}

impl Concern {
    /// Whether it is one of the three needs of parents that the model is for.
    pub fn is_parents_need(self) -> bool {
        !matches!(self, Self::OutsideHome)
    }
}

/// The pathway that was chosen, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PathwayChoice {
    pub pathway: Pathway,
    /// Which other service, and what the manager arranged with it, instead or alongside.
    #[serde(default)]
    pub service: String,
    #[serde(default)]
    pub concerns: BTreeSet<Concern>,
    #[serde(default)]
    pub circumstances: BTreeSet<Circumstance>,
    #[serde(default)]
    pub why: String,
    /// Where the guidance did not decide when this was chosen.
    #[serde(default)]
    pub gaps: BTreeSet<Gap>,
}
