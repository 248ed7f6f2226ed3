//! How the pages are reached, and how much is taken.

/// How the pages are reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Serving {
    /// Whether browsers reach us by https, through whatever stands before us. Without it the session's
    /// cookie can be read on the way, so only for one's own machine.
    pub https: bool,
    /// Whether a proxy stands before us that says in `X-Forwarded-For` where a request came from.
    pub behind_proxy: bool,
}

/// By https, with nothing before us that says where a request came from.
impl Default for Serving {
    fn default() -> Self {
        Self {
            https: true,
            behind_proxy: false,
        }
    }
}

impl Serving {
    /// What the session's cookie is called. With the prefix a browser takes it only by https and from us.
    pub(crate) const fn cookie_name(self) -> &'static str {
        if self.https { "__Host-heard" } else { "heard" }
    }
}

/// The most that a form may send. The longest letter is a tenth of it.
pub const LARGEST_FORM: usize = 256 * 1024;
