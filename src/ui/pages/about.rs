use leptos::prelude::*;

use crate::services::browser::own_site;
use crate::ui::govuk::details::Details;
use crate::ui::shell::page::Page;

const MIT: [&str; 3] = [
    "Permission is hereby granted, free of charge, to any person obtaining a copy of this software and \
     associated documentation files (the “Software”), to deal in the Software without restriction, including \
     without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell \
     copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the \
     following conditions:",
    "The above copyright notice and this permission notice shall be included in all copies or substantial \
     portions of the Software.",
    "THE SOFTWARE IS PROVIDED “AS IS”, WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT \
     LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO \
     EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER \
     IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR \
     THE USE OR OTHER DEALINGS IN THE SOFTWARE.",
];

/// What this is, whose work it stands on, and under which licences.
#[component]
pub fn About() -> impl IntoView {
    let build = own_site::build_mark().map(|mark| format!(", build {mark}")).unwrap_or_default();
    view! {
        <Page heading="About and licences">
            <div class="app-prose">
                <p class="govuk-body">
                    {format!("Hearth, version {}{build}. ", env!("CARGO_PKG_VERSION"))}
                    "A workbook for Family Safeguarding teams that runs in a browser and keeps its records there,
                    sealed."
                </p>
                <p class="govuk-body">
                    "It is free software under the MIT licence. It is not made or endorsed by the government, by a
                    council, or by those whose guidance it follows."
                </p>
                <h2 class="govuk-heading-m">"The guidance it follows"</h2>
                <p class="govuk-body">
                    "The modules, their aims, questions and outcomes follow the published practice guidance for
                    Family Safeguarding. Module 1 is proposed by this project: the guidance prints only its
                    title."
                </p>
                <h2 class="govuk-heading-m">"Other people’s work in it"</h2>
                <p class="govuk-body">
                    "The look of the pages comes from parts of two style sheet packages. None of their JavaScript,
                    fonts, crests or logos is used."
                </p>
                {licence(
                    "GOV.UK Frontend 6.6.0: MIT licence",
                    "Copyright (C) 2017 Crown Copyright (Government Digital Service)",
                )}
                {licence(
                    "Ministry of Justice Frontend 11.1.0: MIT licence",
                    "Copyright (c) 2019 Ministry of Justice",
                )}
                <p class="govuk-body">
                    "The program is written in Rust with the Leptos framework and other packages, each under a
                    licence that allows this use. They are listed with their versions in the program’s own
                    source."
                </p>
            </div>
        </Page>
    }
}

fn licence(name: &'static str, copyright: &'static str) -> AnyView {
    let paragraphs = MIT.iter().map(|words| view! { <p class="govuk-body">{*words}</p> }).collect_view();
    view! {
        <Details summary=name>
            <p class="govuk-body">{copyright}</p>
            {paragraphs}
        </Details>
    }
    .into_any()
}
