//! The front-end files the pages and documents serve: fetched, edited and laid out in `assets/dist`.
//!
//! The packages come from npm by the committed lock file; nothing of them is committed here. The
//! GOV.UK files lose what only services on GOV.UK may show: the typeface, the crest and the icons.
//! Every file served gets a name that carries its content's hash, so a browser may keep it for ever;
//! `manifest.json` gives the hashed name for the plain one.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail, ensure};
use sha2::{Digest, Sha256};

/// Fonts for the documents, which embed them; the pages use the reader's own.
const FONTS: [(&str, &str); 3] = [
    (
        "400Regular/SourceSans3_400Regular.ttf",
        "SourceSans3_400Regular.ttf",
    ),
    ("700Bold/SourceSans3_700Bold.ttf", "SourceSans3_700Bold.ttf"),
    ("LICENSE_FONT", "SourceSans3_LICENSE.txt"),
];

/// Words that must not be left in anything served: they are GOV.UK's own branding.
const BRANDING: [&str; 5] = [
    "GDS Transport",
    "@font-face",
    "govuk-crest",
    "/assets/images",
    "sourceMappingURL",
];

/// Lays the files out again, fetching the packages first if the lock file has changed.
pub(crate) fn run() -> anyhow::Result<()> {
    let places = Places::find()?;
    places.install()?;
    places.lay_out()?;
    Ok(())
}

/// Runs the chore if the files are missing or older than what they are made from; otherwise silent.
pub(crate) fn ensure() -> anyhow::Result<()> {
    if Places::find()?.up_to_date()? {
        return Ok(());
    }
    run()
}

/// Where things are.
struct Places {
    root: PathBuf,
    sources: PathBuf,
    packages: PathBuf,
    dist: PathBuf,
}

impl Places {
    fn find() -> anyhow::Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("xtask lies in the workspace")?
            .to_path_buf();
        Ok(Self {
            sources: root.join("crates/web/assets"),
            packages: root.join("node_modules"),
            dist: root.join("assets/dist"),
            root,
        })
    }

    fn lock(&self) -> anyhow::Result<String> {
        let lock = fs::read(self.root.join("package-lock.json")).context("package-lock.json")?;
        Ok(hash(&lock))
    }

    /// Where the lock file's hash is noted once the packages are in place.
    fn installed(&self) -> PathBuf {
        self.packages.join(".installed-from")
    }

    /// Where the hash of everything the files were made from is noted.
    fn stamp(&self) -> PathBuf {
        self.dist.join(".made-from")
    }

    fn up_to_date(&self) -> anyhow::Result<bool> {
        let Ok(stamp) = fs::read_to_string(self.stamp()) else {
            return Ok(false);
        };
        Ok(stamp == self.made_from()?)
    }

    /// A hash over the lock file, our own sources and this chore itself.
    fn made_from(&self) -> anyhow::Result<String> {
        let mut all = self.lock()?;
        all.push_str(&hash(include_bytes!("assets.rs")));
        for name in own_sources(&self.sources)? {
            all.push_str(&name);
            all.push_str(&hash(&fs::read(self.sources.join(&name))?));
        }
        Ok(hash(all.as_bytes()))
    }

    /// `npm ci`, unless the packages already are those of the lock file.
    fn install(&self) -> anyhow::Result<()> {
        let lock = self.lock()?;
        if fs::read_to_string(self.installed()).is_ok_and(|noted| noted == lock) {
            eprintln!("assets: packages are those of package-lock.json");
            return Ok(());
        }
        eprintln!("assets: fetching the front-end packages (npm ci) …");
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        let status = Command::new(npm)
            .args([
                "ci",
                "--ignore-scripts",
                "--no-fund",
                "--no-audit",
                "--loglevel=error",
            ])
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
            .current_dir(&self.root)
            .status()
            .context("npm could not be started: install Node.js 20 or later, which brings it")?;
        ensure!(
            status.success(),
            "npm ci failed ({status}); its message is above. It needs the package registry once; \
             afterwards everything works offline"
        );
        fs::write(self.installed(), lock)?;
        Ok(())
    }

    fn lay_out(&self) -> anyhow::Result<()> {
        let govuk = self.packages.join("govuk-frontend/dist/govuk");
        let mut dist = Dist::new(&self.dist)?;

        let css = read(&govuk.join("govuk-frontend.min.css"))?;
        dist.serve("govuk-frontend.css", &without_branding(&css)?)?;
        let js = read(&govuk.join("govuk-frontend.min.js"))?;
        dist.serve("govuk-frontend.js", without_source_map(&js))?;

        for name in own_sources(&self.sources)? {
            let source = read(&self.sources.join(&name))?;
            let linked = dist.with_hashed_names(&source);
            dist.serve(&name, &linked)?;
        }
        let served = dist.manifest.len();

        let fonts = self.packages.join("@expo-google-fonts/source-sans-3");
        for (from, to) in FONTS {
            let font = fs::read(fonts.join(from)).with_context(|| format!("read {from}"))?;
            dist.put(&format!("fonts/{to}"), &font)?;
        }

        dist.finish()?;
        // Last, so that an interrupted run is seen as stale.
        fs::write(self.stamp(), self.made_from()?)?;
        eprintln!(
            "assets: {served} files served and {} font files laid out in assets/dist",
            FONTS.len()
        );
        Ok(())
    }
}

/// The folder being filled.
struct Dist<'a> {
    folder: &'a Path,
    manifest: BTreeMap<String, String>,
    kept: BTreeSet<PathBuf>,
}

