//! A small repository in a temporary folder, which may be released until a test changes it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::git::git;
use super::notices;
use std::fs;
use std::path::PathBuf;

/// What a build leaves, in few bytes.
const BUILT: [(&str, &str); 12] = [
    ("index.html", "<title>The demo</title>"),
    ("demo/story.json", "{}"),
    ("claim-panel.js", "export {};"),
    ("claim-panel.iife.js", "(() => {})();"),
    ("claim-panel.css", "claim-panel { display: block }"),
    ("resize.js", "addEventListener"),
    ("languages/de.txt", "Wer das sagt"),
    ("npm/claim-panel.js", "export {};"),
    ("npm/package.json", r#"{ "name": "claim-panel", "version": "0.2.0" }"#),
    ("npm/LICENSE-MIT", "MIT"),
    ("npm/LICENSE-APACHE", "Apache"),
    ("npm/types.js", "export {};\n"),
];

const TRACKED: [(&str, &str); 8] = [
    (".gitignore", "/dist\n/target\n"),
    (
        "Cargo.toml",
        "[workspace]\nmembers = [\"part\"]\n\n[workspace.package]\nversion = \"0.2.0\"\n\n\
         [package]\nname = \"claim-panel\"\nversion.workspace = true\n",
    ),
    ("src/lib.rs", ""),
    ("part/Cargo.toml", "[package]\nname = \"part\"\nversion.workspace = true\n"),
    ("part/src/lib.rs", ""),
    ("README.md", "Copy it to `claim-panel-0.2.0/`.\n"),
    ("docs/use.md", "First.\n`npm install ./claim-panel-0.2.0.tgz`\n"),
    (
        "CHANGELOG.md",
        "# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2031-03-09\n\n- Search, as in claim-panel-0.1.0.\n",
    ),
];

pub struct Sample {
    pub root: PathBuf,
}

impl Sample {
    pub fn new(name: &str) -> Self {
        let root = std::env::temp_dir().join(format!("claim-panel-release-{name}-{}", std::process::id()));
        // An earlier run with the same process id may have been interrupted.
        let _ = fs::remove_dir_all(&root);
        let sample = Self { root };
        for (file, text) in TRACKED {
            sample.write(file, text);
        }
        for (file, text) in BUILT {
            sample.write(&format!("dist/{file}"), text);
        }
        sample.write(&format!("dist/npm/{}", notices::FILE), "others");
        git(&sample.root, &["init", "--quiet"]).unwrap();
        sample.commit();
        sample
    }

    pub fn write(&self, file: &str, text: &str) {
        let path = self.root.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.root.join(file)).unwrap()
    }

    /// Replaces this text in a file.
    pub fn edit(&self, file: &str, old: &str, new: &str) {
        let text = self.read(file);
        assert!(text.contains(old), "{file} lacks {old:?}");
        self.write(file, &text.replace(old, new));
    }

    pub fn commit(&self) {
        git(&self.root, &["add", "--all"]).unwrap();
        let author = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"];
        git(&self.root, &[author.as_slice(), &["commit", "--quiet", "--allow-empty", "-m", "Test"]].concat()).unwrap();
    }
}

impl Drop for Sample {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}
