//! The nouns: people, households, relationships, practitioners, dates, ids. Nothing here awaits, reads the clock or makes an id.
