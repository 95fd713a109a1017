//! A month of group supervision by five people on one device, each with a key of their own: from the date and the
//! reminder, over summaries in time and late, the meeting and the returned notes, to the authorised record; and the
//! manager's page, right to the day. The days are those of November 2026, by the rules of West Sussex.

use e2e::find::Path;
use e2e::journey::{
    self, Adult, Arrival, Child, Entry, NewFamily, Practitioner, arrive, doors, entries, places, unlock,
};
use e2e::{Browser, Engine, Profile, Role, Trouble, chosen, site};

const KAYLA: &str = "Kayla";
const AMARA: &str = "Amara";
/// The heading of the supervision, and of every form about it.
const MEETING: &str = "Supervision of 26 November 2026";

fn person(name: &str, role: &str, passphrase: &str) -> Practitioner {
    Practitioner {
        name: name.to_owned(),
        role: role.to_owned(),
        employer: "Anytown Council".to_owned(),
        team: "Northfield".to_owned(),
        passphrase: passphrase.to_owned(),
    }
}

/// The five, as a first name tells them apart.
struct Team {
    sam: Practitioner,
    rani: Practitioner,
    dee: Practitioner,
    celia: Practitioner,
    tom: Practitioner,
}

fn team() -> Team {
    Team {
        sam: person("Sam Holt", "Social worker", "copper hedgehog under seven bridges"),
        rani: person("Rani Ali", "Recovery worker", "velvet lantern beside nine rivers"),
        dee: person("Dee Cole", "Domestic abuse practitioner", "marble thistle above four gardens"),
        celia: person("Celia Brand", "Administrator", "walnut kettle behind eleven doors"),
        tom: person("Tom Reed", "Team manager", "silver otter across twelve meadows"),
    }
}

fn family() -> NewFamily {
    NewFamily {
        label: "The Okafors".to_owned(),
        children: vec![Child {
            name: "Kayla Okafor".to_owned(),
            known_as: KAYLA.to_owned(),
            arrival: Arrival::Born(["27", "3", "2017"]),
        }],
        adults: vec![Adult {
            name: "Amara Okafor".to_owned(),
            known_as: AMARA.to_owned(),
            to: vec![(KAYLA.to_owned(), "Mother", "Yes")],
        }],
        outside: vec![],
        why_this_pathway: "Amara drinks, and Kayla is nine.".to_owned(),
        referred: ["2", "11", "2026"],
        apart: None,
    }
}

/// The five take turns at one computer: whoever comes opens the store with their own passphrase.
struct Turns<'a> {
    browser: &'a Browser,
    /// The address of the family.
    family: String,
}

impl Turns<'_> {
    /// Somebody sits down, at this moment.
    async fn comes(&self, who: &Practitioner, at: &str) -> Result<(), Trouble> {
        self.browser.set_clock(&format!("2026-11-{at}:00Z")).await?;
        self.browser.reload().await?;
        unlock(self.browser, &who.passphrase).await
    }

    async fn goes(&self, page: &str, heading: &str) -> Result<(), Trouble> {
        places::go_to_address(self.browser, &format!("{}{page}", self.family)).await?;
        arrive(self.browser, heading).await
    }

    /// To the supervision, from the list.
    async fn meeting(&self) -> Result<(), Trouble> {
        places::go_to_address(self.browser, &format!("{}/supervision", self.family)).await?;
        let link = Path::new().then_containing(Role::Link, "26 November 2026");
        let prepare = Path::new().then_containing(Role::Link, "Prepare");
        self.browser
            .wait_until("the supervision in the list", async || {
                Ok(self.browser.count(&link).await? + self.browser.count(&prepare).await? > 0)
            })
            .await?;
        let way = if self.browser.count(&prepare).await? > 0 { prepare } else { link };
        self.browser.find_first(&way).await?.click().await?;
        arrive(self.browser, MEETING).await
    }

    /// One question with radios.
    async fn answers(&self, question: &str, answer: &str) -> Result<(), Trouble> {
        places::choose_in(self.browser, Path::new().then(Role::Group, question), answer).await
    }

    async fn saves(&self, button: &str, said: &str) -> Result<(), Trouble> {
        self.browser.press_button(button).await?;
        self.browser.wait_for_words(said).await
    }

    /// Their summary and rating, ready for supervision.
    async fn hands_in(&self, rating: &str, why: &str, synopsis: &str) -> Result<(), Trouble> {
        self.meeting().await?;
        self.browser.press_button("Write your summary").await?;
        self.browser.wait_for_words("Mark ready for supervision").await?;
        self.browser.type_into("What did you do in this time?", synopsis).await?;
        self.browser.type_into("How do we know we are making progress?", "Kayla says so.").await?;
        self.answers("How do you rate the family?", rating).await?;
        self.browser.type_into("What is your reason?", why).await?;
        self.browser.tick("Mark ready for supervision").await?;
        self.saves("Save summary", "Your summary was saved on this device").await
    }
}

