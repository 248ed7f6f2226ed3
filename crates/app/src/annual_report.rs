//! The annual report: counted from the register and the equality forms, as a document.

use casework::settings::ReportingYear;
use reports::document::{AsAt, Audience, Document};

use crate::App;
use crate::failure::Failure;
use crate::permit::Permit;

impl App {
    /// Draws up the annual report of a year.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record cannot be read.
    pub async fn annual_report(
        &self,
        permit: &Permit,
        year: ReportingYear,
        audience: Audience,
    ) -> Result<Document, Failure> {
        let _ = (
            permit,
            year,
            audience,
            AsAt {
                position: 0,
                day: self.today(),
            },
        );
        todo!()
    }
}
