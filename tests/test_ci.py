"""CI, really run: the action, the template and the hooks, in a made-up repository."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from .render.readers import READERS, Command, commands

ROOT = Path(__file__).resolve().parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
TEMPLATE = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text("utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
BASH, GIT = shutil.which("bash"), shutil.which("git")
PRE_COMMIT = Path(sys.executable).with_name("pre-commit")
PACK = """\
pack:
  id: tiny
  version: "1.0"
  title: 小规则包
  title_en: A tiny pack
  document: 测试
  year: 2016
rules:
- {id: lecture, title: 每年一次党课, title_en: A lecture a year, covers: [tiny-01],
   modality: must, for: branch, count: {of: {kind: party-lecture}}}
"""
PROFILE = """\
名称: 第一党支部
规则包: ../tiny-pack
党员:
  - {姓名: 王敏、陈静, 起: 2014-11-20}
"""
LECTURE = "类型: 党课\n日期: 2016-06-24\n发言: {主讲: 王敏}\n出席情况: 全体\n"
STUDY = "类型: 集体学习\n日期: 2016-05-20\n出席情况: 全体\n"
SLIP = STUDY.replace("日期: ", "日期：")


class Ended(NamedTuple):
    """How a step ended."""

    code: int
    out: str
    err: str = ""


class Repository:
    """A repository of records, and an environment in which `lxyz` is a command."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "台账 repo"
        self.temp = folder / "temp"
        for one in (self.folder / "tiny-pack", self.folder / "支部", self.temp):
            one.mkdir(parents=True)
        self.write("tiny-pack/pack.yaml", PACK)
        self.write("支部/branch.yaml", PROFILE)
        self.write("支部/党课.yaml", LECTURE)
        self.write("支部/学习.yaml", STUDY)
        tools = folder / "bin"
        tools.mkdir()
        for name in ("python", "lxyz"):
            module = " -m lxyz" if name == "lxyz" else ""
            tool = tools / name
            tool.write_text(f'#!/bin/sh\nexec "{sys.executable}"{module} "$@"\n')
            tool.chmod(0o755)
        self.environment = {
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder),
            "PYTHONPATH": str(ROOT / "src"),
            "PYTHONUTF8": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "PRE_COMMIT_HOME": str(folder / "pre-commit"),
        }
        self.run(str(GIT), "init", "-q")
        self.run(str(GIT), "config", "user.name", "x")
        self.run(str(GIT), "config", "user.email", "x@example.org")

    def write(self, name: str, text: str) -> None:
        """A file of the repository."""
        (self.folder / name).write_text(text, "utf-8")

    def run(self, *words: str, **env: str) -> Ended:
        """Runs a command in the repository."""
        done = subprocess.run(
            words,
            cwd=self.folder,
            env={**self.environment, **env},
            capture_output=True,
            timeout=120,
            check=False,
        )
        return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository in which nothing is lacking."""
    return Repository(tmp_path)


def judged_by(schema: str, file: str) -> subprocess.CompletedProcess[bytes]:
    """What check-jsonschema says of a file by the schema of a service."""
    return subprocess.run(
        [
            *(sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema),
            *(("--data-transform", "gitlab-ci") if "gitlab" in schema else ()),
            str(ROOT / file),
        ],
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("schema", "file"),
    [("vendor.github-actions", "action.yml"), ("vendor.gitlab-ci", "ci/gitlab.yml")],
)
def test_the_services_take_them(schema: str, file: str) -> None:
    """Valid by the schemas that the services' users check with."""
    done = judged_by(schema, file)
    assert done.returncode == 0, done.stdout.decode()


# ---------------------------------------------------------------- GitHub


