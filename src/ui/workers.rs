//! Threads that do what the last frame asked for, and nothing that it no longer asks for.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
};

/// Ended when dropped, each thread after the job it is at.
pub struct Workers<Job, Outcome> {
    shared: Arc<Shared<Job, Outcome>>,
}

struct Shared<Job, Outcome> {
    desk: Mutex<Desk<Job, Outcome>>,
    changed: Condvar,
}

struct Desk<Job, Outcome> {
    /// The next one last.
    wanted: Vec<Job>,
    at_work: Vec<Job>,
    done: Vec<(Job, Option<Outcome>)>,
    closed: bool,
}

impl<Job, Outcome> Shared<Job, Outcome> {
    /// Work is done outside the lock, so what a panic left behind is whole.
    fn desk(&self) -> MutexGuard<'_, Desk<Job, Outcome>> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<Job, Outcome> Workers<Job, Outcome>
where
    Job: Clone + PartialEq + Send + 'static,
    Outcome: Send + 'static,
{
    /// `announce` is called after each job. A job that panics has no outcome. The threads' name is for whoever looks at
    /// the program from outside.
    pub fn start(
        (threads, name): (usize, &str),
        work: impl Fn(&Job) -> Option<Outcome> + Send + Sync + 'static,
        announce: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        let shared = Arc::new(Shared {
            desk: Mutex::new(Desk {
                wanted: Vec::new(),
                at_work: Vec::new(),
                done: Vec::new(),
                closed: false,
            }),
            changed: Condvar::new(),
        });
        let task = Arc::new((work, announce));
        for _ in 0..threads {
            let (shared, task) = (Arc::clone(&shared), Arc::clone(&task));
            let started = thread::Builder::new().name(name.to_owned()).spawn(move || {
                while let Some(job) = next(&shared) {
                    let outcome = catch_unwind(AssertUnwindSafe(|| (task.0)(&job)));
                    finish(&shared, job, outcome.ok().flatten());
                    (task.1)();
                }
            });
            if let Err(error) = started {
                log::error!("no thread for {name}: {error}");
            }
        }
        Self { shared }
    }

    /// Replaces what was wanted; the first is done first. What is being done is not done twice.
    pub fn want(&self, jobs: &[Job]) {
        let mut desk = self.shared.desk();
        let Desk {
            wanted,
            at_work,
            done,
            ..
        } = &mut *desk;
        wanted.clear();
        let begun = |job: &Job| at_work.contains(job) || done.iter().any(|(done, _)| done == job);
        wanted.extend(jobs.iter().rev().filter(|job| !begun(job)).cloned());
        if !wanted.is_empty() {
            self.shared.changed.notify_all();
        }
    }

    /// Whether something was finished since it was last taken.
    pub fn has_done(&self) -> bool {
        !self.shared.desk().done.is_empty()
    }

    /// What was finished since the last call.
    pub fn take_done(&self) -> Vec<(Job, Option<Outcome>)> {
        std::mem::take(&mut self.shared.desk().done)
    }
}

/// Waits for a job; none when there will be no more.
fn next<Job: Clone, Outcome>(shared: &Shared<Job, Outcome>) -> Option<Job> {
    let mut desk = shared.desk();
    loop {
        if desk.closed {
            return None;
        }
        if let Some(job) = desk.wanted.pop() {
            desk.at_work.push(job.clone());
            return Some(job);
        }
        desk = shared
            .changed
            .wait(desk)
            .unwrap_or_else(PoisonError::into_inner);
    }
}

fn finish<Job: PartialEq, Outcome>(
    shared: &Shared<Job, Outcome>,
    job: Job,
    outcome: Option<Outcome>,
) {
    let mut desk = shared.desk();
    desk.at_work.retain(|begun| *begun != job);
    desk.done.push((job, outcome));
}

impl<Job, Outcome> Drop for Workers<Job, Outcome> {
    fn drop(&mut self) {
        self.shared.desk().closed = true;
        self.shared.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    /// Does jobs when told to, one for each message, and says which.
    struct Paced {
        workers: Workers<u32, u32>,
        go: mpsc::Sender<()>,
        begun: mpsc::Receiver<u32>,
        announced: mpsc::Receiver<()>,
    }

    fn paced() -> Paced {
        let (go, may_go) = mpsc::channel();
        let (begin, begun) = mpsc::channel();
        let (announce, announced) = mpsc::channel();
        let may_go = Mutex::new(may_go);
        let work = move |&job: &u32| {
            begin.send(job).unwrap();
            may_go.lock().unwrap().recv().ok()?;
            Some(job * 2)
        };
        let workers = Workers::start((1, "paced"), work, move || announce.send(()).unwrap());
        Paced {
            workers,
            go,
            begun,
            announced,
        }
    }

    #[test]
    fn only_what_was_wanted_last_is_done_and_in_that_order() {
        let Paced {
            workers,
            go,
            begun,
            announced,
        } = paced();

        workers.want(&[1, 2, 3]);
        assert_eq!(begun.recv(), Ok(1));
        workers.want(&[5, 1, 4]);
        for _ in 0..3 {
            go.send(()).unwrap();
            announced.recv().unwrap();
        }

        let outcomes = [(1, Some(2)), (5, Some(10)), (4, Some(8))];
        assert_eq!(workers.take_done(), outcomes);
        assert!(workers.take_done().is_empty());
    }

    #[test]
    fn what_is_done_but_not_yet_taken_is_not_done_again() {
        let Paced {
            workers,
            go,
            begun,
            announced,
        } = paced();

        workers.want(&[1]);
        go.send(()).unwrap();
        announced.recv().unwrap();
        workers.want(&[1, 2]);
        go.send(()).unwrap();
        announced.recv().unwrap();

        assert_eq!(begun.try_iter().collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn a_job_that_panics_has_no_outcome_and_the_next_is_done() {
        let (announce, announced) = mpsc::channel();
        let work = |&job: &u32| {
            assert!(job != 1, "a bad tile");
            Some(job)
        };
        let workers = Workers::start((1, "paced"), work, move || announce.send(()).unwrap());

        workers.want(&[1, 2]);
        announced.recv().unwrap();
        announced.recv().unwrap();

        assert_eq!(workers.take_done(), [(1, None), (2, Some(2))]);
    }

    #[test]
    fn the_threads_end_with_the_workers() {
        let (announce, announced) = mpsc::channel::<()>();
        let workers: Workers<u32, u32> = Workers::start(
            (3, "idle"),
            |&job| Some(job),
            move || announce.send(()).unwrap(),
        );

        drop(workers);

        assert!(
            announced.recv().is_err(),
            "the last thread drops the sender"
        );
    }
}
