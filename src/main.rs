//! The program: reads the command line, opens the window, and says in one sentence where it cannot.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]
#![expect(
    clippy::print_stderr,
    reason = "a program answers on the terminal that started it"
)]

use std::io::{self, Write as _};
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use dateline::app::{self, App, Start};
use dateline::cli::{self, Command, Outcome};
use dateline::files::{self, Document, Reference};
use dateline::settings::{Found, Language, SettingsFile};
use dateline::ui::map::Renderer;
use dateline::{convert, renderer, startup_error, toponyms};
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
    let (document, not_opened) = match reference
        .path
        .as_deref()
        .map(|path| (path, files::open(path)))
    {
        None => (Document::builtin(), None),
        Some((path, Ok(reading))) => (Document::of_file(path, reading), None),
        Some((_, Err(error))) => (Document::builtin(), Some(Arc::new(error))),
    };
    if let Some(error) = &not_opened {
        eprintln!("dateline: {error}");
    }
    let settings_file = SettingsFile::of_the_user();
    let found = settings_file
        .as_ref()
        .map(SettingsFile::load)
        .unwrap_or_default();
    let start = || Start {
        document: document.clone(),
        not_opened: not_opened.clone(),
        open_at: reference.id.clone(),
        settings: found.clone(),
        settings_file: settings_file.clone(),
        system_language: system_language(),
        chooser: app::system_chooser(),
    };
    match (
        run(&app::title(document.story()), &found, start),
        &not_opened,
    ) {
        (_, Some(_)) => ExitCode::from(Outcome::Unreadable as u8),
        (Ok(()), None) => ExitCode::SUCCESS,
        (Err(sentence), None) => refuse(&sentence, 1),
    }
}

/// Until the window is closed; tries again with the simpler renderer where the first cannot start.
/// The error is one sentence.
fn run(title: &str, found: &Found, start: impl Fn() -> Start) -> Result<(), String> {
    let ended = match run_with(Renderer::Wgpu, title, found, start()) {
        Err(Failure::NoWindow(error)) if error.starts_with("WGPU") => {
            run_with(Renderer::Glow, title, found, start())
        }
        ended => ended,
    };
    ended.map_err(|failure| match failure {
        Failure::NoWindow(error) => startup_error::explain(&error),
        Failure::Fault(panic) => {
            format!("Dateline has to stop because of a fault of its own ({panic}).")
        }
    })
}

enum Failure {
    /// The window never opened; in eframe's words, or those of a panic on the way.
    NoWindow(String),
    /// The program panicked behind the open window.
    Fault(String),
}

fn run_with(renderer: Renderer, title: &str, found: &Found, start: Start) -> Result<(), Failure> {
    let heard = Arc::new(Mutex::new(String::new()));
    let opened = Arc::new(AtomicBool::new(false));
    let before = panic::take_hook();
    panic::set_hook(note_panics_of_this_thread(Arc::clone(&heard)));
    let ran = panic::catch_unwind(AssertUnwindSafe(|| {
        let opened = Arc::clone(&opened);
        eframe::run_native(
            title,
            options(renderer, found),
            Box::new(move |cc| {
                if renderer == Renderer::Wgpu {
                    walkers::install_renderer(cc.wgpu_render_state.as_ref());
                }
                opened.store(true, Ordering::Relaxed);
                Ok(Box::new(App::new(&cc.egui_ctx, renderer, start)))
            }),
        )
    }));
    panic::set_hook(before);
    let error = match ran {
        Ok(Ok(())) => return Ok(()),
        Ok(Err(error)) => return Err(Failure::NoWindow(error.to_string())),
        Err(_) => heard.lock().map(|heard| heard.clone()).unwrap_or_default(),
    };
    Err(if opened.load(Ordering::Relaxed) {
        Failure::Fault(error)
    } else {
        Failure::NoWindow(error)
    })
}

/// No backtrace on the terminal. Other threads have their own way to say that a piece of work failed.
fn note_panics_of_this_thread(
    heard: Arc<Mutex<String>>,
) -> Box<dyn Fn(&PanicHookInfo<'_>) + Send + Sync> {
    let this_thread = std::thread::current().id();
    Box::new(move |info| {
        if std::thread::current().id() == this_thread
            && let Ok(mut heard) = heard.lock()
        {
            *heard = info.to_string();
        }
    })
}

fn options(renderer: Renderer, found: &Found) -> eframe::NativeOptions {
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
        renderer: match renderer {
            Renderer::Wgpu => eframe::Renderer::Wgpu,
            Renderer::Glow => eframe::Renderer::Glow,
        },
        wgpu_options: renderer::wgpu_configuration(),
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
