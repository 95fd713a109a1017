//! Documents as a person makes them: whom it is for, what is in it, how it looks, on paper, and as a Word file that another
//! program opens. Pictures of the sheets are left in `target/e2e/paper/`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use e2e::journey::places;
use e2e::journey::places::{arrive, go_to_address, press_and_arrive};
use e2e::{Browser, LookingRound, Looks, Profile, Trouble};
use serde_json::json;

/// What is on no sheet of paper: the ways round the app, and its addresses.
const NEVER_ON_PAPER: [&str; 8] = [
    "Skip to main content",
    "My families",
    "Back up",
    "Save as a Word file",
    "Safety separation is on",
    "Accessibility statement",
    "#/",
    "localhost",
];

#[tokio::test]
async fn a_document_is_chosen_looked_at_printed_and_saved_for_word() -> Result<(), Trouble> {
    let Some(looking) = LookingRound::begin().await? else { return Ok(()) };
    looking.go("documents", "Documents").await?;
    let LookingRound { browser, profile, server, .. } = looking;
    let mut looks = Looks::new(Vec::new());
    looks.at(&browser, "S28 documents").await?;
    let all = "return [...document.querySelectorAll('main a')].map((it) => it.getAttribute('href')).filter((it) => it.includes('/documents/'));";
    let all: Vec<String> = serde_json::from_value(browser.script(all, vec![]).await?)
        .map_err(|error| Trouble::Answer(error.to_string()))?;
    assert!(all.len() > 12, "{all:?}");

    // Every one of them as it is for professionals, or for the first who can read it.
    let mut sheets = 0;
    for address in &all {
        go_to_address(&browser, address).await?;
        arrive(&browser, "Who is it for?").await?;
        let who = "document.querySelector('main input[type=radio]').click();";
        browser.script(who, vec![]).await?;
        if sheets == 0 {
            looks.at(&browser, "S28 who it is for").await?;
            goes_through_by_tab(&browser).await?;
        }
        press_and_arrive(&browser, "Continue", "What is in it?").await?;
        if browser.text().await?.contains("Nothing that is recorded can stand in it") {
            continue;
        }
        if sheets == 0 {
            looks.at(&browser, "S28 what is in it").await?;
            goes_through_by_tab(&browser).await?;
        }
        browser.press_button("Preview").await?;
        let shown = "return !!document.querySelector('.app-document');";
        browser.wait_until(address, async || Ok(browser.script(shown, vec![]).await? == json!(true))).await?;
        let kind = kind_of(address);
        looks.at(&browser, &format!("S28 preview, {kind} {sheets}")).await?;
        if sheets == 0 {
            goes_through_by_tab(&browser).await?;
        }
        let heading = places::here(&browser).await?;
        let paper = printed(&browser, &profile, &format!("{sheets:02}-{kind}")).await?;
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words(&paper).contains(&words(&heading)), "{heading}:\n{paper}");
        assert!(paper.contains("Page 1 of "), "{kind}:\n{paper}");
        assert!(paper.contains("Made on ") && paper.contains("Made from "), "{kind}:\n{paper}");
        // Whoever must decide tonight reads one page (`domain.md` R37).
        if kind == "out-of-hours" {
            assert!(paper.contains("Page 1 of 1"), "{paper}");
        }
        for never in NEVER_ON_PAPER {
            assert!(!paper.contains(never), "“{never}” is on paper, {kind}:\n{paper}");
        }
        sheets += 1;
    }
    assert!(sheets > 12, "only {sheets} documents were printed");

    let file = saved_for_word(&browser, &profile).await?;
    let name = file.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    assert!(name.starts_with("workbook-") && name.ends_with(".docx"), "{name}");
    let heading = places::here(&browser).await?;
    let text = through_an_office(&file, profile.folder())?;
    assert!(text.contains(&heading), "{heading}:\n{text}");
    let told = browser.text().await?;
    assert!(told.contains("The file is in your downloads") && told.contains(&name), "{name}:\n{told}");
    let requests = browser.requests().await?;
    assert!(requests.iter().all(|it| it.starts_with(&server.url())), "{requests:?}");
    browser.close().await?;
    match looks.outcome() {
        Ok(looked) => assert!(looked > 15, "only {looked} screens were looked at"),
        Err(wrong) => panic!("{wrong}"),
    }
    Ok(())
}

