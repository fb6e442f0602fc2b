//! Measures how long a table takes: `cargo run --release -p claim-panel-convert --example table_speed`.
#![allow(clippy::print_stdout, reason = "its output is the measurement")]

use std::time::Instant;

fn main() {
    let mut table = String::from("claim,party,party kind,stance,quote,date,medium,url,report outlet,report date\n");
    for row in 0..20_000 {
        let (claim, party, outlet) = (row % 40, row % 300, row % 70);
        table += &format!(
            "The bridge number {claim} was closed,Person {party},person,denies,\"“Not so; {row}, I said.”\",2 March 2031,\
             radio,https://example.org/{row},Outlet {outlet},2031-03-03\n"
        );
    }
    let start = Instant::now();
    let conversion = convert::table::read(table.as_bytes());
    let read = start.elapsed();
    let count = conversion.count;
    let start = Instant::now();
    let export = convert::table::write(&conversion.document);
    let written = start.elapsed();
    let problems = conversion.problems.len();
    println!("{} bytes; {} of {} rows read in {read:?}; {problems} problems", table.len(), count.used, count.total);
    println!("{} bytes written and compared in {written:?}; {} losses", export.text.len(), export.losses.len());
}
