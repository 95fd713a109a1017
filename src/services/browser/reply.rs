//! One answer, from a callback of the browser to whoever awaits it.

use std::{
    cell::RefCell,
    future::poll_fn,
    rc::Rc,
    task::{Poll, Waker},
};

/// The giving end. Clones give the same answer: the first to speak is heard.
pub struct Reply<T>(Rc<RefCell<State<T>>>);

/// The waiting end.
pub struct Answer<T>(Rc<RefCell<State<T>>>);

enum State<T> {
    Awaited(Option<Waker>),
    Given(T),
    /// The answer was taken, or the waiting end went away.
    Over,
}

pub fn reply<T>() -> (Reply<T>, Answer<T>) {
    let state = Rc::new(RefCell::new(State::Awaited(None)));
    (Reply(state.clone()), Answer(state))
}

impl<T> Reply<T> {
    /// Gives the answer, or hands it back when there already was one or nobody waits any longer.
    pub fn give(&self, answer: T) -> Result<(), T> {
        let before = {
            let mut state = self.0.borrow_mut();
            if !matches!(*state, State::Awaited(_)) {
                return Err(answer);
            }
            std::mem::replace(&mut *state, State::Given(answer))
        };
        if let State::Awaited(Some(waker)) = before {
            waker.wake();
        }
        Ok(())
    }
}

impl<T> Clone for Reply<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Answer<T> {
    /// Waits for the answer.
    pub async fn wait(self) -> T {
        poll_fn(|cx| {
            let mut state = self.0.borrow_mut();
            match std::mem::replace(&mut *state, State::Over) {
                State::Given(answer) => Poll::Ready(answer),
                State::Awaited(_) | State::Over => {
                    *state = State::Awaited(Some(cx.waker().clone()));
                    Poll::Pending
                }
            }
        })
        .await
    }
}

impl<T> Drop for Answer<T> {
    fn drop(&mut self) {
        *self.0.borrow_mut() = State::Over;
    }
}
