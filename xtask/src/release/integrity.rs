//! The hashes of a release: for the `integrity` of a publisher's tags, and for whoever downloads the files.

use super::archive::Files;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// The files that a page loads with a tag. The script checks the others itself.
const SCRIPT: &str = "claim-panel.js";
const CLASSIC: &str = "claim-panel.iife.js";
const SHEET: &str = "claim-panel.css";
const RESIZE: &str = "resize.js";

/// The value of an `integrity` attribute.
pub fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(content)))
}

/// The lines that `sha256sum --check` reads.
pub fn sums(files: &Files) -> String {
    let hex = |content: &[u8]| Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    files.iter().map(|(name, content)| format!("{}  {name}\n", hex(content))).collect()
}

/// The hash of each file, for programs.
pub fn json(version: &str, files: &Files) -> String {
    let hashes: serde_json::Map<String, serde_json::Value> =
        files.iter().map(|(name, content)| (name.clone(), integrity(content).into())).collect();
    let told = serde_json::json!({ "version": version, "files": hashes });
    format!("{told:#}\n")
}

/// The tags to paste into a page, and the hash of each file, for people. `folder` is the name of the release's folder.
pub fn markdown(version: &str, folder: &str, files: &Files) -> String {
    let of = |name: &str| files.get(name).map(|content| integrity(content)).unwrap_or_default();
    let tag = |begin: &str, name: &str, attribute: &str| {
        format!("<{begin} crossorigin integrity=\"{}\" {attribute}=\"/{folder}/{name}\"", of(name))
    };
    let sheet = tag("link rel=\"stylesheet\"", SHEET, "href");
    let script = tag("script type=\"module\" async", SCRIPT, "src");
    let classic = tag("script async", CLASSIC, "src");
    let resize = tag("script async", RESIZE, "src");
    let rows: String =
        files.iter().map(|(name, content)| format!("| `{name}` | `{}` |\n", integrity(content))).collect();
    format!(
        "# claim-panel {version} in a page

Publish the folder `{folder}`, unchanged, at the root of your site. If it is elsewhere, change the addresses below.
The `integrity` of a script covers every file that the script loads. If the folder is on another origin than the page,
its server must send `Access-Control-Allow-Origin: *`.

```html
{sheet}>
{script}></script>

<claim-panel src=\"/claims/bridge.json\">
  <!-- the fallback: what claim-panel fill writes -->
</claim-panel>
```

As one classic tag, for a CMS that removes unknown elements:

```html
{classic} data-src=\"/claims/bridge.json\"></script>
```

For a page that shows the panel in a frame:

```html
{resize}></script>
```

## Hashes

| file | integrity |
|---|---|
{rows}"
    )
}
