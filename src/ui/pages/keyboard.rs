use leptos::prelude::*;

use crate::navigation::Route;
use crate::ui::govuk::checkboxes::Checkbox;
use crate::ui::govuk::table::{Column, Table, TableCell, TableRow};
use crate::ui::preferences::Preferences;
use crate::ui::shell::page::Page;

/// A shortcut: its keys in order, whether they are pressed together, and what it does.
struct Keys {
    keys: &'static [&'static str],
    joined: &'static str,
    does: &'static str,
}

const ALWAYS: [Keys; 6] = [
    Keys {
        keys: &["Tab"],
        joined: "",
        does: "Move to the next link, button or box. The first stop skips to the page.",
    },
    Keys { keys: &["Ctrl", "S"], joined: " + ", does: "Save the draft now" },
    Keys { keys: &["Ctrl", "Enter"], joined: " + ", does: "Do the main action of the screen" },
    Keys { keys: &["Alt", "Q"], joined: " + ", does: "Go to the questions to think about, and back again" },
    Keys { keys: &["Alt", "N"], joined: " + ", does: "Go to the notes, on the shared supervision page" },
    Keys { keys: &["Esc"], joined: "", does: "Close what you opened and return to where you were" },
];

const SINGLE: [Keys; 9] = [
    Keys { keys: &["g", "d"], joined: " then ", does: "Go to what is due" },
    Keys { keys: &["g", "f"], joined: " then ", does: "Go to my families" },
    Keys { keys: &["g", "o"], joined: " then ", does: "Go to the family’s overview" },
    Keys { keys: &["g", "p"], joined: " then ", does: "Go to the family’s programme" },
    Keys { keys: &["n"], joined: "", does: "Add an entry, in a module" },
    Keys { keys: &["j", "k"], joined: " or ", does: "Next or previous row of a list" },
    Keys { keys: &["[", "]"], joined: " or ", does: "Previous or next module" },
    Keys { keys: &["1", "6"], joined: " to ", does: "Go to a step, on the shared supervision page" },
    Keys { keys: &["?"], joined: "", does: "Show this page" },
];

/// The keyboard shortcuts, and the switch for those of a single letter.
#[component]
pub fn Keyboard() -> impl IntoView {
    let preferences = expect_context::<RwSignal<Preferences>>();
    let single_keys = RwSignal::new(preferences.with_untracked(|chosen| chosen.single_keys));
    Effect::new(move |_| {
        let on = single_keys.get();
        preferences.update(|chosen| chosen.single_keys = on);
    });
    view! {
        <Page heading="Keyboard shortcuts" back=Route::Help>
            <p class="govuk-body">
                "Everything in the app can be done with the keyboard. On a Mac, use Cmd in place of Ctrl and
                Option in place of Alt."
            </p>
            {table("Shortcuts that always work", &ALWAYS)}
            <h2 class="govuk-heading-m">"Shortcuts of a single letter"</h2>
            <p class="govuk-body">
                "These are off unless you switch them on, because a stray key would move you away. They never
                work while you are typing in a box."
            </p>
            <Checkbox id="single-keys" label="Use shortcuts of a single letter" checked=single_keys />
            {table("What single letters do", &SINGLE)}
            <p class="govuk-body">
                "Undo and redo in a box are your browser’s own: Ctrl and Z, Ctrl, Shift and Z."
            </p>
        </Page>
    }
}

fn table(caption: &'static str, shortcuts: &'static [Keys]) -> AnyView {
    let row = |shortcut: &'static Keys| {
        let keys = move || {
            let key = |(place, key): (usize, &&'static str)| {
                let between = if place == 0 { "" } else { shortcut.joined };
                view! { {between} <kbd class="app-key">{*key}</kbd> }
            };
            shortcut.keys.iter().enumerate().map(key).collect_view()
        };
        view! {
            <TableRow heading=keys>
                <TableCell>{shortcut.does}</TableCell>
            </TableRow>
        }
    };
    view! {
        <Table caption=caption columns=vec![Column::new("Keys"), Column::new("What they do")]>
            {shortcuts.iter().map(row).collect_view()}
        </Table>
    }
    .into_any()
}
