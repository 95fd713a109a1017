//! The small ports of `services::browser`, in a browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "clippy takes only `#[test]` functions for tests")]

use std::{
    cell::{Cell, RefCell},
    future::{Future, poll_fn},
    pin::pin,
    rc::Rc,
    task::Poll,
};

use hearth::{
    model::ids::VaultId,
    pictures::Scene,
    services::{
        browser::{
            drawing,
            files::{self, ReadFileError},
            idle::Idling,
            leaving::Leaving,
            one_writer::{HeldElsewhere, hold, take_over},
            persistence::{self, Kept},
            reply::reply,
            style_sheet::StyleSheet,
            tabs::{Tabs, Word},
        },
        clock::{BrowserClock, Clock},
    },
};
use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Event, EventTarget, File, Window};

wasm_bindgen_test_configure!(run_in_browser);

fn vault(n: u8) -> VaultId {
    VaultId::from_bytes([n; 16])
}

fn page() -> (Window, Document) {
    let window = web_sys::window().unwrap();
    let document = window.document().unwrap();
    (window, document)
}

/// Fires an event that can be prevented, and says whether it was.
fn fire(target: &EventTarget, name: &str) -> bool {
    let event: Event = page().1.create_event("Event").unwrap();
    event.init_event_with_bubbles_and_cancelable(name, true, true);
    !target.dispatch_event(&event).unwrap()
}

fn counter() -> (Rc<Cell<u32>>, impl Fn() + 'static) {
    let count = Rc::new(Cell::new(0));
    let add = count.clone();
    (count, move || add.set(add.get() + 1))
}

async fn is_still_waiting(future: impl Future) -> bool {
    let mut future = pin!(future);
    poll_fn(|cx| Poll::Ready(future.as_mut().poll(cx).is_pending())).await
}

#[wasm_bindgen_test]
async fn the_first_answer_is_heard() {
    let (giving, waiting) = reply();
    assert_eq!(giving.give(1), Ok(()));
    assert_eq!(giving.clone().give(2), Err(2));
    assert_eq!(waiting.wait().await, 1);
}

#[wasm_bindgen_test]
fn an_answer_nobody_waits_for_comes_back() {
    let (giving, waiting) = reply();
    drop(waiting);
    assert_eq!(giving.give("kept"), Err("kept"));
}

#[wasm_bindgen_test]
async fn one_tab_holds_a_vault_until_it_lets_go() {
    let first = hold(vault(1)).await.unwrap();
    assert_eq!(hold(vault(1)).await.err(), Some(HeldElsewhere));
    let other = hold(vault(2)).await;
    assert!(other.is_ok(), "another vault is free");
    drop(first);
    let tabs = Tabs::join(vault(1), |_| ());
    let second = take_over(vault(1), &tabs).await;
    assert_eq!(hold(vault(1)).await.err(), Some(HeldElsewhere));
    drop(second);
}

#[wasm_bindgen_test]
async fn a_tab_that_is_asked_lets_another_take_over() {
    let first = Rc::new(RefCell::new(Some(hold(vault(3)).await.unwrap())));
    let (asked, count) = counter();
    let lets_go = first.clone();
    let _holder = Tabs::join(vault(3), move |word| {
        assert_eq!(word, Word::LetGo);
        count();
        lets_go.borrow_mut().take();
    });
    let other = Tabs::join(vault(3), |_| ());
    let second = take_over(vault(3), &other).await;
    assert_eq!(asked.get(), 1);
    assert!(first.borrow().is_none());
    assert_eq!(hold(vault(3)).await.err(), Some(HeldElsewhere));
    drop(second);
}

#[wasm_bindgen_test]
async fn a_withdrawn_request_keeps_nothing() {
    let first = hold(vault(4)).await.unwrap();
    let tabs = Tabs::join(vault(4), |_| ());
    assert!(is_still_waiting(take_over(vault(4), &tabs)).await);
    drop(first);
    // It stands behind the withdrawn request in the queue, and so waits for ever if that kept the lock.
    drop(take_over(vault(4), &tabs).await);
}

#[wasm_bindgen_test]
async fn tabs_of_a_vault_hear_each_other_and_no_one_else() {
    let (heard, waiting) = reply();
    let (own, others) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(0)));
    let (count_own, count_others) = (own.clone(), others.clone());
    let speaker = Tabs::join(vault(5), move |_| count_own.set(count_own.get() + 1));
    let _stranger = Tabs::join(vault(6), move |_| count_others.set(count_others.get() + 1));
    let words = RefCell::new(Vec::new());
    let _listener = Tabs::join(vault(5), move |word| {
        words.borrow_mut().push(word);
        if word == Word::Locked {
            let _ = heard.give(words.take());
        }
    });
    speaker.say(Word::Changed);
    speaker.say(Word::LetGo);
    speaker.say(Word::Locked);
    assert_eq!(waiting.wait().await, [Word::Changed, Word::LetGo, Word::Locked]);
    assert_eq!((own.get(), others.get()), (0, 0));
}

#[wasm_bindgen_test]
fn leaving_is_noticed_until_it_is_dropped() {
    let (window, document) = page();
    let (flushed, flush) = counter();
    let leaving = Leaving::watch(&window, &document, flush);
    fire(&window, "pagehide");
    assert_eq!(flushed.get(), 1);
    // The page of a test is shown, and being shown is not leaving.
    fire(&document, "visibilitychange");
    assert_eq!(flushed.get(), 1);
    drop(leaving);
    fire(&window, "pagehide");
    assert_eq!(flushed.get(), 1);
}

