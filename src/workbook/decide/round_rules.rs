//! What an authority rules about the monthly round.

/// Which parts of the round are used, and where the guidance sets a limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundRules {
    /// Whether there is Family Safeguarding supervision (not in Warwickshire).
    pub supervision: bool,
    /// Whether families are rated red, amber or green (not in Warwickshire).
    pub ratings: bool,
    /// Whether workers write a summary for each supervision (not in Warwickshire).
    pub summaries: bool,
    /// The only reasons for which supervision may be moved. Empty: any reason, in words (WSX flow chart;
    /// `domain.md` R54).
    pub moving: Vec<MovingReason>,
    /// How often, in days, a plan must have each child visited at the least; less often needs a reason (WAR
    /// 9.5: three-weekly; `domain.md` R73).
    pub visit_at_least_every_days: Option<u16>,
}

/// One reason for which supervision may be moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovingReason {
    /// What it is recorded by.
    pub code: String,
    pub words: String,
    /// By how many days it may be moved at the most (T19, of annual leave).
    pub most_days: Option<u16>,
}

impl Default for RoundRules {
    /// Every part used, and no limit: what holds where the guidance says nothing.
    fn default() -> Self {
        Self {
            supervision: true,
            ratings: true,
            summaries: true,
            moving: Vec::new(),
            visit_at_least_every_days: None,
        }
    }
}
