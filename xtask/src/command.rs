//! Running other programs, and saying so.

use std::ffi::OsStr;
use std::fmt;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::Instant;

/// What stopped a command, in words a person can act on.
#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

/// Prints what is about to happen, does it, and prints how long it took.
pub fn step<T>(what: &str, doing: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    println!("\n==> {what}");
    let start = Instant::now();
    let result = doing();
    let seconds = start.elapsed().as_secs_f64();
    match &result {
        Ok(_) => println!("    done in {seconds:.1} s: {what}"),
        Err(_) => println!("    stopped after {seconds:.1} s: {what}"),
    }
    result
}

/// A command that finds our own tools first on PATH and starts in the workspace's folder.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(crate::root()).env("PATH", crate::tools::path()).env("RUST_BACKTRACE", "0");
    command
}

/// How a command is written in a terminal.
pub fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Runs a command to its end, its output going to the terminal.
pub fn run(command: &mut Command) -> Result<(), Failure> {
    println!("    $ {}", shown(command));
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new(format!("`{}` did not succeed ({status}).", shown(command))))
    }
}

/// Runs a command to its end, printing its standard output while also keeping it.
pub fn run_and_keep(command: &mut Command) -> Result<String, Failure> {
    println!("    $ {}", shown(command));
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| cannot_start(command, &error))?;
    let mut kept = String::new();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            println!("{line}");
            kept.push_str(&line);
            kept.push('\n');
        }
    }
    let _ = std::io::stdout().flush();
    let status = child.wait().map_err(|error| cannot_start(command, &error))?;
    if status.success() {
        Ok(kept)
    } else {
        Err(Failure::new(format!("`{}` did not succeed ({status}).", shown(command))))
    }
}

/// What a command prints, or nothing when it cannot be run.
pub fn output_of(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn cannot_start(command: &Command, error: &std::io::Error) -> Failure {
    Failure::new(format!("`{}` could not be started: {error}.", shown(command)))
}
