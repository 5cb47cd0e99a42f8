//! Why the window did not open, in one sentence with the remedy in it.
//!
//! The libraries below say it for programmers, with the path of a source file in it, and one of
//! them panics. What they say is known from making each thing go missing.

/// A part of the text, and what it means. Packages are named as Debian and Ubuntu name them.
const CAUSES: [(&str, &str); 9] = [
    (
        "nor DISPLAY is set",
        "there is no display: start Dateline in a desktop session, or set DISPLAY or WAYLAND_DISPLAY",
    ),
    (
        "Failed to open connection to X server",
        "the display that DISPLAY names does not answer: check its number and that you may use it",
    ),
    (
        "Could not find wayland compositor",
        "no compositor answers where WAYLAND_DISPLAY points: correct it, or unset it to use X11",
    ),
    (
        "Failed to load one of xlib's shared libraries",
        "a library for windows is missing: install libx11-6, libx11-xcb1, libxcursor1 and libxi6",
    ),
    (
        "libxkbcommon-x11",
        "a library for the keyboard is missing: install libxkbcommon-x11-0",
    ),
    (
        "libxkbcommon",
        "a library for the keyboard is missing: install libxkbcommon0",
    ),
    (
        "libwayland",
        "a library for windows is missing: install libwayland-client0",
    ),
    ("WGPU error", NO_DRIVER),
    ("glutin", NO_DRIVER),
];

const NO_DRIVER: &str =
    "there is no graphics driver: install libegl1 and libgl1-mesa-dri, or mesa-vulkan-drivers";

/// The sentence for what eframe returned or panicked with.
pub fn explain(error: &str) -> String {
    let known = CAUSES.iter().find(|(part, _)| error.contains(part));
    let reason = known.map_or_else(|| without_source_file(error), |&(_, sentence)| sentence);
    format!("The window could not be opened: {reason}.")
}

/// The first line, less winit's `os error at FILE:LINE:` and whatever stands before it.
fn without_source_file(error: &str) -> &str {
    let line = error.lines().next().unwrap_or_default();
    let said = line
        .split_once("os error at ")
        .and_then(|(_, place)| place.split_once(": "))
        .map_or(line, |(_, said)| said);
    said.trim().trim_end_matches('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As winit 0.30 words it.
    fn winit(line: u32, said: &str) -> String {
        let file = "/root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/winit-0.30.13/src/platform_impl/linux/mod.rs";
        format!("winit EventLoopError: os error at {file}:{line}: {said}")
    }

    #[track_caller]
    fn check(error: &str, expected: &str) {
        let explained = explain(error);

        assert!(explained.contains(expected), "{explained}");
        assert!(!explained.contains(".rs"), "{explained}");
        assert!(
            explained.ends_with('.') && !explained.ends_with(".."),
            "{explained}"
        );
        assert!(!explained.contains('\n'), "{explained}");
    }

    #[test]
    fn no_display() {
        let said = "neither WAYLAND_DISPLAY nor WAYLAND_SOCKET nor DISPLAY is set.";
        check(&winit(765, said), "there is no display");
    }

    #[test]
    fn a_display_that_does_not_answer() {
        check(
            &winit(788, "Failed to open connection to X server"),
            "does not answer",
        );
        check(
            &winit(89, "Could not find wayland compositor"),
            "WAYLAND_DISPLAY",
        );
    }

    #[test]
    fn missing_libraries_are_named_by_their_packages() {
        check(
            &winit(788, "Failed to load one of xlib's shared libraries"),
            "libx11-6",
        );
        check(
            "Library libxkbcommon-x11.so could not be loaded.",
            "libxkbcommon-x11-0",
        );
        check(
            "Library libxkbcommon.so could not be loaded.",
            "install libxkbcommon0",
        );
    }

    #[test]
    fn no_driver() {
        check(
            "WGPU error: Failed to create surface for any enabled backend: {}",
            "no graphics driver",
        );
        check(
            "WGPU error: Adapter selection failed: no adapter can draw to the window",
            "no graphics driver",
        );
        check(
            "Found no glutin configs matching the template: ConfigTemplate { color_buffer_type: \
             Rgb { r_size: 8, g_size: 8, b_size: 8 }, alpha_size: 8 }. Error: not found",
            "libgl1-mesa-dri",
        );
    }

    #[test]
    fn what_is_not_known_is_repeated_without_its_source_file() {
        check(&winit(12, "Something new."), ": Something new.");
        check(
            "app creation error: out of memory\nbacktrace",
            ": app creation error: out of memory.",
        );
    }
}
