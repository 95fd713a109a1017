//! One thing for each person, by their place in the family: asking for somebody who is not there gives nothing.

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Each<T>(Vec<T>);

impl<T: Clone + Default> Each<T> {
    pub(super) fn of(many: usize) -> Self {
        Self(vec![T::default(); many])
    }

    pub(super) fn at(&self, place: usize) -> T {
        self.0.get(place).cloned().unwrap_or_default()
    }

    pub(super) fn put(&mut self, place: usize, value: T) {
        if let Some(it) = self.0.get_mut(place) {
            *it = value;
        }
    }

    pub(super) fn change(&mut self, place: usize, with: impl FnOnce(&mut T)) {
        if let Some(it) = self.0.get_mut(place) {
            with(it);
        }
    }

    pub(super) fn all(&self) -> impl Iterator<Item = (usize, &T)> {
        self.0.iter().enumerate()
    }
}
