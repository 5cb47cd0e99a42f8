//! The pictures of a story: which are known, which are on their way, and which may go.
//!
//! A panel says in each frame which it shows, and how large. What is not there yet is read and decoded by threads of their
//! own, and drawn in a later frame.

mod decode;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Context, TextureHandle, TextureOptions};

use super::budget::oldest_to_keep;
use super::workers::Workers;
use crate::files;
pub use decode::{Fault, LARGEST_SIDE, MOST_BYTES, Size};

/// One may be large; the next need not wait for it.
const THREADS: usize = 2;
/// How much the pictures may take that are ready to be drawn, in bytes.
const BUDGET: usize = 64 << 20;

pub struct Pictures {
    ctx: Context,
    /// None: the story is in no file, and has no pictures.
    folder: Option<PathBuf>,
    /// Started with the first picture; most stories have none.
    workers: Option<Workers<Job, Result<Loaded, Fault>>>,
    known: BTreeMap<Arc<str>, Known>,
    /// Of the frame that is being drawn.
    wishes: RefCell<Vec<Wish>>,
    is_complete: bool,
    frame: u64,
}

/// Where a picture is shown: a size for each is kept.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Text,
    Enlarged,
}

/// What is known of a picture before it is drawn.
pub enum Found<'p> {
    /// Its file has not been looked at yet.
    Unknown,
    Failed(&'p Fault),
    /// In pixels of the file.
    Sized(Size),
}

#[derive(Default)]
struct Known {
    size: Option<Result<Size, Fault>>,
    /// By place.
    drawn: [Option<Drawn>; 2],
    /// The file may have changed since: what is known holds until it has been read again.
    is_stale: bool,
}

struct Drawn {
    texture: TextureHandle,
    /// The frame it was last shown in.
    used: Cell<u64>,
    is_stale: bool,
}

struct Wish {
    job: Job,
    /// From the middle of the view, in points.
    distance: f32,
}

#[derive(Clone, PartialEq)]
struct Job {
    path: Arc<str>,
    step: Step,
}

#[derive(Clone, Copy, PartialEq)]
enum Step {
    /// Cheap, and comes first: all that is below a picture waits for its height.
    Measure,
    Draw(Place, Size),
}

enum Loaded {
    Measured(Size),
    Drawn(TextureHandle),
}

impl Pictures {
    pub fn new(ctx: &Context, folder: Option<PathBuf>) -> Self {
        Self {
            ctx: ctx.clone(),
            folder,
            workers: None,
            known: BTreeMap::new(),
            wishes: RefCell::default(),
            is_complete: true,
            frame: 0,
        }
    }

    /// Another story was opened.
    pub fn set_folder(&mut self, folder: Option<PathBuf>) {
        *self = Self::new(&self.ctx, folder);
    }

    /// The story's files have changed. What is shown stays until it has been read anew.
    pub fn reload(&mut self) {
        // What they are at may have been read before.
        self.workers = None;
        for known in self.known.values_mut() {
            known.is_stale = true;
            for drawn in known.drawn.iter_mut().flatten() {
                drawn.is_stale = true;
            }
        }
        self.ctx.request_repaint();
    }

    /// Whether the last frame had all it asked for.
    pub fn is_complete(&self) -> bool {
        self.is_complete
    }

    /// What is known of a picture; more will be, if it is not enough. `distance` is from the middle of the view.
    pub fn find(&self, path: &str, distance: f32) -> Found<'_> {
        if self.folder.is_none() {
            return Found::Failed(&Fault::NoFolder);
        }
        let known = self.known.get(path);
        if known.is_none_or(|known| known.size.is_none() || known.is_stale) {
            self.wish(path, Step::Measure, distance);
        }
        match known.and_then(|known| known.size.as_ref()) {
            None => Found::Unknown,
            Some(Err(fault)) => Found::Failed(fault),
            Some(Ok(size)) => Found::Sized(*size),
        }
    }

    /// A picture whose size was found, at a size in pixels of the screen, or what comes closest to it so far.
    pub fn texture(
        &self,
        path: &str,
        place: Place,
        size: Size,
        distance: f32,
    ) -> Option<&TextureHandle> {
        let known = self.known.get(path)?;
        let own = known.drawn.get(place as usize).and_then(Option::as_ref);
        if !own.is_some_and(|drawn| drawn.serves(size)) {
            self.wish(path, Step::Draw(place, size), distance);
        }
        let drawn = own.or_else(|| known.drawn.iter().flatten().next())?;
        drawn.used.set(self.frame);
        Some(&drawn.texture)
    }

    fn wish(&self, path: &str, step: Step, distance: f32) {
        let job = Job {
            path: path.into(),
            step,
        };
        self.wishes.borrow_mut().push(Wish { job, distance });
    }

    /// Before a frame is drawn: takes in what has come.
    pub fn take_in(&mut self) {
        self.frame += 1;
        let done = self.workers.as_ref().map(Workers::take_done);
        for (job, loaded) in done.into_iter().flatten() {
            let known = self.known.entry(job.path).or_default();
            // A thread that could not end its work says nothing.
            match (loaded.unwrap_or(Err(Fault::Damaged)), job.step) {
                (Err(fault), _) => {
                    *known = Known {
                        size: Some(Err(fault)),
                        ..Known::default()
                    };
                }
                (Ok(Loaded::Measured(size)), _) => {
                    known.size = Some(Ok(size));
                    known.is_stale = false;
                }
                (Ok(Loaded::Drawn(texture)), Step::Draw(place, _)) => {
                    let used = Cell::new(self.frame);
                    if let Some(slot) = known.drawn.get_mut(place as usize) {
                        *slot = Some(Drawn {
                            texture,
                            used,
                            is_stale: false,
                        });
                    }
                }
                (Ok(Loaded::Drawn(_)), Step::Measure) => {}
            }
        }
        self.forget_the_oldest();
    }

    /// After a frame was drawn: asks for what it lacked, the middle of the view first.
    pub fn fetch(&mut self) {
        let mut wishes = self.wishes.take();
        let is_later = |wish: &Wish| wish.job.step != Step::Measure;
        wishes.sort_by(|a, b| {
            let order = is_later(a).cmp(&is_later(b));
            order.then(a.distance.total_cmp(&b.distance))
        });
        let mut jobs: Vec<Job> = Vec::new();
        for Wish { job, .. } in wishes {
            if !jobs.contains(&job) {
                jobs.push(job);
            }
        }
        self.is_complete = jobs.is_empty();
        if let (None, Some(folder), false) = (&self.workers, &self.folder, jobs.is_empty()) {
            self.workers = Some(workers(&self.ctx, folder));
        }
        if let Some(workers) = &self.workers {
            workers.want(&jobs);
        }
    }

    /// Never what the last frame showed.
    fn forget_the_oldest(&mut self) {
        let drawn = self.known.values().flat_map(|known| &known.drawn).flatten();
        let ages = drawn.map(|drawn| (drawn.used.get(), drawn.texture.byte_size()));
        let Some(keep_from) = oldest_to_keep(ages.collect(), BUDGET) else {
            return;
        };
        let keep_from = keep_from.min(self.frame - 1);
        for known in self.known.values_mut() {
            for slot in &mut known.drawn {
                slot.take_if(|drawn| drawn.used.get() < keep_from);
            }
        }
    }
}