#[wasm_bindgen_test]
fn the_browser_asks_before_leaving_only_while_something_is_unsaved() {
    let (window, document) = page();
    let leaving = Leaving::watch(&window, &document, || ());
    assert!(!fire(&window, "beforeunload"));
    leaving.unsaved(true);
    leaving.unsaved(true);
    assert!(fire(&window, "beforeunload"));
    leaving.unsaved(false);
    assert!(!fire(&window, "beforeunload"));
    leaving.unsaved(true);
    drop(leaving);
    assert!(!fire(&window, "beforeunload"));
}

#[wasm_bindgen_test]
async fn signs_of_a_person_and_ticks_are_noticed() {
    let (window, document) = page();
    let (touches, touched) = counter();
    let (ticked, tick) = reply::<()>();
    let idling = Idling::watch(&window, &document, touched, move || {
        let _ = ticked.give(());
    });
    for sign in ["keydown", "pointerdown", "input"] {
        fire(&document.body().unwrap(), sign);
    }
    assert_eq!(touches.get(), 3);
    tick.wait().await;
    drop(idling);
    fire(&document.body().unwrap(), "keydown");
    assert_eq!(touches.get(), 3);
}

fn file(bytes: &[u8]) -> File {
    let constructor: Function = Reflect::get(&js_sys::global(), &"File".into()).unwrap().dyn_into().unwrap();
    let parts = Array::of1(&Uint8Array::from(bytes));
    Reflect::construct(&constructor, &Array::of2(&parts, &JsValue::from("a"))).unwrap().unchecked_into()
}

#[wasm_bindgen_test]
async fn a_file_is_read_up_to_the_most_that_is_allowed() {
    let bytes: Vec<u8> = (0..=255).collect();
    assert_eq!(files::read(&file(&bytes), 256).await, Ok(bytes.clone()));
    assert_eq!(files::read(&file(&bytes), 255).await, Err(ReadFileError::TooBig));
    assert_eq!(files::read(&file(&[]), 0).await, Ok(vec![]));
}

#[wasm_bindgen_test]
async fn storage_is_looked_at_without_asking() {
    let kept = persistence::look(&page().0).await;
    if let (Some(used), Some(quota)) = (kept.used, kept.quota) {
        assert!(used <= quota, "{kept:?}");
    }
    assert!(!persistence::is_installed(&page().0));
    assert!(!persistence::is_ios_tab(&page().0));
}

#[wasm_bindgen_test]
fn nearly_full_is_a_tenth_or_fifty_megabytes_left() {
    let kept = |used, quota| Kept { persisted: true, used: Some(used), quota: Some(quota) };
    assert!(!kept(0, 10_000_000_000).is_nearly_full());
    assert!(!kept(8_900_000_000, 10_000_000_000).is_nearly_full());
    assert!(kept(9_100_000_000, 10_000_000_000).is_nearly_full());
    assert!(kept(60_000_000, 100_000_000).is_nearly_full());
    assert!(kept(200_000_000, 100_000_000).is_nearly_full());
    assert!(!Kept::default().is_nearly_full());
}

#[wasm_bindgen_test]
fn an_ipad_that_says_it_is_a_mac_is_known_by_its_touch_screen() {
    let mac =
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.4 Safari/605.1.15";
    let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15";
    let windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36";
    assert!(persistence::looks_like_ios(mac, "MacIntel", 5));
    assert!(!persistence::looks_like_ios(mac, "MacIntel", 0));
    assert!(persistence::looks_like_ios(phone, "iPhone", 5));
    assert!(!persistence::looks_like_ios(windows, "Win32", 10));
}

#[wasm_bindgen_test]
fn the_browser_tells_the_time() {
    let clock = BrowserClock;
    let (before, now, after) = (clock.monotonic_ms(), clock.now(), clock.monotonic_ms());
    assert!(before <= after);
    assert!(now.timestamp_millis() as f64 <= js_sys::Date::now());
    assert!(js_sys::Date::now() - now.timestamp_millis() as f64 <= 1_000.0);
}

#[wasm_bindgen_test]
async fn a_picture_is_drawn_as_a_png_file_twice_as_sharp_as_a_screen() {
    let scene = Scene { width: 30, height: 20, title: "Who & <what>".to_owned(), ..Scene::default() };
    let png = drawing::png(&scene).await.unwrap();
    assert_eq!(png.get(..8).unwrap(), b"\x89PNG\r\n\x1a\n");
    let side = |at: usize| u32::from_be_bytes(png.get(at..at + 4).unwrap().try_into().unwrap());
    assert_eq!((side(16), side(20)), (60, 40));
    assert_eq!(drawing::png(&Scene { width: -1, ..scene }).await, None);
}

#[wasm_bindgen_test]
fn a_style_sheet_is_on_the_page_as_long_as_it_is_held() {
    let sheets = || page().1.adopted_style_sheets().length();
    let before = sheets();
    let one = StyleSheet::put_on("@page { margin: 20mm; @bottom-left { content: \"a\"; } }").unwrap();
    let other = StyleSheet::put_on("p { color: red; }").unwrap();
    assert_eq!(sheets(), before + 2);
    drop(one);
    assert_eq!(sheets(), before + 1);
    drop(other);
    assert_eq!(sheets(), before);
}