/// Tab reaches everything that can be done here, shows where it is, and comes out again.
async fn goes_through_by_tab(browser: &Browser) -> Result<(), Trouble> {
    let wrong = browser.through_by_tab().await?;
    assert!(wrong.is_empty(), "{}: {wrong:?}", places::here(browser).await?);
    Ok(())
}

/// "chronology", of the address of one.
fn kind_of(address: &str) -> String {
    let last = address.rsplit_once("/documents/").map_or(address, |(_, it)| it);
    last.split('.').next().unwrap_or(last).to_owned()
}

/// Prints what is on the screen into a file, leaves a picture of its first sheet, and gives the words on it.
async fn printed(browser: &Browser, profile: &Profile, name: &str) -> Result<String, Trouble> {
    let asked = json!({ "preferCSSPageSize": true, "printBackground": true });
    let paper = browser.cdp("Page.printToPDF", asked).await?;
    let paper = BASE64_STANDARD
        .decode(paper["data"].as_str().unwrap_or_default())
        .map_err(|error| Trouble::Answer(error.to_string()))?;
    let file = profile.folder().join(format!("{name}.pdf"));
    fs::write(&file, paper).map_err(Trouble::files("the printed page could not be kept"))?;
    let folder = xtask::root().join("target/e2e/paper");
    fs::create_dir_all(&folder).map_err(Trouble::files("the folder for sheets could not be made"))?;
    ran(Command::new("pdftoppm").args(["-png", "-r", "60", "-l", "2"]).arg(&file).arg(folder.join(name)))?;
    words_in(&file)
}

fn words_in(pdf: &Path) -> Result<String, Trouble> {
    ran(Command::new("pdftotext").arg("-layout").arg(pdf).arg("-"))
}

/// Saves what is on the screen as a Word file, and gives it.
async fn saved_for_word(browser: &Browser, profile: &Profile) -> Result<PathBuf, Trouble> {
    let before = profile.downloaded();
    browser.press_button("Save as a Word file").await?;
    let fresh = || profile.downloaded().into_iter().find(|it| !before.contains(it));
    browser.wait_until("the Word file to be in the downloads", async || Ok(fresh().is_some())).await?;
    fresh().ok_or_else(|| Trouble::Answer("the saved file is gone".to_owned()))
}

/// Opens a Word file in another program, which prints it, and gives the words on it.
fn through_an_office(file: &Path, folder: &Path) -> Result<String, Trouble> {
    let home = format!("-env:UserInstallation=file://{}", folder.join("office").display());
    ran(Command::new("soffice")
        .arg(home)
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder)
        .arg(file))?;
    let name = file.with_extension("pdf");
    words_in(&folder.join(name.file_name().unwrap_or_default()))
}

fn ran(command: &mut Command) -> Result<String, Trouble> {
    let output = command.output().map_err(Trouble::files("a program could not be started"))?;
    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        false => Err(Trouble::Answer(format!("{command:?}: {}", String::from_utf8_lossy(&output.stderr)))),
    }
}

/// What is for somebody of the family says whose it is, and says nothing of whoever is kept apart from them.
#[tokio::test]
async fn a_document_for_one_of_the_family_says_nothing_of_the_other() -> Result<(), Trouble> {
    let Some(looking) = LookingRound::begin().await? else { return Ok(()) };
    looking.go("documents/family-report", "Who is it for?").await?;
    let LookingRound { browser, profile, server: _server, .. } = looking;
    browser.choose("Only Tamsin").await?;
    press_and_arrive(&browser, "Continue", "What is in it?").await?;
    browser.press_button("Preview").await?;
    browser.wait_for_words("Only for Tamsin").await?;
    let paper = printed(&browser, &profile, "family-report-for-tamsin").await?;
    assert!(paper.contains("Only for Tamsin"), "{paper}");
    assert!(!paper.contains("Corin") && !paper.contains("separation"), "{paper}");
    let told = "
        window.titles = [];
        for (const type of ['beforeprint', 'afterprint']) addEventListener(type, () => window.titles.push(document.title));
        window.print = () => { dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint')); };";
    browser.script(told, vec![]).await?;
    browser.press_button("Print").await?;
    let titles = browser.script("return window.titles;", vec![]).await?;
    assert!(titles[0].as_str().is_some_and(|it| it.starts_with("workbook-copy-")), "{titles}");
    let file = saved_for_word(&browser, &profile).await?;
    let text = through_an_office(&file, profile.folder())?;
    assert!(text.contains("Only for Tamsin") && !text.contains("Corin"), "{text}");
    browser.close().await
}
