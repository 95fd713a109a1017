//! What is shown: things with a picture and words, promises, people, numbers to call, and big cards that lead on.

use leptos::prelude::*;

use super::pictures::icon;
use super::words::OnPage;
use crate::services::family_pages::{BigLink, Call, Card, Icon, Promise, Quote, Text};

impl OnPage {
    pub fn quote(self, quote: Quote) -> AnyView {
        view! {
            {self.strong(quote.label)}
            <blockquote class="app-family__quote">{self.paragraph(quote.words)}</blockquote>
        }
        .into_any()
    }

    pub fn card(self, card: Card) -> AnyView {
        self.with_promise(card, Vec::new())
    }

    pub fn promise(self, promise: Promise) -> AnyView {
        let Promise { card, who, by, how_often, kept } = promise;
        self.with_promise(card, [who, by, how_often, kept].into_iter().flatten().collect())
    }

    /// One thing, and what stands between its words and what came of it.
    fn with_promise(self, card: Card, promised: Vec<Text>) -> AnyView {
        let Card { icon: picture, when, words, whose, came_of_it, translated, not_translated } = card;
        let promised: Vec<AnyView> = promised.into_iter().map(|it| self.paragraph(it)).collect();
        view! {
            <div class="app-family__item">
                {icon(picture)}
                <div>
                    {when.map(|it| self.strong(it))}
                    {self.paragraph(words)}
                    {whose.map(|it| self.paragraph(it))}
                    {promised}
                    {came_of_it.map(|it| self.quote(it))}
                    {translated.map(|it| self.paragraph(it))}
                    {not_translated.map(|it| self.paragraph(it))}
                </div>
            </div>
        }
        .into_any()
    }

    pub fn helper(self, name: Text, does: Text) -> AnyView {
        view! {
            <div class="app-family__item">
                {icon(Icon::People)}
                <div>{self.strong(name)} {self.paragraph(does)}</div>
            </div>
        }
        .into_any()
    }

    /// A number to read and to dial on a phone that is safe: a press here would ring on this one.
    pub fn call(self, call: Call) -> AnyView {
        let Call { who, number, words } = call;
        view! {
            <div class="app-family__item">
                {icon(Icon::Help)}
                <div>
                    <p><b>{self.inline(who)} <br /> <bdi dir="ltr">{number}</bdi></b></p>
                    {self.paragraph(words)}
                </div>
            </div>
        }
        .into_any()
    }

    pub fn links(self, links: Vec<BigLink>) -> AnyView {
        let link = move |link: BigLink| {
            let BigLink { icon: picture, words, to, wide } = link;
            let sentence = words.sentences.first().map(|it| it.number);
            let go = self.asking.showing.leads(to, sentence);
            view! {
                <li class=("app-family__wide", wide)>
                    <a class="app-family__card" href=to.to_hash() on:click=go>
                        {icon(picture)}
                        {self.inline(words)}
                    </a>
                </li>
            }
        };
        let links: Vec<_> = links.into_iter().map(link).collect();
        view! { <ul class="app-family__cards app-panels">{links}</ul> }.into_any()
    }
}
