"""A new branch's repository as its people live with it: `lxyz init`, `git init`, the
hooks by the real pre-commit, and the steps of the CI file as the service runs them.

Nothing of what `init` wrote is changed. pip really installs lxyz into an environment of
its own, from the wheel that lies in the new repository; only its dependencies are lent
by the environment of the tests, so that no network is needed. Actions (`uses:`) are not
run: what they would bring is there. The machine's clock is set by the test.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

import pytest
import yaml

from .clock import CLOCK
from .render.readers import READERS, commands

ROOT = Path(__file__).resolve().parents[1]
BASH, GIT = shutil.which("bash"), shutil.which("git")
PRE_COMMIT = Path(sys.executable).with_name("pre-commit")
pytestmark = pytest.mark.skipif(
    not PRE_COMMIT.exists() or GIT is None or BASH is None,
    reason="NO PRE-COMMIT, GIT OR BASH HERE: a new repository was not lived in",
)
WHEEL = "lxyz-0.1.0-py3-none-any.whl"
METADATA = "Metadata-Version: 2.1\nName: lxyz\nVersion: 0.1.0\n"
STUDY = """\
类型: 集体学习
日期: 2026-01-13
主持人: 王敏
出席情况:
  出席: 全体
  请假: 陈静（出差）
"""
DUES = "类型: 交纳党费\n日期: 2026-01-15\n月份: 2026-01\n党员: 全体\n"
PLAN = """\
类型: 学习计划
日期: 2026-01-10
审定人: 支委会
条目:
  - {时段: 2026-01, 类型: 集体学习, 内容: 学习党章}
  - {时段: 2026-02, 类型: 集体学习, 内容: 学习准则}