def step(repository: Repository, **inputs: str) -> Ended:
    """The step that checks, as a runner starts it: inputs go into the environment."""
    given = {
        name: inputs.get(name.replace("-", "_"), str(told["default"]))
        for name, told in ACTION["inputs"].items()
    }
    (check,) = [one for one in ACTION["runs"]["steps"] if one.get("id") == "check"]
    env = dict(check["env"])
    for name, value in given.items():
        for key, told in env.items():
            env[key] = told.replace(f"${{{{ inputs.{name} }}}}", value)
    for key, told in env.items():
        for side in ("base", "head"):
            event = f"${{{{ github.event.pull_request.{side}.sha }}}}"
            env[key] = env[key].replace(event, inputs.get(side, ""))
        assert "${{" not in env[key], told
    for name in ("summary", "output"):
        (repository.temp / name).touch()
    script = repository.temp / "step.sh"
    script.write_text(check["run"], "utf-8")
    # As the runner starts `shell: bash`.
    return repository.run(
        *(str(BASH), "--noprofile", "--norc", "-eo", "pipefail", str(script)),
        RUNNER_TEMP=str(repository.temp),
        GITHUB_STEP_SUMMARY=str(repository.temp / "summary"),
        GITHUB_OUTPUT=str(repository.temp / "output"),
        **env,
    )


def said(repository: Repository, name: str) -> str:
    """What a step wrote into a file of the runner."""
    return (repository.temp / name).read_text("utf-8")


def errors(ended: Ended) -> list[Command]:
    """The annotations that are errors."""
    READERS["github"](ended.out)
    return [one for one in commands(ended.out) if one.name == "error"]


def test_no_input_is_part_of_a_script() -> None:
    """An expression in a script would be text of it before bash reads it."""
    for one in ACTION["runs"]["steps"]:
        assert "${{" not in one.get("run", "")


def test_the_action_is_green_where_nothing_is_lacking(repository: Repository) -> None:
    """No error; the summary is appended, the exit code an output."""
    ended = step(repository, fail_on="should")
    assert (ended.code, errors(ended)) == (0, []), ended
    assert said(repository, "output") == "exit-code=0\n"
    READERS["markdown"](said(repository, "summary"))
    assert "记录中未发现缺口" in said(repository, "summary")


def test_the_action_is_red_at_the_line(repository: Repository) -> None:
    """A broken record and a gap: each an annotation in a file that there is."""
    repository.write("支部/学习.yaml", SLIP)
    repository.write("支部/党课.yaml", STUDY.replace("05-20", "05-27"))
    ended = step(repository, sarif="found.sarif", html="visit.html", lang="en")
    assert ended.code == 1
    assert said(repository, "output") == "exit-code=1\n"
    fault, gap = errors(ended)
    assert fault.properties["file"] == "支部/学习.yaml"
    assert fault.properties["line"] == "2"
    assert gap.properties["file"] == "支部/branch.yaml"
    assert gap.properties["title"] == "A lecture a year"
    for name, file in (("sarif", "found.sarif"), ("html", "visit.html")):
        READERS[name]((repository.folder / file).read_text("utf-8"))


def test_the_action_tells_a_day_that_is_not_today(repository: Repository) -> None:
    """Before the year's end the lecture was not due: green, and it is said why."""
    (repository.folder / "支部" / "党课.yaml").unlink()
    ended = step(repository, as_of="2016-12-30")
    assert ended.code == 0
    (warning,) = [one for one in commands(ended.out) if one.name == "warning"]
    assert warning.data == "截至 2016-12-30（不是今天）"
    assert "不是今天" in said(repository, "summary")


def test_no_input_is_a_command(repository: Repository) -> None:
    """Neither of bash nor an option; a path that is none ends with 3."""
    for text in ("$(touch made)", "`touch made`", "; touch made", "--help", "x' \""):
        ended = step(repository, paths=text, summary="no")
        assert ended.code == 3, (text, ended)
        assert said(repository, "output").endswith("exit-code=3\n")
    assert step(repository, fail_on="$(touch made)").code == 2
    assert not (repository.folder / "made").exists()


def test_the_action_takes_several_paths_and_packs(repository: Repository) -> None:
    """One in each line; blank lines are none."""
    shutil.copytree(repository.folder / "支部", repository.folder / "支部 2")
    ended = step(repository, paths="支部\n\n支部 2\n", packs="tiny-pack\nbj-2016\n")
    assert ended.code == 1
    assert "2 个支部" in ended.out
    assert "bj-2016/" in ended.out


def commit(repository: Repository, *words: str) -> str:
    """All that is there, as a commit; its hash."""
    repository.run(str(GIT), "add", "--all")
    repository.run(str(GIT), "commit", "-q", "--no-verify", "-m", "x", *words)
    return repository.run(str(GIT), "rev-parse", "HEAD").out.strip()


