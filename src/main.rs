//! The page's entry point. Everything is in the library, so that the host can test it.

fn main() {
    #[cfg(target_arch = "wasm32")]
    hearth::ui::start();
}
