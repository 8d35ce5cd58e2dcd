"""SARIF: what GitHub and other programs read."""

import json
from itertools import repeat
from pathlib import Path
from typing import Any

import pytest
from diagnosed import diagnostic
from jsonschema import Draft202012Validator, FormatChecker
from paths import DATA

from sinotech.checking.codes import CODES
from sinotech.checking.diagnostic import Diagnostic
from sinotech.present.sarif import MOST, write_sarif

Json = dict[str, Any]

SCHEMA = json.loads((DATA / "sarif" / "sarif-2.1.0.json").read_text(encoding="utf-8"))


def run_of(*found: Diagnostic, folder: Path, **given: Any) -> Json:  # noqa: ANN401
    """Return the one run of a log, which the schema of the standard accepts."""
    log = json.loads("".join(write_sarif(found, folder=str(folder), **given)))
    validator = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
    assert [error.message for error in validator.iter_errors(log)] == []
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def only(run: Json) -> Json:
    """Return the one result of a run."""
    (result,) = run["results"]
    assert isinstance(result, dict)
    return result


def place(result: Json) -> Json:
    """Return where a result is."""
    (location,) = result["locations"]
    physical = location["physicalLocation"]
    assert isinstance(physical, dict)
    return physical


def test_a_result_says_what_and_where(tmp_path: Path) -> None:
    """Code, level, message with value and citation, the words, and a fingerprint."""
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "draft.md").write_text("# Pacts\n\nChina …\n")
    one = diagnostic()
    result = only(run_of(one, folder=tmp_path))
    assert result["ruleId"] == "S001"
    assert result["level"] == "error"
    assert result["message"]["text"] == (
        "contradicted: the sources say 119 — The Daily, June 2025, para. 1 "
        "(fig-pacts-119)."
    )
    assert place(result) == {
        "artifactLocation": {"uri": "drafts/draft.md", "uriBaseId": "SRCROOT"},
        "region": {
            "startLine": 3,
            "startColumn": 1,
            "endLine": 3,
            "endColumn": 30,
            "charOffset": 9,
            "charLength": 29,
        },
    }
    assert result["partialFingerprints"] == {"sentence/v1": one.fingerprint}
    assert result["properties"]["records"] == ["fig-pacts-119"]


def test_alerts_are_kept_apart(tmp_path: Path) -> None:
    """Two of one code on one line have fingerprints for GitHub; so has a Word file."""
    other = diagnostic(column=40, sentence="China signed 121 agreements.")
    below, word = diagnostic(line=4), diagnostic(path="notes.docx")
    found = [diagnostic(), other, diagnostic("S002"), below, word]
    run = run_of(*found, folder=tmp_path)
    told = [one["partialFingerprints"] for one in run["results"]]
    apart = [one.get("primaryLocationLineHash") for one in told]
    assert apart == [
        *(diagnostic().fingerprint, other.fingerprint, None, None),
        word.fingerprint,
    ]
    assert len(set(apart[:2])) == 2


def test_every_code_is_a_rule_with_help(tmp_path: Path) -> None:
    """A result's rule is the one that its number names, with level and help."""
    found = [diagnostic(code) for code in CODES]
    run = run_of(*found, folder=tmp_path)
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["defaultConfiguration"]["level"] == CODES[rule["id"]].level
        assert rule["help"]["text"].endswith(".")
        assert rule["help"]["markdown"].startswith(f"**{rule['id']} ")
        assert len(rule["properties"]["tags"]) <= 20
    assert [rule["id"] for rule in rules] == list(CODES)
    assert run["columnKind"] == "unicodeCodePoints"


@pytest.mark.parametrize(
    ("code", "kind", "level"),
    [
        ("S000", "pass", "none"),
        ("S001", "fail", "error"),
        ("S004", "fail", "note"),
        ("S005", "informational", "none"),
    ],
)
def test_what_is_no_problem_is_no_failure(
    tmp_path: Path, code: str, kind: str, level: str
) -> None:
    """A sentence that is supported, or that no record speaks of, alerts nobody."""
    result = only(run_of(diagnostic(code), folder=tmp_path))
    assert (result["kind"], result["level"]) == (kind, level)


