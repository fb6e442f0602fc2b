//! Recipes: short descriptions of documents that are too large to commit.
//!
//! Each line appends to the document:
//!
//! - `text {"version": 1` appends the rest of the line;
//! - `repeat 24 "["` appends a JSON string 24 times;
//! - `fill 4194304 " "` appends a JSON string until the document has 4,194,304 bytes.
//!
//! Empty lines and lines that begin with `#` are ignored.

/// Makes the document of a recipe.
pub fn cook(recipe: &str) -> Result<Vec<u8>, String> {
    let mut document = Vec::new();
    for (number, line) in recipe.lines().enumerate() {
        add(line, &mut document).ok_or_else(|| format!("recipe.txt:{}: cannot follow “{line}”", number + 1))?;
    }
    Ok(document)
}

fn add(line: &str, document: &mut Vec<u8>) -> Option<()> {
    if line.is_empty() || line.starts_with('#') {
        return Some(());
    }
    let (verb, rest) = line.split_once(' ')?;
    if verb == "text" {
        document.extend_from_slice(rest.as_bytes());
        return Some(());
    }
    let (number, text) = rest.split_once(' ')?;
    let number: usize = number.parse().ok()?;
    let text: String = serde_json::from_str(text).ok()?;
    match verb {
        "repeat" => document.extend_from_slice(text.repeat(number).as_bytes()),
        "fill" => {
            let times = number.checked_sub(document.len())?.checked_div(text.len())?;
            document.extend_from_slice(text.repeat(times).as_bytes());
            (document.len() == number).then_some(())?;
        }
        _ => return None,
    }
    Some(())
}