"""
JANUARY, FEBRUARY, MARCH = "2026-01-20T09:00", "2026-02-03T09:00", "2026-03-02T09:00"


class Ended(NamedTuple):
    """How a command ended."""

    code: int
    out: str


class Place(NamedTuple):
    """Where a service or a hook shows something: a file of the repository, a line."""

    file: str
    line: int


def wheel(folder: Path) -> Path:
    """A wheel of the sources as they stand, with the files that hatchling takes."""
    data: dict[str, bytes] = {}
    for top, name in ((ROOT / "src" / "lxyz", "lxyz"), (ROOT / "rules", "lxyz/rules")):
        for file in sorted(top.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                data[f"{name}/{file.relative_to(top).as_posix()}"] = file.read_bytes()
    info = "lxyz-0.1.0.dist-info"
    data[f"{info}/METADATA"] = METADATA.encode()
    data[f"{info}/WHEEL"] = b"Wheel-Version: 1.0\nTag: py3-none-any\n"
    data[f"{info}/entry_points.txt"] = b"[console_scripts]\nlxyz = lxyz.cli:run\n"
    rows = []
    for name, content in data.items():
        digest = urlsafe_b64encode(sha256(content).digest()).rstrip(b"=").decode()
        rows.append(f"{name},sha256={digest},{len(content)}\n")
    data[f"{info}/RECORD"] = "".join([*rows, f"{info}/RECORD,,\n"]).encode()
    with ZipFile(folder / WHEEL, "w") as file:
        for name, content in data.items():
            file.writestr(name, content)
    return folder / WHEEL


class Machine:
    """A machine with a Python of its own, in which lxyz is what pip installs."""

    def __init__(self, folder: Path) -> None:
        self.temp = folder
        self.wheel = wheel(folder)
        self.home = folder / "home"
        self.home.mkdir()
        venv.create(folder / "python", with_pip=True)
        base = {"base": str(folder / "python"), "platbase": str(folder / "python")}
        paths = sysconfig.get_paths("venv", vars=base)
        libraries = Path(paths["purelib"])
        lent = sysconfig.get_paths()["purelib"]
        # Last on the path: what pip installs here comes before what is lent.
        (libraries / "lent.pth").write_text(
            f"import sys; sys.path.append({lent!r})\n", "utf-8"
        )
        (libraries / "sitecustomize.py").write_text(CLOCK, "utf-8")
        self.environment = {
            "PATH": f"{paths['scripts']}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self.home),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "PRE_COMMIT_HOME": str(folder / "pre-commit"),
            "PIP_NO_INDEX": "1",
            "PIP_NO_DEPS": "1",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def run(self, folder: Path, *words: str, today: str = "", **env: str) -> Ended:
        """Runs a command in a folder, at a time."""
        clock = {"TODAY": today} if today else {}
        done = subprocess.run(
            words,
            cwd=folder,
            env={**self.environment, **clock, **env},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=120,
            check=False,
        )
        return Ended(done.returncode, done.stdout.decode())


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """With lxyz on it: whoever types `lxyz init` has installed it."""
    made = Machine(tmp_path_factory.mktemp("machine"))
    done = made.run(made.temp, "python", "-m", "pip", "install", "-q", str(made.wheel))
    assert done.code == 0, done.out
    return made


class Branch:
    """The repository that `lxyz init` began on 5 January, and its people and services."""

    def __init__(self, machine: Machine, folder: Path, ci: str) -> None:
        self.machine, self.folder, self.ci = machine, folder, ci
        words = f"init --name 第三党支部 --pack bj-2016 --year 2026 --ci {ci}".split()
        people = ("--member", "王敏", "--member", "陈静", "--member", "胡斌")
        # No --source: it is known from where this lxyz was installed.
        begun = self.run("lxyz", *words, *people, today="2026-01-05T09:00")
        assert begun.code == 0, begun.out
        assert f"./.lxyz/{WHEEL}" in begun.out
        self.run(str(GIT), "init", "-q")
        self.run(str(GIT), "config", "user.name", "x")
        self.run(str(GIT), "config", "user.email", "x@example.org")
        self.commit()  # what a merge request is compared with

    def run(self, *words: str, today: str = JANUARY, **env: str) -> Ended:
        """Runs a command at the top of the repository."""
        return self.machine.run(self.folder, *words, today=today, **env)

    def write(self, name: str, text: str) -> None:
        """A record."""
        file = self.folder / "2026" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")

    def hooks(self, today: str = JANUARY, *words: str) -> Ended:
        """`pre-commit run --all-files`, with the hooks that were written."""
        self.run(str(GIT), "add", "--all")
        told = ("run", "--all-files", "--color=never", *words)
        return self.run(str(PRE_COMMIT), *told, today=today)

    def commit(self) -> None:
        """All as it stands, whatever the hooks say."""
        self.run(str(GIT), "add", "--all")
        self.run(str(GIT), "commit", "-q", "--no-verify", "-m", "x", "--allow-empty")

    # --- the service ----------------------------------------------------------------

    def service(self, today: str = JANUARY) -> Ended:
        """A fresh machine of the service, a fresh clone, and the steps one by one."""
        self.commit()
        clone = self.machine.temp / "clone"
        shutil.rmtree(clone, ignore_errors=True)
        self.run(str(GIT), "clone", "-q", str(self.folder), str(clone))
        self.machine.run(clone, "python", "-m", "pip", "uninstall", "-qy", "lxyz")
        told = [*self.steps()]
        # One that installs, one that says what changed, one that checks.
        assert len(told) == 3
        said = ""
        for command, env in told:
            done = self.machine.run(
                clone,
                *(str(BASH), "--noprofile", "--norc", "-eo", "pipefail"),
                *("-c", command),
                today=today,
                **env,
            )
            said += done.out
            if done.code:
                return Ended(done.code, said)
        return Ended(0, said)

    def steps(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Each command of the CI file and its environment."""
        if self.ci == "gitlab":
            whole = yaml.safe_load((self.folder / ".gitlab-ci.yml").read_text("utf-8"))
            base = self.run(str(GIT), "rev-parse", "--quiet", "--verify", "HEAD^")
            env = {
                **texts(whole["variables"]),
                "CI": "true",
                "GITLAB_CI": "true",
                "CI_MERGE_REQUEST_DIFF_BASE_SHA": base.out.strip(),
            }
            yield from ((one, env) for one in whole["lxyz"]["script"])
            return
        file = self.folder / ".github" / "workflows" / "lxyz.yml"
        whole = yaml.safe_load(file.read_text("utf-8"))
        for old in self.machine.temp.glob("summary-*.md"):
            old.unlink()
        env = {
            **texts(whole["env"]),
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(self.machine.temp / "clone"),
            "GITHUB_EVENT_NAME": "pull_request",
            "GITHUB_BASE_REF": "main",
            "RUNNER_TEMP": str(self.machine.temp),
        }
        for number, step in enumerate(whole["jobs"]["check"]["steps"]):
            if "run" in step:
                assert "${{" not in step["run"]
                # A file of its own for each step, as on GitHub.
                summary = self.machine.temp / f"summary-{number}.md"
                summary.touch()
                own = {"GITHUB_STEP_SUMMARY": str(summary)}
                yield step["run"], {**env, **own, **texts(step.get("env", {}))}

    @property
    def summary(self) -> str:
        """What the service shows on the page of the job: that of each step."""
        files = sorted(self.machine.temp.glob("summary-*.md"))
        return "".join(file.read_text("utf-8") for file in files)

    def told_of_change(self, ended: Ended) -> str:
        """Where it is said what the merge request changes."""
        return self.summary if self.ci == "github" else ended.out

    def shown(self, ended: Ended) -> list[Place]:
        """Where the service marks an error: as it reads what the job left."""
        if self.ci == "gitlab":
            file = self.machine.temp / "clone" / "gl-code-quality-report.json"
            text = file.read_text("utf-8")
            READERS["gitlab"](text)
            READERS["html"](file.with_name("lxyz.html").read_text("utf-8"))
            return [
                Place(one["location"]["path"], one["location"]["lines"]["begin"])
                for one in json.loads(text)
                if one["severity"] in ("blocker", "critical", "major")
            ]
        READERS["markdown"](self.summary)
        _, _, text = ended.out.rpartition("install")
        READERS["github"](text)
        return [
            Place(one.properties["file"], int(one.properties["line"]))
            for one in commands(text)
            if one.name == "error"
        ]


