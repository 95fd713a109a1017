//! Journeys through the built app in real browsers.