#[tokio::test]
async fn five_people_prepare_hold_and_authorise_a_supervision() -> Result<(), Trouble> {
    if !chosen().contains(&Engine::Chromium) {
        return Ok(());
    }
    let server = site::serve()?;
    let profile = Profile::new()?;
    let browser = Browser::open(Engine::Chromium, &profile).await?;
    let team = team();
    browser.set_clock("2026-11-02T09:00:00Z").await?;
    browser.goto(&server.url()).await?;
    doors::first_run_under(&browser, &team.sam, doors::NEW_STORE, Some("West Sussex")).await?;
    journey::add_family(&browser, &family()).await?;
    let turns = Turns { browser: &browser, family: places::address(&browser).await? };
    for colleague in [&team.rani, &team.dee, &team.celia, &team.tom] {
        doors::let_in(&browser, &team.sam, colleague).await?;
    }
    everybody_begins(&turns, &team).await?;
    a_date_and_a_reminder(&turns, &team).await?;
    summaries(&turns, &team).await?;
    the_meeting(&turns, &team).await?;
    the_notes(&turns, &team).await?;
    the_managers_page(&turns, &team).await?;
    browser.close().await
}

/// Who has recorded something is of the team.
async fn everybody_begins(turns: &Turns<'_>, team: &Team) -> Result<(), Trouble> {
    for (who, at) in [(&team.rani, "03T10:00"), (&team.dee, "03T11:00")] {
        turns.comes(who, at).await?;
        turns.goes("", "Overview").await?;
        let entry = Entry { going_well: format!("{} met Amara.", who.name), ..Entry::default() };
        entries::record_entry(turns.browser, 1, AMARA, &entry).await?;
    }
    turns.comes(&team.tom, "03T12:00").await?;
    turns.goes("/record/note", "Write a case note").await?;
    turns.answers("What kind of note is it?", "Management oversight").await?;
    places::date_in(turns.browser, Path::new(), "When was it?", ["3", "11", "2026"]).await?;
    turns.browser.type_into("What was said or done?", "Read the referral.").await?;
    let decided = "What was advised or decided, and why?";
    turns.browser.type_into(decided, "We go on, because Amara asks for help.").await?;
    turns.saves("Save note", "The note was recorded").await
}

async fn a_date_and_a_reminder(turns: &Turns<'_>, team: &Team) -> Result<(), Trouble> {
    turns.comes(&team.celia, "04T09:30").await?;
    turns.goes("/record/meeting", "Set a date").await?;
    places::date_in(turns.browser, Path::new(), "When is it?", ["26", "11", "2026"]).await?;
    turns.browser.type_into("What time does it begin? (optional)", "10:30").await?;
    places::select(turns.browser, "Who chairs it?", "Tom Reed, Team Manager").await?;
    turns.saves("Save date", "The date was set").await?;
    // Five working days before.
    turns.comes(&team.celia, "19T09:30").await?;
    turns.meeting().await?;
    turns.browser.press_button("Remind everyone").await?;
    turns.browser.tick("I have reminded everyone today").await?;
    turns.saves("Save reminder", "The reminder was recorded").await
}

