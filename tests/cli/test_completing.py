"""What the shell offers: asked as bash asks, by the script that is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lxyz.cli.completing import pack_names, rule_names, words
from lxyz.packs.load import shipped

BASH = shutil.which("bash")
ASK = """
eval "$(lxyz --show-completion bash)"
COMP_WORDS=({words}) COMP_CWORD={last}
_lxyz_completion lxyz
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


def test_words_of_an_option() -> None:
    """Those that begin like what is typed."""
    told = words("text|json|junit")
    assert told["metavar"] == "text|json|junit"
    assert told["autocompletion"]("") == ["text", "json", "junit"]
    assert told["autocompletion"]("j") == ["json", "junit"]
    assert told["autocompletion"]("x") == []


def test_packs_and_rules() -> None:
    """First the packs, then the rules of the one that is named."""
    assert pack_names("") == list(shipped())
    assert pack_names("bj") == ["bj-2016"]
    assert rule_names("b") == [("b11-2016/", ""), ("bj-2016/", "")]
    found = dict(rule_names("bj-2016/lecture-a"))
    assert found["bj-2016/lecture-around-july-first"] == "“七一”前后讲一次党课"
    assert all(name.startswith("bj-2016/lecture-a") for name in found)
    assert rule_names("none/x") == []


@pytest.mark.no_cover
@pytest.mark.skipif(BASH is None, reason="no bash: completion was not asked for")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("lxyz ex", ["explain"]),
        ("lxyz check --form", ["--format"]),
        ("lxyz check --format s", ["sarif"]),
        ("lxyz check --fail-on ''", ["must", "should", "overdue", "fault", "never"]),
        ("lxyz check --pack bj", ["bj-2016"]),
        ("lxyz init --ci g", ["github", "gitlab"]),
        ("lxyz init -p sd", ["sd-2021"]),
        ("lxyz plan --format x", ["xlsx"]),
        ("lxyz explain sd", ["sd-2021/"]),
        ("lxyz rules trace cas", ["cas-2016"]),
        ("lxyz schema re", ["record", "report"]),
        ("lxyz check exam", [""]),
    ],
)
def test_as_bash_asks(tmp_path: Path, typed: str, offered: list[str]) -> None:
    """Nothing where a path goes: there bash offers files."""
    tool = tmp_path / "lxyz"
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m lxyz "$@"\n')
    tool.chmod(0o755)
    asked = ASK.format(words=typed, last=len(typed.split()) - 1)
    done = subprocess.run(
        [str(BASH), "--noprofile", "--norc", "-c", asked],
        env={
            "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(Path(__file__).resolve().parents[2] / "src"),
            "HOME": str(tmp_path),
            "PYTHONUTF8": "1",
        },
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        timeout=60,
        check=True,
    )
    assert done.stdout.decode().split("\n")[:-1] == offered
