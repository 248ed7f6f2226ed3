//! Measuring.

use crate::workspace::Profile;

#[derive(clap::Args)]
pub(crate) struct Settings {
    #[arg(long, value_enum, default_value = "release")]
    profile: Profile,
}

pub(crate) fn run(settings: &Settings) -> anyhow::Result<()> {
    anyhow::bail!("not yet {:?}", settings.profile)
}
