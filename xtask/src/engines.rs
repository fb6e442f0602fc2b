//! The browsers that run the tests, and the programs that drive them.

use crate::run::{Outcome, find};
use crate::tools::{geckodriver, variable};
use std::path::PathBuf;

/// A browser engine. A step of `cargo xtask test` and a module in `tests/browser/engines` have its name.
#[derive(Clone, Copy)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// An environment variable for a child process, and how to find its value if this environment does not set it.
type Wanted = (&'static str, fn() -> Option<PathBuf>);

/// Environment variables for a child process.
pub type Variables = Vec<(&'static str, PathBuf)>;

impl Engine {
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Finds the browser and what it needs on this machine, or names the packages that install them.
    pub fn found(self) -> Outcome<Variables> {
        let (variables, packages): (&[Wanted], _) = match self {
            Self::Chromium => (
                &[
                    ("CHROMIUM", || find(&["chromium", "chromium-browser", "google-chrome"])),
                    ("CHROMEDRIVER", || find(&["chromedriver"])),
                ],
                "Chromium or its driver is missing (Debian: apt-get install chromium chromium-driver)",
            ),
            Self::Firefox => (
                &[("FIREFOX", || find(&["firefox-esr", "firefox"]))],
                "Firefox is missing (Debian: apt-get install firefox-esr)",
            ),
            Self::WebKit => (
                &[
                    ("WEBKIT_DRIVER", || find(&["WebKitWebDriver"])),
                    ("MINIBROWSER", minibrowser),
                    ("XVFB", || find(&["Xvfb"])),
                ],
                "WebKitGTK's driver, its MiniBrowser or Xvfb is missing (Debian: apt-get install webkit2gtk-driver xvfb)",
            ),
        };
        variables
            .iter()
            .map(|(name, search)| variable(name).or_else(search).map(|place| (*name, place)))
            .collect::<Option<_>>()
            .ok_or_else(|| packages.to_owned())
    }

    /// Builds what a browser that was found still lacks.
    pub fn ready(self, mut found: Variables) -> Outcome<Variables> {
        if matches!(self, Self::Firefox) {
            found.push(("GECKODRIVER", geckodriver()?));
        }
        found.push(("CLAIM_PANEL_ENGINE", PathBuf::from(self.name())));
        Ok(found)
    }
}

/// Users do not start MiniBrowser directly, so distributions install it outside the search path.
fn minibrowser() -> Option<PathBuf> {
    let libraries = std::fs::read_dir("/usr/lib").ok()?.flatten().map(|entry| entry.path());
    [PathBuf::from("/usr/lib"), PathBuf::from("/usr/libexec")]
        .into_iter()
        .chain(libraries)
        .map(|folder| folder.join("webkit2gtk-4.1/MiniBrowser"))
        .find(|file| file.is_file())
}
