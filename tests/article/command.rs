//! `dateline toponyms`: what it prints, as another program reads it.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command
        .arg("toponyms")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Exit status, standard output, standard error.
fn answer(arguments: &[&str], input: &[u8]) -> (i32, String, String) {
    let mut child = command(arguments).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[test]
fn the_places_of_a_text_are_one_object() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("article.txt");
    let text = "“Ä” is read in Bijie, Guizhou.";
    std::fs::write(&path, text).unwrap();
    for (arguments, input) in [
        (vec![path.to_str().unwrap()], ""),
        (vec!["-"], text),
        (vec![], text),
    ] {
        let (status, out, _) = answer(&arguments, input.as_bytes());
        assert_eq!((status, out.lines().count()), (0, 1));
        let answer: Value = serde_json::from_str(&out).unwrap();
        let bijie = &answer["toponyms"][0];
        let keys: Vec<_> = bijie
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        let expected = [
            "start",
            "end",
            "text",
            "name",
            "lat",
            "lon",
            "kind",
            "country",
            "confidence",
            "geonameid",
        ];
        assert!(
            keys.len() == expected.len() && expected.iter().all(|key| keys.contains(key)),
            "{keys:?}"
        );
        let (start, end) = (
            bijie["start"].as_u64().unwrap(),
            bijie["end"].as_u64().unwrap(),
        );
        let name: String = text
            .chars()
            .skip(start as usize)
            .take((end - start) as usize)
            .collect();
        assert_eq!(name, "Bijie");
        assert_eq!(bijie["text"], "Bijie");
        assert_eq!(
            (&bijie["kind"], &bijie["country"], &bijie["geonameid"]),
            (&json!("city"), &json!("CN"), &json!(1_816_373))
        );
        assert!((bijie["lat"].as_f64().unwrap() - 27.302).abs() < 0.01);
        assert!((0.0..=1.0).contains(&bijie["confidence"].as_f64().unwrap()));
        assert_eq!(answer.as_object().unwrap().len(), 1);
    }
}

#[test]
fn each_line_is_answered_before_the_next_is_sent() {
    let mut child = command(&["--lines"]).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    for (id, text, count) in [
        (json!("a"), "Paris and Lyon", 2),
        (json!(7), "nothing", 0),
        (Value::Null, "毕节", 1),
    ] {
        let document = json!({"id": id, "text": text});
        writeln!(input, "{document}").unwrap();
        input.flush().unwrap();
        let answer: Value = serde_json::from_str(&lines.next().unwrap().unwrap()).unwrap();
        assert_eq!(answer["id"], id);
        assert_eq!(answer["toponyms"].as_array().unwrap().len(), count);
        assert!(answer["ms"].as_f64().unwrap() >= 0.0);
    }
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_wrong_line_is_an_error_in_its_place_and_not_the_end() {
    let input = b"{\"id\": 1, \"text\": \"Paris\"}\nnot json\n\n{\"id\": 2}\n\xFF\xFE\n[1]\n{\"id\": 3, \"text\": \"Lyon\"}";
    let (status, out, _) = answer(&["--lines"], input);
    let answers: Vec<Value> = out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!((status, answers.len()), (1, 7));
    let errors: Vec<_> = answers
        .iter()
        .map(|answer| answer["error"].is_string())
        .collect();
    assert_eq!(errors, [false, true, true, true, true, true, false]);
    let ids: Vec<_> = answers.iter().map(|answer| answer["id"].clone()).collect();
    assert_eq!(
        (&ids[0], &ids[3], &ids[6]),
        (&json!(1), &json!(2), &json!(3))
    );
}

#[test]
fn what_is_no_text_is_refused_in_one_sentence() {
    let (status, out, error) = answer(&[], b"\0\0\0\0");
    assert_eq!((status, out.as_str()), (2, ""));
    assert_eq!(error.lines().count(), 1, "{error}");
    let (status, _, error) = answer(&["no-such-file"], b"");
    assert_eq!((status, error.lines().count()), (2, 1));
    let (status, out, _) = answer(&[], b"");
    assert_eq!((status, out.as_str()), (0, "{\"toponyms\":[]}\n"));
}
