//! The style sheets and scripts the pages link to.
//!
//! `cargo xtask assets` lays them out in `assets/dist`. A debug build reads them from there at every
//! request, so an edited style sheet is seen after running that chore again; a release build carries
//! them inside.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use rust_embed::RustEmbed;

/// A file to send.
#[derive(Clone, Debug)]
pub struct Asset {
    /// The file itself.
    pub bytes: Cow<'static, [u8]>,
    /// What sort of file it is, for `Content-Type`.
    pub mime: String,
    /// Its name carries its content's hash, so that a browser may keep it for ever.
    pub immutable: bool,
}

/// The files were never laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "the style sheets and scripts are missing from assets/dist: run `cargo xtask assets` (it needs \
     Node.js once), then start again"
)]
pub struct MissingAssets;

/// Where a file is found, by its plain name: `url("heard.css")`.
///
/// A name that is not in the manifest is given back under `/assets/` unhashed, so that a page
/// without its style sheet is still a page.
pub fn url(name: &str) -> String {
    let manifest = manifest();
    let file = manifest.get(name).map_or(name, String::as_str);
    format!("/assets/{file}")
}

/// The file behind a path under `/assets/`, if it is one that pages link to.
pub fn get(path: &str) -> Option<Asset> {
    if !manifest().values().any(|served| served == path) {
        return None;
    }
    let file = Dist::get(path)?;
    let mut mime = file.metadata.mimetype().to_owned();
    if mime.starts_with("text/") {
        mime.push_str("; charset=utf-8");
    }
    Some(Asset {
        bytes: file.data,
        mime,
        immutable: true,
    })
}

/// Whether the files are there; asked once when the server starts.
///
/// # Errors
///
/// [`MissingAssets`], whose message says what to run.
pub fn check() -> Result<(), MissingAssets> {
    let manifest = manifest();
    let all = STYLE_SHEETS.iter().chain(&SCRIPTS);
    if all.into_iter().all(|name| manifest.contains_key(*name)) {
        Ok(())
    } else {
        Err(MissingAssets)
    }
}

/// Linked by every page, in this order.
pub(crate) const STYLE_SHEETS: [&str; 2] = ["govuk-frontend.css", "heard.css"];

/// First the one that runs before anything is drawn, then the one that wakes the components.
pub(crate) const SCRIPTS: [&str; 2] = ["js-enabled.js", "start.js"];

#[derive(RustEmbed)]
#[folder = "../../assets/dist"]
#[allow_missing = true]
#[exclude = "fonts/*"]
#[exclude = ".*"]
struct Dist;

/// Plain name to hashed name.
type Manifest = BTreeMap<String, String>;

fn manifest() -> Arc<Manifest> {
    static EMBEDDED: LazyLock<Arc<Manifest>> = LazyLock::new(|| Arc::new(read_manifest()));
    if cfg!(debug_assertions) {
        Arc::new(read_manifest())
    } else {
        Arc::clone(&EMBEDDED)
    }
}

fn read_manifest() -> Manifest {
    Dist::get("manifest.json")
        .and_then(|file| serde_json::from_slice(&file.data).ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUN: &str = "run `cargo xtask assets` before the tests";

    #[test]
    fn every_page_finds_its_files_under_hashed_names() {
        check().expect(RUN);
        for name in STYLE_SHEETS.iter().chain(&SCRIPTS) {
            let url = url(name);
            let path = url
                .strip_prefix("/assets/")
                .expect("files are under /assets/");
            assert_ne!(path, *name);
            let asset = get(path).expect(RUN);
            assert!(asset.immutable);
            assert!(!asset.bytes.is_empty(), "{name}");
            let mime = match name.rsplit_once('.') {
                Some((_, "css")) => "text/css; charset=utf-8",
                _ => "text/javascript; charset=utf-8",
            };
            assert_eq!(asset.mime, mime);
        }
    }

    #[test]
    fn only_what_the_manifest_names_is_served() {
        for path in [
            "manifest.json",
            ".made-from",
            "heard.css",
            "fonts/SourceSans3_400Regular.ttf",
            "../../Cargo.toml",
            "",
        ] {
            assert!(get(path).is_none(), "{path}");
        }
    }

    #[test]
    fn nothing_served_carries_the_branding_of_gov_uk() {
        for served in manifest().values() {
            let asset = get(served).expect(RUN);
            let text =
                std::str::from_utf8(&asset.bytes).expect("style sheets and scripts are text");
            for word in ["GDS Transport", "govuk-crest", "@font-face"] {
                assert!(!text.contains(word), "{word} in {served}");
            }
        }
    }
}
