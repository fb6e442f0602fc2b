//! Checks and formats JavaScript, TypeScript and CSS with the tools of `package.json`.

use crate::run::{Outcome, run, write_if_changed};
use crate::tools;
use std::path::Path;
use std::process::Command;

/// The folders whose types are checked. Each has a `tsconfig.json` with what its scripts run in.
const TYPED: [&str; 6] = ["www", "xtask", "crates/tools/js", "tests/bench", "tests/browser", "tests/integrations"];

/// Checks the format, the order of imports, and the rules of the linter.
pub fn check() -> Outcome {
    biome(&["check", "--error-on-warnings"])
        .map_err(|reason| format!("{reason}; `cargo xtask format` formats the files"))
}

/// Checks the types in JSDoc comments, and their use.
pub fn types() -> Outcome {
    TYPED.iter().try_for_each(|folder| {
        let configuration = Path::new("target/types").join(folder.replace('/', "-")).with_extension("json");
        write_if_changed(&configuration, found_in(folder, &tools::npm_folder()?))?;
        run(Command::new(tools::npm_program("tsc")?).arg("--project").arg(&configuration))
    })
}

/// The folder's configuration, with the place of the npm packages, which is outside the repository.
fn found_in(folder: &str, packages: &Path) -> String {
    let [types, typed, all] = ["@types", "@types/*", "*"].map(|name| packages.join(name));
    format!(
        r#"{{
  "extends": "../../{folder}/tsconfig.json",
  "compilerOptions": {{ "typeRoots": [{types:?}], "paths": {{ "*": [{typed:?}, {all:?}] }} }}
}}
"#
    )
}

/// Formats Rust, JavaScript, TypeScript and CSS.
pub fn format() -> Outcome {
    run(Command::new("cargo").args(["fmt", "--all"]))?;
    // Fixes of the linter can change what code does.
    biome(&["check", "--write", "--linter-enabled=false"])
}

fn biome(arguments: &[&str]) -> Outcome {
    run(Command::new(tools::npm_program("biome")?).args(arguments))
}
