"""What other programs run: the hook of pre-commit, and the action of GitHub."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from paths import ROOT

from sinotech.answers.commands import BY_NAME
from sinotech.answers.grammar import Option

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = {step.get("id"): step for step in ACTION["runs"]["steps"]}
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))

WRONG = "China has signed 120 intergovernmental agreements on science and technology."
RIGHT = "China has signed 119 intergovernmental agreements on science and technology."


def test_the_hook_runs_a_command_with_all_that_it_needs() -> None:
    """Its entry is a command of ours; what reads Markdown is installed with it."""
    (hook,) = HOOKS
    assert hook["entry"].split() == ["sinotech", BY_NAME["check"].name]
    assert hook["additional_dependencies"] == [".[check]"]
    assert hook["require_serial"] is True


def test_other_actions_are_pinned() -> None:
    """What others may change is taken at a commit, with the version beside it."""
    lines = (ROOT / "action.yml").read_text("utf-8").splitlines()
    used = [line.partition("uses: ")[2] for line in lines if "uses: " in line]
    assert len(used) == 2
    for one in used:
        action, _, version = one.partition(" # ")
        commit = action.partition("@")[2]
        assert len(bytes.fromhex(commit)) == 20
        assert version.startswith("v")


def test_inputs_reach_the_shell_by_the_environment_alone() -> None:
    """No input is put into a script, where it could become a command."""
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_options_of_the_action_are_options_of_the_command() -> None:
    """The script gives no option that there is not."""
    known = {
        flag
        for one in BY_NAME["check"].parameters
        if isinstance(one, Option)
        for flag in one.flags
    }
    script = STEPS["check"]["run"]
    given = [word.strip('"()') for word in script.split() if "--" in word]
    given = [one.partition("(")[2] or one for one in given if len(one) > len("--")]
    assert {"--format", "--strict", "--as-of", "--baseline"} == set(given)
    assert {"--strict/--no-strict", "--as-of", "--baseline", "--format"} <= known


class Runner:
    """Runs the step of the action that checks, as GitHub's runner does."""

    def __init__(self, folder: Path, db: Path) -> None:
        """Work in *folder*; ``sinotech`` judges by *db*."""
        self.folder = folder
        self._temporary = folder.parent / "temporary"
        self._temporary.mkdir()
        self._program = self._temporary / "sinotech"
        self._program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sinotech "$@"')
        self._program.chmod(0o755)
        self._db = db

    def check(self, **inputs: str) -> tuple[int, dict[str, str], str]:
        """Return the exit code of the step, its outputs, and what it prints."""
        outputs = self._temporary / "outputs"
        outputs.write_text("")
        usual = {name: one["default"] for name, one in ACTION["inputs"].items()}
        given = {**usual, **inputs}
        told = {
            name: given[value.removeprefix("${{ inputs.").removesuffix(" }}")]
            for name, value in STEPS["check"]["env"].items()
            if value.startswith("${{ inputs.")
        }
        environment = {
            **os.environ,
            **told,
            "SINOTECH": str(self._program),
            "SINOTECH_DB": str(self._db),
            "RUNNER_TEMP": str(self._temporary),
            "GITHUB_OUTPUT": str(outputs),
        }
        argv = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c"]
        done = subprocess.run(
            [*argv, STEPS["check"]["run"]],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        lines = outputs.read_text().splitlines()
        pairs = (line.partition("=")[::2] for line in lines)
        return done.returncode, dict(pairs), done.stdout


@pytest.fixture
def runner(tmp_path: Path, real_db: Path) -> Runner:
    """Check out a project with drafts in folders whose names have blanks."""
    if not shutil.which("bash"):
        pytest.skip("there is no bash")
    folder = tmp_path / "work"
    (folder / "a b").mkdir(parents=True)
    (folder / "wrong.md").write_text(f"{WRONG}\n")
    (folder / "a b" / "right one.md").write_text(f"{RIGHT}\n")
    return Runner(folder, real_db)


def test_the_action_writes_a_log(runner: Runner) -> None:
    """SARIF, with paths as they are in the project; problems do not end the step."""
    code, outputs, _ = runner.check(files="**/*.md")
    assert (code, outputs["problems"]) == (0, "true")
    log = json.loads(Path(outputs["sarif"]).read_text("utf-8"))
    (run,) = log["runs"]
    (result,) = run["results"]
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == "wrong.md"


def test_a_line_is_a_path_whatever_blanks_it_has(runner: Runner) -> None:
    """Names and patterns with blanks are one each."""
    code, outputs, _ = runner.check(files="a b/*.md\na b/right one.md\n")
    assert (code, outputs["problems"]) == (0, "false")


def test_without_upload_there_are_annotations(runner: Runner) -> None:
    """Commands that the runner shows beside the lines, and no log."""
    code, outputs, printed = runner.check(files="wrong.md", upload="false")
    assert (code, outputs) == (0, {"problems": "true"})
    assert printed.startswith("::error file=wrong.md,line=1,col=1,")


def test_the_configuration_may_name_the_files(runner: Runner) -> None:
    """No files are given: those that the project has set."""
    (runner.folder / "sinotech.toml").write_text("[check]\nfiles = ['*.md']\n")
    assert runner.check()[1]["problems"] == "true"


def test_a_pattern_that_matches_nothing_is_a_warning(runner: Runner) -> None:
    """A project may have no drafts yet."""
    code, outputs, printed = runner.check(files="drafts/*.md")
    assert (code, outputs) == (0, {"problems": "false"})
    assert "::warning title=sinotech::no file matches drafts/*.md" in printed


@pytest.mark.parametrize("files", ["gone.md", "$(touch pwned)", "--help"])
def test_what_cannot_be_checked_fails_the_step(runner: Runner, files: str) -> None:
    """A file that is not there; nothing in a name is a command or an option."""
    code, outputs, _ = runner.check(files=files)
    assert code == 4
    assert outputs == {}
    assert not (runner.folder / "pwned").exists()