@pytest.mark.parametrize(
    ("path", "uri", "base"),
    [
        ("a b#1.md", "a%20b%231.md", "SRCROOT"),
        ("./x/../中文.md", "%E4%B8%AD%E6%96%87.md", "SRCROOT"),
        ("a:b?.md", "a%3Ab%3F.md", "SRCROOT"),
        ("100%.md", "100%25.md", "SRCROOT"),
        ("bad\udcff.md", "bad%FF.md", "SRCROOT"),
        ("/elsewhere/a b.md", "file:///elsewhere/a%20b.md", None),
        ("../../../../../../../../../up.md", "file:///up.md", None),
    ],
)
def test_paths_are_uris(tmp_path: Path, path: str, uri: str, base: str | None) -> None:
    """Relative to the folder and escaped; whole where they lead out of it."""
    run = run_of(diagnostic(path=path), folder=tmp_path)
    found = place(only(run))["artifactLocation"]
    assert found == ({"uri": uri, "uriBaseId": base} if base else {"uri": uri})
    named = run["originalUriBaseIds"]["SRCROOT"]["uri"]
    assert named == f"{tmp_path.as_uri()}/"


def test_a_mark_is_not_counted(tmp_path: Path) -> None:
    """The standard counts no byte order mark; a diagnostic's offset does."""
    (tmp_path / "draft.md").write_bytes(b"\xef\xbb\xbfA\r\nB")
    one = diagnostic(path="draft.md", line=2, offset=4, length=1)
    assert place(only(run_of(one, folder=tmp_path)))["region"]["charOffset"] == 3


@pytest.mark.parametrize("path", ["gone.md", "notes.docx"])
def test_offsets_are_left_out_where_they_say_nothing(tmp_path: Path, path: str) -> None:
    """No file is at hand, or it is no text: lines and columns alone."""
    region = place(only(run_of(diagnostic(path=path), folder=tmp_path)))["region"]
    assert list(region) == ["startLine", "startColumn", "endLine", "endColumn"]


def test_a_word_file_has_paragraphs(tmp_path: Path) -> None:
    """The line of a Word file is said to be a paragraph."""
    result = only(run_of(diagnostic(path="notes.docx", line=7), folder=tmp_path))
    (logical,) = result["locations"][0]["logicalLocations"]
    assert logical == {"fullyQualifiedName": "paragraph 7"}


@pytest.mark.parametrize(
    ("by", "told"),
    [
        ("", []),
        ("baseline", [{"kind": "external", "status": "accepted"}]),
        ("comment", [{"kind": "inSource", "status": "accepted"}]),
    ],
)
def test_what_is_suppressed_is_told(tmp_path: Path, by: str, told: list[Json]) -> None:
    """A result that vanished would be taken for mended, and come back as new."""
    result = only(run_of(diagnostic(suppressed=by), folder=tmp_path))
    assert result["suppressions"] == told


def test_more_than_github_takes_is_cut_and_told(tmp_path: Path) -> None:
    """The log holds 25,000 results, and says how many it leaves out."""
    pieces = write_sarif(repeat(diagnostic(), MOST + 2), folder=str(tmp_path))
    (run,) = json.loads("".join(pieces))["runs"]
    assert len(run["results"]) == 25_000
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["level"] == "warning"
    assert "2 more are left out: 2 of level error" in note["message"]["text"]


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """The run was not successful, and a notification says of which file."""
    failures = [("gone.md", "gone.md: no such file")]
    run = run_of(folder=tmp_path, failures=failures)
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (note,) = invocation["toolExecutionNotifications"]
    assert note["message"]["text"] == "gone.md: no such file."
    assert place(note)["artifactLocation"]["uri"] == "gone.md"


def test_nothing_found_is_a_log_too(tmp_path: Path) -> None:
    """An empty list of results tells GitHub that all is mended."""
    run = run_of(folder=tmp_path)
    assert run["results"] == []
    assert run["invocations"][0]["executionSuccessful"] is True


def test_a_message_holds_no_places_for_arguments(tmp_path: Path) -> None:
    """Braces are doubled, and nothing reaches a terminal that it obeys."""
    one = diagnostic(message="{0} \x1b[31m\u202e!", records=())
    text = "".join(write_sarif([one], folder=str(tmp_path)))
    assert "\x1b" not in text
    assert "\u202e" not in text
    (result,) = json.loads(text)["runs"][0]["results"]
    assert result["message"]["text"] == "{{0}} \x1b[31m\u202e!"