def texts(told: dict[str, Any]) -> dict[str, str]:
    """Variables as the service passes them on."""
    return {name: str(value) for name, value in told.items()}


@pytest.fixture(params=["github", "gitlab"])
def branch(machine: Machine, tmp_path: Path, request: pytest.FixtureRequest) -> Branch:
    """In an empty folder; lxyz is installed on the machine of its people."""
    machine.run(tmp_path, "python", "-m", "pip", "install", "-q", str(machine.wheel))
    folder = tmp_path / "台账 repo"
    folder.mkdir()
    return Branch(machine, folder, request.param)


def test_it_is_green_from_the_first_minute(branch: Branch) -> None:
    """Hooks and CI, as they were written, before there is a record."""
    hooks = branch.hooks()
    assert (hooks.code, hooks.out.count("Passed")) == (0, 1), hooks.out
    pushed = branch.hooks(JANUARY, "--hook-stage", "pre-push")
    assert (pushed.code, pushed.out.count("Passed")) == (0, 1), pushed.out
    ended = branch.service()
    assert ended.code == 0, ended.out
    assert branch.shown(ended) == []


BROKEN = (
    (STUDY.replace("日期: ", "日期："), 2),  # a full-width colon
    (STUDY.replace("陈静", "陈竟"), 6),  # an unknown name
    (STUDY.replace("01-13", "02-30"), 2),  # no such day
    (STUDY.replace("集体学习", "集体学系"), 1),  # an unknown kind
)


def test_a_broken_record_is_red_at_its_line(branch: Branch) -> None:
    """In the hook, on the commit that brings it, and in CI; green again when mended."""
    branch.write("学习.yaml", STUDY)
    assert branch.hooks().code == 0
    branch.commit()
    places = []
    for number, (text, line) in enumerate(BROKEN, 1):
        day = text.replace("2026-01-13", f"2026-01-{13 + number}")
        branch.write(f"学习{number}.yaml", day)
        places.append(Place(f"2026/学习{number}.yaml", line))
    hooks = branch.hooks()
    committed = branch.run(str(PRE_COMMIT), "run", "--color=never")
    assert (hooks.code, committed.code) == (1, 1)
    for file, line in places:
        assert f"{file}:{line}:" in hooks.out
        assert f"{file}:{line}:" in committed.out, "staged only"
    ended = branch.service()
    assert ended.code == 1, ended.out
    assert sorted(branch.shown(ended)) == places
    assert f"新写错的记录 {len(places)}" in branch.told_of_change(ended)
    for file, _ in places:
        (branch.folder / file).unlink()
    assert branch.hooks().code == 0
    assert branch.service().code == 0


def test_what_is_missing_is_red_where_it_lives(branch: Branch) -> None:
    """A deleted record on the profile; a meeting that no one held, once its month is
    over, on the item of the plan. No commit is stopped by either, a push is."""
    branch.write("学习.yaml", STUDY)
    branch.write("党费.yaml", DUES)
    assert branch.service(FEBRUARY).code == 0
    assert branch.hooks(FEBRUARY, "--hook-stage", "pre-push").code == 0
    (branch.folder / "2026" / "学习.yaml").unlink()
    ended = branch.service(FEBRUARY)
    assert (ended.code, branch.shown(ended)) == (1, [Place("branch.yaml", 1)])
    assert branch.hooks(FEBRUARY).code == 0
    pushed = branch.hooks(FEBRUARY, "--hook-stage", "pre-push")
    assert pushed.code == 1
    assert "branch.yaml:1:" in pushed.out
    branch.write("学习.yaml", STUDY)
    branch.write("计划.yaml", PLAN)
    assert branch.service(FEBRUARY).code == 0
    late = branch.service(MARCH)
    assert late.code == 1
    assert Place("2026/计划.yaml", 6) in branch.shown(late)
    assert Place("2026/计划.yaml", 5) not in branch.shown(late)


def test_without_a_source_ci_says_where_to_write_it(
    machine: Machine, tmp_path: Path
) -> None:
    """Never a package of the name of lxyz that a stranger may have put there."""
    machine.run(tmp_path, "python", "-m", "pip", "install", "-q", str(machine.wheel))
    branch = Branch(machine, tmp_path, "github")
    file = tmp_path / ".github" / "workflows" / "lxyz.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace(f'"./.lxyz/{WHEEL}"', '""'), "utf-8")
    ended = branch.service()
    assert ended.code != 0
    assert "先在 .github/workflows/lxyz.yml 里写明从哪里装 lxyz" in ended.out
