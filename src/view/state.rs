//! What the reader has done to the panel, as plain data.

/// What the reader, or the page for them, does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Opens a claim that is closed and closes one that is open, by its id in the document.
    Toggle(String),
    /// Opens a claim and closes none; without a claim nothing happens.
    Show(Option<String>),
}

/// Which claims are open. They are known by their ids, so that they stay open when the newsroom
/// changes the document under the reader's eyes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    open: Vec<String>,
}

impl State {
    /// The state after an action.
    pub fn after(&self, action: &Action) -> Self {
        let mut open = self.open.clone();
        match action {
            Action::Toggle(claim) if self.is_open(claim) => open.retain(|other| other != claim),
            Action::Toggle(claim) | Action::Show(Some(claim)) if !self.is_open(claim) => open.push(claim.clone()),
            _ => {}
        }
        Self { open }
    }

    /// Whether a claim is open.
    pub fn is_open(&self, claim: &str) -> bool {
        self.open.iter().any(|open| open == claim)
    }
}
