//! Writes Word files in a worker of its own, which is fetched when somebody first asks for one.

fn main() {
    #[cfg(target_arch = "wasm32")]
    hearth::services::browser::word::serve();
}
