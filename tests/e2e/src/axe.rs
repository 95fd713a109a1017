//! axe-core, run in the page without loosening its content security policy.

use std::fmt;

use serde_json::{Value, json};

use crate::{Browser, Trouble};

/// One rule that the page breaks, and where.
#[derive(Debug, Clone)]
pub struct Violation {
    pub rule: String,
    pub help: String,
    pub places: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}\n    {}", self.rule, self.help, self.places.join("\n    "))
    }
}

impl Browser {
    /// Everything that axe finds on the page as it is now. `target-size` is on; it is off by default.
    pub async fn axe(&self) -> Result<Vec<Violation>, Trouble> {
        self.axe_with(&["target-size"]).await
    }

    /// The same, with a contrast of 7:1 for all that is read.
    pub async fn axe_at_seven_to_one(&self) -> Result<Vec<Violation>, Trouble> {
        self.axe_with(&["target-size", "color-contrast-enhanced"]).await
    }

    async fn axe_with(&self, more: &[&str]) -> Result<Vec<Violation>, Trouble> {
        let file = xtask::root().join("node_modules/axe-core/axe.min.js");
        let source = std::fs::read_to_string(&file).map_err(Trouble::files(format!(
            "{} could not be read (run `cargo xtask tools`)",
            file.display()
        )))?;
        // The driver evaluates this itself, so the page's policy neither has to allow it nor is changed by it.
        if self.script("return typeof axe;", vec![]).await? == json!("undefined") {
            self.script(&format!("{source}; window.axe = axe;"), vec![]).await?;
        }
        let run = "const done = arguments[arguments.length - 1];
            axe.run(document, {
                runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
                rules: Object.fromEntries(arguments[0].map((rule) => [rule, { enabled: true }])),
            }).then((result) => done(result.violations.map((it) => ({
                rule: it.id, help: it.help, places: it.nodes.map((node) => `${node.target.join(' ')} ${node.html.slice(0, 160)}`),
            })))).catch((error) => done(String(error)));";
        let found = self.script_async(run, vec![json!(more)]).await?;
        let violations = found.as_array().ok_or_else(|| Trouble::Answer(found.to_string()))?;
        Ok(violations.iter().map(violation).collect())
    }
}

fn violation(found: &Value) -> Violation {
    let text = |name: &str| found.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let places = found.get("places").and_then(Value::as_array).into_iter().flatten();
    Violation {
        rule: text("rule"),
        help: text("help"),
        places: places.filter_map(Value::as_str).map(ToOwned::to_owned).collect(),
    }
}
