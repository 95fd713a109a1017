//! `cargo xtask serve | build | test | bench | styles`.

use std::process::ExitCode;

use xtask::command::Failure;
use xtask::site::Profile;
use xtask::{bench, check, parts, server, site, styles, tools};

const USAGE: &str = "\
cargo xtask serve [--port N] [--debug]   install what is missing, build the app and serve it on this computer
cargo xtask build [--debug]              build the static site in dist/ (dist-debug/ with --debug)
cargo xtask test [--long]                install what the tests need, then run every check
cargo xtask bench                        measure how long a page waits, in a real browser, and print it
cargo xtask styles                       compile the style sheets in style/
cargo xtask tools                        install everything that the other commands need, and stop";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<(), Failure> {
    let (command, rest) = arguments.split_first().ok_or_else(|| Failure::new(USAGE))?;
    let profile = if rest.iter().any(|it| it == "--debug") { Profile::Debug } else { Profile::Release };
    match command.as_str() {
        "serve" => {
            let port = port(rest)?;
            tools::for_building()?;
            let site = site::build(profile)?;
            server::serve_until_stopped(&site, port)
        }
        "build" => {
            tools::for_building()?;
            site::build(profile).map(|_| ())
        }
        "test" => check::everything(rest.iter().any(|it| it == "--long")),
        "bench" => bench::measure(),
        "styles" => {
            tools::npm_packages()?;
            styles::compile()
        }
        "tools" => {
            tools::for_building()?;
            tools::for_testing()
        }
        // Not for people: Trunk's hook.
        "cut" => parts::cut_for_trunk(),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(Failure::new(format!("There is no command `{other}`. The commands are:\n\n{USAGE}"))),
    }
}

fn port(arguments: &[String]) -> Result<u16, Failure> {
    let Some(at) = arguments.iter().position(|it| it == "--port") else { return Ok(8080) };
    let given = arguments.get(at + 1).map_or("", String::as_str);
    given
        .parse()
        .map_err(|_| Failure::new(format!("`--port` needs a number from 0 to 65535, not `{given}`.")))
}