/// One in time, one a day late, one two days late, by the earliest of the readings: three days before.
async fn summaries(turns: &Turns<'_>, team: &Team) -> Result<(), Trouble> {
    turns.comes(&team.sam, "23T16:00").await?;
    turns.hands_in("Red", "It is three weeks old.", "Two visits, and the school.").await?;
    turns.comes(&team.rani, "24T16:00").await?;
    turns.hands_in("Amber", "She counts her drinks.", "Three sessions.").await?;
    turns.comes(&team.dee, "25T16:00").await?;
    turns.hands_in("Amber", "She knows whom to ring.", "Two sessions.").await
}

async fn the_meeting(turns: &Turns<'_>, team: &Team) -> Result<(), Trouble> {
    let browser = turns.browser;
    turns.comes(&team.celia, "26T10:25").await?;
    turns.meeting().await?;
    browser.press_button("Record who was there").await?;
    arrive(browser, "Who was there").await?;
    for who in ["Sam Holt, Social Worker", "Rani Ali, Recovery Worker", "Tom Reed, Team Manager"] {
        turns.answers(&format!("Was {who} there?"), "Yes").await?;
    }
    turns.answers("Was Celia Brand, Embedded Co-ordinator there?", "Yes").await?;
    turns.answers("Was Dee Cole, Domestic Abuse Practitioner there?", "No").await?;
    browser.type_into("Why was Dee Cole not there?", "In court with another family").await?;
    turns.saves("Save attendance", "Who was there is recorded").await?;

    // The manager shows the ratings together: not a colour before that.
    turns.comes(&team.tom, "26T10:35").await?;
    turns.meeting().await?;
    browser.press_button("Open the shared page").await?;
    browser.wait_for_words("End screen share").await?;
    browser.press_button("3 Ratings and reasons").await?;
    let before = browser.text().await?;
    assert!(before.contains("Rating given") && !before.contains("It is three weeks old."), "{before}");
    assert!(before.contains("Sharing risk") && before.contains("The six practice principles"), "{before}");
    for elsewhere in ["My families", "What is due", "Share"] {
        assert!(!browser.has(Role::Link, elsewhere).await?, "“{elsewhere}” is on the shared screen");
    }
    browser.press_button("Show ratings together").await?;
    browser.wait_for_words("It is three weeks old.").await?;
    browser.type_into("Why do our views differ?", "Sam sees the nights; Rani and Dee the days.").await?;
    turns.answers("Which rating do we agree?", "Red").await?;
    browser.type_into("Why this rating?", "The nights are what Kayla lives with.").await?;
    browser.press_button("Save").await?;
    browser.wait_for_words("Recorded ").await?;

    // The administrator takes the notes, on a laptop at 200 %: nothing scrolls sideways.
    turns.comes(&team.celia, "26T10:45").await?;
    turns.meeting().await?;
    browser.press_button("Open the shared page").await?;
    browser.wait_for_words("End screen share").await?;
    browser.type_into("What does Kayla say and show us?", "I like it when Mum reads.").await?;
    browser.press_button("2 What has changed").await?;
    browser.type_into("What has changed since last time?", "Amara pours it away at six.").await?;
    browser.press_button("4 What else could explain this?").await?;
    browser.type_into("What else could explain this?", "She pours it away when we come.").await?;
    browser.press_button("5 Threshold").await?;
    browser.type_into("Does the threshold still fit Kayla, and why?", "Yes, for now.").await?;
    browser.press_button("6 Actions").await?;
    let action = Path::new().then(Role::Group, "Action 1");
    places::type_in(browser, action.clone(), "What will be done?", "Visit at seven in the evening").await?;
    places::select_in(browser, action.clone(), "Who will do it?", "Sam Holt").await?;
    places::date_in(browser, action.clone(), "By when?", ["3", "12", "2026"]).await?;
    places::type_in(browser, action, "How will we know that it helped?", "Kayla is asked").await?;
    browser.press_button("Save").await?;
    browser.wait_for_words("Recorded ").await?;
    browser.press_button("End screen share").await?;
    arrive(browser, MEETING).await
}

