//! The eight modules as data, with their aims, questions and outcomes, and the help that goes with them.
