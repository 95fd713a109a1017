//! What can stop a journey, said so that the person who reads the log need not run it again.

#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    #[error("waited {seconds} s for {what}\n{page}")]
    TooLong { what: String, seconds: u64, page: String },
    #[error("the browser's driver said: {0}")]
    Driver(#[from] fantoccini::error::CmdError),
    #[error("the browser did not start: {0}")]
    NoSession(#[from] fantoccini::error::NewSessionError),
    #[error("{0}")]
    Setup(#[from] xtask::command::Failure),
    #[error("{what}: {error}")]
    Files { what: String, error: std::io::Error },
    #[error("the page answered with something unexpected: {0}")]
    Answer(String),
}

impl Trouble {
    pub fn files(what: impl Into<String>) -> impl FnOnce(std::io::Error) -> Self {
        let what = what.into();
        move |error| Self::Files { what, error }
    }
}
