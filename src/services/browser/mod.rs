//! What a browser offers besides storage, one small port a file.

pub mod drawing;
pub mod files;
pub mod idle;
pub mod leaving;
pub mod listening;
pub mod one_writer;
pub mod own_site;
pub mod persistence;
pub mod reply;
mod service_worker;
pub mod speech;
pub mod style_sheet;
pub mod tabs;
pub mod versions;
pub mod word;
pub mod worker;
pub mod worker_memory;