def merged(repository: Repository) -> tuple[str, str]:
    """A pull request with a slip, and its base that has moved on with another, merged as
    GitHub checks it out; the hashes of base and head."""
    commit(repository)
    repository.run(str(GIT), "checkout", "-q", "-b", "request")
    repository.write("支部/学习.yaml", SLIP)
    head = commit(repository)
    repository.run(str(GIT), "checkout", "-q", "-")
    repository.write("支部/旧.yaml", SLIP.replace("20", "27"))
    base = commit(repository)
    repository.run(str(GIT), "merge", "-q", "--no-ff", "-m", "x", "request")
    return base, head


def titles(ended: Ended) -> list[str]:
    """The titles of the annotations that are errors."""
    return [one.properties["title"] for one in errors(ended)]


def test_the_action_says_what_a_pull_request_changes(repository: Repository) -> None:
    """Beside the base that was merged: what the base brought is not new. The summary
    begins with it."""
    base, head = merged(repository)
    ended = step(repository, base=base, head=head)
    assert titles(ended) == ["新增：F101", "F101"]
    assert "## 这次改了什么" in said(repository, "summary")
    # An event that is older than the merge changes nothing.
    older = repository.run(str(GIT), "rev-parse", "HEAD^1^1").out.strip()
    assert titles(step(repository, base=older, head=head)) == ["新增：F101", "F101"]
    # Whoever checks out the head itself has the base of the event.
    repository.run(str(GIT), "checkout", "-q", "request")
    assert titles(step(repository, base=older, head=head)) == ["新增：F101"]
    assert titles(step(repository, base=older, head=head, since="no")) == ["F101"]
    assert titles(step(repository, since="HEAD")) == ["F101"]


def test_the_action_without_the_base(repository: Repository, tmp_path: Path) -> None:
    """A clone that is too shallow gets it where it can, else that is said; the check is
    made all the same."""
    base, head = merged(repository)
    whole, clone = repository.folder, tmp_path / "clone"
    repository.run(*(str(GIT), "clone", "-q", "--depth=1", whole.as_uri(), str(clone)))
    repository.folder = clone
    ended = step(repository, base=base, head=head)
    assert titles(ended) == ["新增：F101", "F101"]
    repository.run(str(GIT), "remote", "set-url", "origin", str(tmp_path / "nosuch"))
    ended = step(repository, base="0" * 39 + "1", head=head)
    assert titles(ended) == ["F101", "F101"]
    (notice,) = [one for one in commands(ended.out) if "fetch-depth" in one.data]
    assert notice.name == "notice"


# ---------------------------------------------------------------- GitLab


def job_run(repository: Repository, **env: str) -> Ended:
    """The script of the job, as a runner starts it."""
    job = TEMPLATE["lxyz"]
    values = {**TEMPLATE["variables"], **job["variables"], **env}
    (script,) = job["script"]
    told = {k: str(v) for k, v in values.items()}
    return repository.run(str(BASH), "-eo", "pipefail", "-c", script, **told)


