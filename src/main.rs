//! The program: reads the command line, opens the window, and says in one sentence where it cannot.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]
#![expect(
    clippy::print_stderr,
    reason = "a program answers on the terminal that started it"
)]

use std::io::{self, Write as _};
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use dateline::app::{self, App, Start};
use dateline::cli::{self, Command, Outcome};
use dateline::crash::Witness;
use dateline::files::{self, Document, NotOpened, Reason, Reference};
use dateline::format::Reading;
use dateline::renderer::{Renderer, describe_adapter, wgpu_configuration};
use dateline::settings::{Found, Language, SettingsFile};
use dateline::{convert, startup_error, toponyms};
use eframe::egui::{IconData, ViewportBuilder};

fn main() -> ExitCode {
    match cli::parse(std::env::args_os().skip(1)) {
        Ok(Command::Help) => answer(cli::HELP),
        Ok(Command::Version) => answer(cli::VERSION),
        Ok(Command::Check(paths)) => match cli::check(&paths, &mut io::stdout().lock()) {
            Ok(outcome) => ExitCode::from(outcome as u8),
            Err(_) => ExitCode::from(Outcome::Unreadable as u8),
        },
        Ok(Command::Convert(conversion)) => {
            match convert::convert(&conversion, &mut io::stdout().lock()) {
                Ok(outcome) => ExitCode::from(outcome as u8),
                Err(_) => ExitCode::from(Outcome::Unreadable as u8),
            }
        }
        Ok(Command::Toponyms(request)) => {
            match toponyms::toponyms(&request, &mut io::stdout().lock()) {
                Ok(outcome) => ExitCode::from(outcome as u8),
                Err(why) => refuse(&why.to_string(), Outcome::Unreadable as u8),
            }
        }
        Ok(Command::Open(reference)) => open(&reference),
        Err(usage) => refuse(&usage.to_string(), Outcome::Unreadable as u8),
    }
}

fn answer(text: &str) -> ExitCode {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(Outcome::Unreadable as u8),
    }
}

fn refuse(sentence: &str, status: u8) -> ExitCode {
    eprintln!("dateline: {sentence}");
    ExitCode::from(status)
}

/// Opens the window with the story in a file, or the built-in one: that too where the file is no story, and the window
/// says why, since whoever has double-clicked it sees no terminal.
fn open(reference: &Reference) -> ExitCode {
    let settings_file = SettingsFile::of_the_user();
    let witness = Witness::new(settings_file.clone());
    witness.listen();
    let (document, not_opened) = asked_for(reference);
    if let Some(error) = &not_opened {
        eprintln!("dateline: {error}");
    }
    let found = settings_file
        .as_ref()
        .map(SettingsFile::load)
        .unwrap_or_default();
    let title = app::title(document.story());
    // The one at hand is the first window's. A second copy would lie there unused, as a second window is rare.
    let mut at_hand = Some(document);
    let start = || Start {
        document: at_hand.take().unwrap_or_else(|| asked_for(reference).0),
        not_opened: not_opened.clone(),
        open_at: reference.id.clone(),
        settings: found.clone(),
        settings_file: settings_file.clone(),
        system_language: system_language(),
        chooser: app::system_chooser(),
    };
    match (run(&witness, &title, &found, start), &not_opened) {
        (_, Some(_)) => ExitCode::from(Outcome::Unreadable as u8),
        (Ok(()), None) => ExitCode::SUCCESS,
        (Err(Failure::NoWindow(error)), None) => refuse(&startup_error::explain(&error), 1),
        (Err(Failure::Fault), None) => ExitCode::from(1),
    }
}

/// The story, or the built-in one and why.
fn asked_for(reference: &Reference) -> (Document, Option<Arc<NotOpened>>) {
    match reference.path.as_deref().map(|path| (path, read(path))) {
        None => (Document::builtin(), None),
        Some((path, Ok(reading))) => (Document::of_file(path, reading), None),
        Some((_, Err(error))) => (Document::builtin(), Some(Arc::new(error))),
    }
}

/// A fault of the program's own on the way is this file's, and the window opens all the same.
fn read(path: &Path) -> Result<Reading, NotOpened> {
    panic::catch_unwind(|| files::open(path)).unwrap_or_else(|_| {
        Err(NotOpened {
            reason: Reason::BrokenOff,
            path: path.to_owned(),
        })
    })
}

/// Until the window is closed; tries again with the simpler renderer where the first cannot start.
fn run(
    witness: &Witness,
    title: &str,
    found: &Found,
    mut start: impl FnMut() -> Start,
) -> Result<(), Failure> {
    match run_with(eframe::Renderer::Wgpu, witness, title, found, start()) {
        Err(Failure::NoWindow(error)) if error.starts_with("WGPU") => {
            run_with(eframe::Renderer::Glow, witness, title, found, start())
        }
        ended => ended,
    }
}

enum Failure {
    /// The window never opened; in eframe's words, or those of a panic on the way.
    NoWindow(String),
    /// The program panicked behind the open window, of which all is told.
    Fault,
}

fn run_with(
    renderer: eframe::Renderer,
    witness: &Witness,
    title: &str,
    found: &Found,
    start: Start,
) -> Result<(), Failure> {
    witness.begin_opening();
    let ran = panic::catch_unwind(AssertUnwindSafe(|| {
        eframe::run_native(
            title,
            options(renderer, found),
            Box::new(move |cc| {
                let wgpu = cc.wgpu_render_state.as_ref();
                if wgpu.is_some() {
                    walkers::install_renderer(wgpu);
                }
                witness.is_open(wgpu.map_or_else(
                    || "OpenGL, without wgpu".to_owned(),
                    |wgpu| describe_adapter(&wgpu.adapter.get_info()),
                ));
                // A fault on the way to the first frame is this story's, too.
                witness.last_good().show(&start.document);
                let app = App::new(&cc.egui_ctx, Renderer::of(wgpu), start);
                Ok(Box::new(app.kept_in(witness.last_good())))
            }),
        )
    }));
    match ran {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(Failure::NoWindow(error.to_string())),
        Err(_) => Err(witness
            .heard_while_opening()
            .map_or(Failure::Fault, Failure::NoWindow)),
    }
}

fn options(renderer: eframe::Renderer, found: &Found) -> eframe::NativeOptions {
    let window = found.settings.window;
    let mut viewport = ViewportBuilder::default()
        .with_app_id("dateline")
        .with_inner_size([window.width, window.height])
        .with_min_inner_size([360.0, 400.0])
        .with_maximized(window.maximized);
    if let Some(icon) = icon() {
        viewport = viewport.with_icon(icon);
    }
    eframe::NativeOptions {
        viewport,
        renderer,
        wgpu_options: wgpu_configuration(),
        ..Default::default()
    }
}

/// For the window and the task bar; a window without one is still a window.
fn icon() -> Option<IconData> {
    let png = include_bytes!("../assets/icon/dateline-256.png");
    let image = image::load_from_memory_with_format(png, image::ImageFormat::Png)
        .ok()?
        .into_rgba8();
    let (width, height) = image.dimensions();
    Some(IconData {
        rgba: image.into_raw(),
        width,
        height,
    })
}

fn system_language() -> Language {
    sys_locale::get_locale().map_or(Language::English, |locale| Language::of_locale(&locale))
}