async fn the_notes(turns: &Turns<'_>, team: &Team) -> Result<(), Trouble> {
    let browser = turns.browser;
    turns.comes(&team.celia, "27T09:30").await?;
    submits(turns).await?;
    turns.comes(&team.tom, "27T12:00").await?;
    decides(turns, "Return them to be completed").await?;
    browser.type_into("What is to be completed?", "What difference our support makes.").await?;
    turns.saves("Save decision", "Your decision was recorded").await?;

    turns.comes(&team.celia, "27T15:00").await?;
    turns.meeting().await?;
    browser.wait_for_words("What difference our support makes.").await?;
    browser.press_button("Complete the notes").await?;
    arrive(browser, "Notes").await?;
    let support = "What difference does our support make? (optional)";
    browser.type_into(support, "Amara rings Rani before six.").await?;
    turns.saves("Save notes", "The notes were saved").await?;
    submits(turns).await?;

    turns.comes(&team.tom, "30T10:00").await?;
    decides(turns, "Authorise the notes").await?;
    turns.saves("Save decision", "Your decision was recorded").await?;
    turns.meeting().await?;
    browser.wait_for_words("Tom Reed authorised this record on 30 November 2026. It does not change.").await
}

async fn submits(turns: &Turns<'_>) -> Result<(), Trouble> {
    turns.meeting().await?;
    turns.browser.press_button("Submit the notes").await?;
    turns.browser.tick("The notes say what was talked of and decided").await?;
    turns.saves("Submit notes", "The notes were submitted").await
}

async fn decides(turns: &Turns<'_>, decision: &str) -> Result<(), Trouble> {
    turns.meeting().await?;
    turns.browser.press_button("Authorise or return").await?;
    arrive(turns.browser, "Authorise notes").await?;
    turns.answers("Do you authorise these notes?", decision).await
}

/// What each row says, of the table and the words that name it.
const ROWS: [(&str, &str, &[&str]); 8] = [
    (
        "Summary before supervision: missed (2)",
        "Rani Ali",
        &["Mon 23 Nov 2026", "Tue 24 Nov 2026", "1 day (1 working day)"],
    ),
    (
        "Summary before supervision: missed (2)",
        "Dee Cole",
        &["Mon 23 Nov 2026", "Wed 25 Nov 2026", "2 days (2 working days)"],
    ),
    ("Summary before supervision: met (1)", "Sam Holt", &["Mon 23 Nov 2026"]),
    ("Reminder before supervision: met (1)", "The Okafors", &["Thu 19 Nov 2026"]),
    (
        "Authorise the supervision notes: missed (1)",
        "The Okafors",
        &["Thu 26 Nov 2026", "Mon 30 Nov 2026", "4 days (2 working days)"],
    ),
    (
        "When each was held and authorised, newest first",
        "The Okafors",
        &["26 November 2026", "27 November 2026", "30 November 2026"],
    ),
    ("On 30 November 2026, in the families of this store", "Sam Holt", &["Social Worker", "1"]),
    (
        "By the month in which each was due, newest first",
        "Summary before supervision",
        &["November 2026", "1", "2", "33%"],
    ),
];

async fn the_managers_page(turns: &Turns<'_>, team: &Team) -> Result<(), Trouble> {
    let browser = turns.browser;
    turns.comes(&team.tom, "30T11:00").await?;
    places::go_to_address(browser, "#/manager").await?;
    arrive(browser, "Manager’s page").await?;
    let met = Path::new().then_containing(Role::Button, "Met (");
    browser.find(&met).await?.click().await?;
    for (table, row, says) in ROWS {
        let path = Path::new().then(Role::Table, table).then_containing(Role::Row, row);
        let words = browser.find(&path).await?.text().await?;
        for part in says {
            assert!(words.contains(part), "“{part}” is not in “{words}” of {table}");
        }
    }
    Ok(())
}