def test_the_template_says_what_a_merge_request_changes(repository: Repository) -> None:
    """In the log, and in the summary that can be downloaded; a base that is not there
    fails nothing."""
    base = commit(repository)
    repository.write("支部/学习.yaml", SLIP)
    ended = job_run(repository, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert ended.code == 1
    assert "新写错的记录（1 件）" in ended.out
    summary = (repository.folder / "lxyz.md").read_text("utf-8")
    assert "## 这次改了什么" in summary
    ended = job_run(repository, CI_MERGE_REQUEST_DIFF_BASE_SHA="0" * 39 + "1")
    assert ended.code == 1
    assert "GIT_DEPTH: 0" in ended.out
    ended = job_run(repository, CI_MERGE_REQUEST_DIFF_BASE_SHA=base, LXYZ_SINCE="no")
    assert "新写错" not in ended.out


def test_the_template_is_run(repository: Repository) -> None:
    """Its script writes the artifacts that it names, each as GitLab reads it."""
    repository.write("支部/学习.yaml", SLIP)
    job = TEMPLATE["lxyz"]
    ended = job_run(repository)
    assert ended.code == 1, ended
    READERS["text"](ended.out)
    assert "F101" in ended.out
    told = job["artifacts"]["reports"]
    quality = (repository.folder / told["codequality"]).read_text("utf-8")
    READERS["gitlab"](quality)
    (issue,) = json.loads(quality)
    assert issue["location"] == {"path": "支部/学习.yaml", "lines": {"begin": 2}}
    READERS["junit"]((repository.folder / told["junit"]).read_text("utf-8"))
    for path in job["artifacts"]["paths"]:
        name = {".html": "html", ".md": "markdown"}[Path(path).suffix]
        READERS[name]((repository.folder / path).read_text("utf-8"))


# ---------------------------------------------------------------- pre-commit


def hook(repository: Repository, wanted: str, *arguments: str) -> Ended:
    """Runs one of our hooks with the real pre-commit.

    `language: python` would install lxyz from the network: `system` runs the one here.
    """
    told: list[dict[str, Any]] = [
        {**one, "language": "system"} for one in HOOKS if one["id"] == wanted
    ]
    for one in told:
        del one["minimum_pre_commit_version"]
    config = {"repos": [{"repo": "local", "hooks": told}]}
    repository.write(".pre-commit-config.yaml", json.dumps(config))
    repository.run(str(GIT), "add", "--all")
    return repository.run(
        str(PRE_COMMIT), "run", "--verbose", "--color=never", *arguments
    )


needs_pre_commit = pytest.mark.skipif(
    not PRE_COMMIT.exists() or GIT is None,
    reason="NO PRE-COMMIT HERE: the hooks were not run (pip install pre-commit)",
)


@needs_pre_commit
def test_pre_commit_takes_the_manifest() -> None:
    """As `pre-commit validate-manifest` reads it."""
    done = subprocess.run(
        [PRE_COMMIT, "validate-manifest", ROOT / ".pre-commit-hooks.yaml"],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode()


@needs_pre_commit
def test_the_hook_for_a_whole_branch(repository: Repository) -> None:
    """Green; red at the line of a broken record; red for what is lacking altogether."""
    green = hook(repository, "lxyz-check", "--all-files")
    assert green.code == 0, green
    assert "Passed" in green.out
    repository.write("支部/学习.yaml", SLIP)
    red = hook(repository, "lxyz-check", "--all-files")
    assert red.code == 1
    assert "支部/学习.yaml:2:3: F101" in red.out
    repository.write("支部/学习.yaml", STUDY)
    (repository.folder / "支部" / "党课.yaml").unlink()
    gap = hook(repository, "lxyz-check", "--all-files")
    assert gap.code == 1
    assert "支部/branch.yaml:1:1: tiny/lecture" in gap.out


@needs_pre_commit
def test_the_hook_for_changed_files(repository: Repository) -> None:
    """Only what is staged: neither the meeting that is lacking nor the file that was
    broken before."""
    repository.write("支部/旧.yaml", SLIP)
    (repository.folder / "支部" / "党课.yaml").unlink()
    repository.run(str(GIT), "add", "--all")
    repository.run(str(GIT), "commit", "-q", "--no-verify", "-m", "x")
    repository.write("支部/新.yaml", STUDY.replace("05-20", "05-27"))
    green = hook(repository, "lxyz-check-changed")
    assert green.code == 0, green
    assert "Passed" in green.out
    repository.write("支部/新.yaml", SLIP.replace("05-20", "05-27"))
    red = hook(repository, "lxyz-check-changed")
    assert red.code == 1
    assert "支部/新.yaml:2:3: F101" in red.out
    assert "旧.yaml" not in red.out
    assert "lecture" not in red.out


@needs_pre_commit
def test_the_hook_where_no_file_is_a_record(repository: Repository) -> None:
    """YAML outside every branch is none of our business; that is said."""
    repository.run(str(GIT), "add", "--all")
    repository.run(str(GIT), "commit", "-q", "--no-verify", "-m", "x")
    repository.write("other.yaml", "a: 1\n")
    green = hook(repository, "lxyz-check-changed")
    assert green.code == 0
    assert "没有要查的" in green.out
