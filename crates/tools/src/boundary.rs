//! The boundary to JavaScript.

use claim_panel_cli::command;
use claim_panel_cli::files::{Failure, Files, Kind};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// An object of `js/` with the files that a command can use. Its methods throw the errors of Node.js.
    pub type Host;

    #[wasm_bindgen(method, catch)]
    fn read(this: &Host, name: &str) -> Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn write(this: &Host, name: &str, content: &[u8]) -> Result<(), JsValue>;

    /// `file`, `folder`, or nothing.
    #[wasm_bindgen(method, catch)]
    fn kind(this: &Host, name: &str) -> Result<Option<String>, JsValue>;

    /// Pairs of a name and whether it is a folder.
    #[wasm_bindgen(method, catch)]
    fn list(this: &Host, folder: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = console, js_name = error)]
    fn report(message: &str);
}

/// What a command prints, and its exit status.
#[derive(Serialize)]
struct Ran {
    code: u8,
    output: String,
    error: String,
}

/// Runs a command line, which is an array of strings without the name of the program. The result is an object with
/// `code`, `output` and `error`. Throws if the arguments are no strings.
#[wasm_bindgen]
pub fn run(arguments: JsValue, host: &Host) -> Result<JsValue, JsValue> {
    std::panic::set_hook(Box::new(|info| report(&format!("claim-panel: {info}"))));
    let arguments: Vec<String> = serde_wasm_bindgen::from_value(arguments)?;
    let (mut output, mut error) = (Vec::new(), Vec::new());
    let code = command::run(&arguments, &mut Outside(host), &mut output, &mut error);
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Ok(serde_wasm_bindgen::to_value(&Ran { code, output: text(output), error: text(error) })?)
}

/// The files of the host.
struct Outside<'a>(&'a Host);

impl Files for Outside<'_> {
    fn read(&mut self, name: &str) -> Result<Vec<u8>, Failure> {
        self.0.read(name).map_err(|error| failure(&error))
    }

    fn write(&mut self, name: &str, content: &[u8]) -> Result<(), Failure> {
        self.0.write(name, content).map_err(|error| failure(&error))
    }

    fn kind(&mut self, name: &str) -> Option<Kind> {
        match self.0.kind(name).ok().flatten()?.as_str() {
            "folder" => Some(Kind::Folder),
            _ => Some(Kind::File),
        }
    }

    fn list(&mut self, folder: &str) -> Result<Vec<(String, bool)>, Failure> {
        let names = self.0.list(folder).map_err(|error| failure(&error))?;
        serde_wasm_bindgen::from_value(names).map_err(|error| Failure::Other(error.to_string()))
    }
}

/// An error of Node.js as one of ours, by its code.
fn failure(error: &JsValue) -> Failure {
    let field = |name| js_sys::Reflect::get(error, &JsValue::from_str(name)).ok().and_then(|value| value.as_string());
    match field("code").as_deref() {
        Some("ENOENT" | "ENOTDIR") => Failure::Missing,
        Some("EACCES" | "EPERM") => Failure::Forbidden,
        Some("EISDIR") => Failure::Folder,
        _ => Failure::Other(field("message").unwrap_or_default()),
    }
}
