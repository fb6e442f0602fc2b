//! claim-panel documents in the forms that editors and other programs use, and back.
//!
//! [`lines`] is plain text, one statement a line. [`table`] is CSV or TSV, one statement a row. [`json_ld`] is
//! schema.org's `ClaimReview`, `Claim` and `Quotation`. [`web_annotation`] is the W3C's form for passages. Every line,
//! row, cell and node of the input becomes part of the document or is reported with its place.

pub mod address;
pub mod conversion;
pub mod dates;
pub mod ids;
pub mod json_ld;
pub mod language;
pub mod lines;
pub mod losses;
pub mod normal;
pub mod plain_dates;
pub mod pointer;
pub mod table;
pub mod web_annotation;

pub use conversion::{Conversion, Count, Export, Places};
