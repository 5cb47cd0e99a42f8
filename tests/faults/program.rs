//! The program itself, started as a user would.

use std::process::{Command, Output};

/// The program, without a display: no test opens a window on the screen of who runs it.
pub fn dateline() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_dateline"));
    for variable in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        program.env_remove(variable);
    }
    program
}

/// Exit status, and what it said on either way.
pub fn said(output: &Output) -> (Option<i32>, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let said = text(&output.stdout) + &text(&output.stderr);
    (output.status.code(), said)
}