impl<'a> Dist<'a> {
    fn new(folder: &'a Path) -> anyhow::Result<Self> {
        fs::create_dir_all(folder.join("fonts")).context("make assets/dist")?;
        Ok(Self {
            folder,
            manifest: BTreeMap::new(),
            kept: BTreeSet::new(),
        })
    }

    /// Writes a text file under a name with its hash, refusing what must not be served.
    fn serve(&mut self, name: &str, text: &str) -> anyhow::Result<()> {
        for word in BRANDING {
            ensure!(!text.contains(word), "{name} still says {word:?}");
        }
        let (stem, extension) = name.rsplit_once('.').context("a file name has an ending")?;
        let digest = hash(text.as_bytes());
        let hashed = format!("{stem}-{}.{extension}", &digest[..12]);
        self.put(&hashed, text.as_bytes())?;
        self.manifest.insert(name.to_owned(), hashed);
        Ok(())
    }

    /// Writes a file unless it is there already: a newer date alone would have cargo build again
    /// whatever embeds it.
    fn put(&mut self, name: &str, bytes: &[u8]) -> anyhow::Result<()> {
        let path = self.folder.join(name);
        if fs::read(&path).map_or(true, |there| there != bytes) {
            fs::write(&path, bytes).with_context(|| format!("write {}", path.display()))?;
        }
        self.kept.insert(path);
        Ok(())
    }

    /// Our scripts import their neighbours by plain name; the browser needs the hashed one.
    fn with_hashed_names(&self, source: &str) -> String {
        let mut linked = source.to_owned();
        for (name, hashed) in &self.manifest {
            linked = linked.replace(&format!("\"./{name}\""), &format!("\"./{hashed}\""));
        }
        linked
    }

    /// Writes the manifest and removes what an earlier run left behind.
    fn finish(mut self) -> anyhow::Result<()> {
        let manifest = serde_json::to_string_pretty(&self.manifest)? + "\n";
        self.put("manifest.json", manifest.as_bytes())?;
        for folder in [self.folder.to_path_buf(), self.folder.join("fonts")] {
            for entry in fs::read_dir(folder)? {
                let path = entry?.path();
                if path.is_file() && !self.kept.contains(&path) {
                    fs::remove_file(path)?;
                }
            }
        }
        Ok(())
    }
}

/// The council's own CSS and scripts, in a fixed order.
fn own_sources(folder: &Path) -> anyhow::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("read {}", folder.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

fn read(path: &Path) -> anyhow::Result<String> {
    fs::read_to_string(path).with_context(|| format!("read {}", path.display()))
}

fn hash(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// The precompiled style sheet without the GOV.UK typeface and crest.
fn without_branding(css: &str) -> anyhow::Result<String> {
    let mut css = without_source_map(css).replace("GDS Transport,arial", "arial");
    while let Some(start) = css.find("@font-face{") {
        cut_rule(&mut css, start)?;
    }
    // The crest's rules sit alone inside `@supports` and `@media` blocks, which are left empty.
    let crest = ".govuk-footer__copyright-logo:before{";
    while let Some(start) = css.find(crest) {
        ensure!(
            start == 0 || matches!(css.as_bytes()[start - 1], b'{' | b'}'),
            "the crest's rule shares its selector with another: look at it again"
        );
        cut_rule(&mut css, start)?;
    }
    Ok(css)
}

/// Cuts the rule that begins at `start`, up to the brace that closes it.
fn cut_rule(css: &mut String, start: usize) -> anyhow::Result<()> {
    let mut depth = 0_usize;
    for (offset, byte) in css.as_bytes()[start..].iter().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => {
                depth = depth.checked_sub(1).context("unbalanced braces")?;
                if depth == 0 {
                    css.replace_range(start..=start + offset, "");
                    return Ok(());
                }
            }
            _ => {}
        }
    }
    bail!("a rule of the style sheet is not closed")
}

/// Source maps are not served, so the browser is not sent looking for them.
fn without_source_map(text: &str) -> &str {
    let comment = text
        .rfind("/*# sourceMappingURL")
        .or_else(|| text.rfind("//# sourceMappingURL"));
    comment.map_or(text, |start| &text[..start])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typeface_crest_and_source_map_are_cut_and_nothing_else() {
        let css = concat!(
            "@charset \"UTF-8\";:root{--a:#fff}",
            "@font-face{font-family:GDS Transport;src:url(/assets/fonts/a.woff2)}",
            ".a{font-family:GDS Transport,arial,sans-serif}",
            ".govuk-footer__copyright-logo:before{background-image:url(/assets/images/govuk-crest.svg)}",
            "@media screen{.govuk-footer__copyright-logo:before{background:linktext}}.b{color:red}",
            "/*# sourceMappingURL=a.css.map */"
        );
        assert_eq!(
            without_branding(css).unwrap(),
            "@charset \"UTF-8\";:root{--a:#fff}.a{font-family:arial,sans-serif}@media screen{}.b{color:red}"
        );
    }

    #[test]
    fn crest_rule_with_another_selector_is_refused() {
        assert!(without_branding(".a,.govuk-footer__copyright-logo:before{x:y}").is_err());
    }

    #[test]
    fn scripts_import_the_hashed_name() {
        let dist = Dist {
            folder: Path::new("."),
            manifest: BTreeMap::from([("a.js".into(), "a-123.js".into())]),
            kept: BTreeSet::new(),
        };
        assert_eq!(
            dist.with_hashed_names("import { b } from \"./a.js\";"),
            "import { b } from \"./a-123.js\";"
        );
    }
}
