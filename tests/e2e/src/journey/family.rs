//! Adding a family: one thing on each page.

use super::places::{arrive, choose_in, date_in, press_and_arrive, select_in, type_in};
use crate::find::Path;
use crate::{Browser, Role, Trouble};

/// When somebody came into the world, or will.
#[derive(Debug, Clone)]
pub enum Arrival {
    Born([&'static str; 3]),
    Due([&'static str; 3]),
}

#[derive(Debug, Clone)]
pub struct Child {
    pub name: String,
    pub known_as: String,
    pub arrival: Arrival,
}

#[derive(Debug, Clone)]
pub struct Adult {
    pub name: String,
    pub known_as: String,
    /// Who they are to each child that they are anything to, and whether they hold parental responsibility.
    pub to: Vec<(String, &'static str, &'static str)>,
}

/// What is answered when a family is added.
#[derive(Debug, Clone)]
pub struct NewFamily {
    pub label: String,
    pub children: Vec<Child>,
    pub adults: Vec<Adult>,
    /// Why a person is not in the workflow. Everybody else is.
    pub outside: Vec<(String, String)>,
    pub why_this_pathway: String,
    pub referred: [&'static str; 3],
    /// The two who must be kept apart.
    pub apart: Option<(String, String)>,
}

/// Answers every page and opens the workbook. Begins on the first page, as after the first run.
pub async fn add_family(browser: &Browser, family: &NewFamily) -> Result<(), Trouble> {
    arrive(browser, "What does the team call this family?").await?;
    browser.type_into("What does the team call this family?", &family.label).await?;
    press_and_arrive(browser, "Continue", "Who are the children?").await?;
    children(browser, &family.children).await?;
    press_and_arrive(browser, "Continue", "Who are the adults?").await?;
    adults(browser, &family.adults).await?;
    press_and_arrive(browser, "Continue", "Who are we working with?").await?;
    workflow(browser, family).await?;
    press_and_arrive(browser, "Continue", "Which pathway is this family on?").await?;
    browser.choose("Family Safeguarding pathway").await?;
    browser.type_into("Why (optional)", &family.why_this_pathway).await?;
    press_and_arrive(browser, "Continue", "When did the family come to the team?").await?;
    date_in(browser, Path::new(), "Date of the referral", family.referred).await?;
    press_and_arrive(browser, "Continue", "Is anyone here at risk from someone else in the family?").await?;
    match &family.apart {
        None => browser.choose("No").await?,
        Some((one, other)) => {
            browser.choose("Yes").await?;
            browser.tick(&format!("{one} and {other}")).await?;
        }
    }
    press_and_arrive(browser, "Continue", "Are you the worker this family is allocated to?").await?;
    browser.choose("Yes, I am").await?;
    press_and_arrive(browser, "Continue", "Check your answers").await?;
    browser.press_button("Open the workbook").await?;
    browser.wait_for_words("The workbook is open.").await?;
    arrive(browser, "Overview").await
}

async fn children(browser: &Browser, children: &[Child]) -> Result<(), Trouble> {
    for (place, child) in children.iter().enumerate() {
        let boxes = row(browser, "Child", place).await?;
        type_in(browser, boxes.clone(), "Full name", &child.name).await?;
        type_in(browser, boxes.clone(), "What they like to be called (optional)", &child.known_as).await?;
        match child.arrival {
            Arrival::Born(date) => {
                choose_in(browser, boxes.clone(), "Yes").await?;
                date_in(browser, boxes, "Date of birth", date).await?;
            }
            Arrival::Due(date) => {
                choose_in(browser, boxes.clone(), "Not yet").await?;
                date_in(browser, boxes, "Due date", date).await?;
            }
        }
    }
    Ok(())
}

async fn adults(browser: &Browser, adults: &[Adult]) -> Result<(), Trouble> {
    for (place, adult) in adults.iter().enumerate() {
        let boxes = row(browser, "Adult", place).await?;
        type_in(browser, boxes.clone(), "Full name", &adult.name).await?;
        type_in(browser, boxes.clone(), "What they like to be called (optional)", &adult.known_as).await?;
        for (child, kind, responsibility) in &adult.to {
            let list = format!("Who they are to {child} (leave empty if nothing)");
            select_in(browser, boxes.clone(), &list, kind).await?;
            let question = format!("Do they hold parental responsibility for {child}?");
            choose_in(browser, boxes.clone().then(Role::Group, &question), responsibility).await?;
        }
    }
    Ok(())
}

/// The boxes of the nth person in a list, which grows when it has to.
async fn row(browser: &Browser, word: &str, place: usize) -> Result<Path, Trouble> {
    let boxes = Path::new().then(Role::Group, &format!("{word} {}", place + 1));
    if browser.count(&boxes).await? == 0 {
        browser.press_button(&format!("Add another {}", word.to_lowercase())).await?;
        browser.find(&boxes).await?;
    }
    Ok(boxes)
}

async fn workflow(browser: &Browser, family: &NewFamily) -> Result<(), Trouble> {
    let names =
        family.children.iter().map(|it| &it.known_as).chain(family.adults.iter().map(|it| &it.known_as));
    for name in names {
        let boxes = Path::new().then(Role::Group, &format!("Is {name} in the workflow?"));
        match family.outside.iter().find(|(who, _)| who == name) {
            None => choose_in(browser, boxes, "Yes").await?,
            Some((_, why)) => {
                choose_in(browser, boxes.clone(), "No").await?;
                type_in(browser, boxes, "Why not", why).await?;
            }
        }
    }
    Ok(())
}

/// From "My families" into the one family that is there.
pub async fn open_only_family(browser: &Browser) -> Result<(), Trouble> {
    arrive(browser, "My families").await?;
    browser.find(&in_the_list()).await?.click().await?;
    arrive(browser, "Overview").await
}

/// The link of the one family in the list of families.
pub fn in_the_list() -> Path {
    Path::new().then_containing(Role::Table, "Families in this store").then_containing(Role::Link, "")
}

/// Types into the search above the list of families, in place of what was there.
pub async fn search(browser: &Browser, words: &str) -> Result<(), Trouble> {
    browser.fill("Find a family", words).await
}

/// From the home page back to what was being typed.
pub async fn continue_where_you_left_off(browser: &Browser) -> Result<(), Trouble> {
    arrive(browser, "What is due").await?;
    let card = Path::new().then(Role::Region, "Continue where you left off").then_containing(Role::Link, "");
    Ok(browser.find(&card).await?.click().await?)
}
