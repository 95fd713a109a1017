use leptos::prelude::*;

use crate::ui::shell::page::Page;
use crate::ui::shell::{Shell, use_shell};

/// The accessibility statement that the law asks of a public body. It claims no more than the tests show;
/// the council's name and contact are the only blanks.
#[component]
pub fn Accessibility() -> impl IntoView {
    let shell = use_shell();
    view! {
        <Page heading="Accessibility statement">
            <div class="app-prose">
                {about(shell)}
                {tested()}
                {known()}
                {contact(shell)}
            </div>
        </Page>
    }
}

fn about(shell: Shell) -> AnyView {
    view! {
        <p class="govuk-body">
            "This statement is about the Family workbook as used by " {move || shell.organisation.get()} "."
        </p>
        <p class="govuk-body">"We want as many people as possible to be able to use it. You should be able to:"</p>
        <ul class="govuk-list govuk-list--bullet">
            <li>"change colours, contrast and fonts in your browser or device, or in the app’s display settings"</li>
            <li>"zoom in to 400% without the page scrolling sideways"</li>
            <li>"make the text twice as large in the app without losing anything"</li>
            <li>"do everything with a keyboard"</li>
            <li>"do everything with speech recognition software"</li>
            <li>"listen to every page with a screen reader"</li>
        </ul>
        <p class="govuk-body">
            <a class="govuk-link" href="https://mcmw.abilitynet.org.uk/" rel="noreferrer">"AbilityNet"</a>
            " has advice on making your device easier to use if you have a disability. The link opens another
            website."
        </p>
    }
    .into_any()
}

fn tested() -> AnyView {
    view! {
        <h2 class="govuk-heading-m">"How accessible it is"</h2>
        <p class="govuk-body">
            "The app is built to meet level AA of the Web Content Accessibility Guidelines (WCAG) version 2.2. No
            one outside the project has audited it yet, so its compliance status is: not yet assessed."
        </p>
        <h2 class="govuk-heading-m">"How it is tested"</h2>
        <p class="govuk-body">"Each version is checked by programs before it is released:"</p>
        <ul class="govuk-list govuk-list--bullet">
            <li>"axe, a checker of accessibility rules, on the app’s screens at four widths"</li>
            <li>"a run through the main job that uses the keyboard alone"</li>
            <li>"checks that labels, hints and errors belong to their boxes"</li>
        </ul>
        <p class="govuk-body">
            "Programs find less than half of what can get in people’s way. These have "
            <strong>"not"</strong> " been done yet:"
        </p>
        <ul class="govuk-list govuk-list--bullet">
            <li>"testing with NVDA, JAWS, VoiceOver, TalkBack or Dragon by people who use them"</li>
            <li>"testing with disabled practitioners"</li>
            <li>"testing on real iPads and phones"</li>
        </ul>
    }
    .into_any()
}

fn known() -> AnyView {
    view! {
        <h2 class="govuk-heading-m">"What we know is not yet good"</h2>
        <ul class="govuk-list govuk-list--bullet">
            <li>
                "Wide tables scroll sideways inside their own frame on a small screen. The frame can be reached
                and scrolled with the keyboard."
            </li>
            <li>"Bundles are files of sealed data. They can only be read in this app or one like it."</li>
            <li>
                "The boxes for your own name and employer do not say so to your browser (WCAG 2.2, 1.3.5). If they did,
                it would keep what you type outside the sealed store, for the next person at a shared device to see."
            </li>
            <li>"The pages are in English only. Words that somebody recorded in another language are not marked as
                such, so a screen reader may say them wrongly."</li>
        </ul>
    }
    .into_any()
}

fn contact(shell: Shell) -> AnyView {
    view! {
        <h2 class="govuk-heading-m">"Telling us about a problem"</h2>
        <p class="govuk-body">
            "If something is hard to use, or you need a page in another form, contact "
            {move || shell.organisation.get()} ":"
        </p>
        <p class="govuk-body">
            <strong>"[Contact: to be filled in by the council that provides this app]"</strong>
        </p>
        <h2 class="govuk-heading-m">"If you are not happy with the answer"</h2>
        <p class="govuk-body">
            "The Equality and Human Rights Commission (EHRC) enforces the Public Sector Bodies (Websites and
            Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are not happy with how a
            complaint was answered, contact the Equality Advisory and Support Service (EASS)."
        </p>
        <h2 class="govuk-heading-m">"This statement"</h2>
        <p class="govuk-body">
            {format!("It was written for version {} of the app.", env!("CARGO_PKG_VERSION"))}
        </p>
    }
    .into_any()
}
