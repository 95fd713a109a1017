//! Printing. A browser that prints into a file calls it by the title of the page, which says nothing of anyone meanwhile
//! (`ux.md` SR14).

use leptos::prelude::*;

/// Prints the page, called neutrally.
pub fn print_as(file_name: &str) {
    let title = document().title();
    document().set_title(file_name);
    // A browser that does not print says so itself.
    let _ = window().print();
    document().set_title(&title);
}
