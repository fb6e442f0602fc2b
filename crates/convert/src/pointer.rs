//! JSON pointers (RFC 6901), as people read them.

/// The place of a pointer for people: `claims[0].passages` for `/claims/0/passages`.
pub fn path(pointer: &str) -> String {
    let steps = pointer.split('/').skip(1).map(|step| {
        let is_number = !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit());
        if is_number { format!("[{step}]") } else { format!(".{}", step.replace("~1", "/").replace("~0", "~")) }
    });
    let path: String = steps.collect();
    path.strip_prefix('.').map_or(path.clone(), str::to_owned)
}

/// A key as a step of a pointer.
pub fn step(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
