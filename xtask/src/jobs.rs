//! Runs jobs in parallel. Each job writes to its own log, so that their output does not mix. The terminal shows which
//! jobs ended, how far the others are, and the whole log of a failed job. A single job uses the terminal directly.

use crate::run::{Outcome, run};
use std::collections::VecDeque;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// After this time without news, a line says what is running.
const QUIET: Duration = Duration::from_secs(20);

/// The work of a job, which writes to the log and returns a remark, which may be empty.
type Action<'a> = Box<dyn FnOnce(&Log) -> Outcome<String> + Send + 'a>;

/// A job, with its name on the terminal.
pub struct Job<'a> {
    pub name: String,
    pub action: Action<'a>,
}

/// The result of a job.
pub struct Ended {
    pub name: String,
    pub outcome: Outcome<String>,
    pub time: Duration,
}

/// The file that receives the output of a job's programs. Without a path they use the terminal.
#[derive(Clone)]
pub struct Log {
    path: Option<PathBuf>,
}

enum Event {
    Started { name: String, log: Log },
    Ended(Ended),
}

impl<'a> Job<'a> {
    pub fn new(name: impl Into<String>, action: impl FnOnce(&Log) -> Outcome<String> + Send + 'a) -> Self {
        Self { name: name.into(), action: Box::new(action) }
    }
}

impl Log {
    fn new(folder: &Path, name: &str) -> Self {
        let file: String = name.chars().map(|c| if c.is_alphanumeric() || c == '.' { c } else { '-' }).collect();
        Self { path: Some(folder.join(format!("{file}.log"))) }
    }

    /// Runs a command to its end. Its output goes to the log.
    pub fn run(&self, command: &mut Command) -> Outcome {
        let Some(path) = &self.path else { return run(command) };
        let failed = |error| format!("{}: {error}", path.display());
        let out = File::options().create(true).append(true).open(path).map_err(failed)?;
        let errors = out.try_clone().map_err(failed)?;
        run(command.stdin(Stdio::null()).stdout(out).stderr(errors))
    }

    fn text(&self) -> String {
        // A compiler that is killed may leave half a character.
        let bytes = self.path.as_ref().and_then(|path| fs::read(path).ok());
        String::from_utf8_lossy(&bytes.unwrap_or_default()).into_owned()
    }
}

/// Runs these jobs, at most `at_once` at a time. A failed job does not stop the others, so their work is not lost.
pub fn side_by_side(logs: &Path, at_once: usize, jobs: Vec<Job<'_>>) -> Outcome<Vec<Ended>> {
    fs::create_dir_all(logs).map_err(|error| format!("{}: {error}", logs.display()))?;
    let total = jobs.len();
    let queue = Mutex::new(VecDeque::from(jobs));
    Ok(thread::scope(|scope| {
        let (sender, events) = channel();
        for _ in 0..at_once.min(total) {
            let (sender, queue) = (sender.clone(), &queue);
            scope.spawn(move || while take(queue, logs, total, &sender) {});
        }
        // The channel closes with the last worker, which ends `watch`.
        drop(sender);
        watch(&events, total)
    }))
}

/// Runs the next job, and returns false if there is none.
fn take(queue: &Mutex<VecDeque<Job<'_>>>, logs: &Path, total: usize, sender: &Sender<Event>) -> bool {
    let Some(Job { name, action }) = queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front() else {
        return false;
    };
    let log = if total > 1 { Log::new(logs, &name) } else { Log { path: None } };
    // Removes the log of an earlier run.
    let _ = log.path.as_ref().map(fs::remove_file);
    let start = Instant::now();
    // The receiver is gone only when this program is ending.
    let _ = sender.send(Event::Started { name: name.clone(), log: log.clone() });
    let outcome = action(&log);
    sender.send(Event::Ended(Ended { name, outcome, time: start.elapsed() })).is_ok()
}

fn watch(events: &Receiver<Event>, total: usize) -> Vec<Ended> {
    let begin = Instant::now();
    let mut running: Vec<(String, Log)> = Vec::new();
    let mut ended: Vec<Ended> = Vec::new();
    loop {
        match events.recv_timeout(QUIET) {
            Ok(Event::Started { name, log }) => running.push((name, log)),
            Ok(Event::Ended(job)) => {
                let log = running.iter().position(|(name, _)| *name == job.name).map(|at| running.remove(at).1);
                report(&job, log.as_ref(), &format!("{} [{}/{total}]", clock(begin.elapsed()), ended.len() + 1));
                ended.push(job);
            }
            Err(RecvTimeoutError::Timeout) => {
                for (name, log) in running.iter().filter(|(_, log)| log.path.is_some()) {
                    let text = log.text();
                    let last = text.lines().map(str::trim).rfind(|line| !line.is_empty());
                    let last: String = last.unwrap_or("started").chars().take(80).collect();
                    println!("{} [{}/{total}] {name} … {last}", clock(begin.elapsed()), ended.len());
                }
            }
            Err(RecvTimeoutError::Disconnected) => return ended,
        }
    }
}

fn report(job: &Ended, log: Option<&Log>, place: &str) {
    let Ended { name, outcome, time } = job;
    match outcome {
        Ok(remark) => println!("{place} {name}: done in {}{remark}", clock(*time)),
        Err(reason) => {
            println!("{place} {name}: FAILED after {}: {reason}", clock(*time));
            if let Some((log, path)) = log.and_then(|log| Some((log, log.path.as_ref()?))) {
                println!("{}\n({})", log.text().trim_end(), path.display());
            }
        }
    }
}

/// Formats a time as minutes and seconds.
pub fn clock(time: Duration) -> String {
    format!("{}:{:02}", time.as_secs() / 60, time.as_secs() % 60)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may end here")]

    use super::*;
    use std::sync::Barrier;

    fn logs(name: &str) -> PathBuf {
        std::env::temp_dir().join(format!("claim-panel-jobs-{name}-{}", std::process::id()))
    }

    #[test]
    fn a_failed_job_stops_no_other() {
        let folder = logs("failed");
        let jobs = vec![
            Job::new("first", |_: &Log| Err("broken".to_owned())),
            Job::new("second", |_: &Log| Ok(String::new())),
            Job::new("third", |log: &Log| log.run(&mut Command::new("false")).map(|()| String::new())),
        ];
        let ended = side_by_side(&folder, 1, jobs).unwrap();
        let found: Vec<_> = ended.iter().map(|job| (job.name.as_str(), job.outcome.is_ok())).collect();
        assert_eq!(found, [("first", false), ("second", true), ("third", false)]);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn two_jobs_run_at_the_same_time() {
        let folder = logs("both");
        let both = Barrier::new(2);
        let job = |name: &str| {
            Job::new(name, |_: &Log| {
                both.wait();
                Ok(String::new())
            })
        };
        let ended = side_by_side(&folder, 2, vec![job("one"), job("other")]).unwrap();
        assert!(ended.iter().all(|job| job.outcome.is_ok()));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_log_holds_what_its_programs_print() {
        let folder = logs("printed");
        fs::create_dir_all(&folder).unwrap();
        let log = Log::new(&folder, "trunk 0.21.14/x");
        log.run(Command::new("echo").arg("one")).unwrap();
        log.run(Command::new("sh").args(["-c", "echo two >&2"])).unwrap();
        assert_eq!(log.text(), "one\ntwo\n");
        assert_eq!(log.path, Some(folder.join("trunk-0.21.14-x.log")));
        fs::remove_dir_all(folder).unwrap();
    }
}
