//! Asks the linker for what the app's binary needs before it can be cut in parts (see `xtask/src/parts.rs`).

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if std::env::var_os("CARGO_FEATURE_PARTS").is_some() {
        // Which function calls which: the cut follows it.
        println!("cargo:rustc-link-arg-bin=hearth=--emit-relocs");
    }
}
