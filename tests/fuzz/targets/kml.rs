#![no_main]

use dateline::foreign::comes_back;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| comes_back("a.kml", bytes));
