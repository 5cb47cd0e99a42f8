//! The list of what others wrote is that of the program as it is built here. `assets/licences/make.py --check` compares all
//! of it, for the other systems too.

use std::collections::BTreeSet;
use std::process::Command;

const THIRD_PARTY: &str = include_str!("../assets/licences/third-party.txt");
const LOCK: &str = include_str!("../Cargo.lock");

#[test]
fn every_crate_on_the_list_of_licences_is_locked_at_that_version() {
    let locked: BTreeSet<String> = LOCK
        .split("[[package]]")
        .filter_map(|package| {
            Some(format!(
                "{} {}",
                value(package, "name")?,
                value(package, "version")?
            ))
        })
        .collect();
    let listed = listed();
    assert!(listed.len() > 100, "it is a list: {}", listed.len());
    let unlocked: Vec<_> = listed.difference(&locked).collect();
    assert!(
        unlocked.is_empty(),
        "run assets/licences/make.py: {unlocked:?}"
    );
}

#[test]
fn every_crate_in_the_program_is_on_the_list_of_licences() {
    let tree = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--locked",
            "--offline",
            "--prefix=none",
            "--format={p}",
        ])
        .arg("--edges=normal,no-proc-macro")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let linked: BTreeSet<String> = String::from_utf8(tree.stdout)
        .unwrap()
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ');
            Some(format!(
                "{} {}",
                words.next()?,
                words.next()?.strip_prefix('v')?
            ))
        })
        .filter(|name| *name != concat!("dateline ", env!("CARGO_PKG_VERSION")))
        .collect();
    assert!(
        linked.len() > 100,
        "cargo tree answers: {}",
        String::from_utf8_lossy(&tree.stderr)
    );
    let listed = listed();
    let unlisted: Vec<_> = linked.difference(&listed).collect();
    assert!(
        unlisted.is_empty(),
        "run assets/licences/make.py: {unlisted:?}"
    );
}

/// Name and version.
fn listed() -> BTreeSet<String> {
    THIRD_PARTY
        .lines()
        .skip(2)
        .take_while(|line| !line.is_empty())
        .filter_map(|line| Some(line.split_once(": ")?.0.to_owned()))
        .collect()
}

fn value<'l>(package: &'l str, key: &str) -> Option<&'l str> {
    let line = package.lines().find_map(|line| line.strip_prefix(key))?;
    Some(line.strip_prefix(" = ")?.trim_matches('"'))
}