impl Drawn {
    /// A little too large is drawn smaller; else each point by which the reader moves the panel's edge would be work.
    fn serves(&self, [width, height]: Size) -> bool {
        let [own_width, own_height] = self.texture.size().map(|side| side as u32);
        !self.is_stale
            && (width..=width + width / 2).contains(&own_width)
            && (height..=height + height / 2).contains(&own_height)
    }
}

fn workers(ctx: &Context, folder: &Path) -> Workers<Job, Result<Loaded, Fault>> {
    let folder = folder.to_owned();
    let (textures, repaint) = (ctx.clone(), ctx.clone());
    Workers::start(
        (THREADS, "pictures"),
        move |job: &Job| Some(load(&textures, &folder, job)),
        move || repaint.request_repaint(),
    )
}

fn load(ctx: &Context, folder: &Path, job: &Job) -> Result<Loaded, Fault> {
    let bytes = files::image(folder, &job.path)?;
    Ok(match job.step {
        Step::Measure => Loaded::Measured(decode::measured(&bytes)?),
        Step::Draw(_, size) => {
            let image = decode::decoded(&bytes, size)?;
            Loaded::Drawn(ctx.load_texture(&*job.path, image, TextureOptions::LINEAR))
        }
    })
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::thread;

    use super::*;

    fn folder_with_picture() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let picture = image::RgbImage::new(40, 20);
        picture.save(folder.path().join("a.png")).unwrap();
        folder
    }

    /// Until what was asked for in the last frame has come.
    fn next_frame(pictures: &mut Pictures) {
        pictures.fetch();
        let had = pictures.frame;
        while pictures.frame == had || !has_come(pictures) {
            thread::yield_now();
            pictures.take_in();
        }
    }

    fn has_come(pictures: &Pictures) -> bool {
        let known = pictures.known.get("a.png");
        known.is_some_and(|known| known.size.is_some() && !known.is_stale)
    }

    #[test]
    fn a_frame_waits_for_no_file() {
        let folder = folder_with_picture();
        let mut pictures = Pictures::new(&Context::default(), Some(folder.path().to_owned()));

        assert!(matches!(pictures.find("a.png", 0.0), Found::Unknown));
        assert!(
            pictures.workers.is_none(),
            "nothing is read while a frame is drawn"
        );
        next_frame(&mut pictures);

        assert!(matches!(
            pictures.find("a.png", 0.0),
            Found::Sized([40, 20])
        ));
        let texture = pictures.texture("a.png", Place::Text, [20, 10], 0.0);
        assert!(texture.is_none(), "it is decoded later");
        pictures.fetch();
        while pictures
            .texture("a.png", Place::Text, [20, 10], 0.0)
            .is_none()
        {
            thread::yield_now();
            pictures.take_in();
        }
        let texture = pictures.texture("a.png", Place::Text, [20, 10], 0.0);
        assert_eq!(texture.map(TextureHandle::size), Some([20, 10]));
    }

    #[test]
    fn when_the_files_change_they_are_read_again() {
        let folder = folder_with_picture();
        let mut pictures = Pictures::new(&Context::default(), Some(folder.path().to_owned()));
        pictures.find("a.png", 0.0);
        next_frame(&mut pictures);

        fs::remove_file(folder.path().join("a.png")).unwrap();
        pictures.reload();
        let found = pictures.find("a.png", 0.0);
        assert!(matches!(found, Found::Sized([40, 20])), "until it is read");
        next_frame(&mut pictures);

        let found = pictures.find("a.png", 0.0);
        assert!(matches!(found, Found::Failed(Fault::Missing)), "now it is");
    }

    #[test]
    fn another_story_has_pictures_of_its_own() {
        let folder = folder_with_picture();
        let mut pictures = Pictures::new(&Context::default(), Some(folder.path().to_owned()));
        pictures.find("a.png", 0.0);
        next_frame(&mut pictures);

        pictures.set_folder(None);

        let found = pictures.find("a.png", 0.0);
        assert!(
            matches!(found, Found::Failed(Fault::NoFolder)),
            "it has none"
        );
    }
}
