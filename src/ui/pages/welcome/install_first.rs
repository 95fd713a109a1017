use leptos::prelude::*;

use crate::navigation::Route;
use crate::ui::shell::page::Page;

/// On an iPad or iPhone a tab must not hold records: Safari clears a tab's data after seven days of use without
/// a visit, and does not carry it into the app on the Home Screen.
#[component]
pub fn InstallFirst() -> impl IntoView {
    view! {
        <Page heading="Add to Home Screen first">
            <div class="app-prose">
                <p class="govuk-body">
                    "In a Safari tab, the records of a page that you do not visit for 7 days can be deleted. An app
                    on the Home Screen keeps them. What is made in this tab would not be there in the app, so
                    nothing can be made here."
                </p>
                <ol class="govuk-list govuk-list--number">
                    <li>
                        "Choose Share: the square with an arrow pointing up "
                        <svg width="20" height="24" viewBox="0 0 20 24" aria-hidden="true" focusable="false">
                            <path
                                fill="none"
                                stroke="currentColor"
                                stroke-width="2"
                                d="M6 9H3v13h14V9h-3M10 15V2M6 6l4-4 4 4"
                            />
                        </svg>
                        ". If you do not see it, choose the three dots first."
                    </li>
                    <li>
                        "Choose Add to Home Screen. If there is a switch “Open as Web App”, leave it on. Then choose
                        Add."
                    </li>
                    <li>
                        "Open the workbook from its picture on the Home Screen, while you are still online, and
                        begin there."
                    </li>
                </ol>
                <p class="govuk-body">"Nothing was lost: nothing has been kept in this tab."</p>
                <p class="govuk-body">
                    <a class="govuk-link" href=Route::Privacy.to_hash()>"What is kept on a device"</a>
                </p>
            </div>
        </Page>
    }
}
