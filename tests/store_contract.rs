//! The memory store keeps every promise of the store contract.
#![cfg(not(target_arch = "wasm32"))]

use hearth::services::store::{contract, memory::MemoryStore};
use pollster::block_on;

macro_rules! each {
    ($($case:ident),*) => {$(
        #[test]
        fn $case() {
            let store = MemoryStore::new();
            block_on(contract::$case(async || store.clone()));
        }
    )*};
}

hearth::store_contract!(each);
