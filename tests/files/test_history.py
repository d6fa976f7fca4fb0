"""A commit laid out in a folder: from real repositories, the work tree untouched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lxyz.errors import UsageError
from lxyz.files import history
from lxyz.files.decode import MOST_BYTES
from lxyz.files.history import Commit, find_commit, lay_out

GIT = shutil.which("git") or ""
pytestmark = pytest.mark.skipif(not GIT, reason="NO GIT HERE: commits were not read")


class Repository:
    """A repository of git, with the settings of nobody."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *words: str, **more: str) -> str:
        """Runs git in it."""
        done = subprocess.run(
            [GIT, "-c", "user.name=x", "-c", "user.email=x@example.org", *words],
            cwd=self.folder,
            env={
                **os.environ,
                "GIT_CONFIG_GLOBAL": os.devnull,
                "GIT_CONFIG_NOSYSTEM": "1",
                **more,
            },
            capture_output=True,
            check=True,
        )
        return done.stdout.decode()

    def write(self, name: str, text: str | bytes) -> None:
        """A file of the work tree."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def commit(self, text: str = "x") -> str:
        """All that is there, as a commit; its hash."""
        self.git("add", "--all")
        self.git("commit", "-q", "--allow-empty", "-m", text)
        return self.git("rev-parse", "HEAD").strip()


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An empty repository in a folder with a Chinese name."""
    return Repository(tmp_path / "台账 仓库")


def laid_out(
    repository: Repository, *paths: str, text: str = "HEAD"
) -> dict[str, bytes]:
    """What is laid out of a commit: the files by name."""
    into = repository.folder.parent / "out"
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir()
    found = find_commit(text, repository.folder)
    wanted = [repository.folder / path for path in paths or (".",)]
    lay_out(found, wanted, into)
    return {
        file.relative_to(into).as_posix(): file.read_bytes()
        for file in sorted(into.rglob("*"))
        if file.is_file()
    }


def code_of(wrong: pytest.ExceptionInfo[UsageError]) -> str:
    """The code of an error."""
    return wrong.value.code


# ---------------------------------------------------------------- which commit


def test_a_commit_by_all_its_names(repository: Repository) -> None:
    """Hash, short hash, branch, tag, HEAD and what leads from it."""
    repository.write("a.yaml", "a: 1\n")
    day = {"GIT_COMMITTER_DATE": "2016-09-30T08:00:00+08:00"}
    repository.git("add", "--all")
    repository.git("commit", "-q", "-m", "x", **day)
    first = repository.git("rev-parse", "HEAD").strip()
    repository.git("tag", "-a", "v1", "-m", "x")
    second = repository.commit()
    for text in (first, first[:8], "v1", "HEAD~1", "main^", "main~1"):
        found = find_commit(text, repository.folder)
        assert (found.hash, found.day) == (first, "2016-09-30")
        assert first.startswith(found.short)
        assert found.root == repository.folder.resolve()
    assert find_commit("main", repository.folder / "no" / "such").hash == second


@pytest.mark.parametrize(
    "text", ["nosuch", "main:a.yaml", "-x", "--all", "^main", "file", "", "a b", "\0"]
)
def test_what_is_no_commit(repository: Repository, text: str) -> None:
    """Said as such; an option is none, either, nor is the name of a file's content, and
    nobody is asked whether he meant what he wrote."""
    repository.write("a.yaml", "a: 1\n")
    repository.commit()
    repository.git("tag", "file", "main:a.yaml")
    with pytest.raises(UsageError) as wrong:
        find_commit(text, repository.folder)
    assert code_of(wrong) == "E272"
    assert wrong.value.values["like"] != text


def test_where_two_branches_part(repository: Repository, tmp_path: Path) -> None:
    """The merge base; without one, or where a shallow clone has it not, that is said."""
    base = repository.commit("base")
    repository.git("switch", "-qc", "topic")
    repository.commit("topic")
    repository.git("switch", "-q", "main")
    repository.commit("main")
    ends = [find_commit(name, repository.folder) for name in ("main", "topic")]
    assert history.common(*ends).hash == base
    repository.git("switch", "-q", "--orphan", "apart")
    repository.commit("apart")
    with pytest.raises(UsageError) as wrong:
        history.common(ends[0], find_commit("apart", repository.folder))
    assert code_of(wrong) == "E272"
    shallow = tmp_path / "shallow"
    url = repository.folder.as_uri()
    repository.git("clone", "-q", "--depth=1", "--no-single-branch", url, str(shallow))
    near = [find_commit(f"origin/{name}", shallow) for name in ("main", "topic")]
    with pytest.raises(UsageError) as wrong:
        history.common(*near)
    assert code_of(wrong) == "E273"


def test_the_nearest_name_is_offered(repository: Repository) -> None:
    """A branch that is only at the other end, above all; else the most alike."""
    repository.commit()
    repository.git("branch", "records-2016")
    repository.git("update-ref", "refs/remotes/origin/stable", "HEAD")
    for text, like in (("stable", "origin/stable"), ("record-2016", "records-2016")):
        with pytest.raises(UsageError) as wrong:
            find_commit(text, repository.folder)
        assert wrong.value.values == {"name": text, "like": like}


def test_a_shallow_clone_says_so(repository: Repository, tmp_path: Path) -> None:
    """What is not in it may be elsewhere."""
    first = repository.commit()
    repository.commit()
    shallow = tmp_path / "shallow"
    url = repository.folder.as_uri()
    repository.git("clone", "-q", "--depth=1", url, str(shallow))
    with pytest.raises(UsageError) as wrong:
        find_commit(first, shallow)
    assert code_of(wrong) == "E273"
    assert find_commit("HEAD", shallow).root == shallow.resolve()


def test_names_in_other_letters(repository: Repository) -> None:
    """A branch that somebody named in GBK stops nobody from being told what is like."""
    whole = repository.commit()
    refs = repository.folder / ".git" / "packed-refs"
    refs.write_bytes(whole.encode() + b" refs/heads/\xd6\xd0\n")
    with pytest.raises(UsageError) as wrong:
        find_commit("mian", repository.folder)
    assert wrong.value.values == {"name": "mian", "like": "main"}
    assert find_commit(os.fsdecode(b"\xd6\xd0"), repository.folder).hash == whole


@pytest.mark.skipif(os.name == "nt", reason="NO SCRIPTS HERE: none was run")
def test_no_program_of_a_repository_is_run(repository: Repository) -> None:
    """Not that which checks signatures either; nor does what it says come into ours."""
    repository.commit()
    tree = repository.git("rev-parse", "HEAD^{tree}").strip()
    who = "x <x@example.org> 1700000000 +0800"
    repository.write(
        "signed",
        f"tree {tree}\nauthor {who}\ncommitter {who}\ngpgsig -----BEGIN PGP SIGNATURE-----\n"
        " \n x\n -----END PGP SIGNATURE-----\n\nx\n",
    )
    whole = repository.git("hash-object", "-w", "-t", "commit", "signed").strip()
    program = repository.folder / "gpg"
    program.write_text("#!/bin/sh\ntouch ran\necho '[GNUPG:] GOODSIG x' >&2\n", "utf-8")
    program.chmod(0o755)
    for key, value in (
        ("log.showSignature", "true"),
        ("gpg.program", str(program)),
        ("color.ui", "always"),
    ):
        repository.git("config", key, value)
    found = find_commit(whole, repository.folder)
    assert (found.hash.startswith(found.short), found.day) == (True, "2023-11-15")
    assert not (repository.folder / "ran").exists()


def test_no_repository(tmp_path: Path) -> None:
    """With what git says."""
    with pytest.raises(UsageError) as wrong:
        find_commit("HEAD", tmp_path)
    assert code_of(wrong) == "E271"
    assert "git repository" in wrong.value.values["why"]


def test_no_commit_yet(repository: Repository) -> None:
    """An empty repository has no HEAD."""
    with pytest.raises(UsageError) as wrong:
        find_commit("HEAD", repository.folder)
    assert code_of(wrong) == "E272"


def test_no_git(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Said as such."""
    monkeypatch.setenv("PATH", str(repository.folder))
    with pytest.raises(UsageError) as wrong:
        find_commit("HEAD", repository.folder)
    assert code_of(wrong) == "E270"


def test_a_hook_means_its_folder(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git tells its hooks of a repository; asked is the one around the folder."""
    whole = repository.commit()
    other = Repository(tmp_path / "other")
    other.commit("y")
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.folder))
    monkeypatch.setenv("GIT_INDEX_FILE", "nosuch/index")
    assert find_commit("HEAD", repository.folder).hash == whole


# ---------------------------------------------------------------- what is laid out

NAMES = (
    "支部/2016/计划.yaml",
    "支部/a b.yaml",
    '支部/"quoted".yaml',
    "支部/it's.yml",
    "支部/tab\there.yaml",
    "支部/back\\slash.yaml",
    "支部/line\nend.YAML",
    "支部/- dash.yaml",
    "支部/*.yaml",
)


@pytest.mark.skipif(sys.platform == "win32", reason="names that Windows has not")
def test_names_are_as_they_are(repository: Repository) -> None:
    """Chinese, quotes, blanks, control characters, patterns."""
    for name in NAMES:
        repository.write(name, f"a: {name!r}\n")
    repository.commit()
    found = laid_out(repository)
    assert found == {name: f"a: {name!r}\n".encode() for name in sorted(NAMES)}


def test_the_work_tree_is_left_alone(repository: Repository) -> None:
    """Files that were changed, staged, added or deleted since stay so; the old ones are
    laid out."""
    repository.write("a.yaml", "a: 1\n")
    repository.write("b.yaml", "b: 1\n")
    repository.commit()
    repository.write("a.yaml", "a: 2\n")
    (repository.folder / "b.yaml").unlink()
    repository.write("c.yaml", "c: 1\n")
    repository.git("add", "c.yaml")
    status = repository.git("status", "--porcelain=v2", "--branch")
    index = (repository.folder / ".git" / "index").read_bytes()
    assert laid_out(repository) == {"a.yaml": b"a: 1\n", "b.yaml": b"b: 1\n"}
    assert (repository.folder / ".git" / "index").read_bytes() == index
    assert repository.git("status", "--porcelain=v2", "--branch") == status
    assert repository.git("worktree", "list").count("\n") == 1


def test_only_what_is_asked_for(repository: Repository) -> None:
    """The files at and below the paths, and rule packs wherever they lie."""
    for name in ("甲/branch.yaml", "甲/a/b.yaml", "甲乙/branch.yaml", "乙/branch.yaml"):
        repository.write(name, "a: 1\n")
    repository.write("rules/own/pack.yaml", "a: 1\n")
    repository.write("rules/own/clauses.yaml", "a: 1\n")
    repository.write("rules/own/deep/cases.yaml", "a: 1\n")
    repository.commit()
    packs = {"rules/own/pack.yaml", "rules/own/clauses.yaml"}
    assert set(laid_out(repository, "甲")) == {*packs, "甲/branch.yaml", "甲/a/b.yaml"}
    assert set(laid_out(repository, "甲/a", "乙")) == {
        *packs,
        "甲/a/b.yaml",
        "乙/branch.yaml",
    }
    assert set(laid_out(repository, "nosuch")) == packs
    assert len(laid_out(repository)) == 7


def test_a_path_of_another_repository(repository: Repository, tmp_path: Path) -> None:
    """Is told of."""
    repository.commit()
    found = find_commit("HEAD", repository.folder)
    with pytest.raises(UsageError) as wrong:
        lay_out(found, [tmp_path / "elsewhere"], tmp_path / "out")
    assert code_of(wrong) == "E275"


def test_other_files_are_stood_for(repository: Repository) -> None:
    """There or empty is all that a check asks; the baseline is read."""
    repository.write("支部/材料/照片.jpg", b"\xff\xd8" + b"x" * 100_000)
    repository.write("支部/材料/空.pdf", b"")
    repository.write("支部/.lxyz/baseline.json", "{}")
    repository.write("支部/other.json", "{}")
    repository.commit()
    assert laid_out(repository) == {
        "支部/材料/照片.jpg": b"\0",
        "支部/材料/空.pdf": b"",
        "支部/.lxyz/baseline.json": b"{}",
        "支部/other.json": b"\0",
    }


def test_attributes_and_filters_have_no_part(repository: Repository) -> None:
    """Neither export-ignore nor a filter, nor the encoding of a work tree: what was
    committed is what is read, and no program is run."""
    repository.git("config", "filter.lfs.smudge", "touch run; cat")
    repository.git("config", "filter.lfs.process", "")
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n"
    repository.write("a.yaml", "a: 1\n")
    repository.write("lfs.yaml", pointer)
    repository.commit()
    rules = "* export-ignore text eol=crlf\nlfs.yaml filter=lfs\na.yaml export-subst\n"
    repository.write(".gitattributes", rules)
    repository.git("add", ".gitattributes")
    repository.git("commit", "-q", "-m", "x")
    found = laid_out(repository)
    assert (found["a.yaml"], found["lfs.yaml"]) == (b"a: 1\n", pointer.encode())
    assert not (repository.folder / "run").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_links_are_links_to_nothing(repository: Repository, tmp_path: Path) -> None:
    """Not followed, as in a work tree; where they led is not laid out."""
    (repository.folder / "link.yaml").symlink_to(tmp_path / "secret")
    repository.write("a.yaml", "a: 1\n")
    repository.commit()
    assert laid_out(repository) == {"a.yaml": b"a: 1\n"}
    link = tmp_path / "out" / "link.yaml"
    assert link.is_symlink()
    assert not link.exists()


def test_a_huge_file_is_cut_where_no_more_is_read(repository: Repository) -> None:
    """A byte more than is read at most: too long is told as before; what stands after it
    is whole."""
    repository.write("a.yaml", b"a" * (3 * MOST_BYTES + 7))
    repository.write("b.yaml", "b: 1\n")
    repository.commit()
    found = laid_out(repository)
    assert len(found["a.yaml"]) == MOST_BYTES + 1
    assert found["b.yaml"] == b"b: 1\n"


def test_submodules_that_are_here(repository: Repository, tmp_path: Path) -> None:
    """Laid out as they were, deep ones, too; those that are not here are left out."""
    inner = Repository(tmp_path / "inner")
    inner.write("branch.yaml", "a: 1\n")
    inner.commit()
    allow = ("-c", "protocol.file.allow=always")
    for name in ("子/甲", "乙"):
        repository.git(
            *allow, "submodule", "--quiet", "add", inner.folder.as_uri(), name
        )
    repository.commit()
    inside = repository.folder / "子/甲"
    (inside / "branch.yaml").write_text("a: 2\n")
    repository.git("submodule", "--quiet", "deinit", "-f", "乙")
    assert laid_out(repository) == {
        ".gitmodules": b"\0",
        "子/甲/branch.yaml": b"a: 1\n",
    }
    assert laid_out(repository, "子/甲") == {"子/甲/branch.yaml": b"a: 1\n"}
    assert laid_out(repository, "子/甲/2016") == {}
    assert laid_out(repository, "丙") == {}
    # A commit of it that is nowhere here.
    zeros = "0" * 39 + "1"
    repository.git("update-index", "--cacheinfo", f"160000,{zeros},子/甲")
    repository.git("commit", "-q", "-m", "x")
    with pytest.raises(UsageError) as wrong:
        laid_out(repository)
    assert code_of(wrong) == "E274"


def test_a_blob_that_is_not_there(repository: Repository) -> None:
    """A repository that is not whole is told of."""
    repository.write("a.yaml", "a: 1\n")
    repository.commit()
    blob = repository.git("rev-parse", "HEAD:a.yaml").strip()
    file = repository.folder / ".git" / "objects" / blob[:2] / blob[2:]
    file.chmod(0o600)
    file.unlink()
    with pytest.raises(UsageError) as wrong:
        laid_out(repository)
    assert code_of(wrong) == "E274"


def test_a_tree_made_by_hand_stays_within(
    repository: Repository, tmp_path: Path
) -> None:
    """`..` and `.git` as names of a tree: git never makes them; nothing is written
    outside."""
    repository.write("a.yaml", "a: 1\n")
    repository.commit()
    blob = repository.git("rev-parse", "HEAD:a.yaml").strip()
    entries = [
        history._Entry(repository.folder, "100644", blob, 5, name)
        for name in (
            "../out.yaml",
            "x/../../out.yaml",
            "/out.yaml",
            "x//a.yaml",
            "b.yaml",
        )
    ]
    into = tmp_path / "into"
    into.mkdir()
    history._write(entries, into)
    assert [one.name for one in into.rglob("*")] == ["b.yaml"]
    assert not (tmp_path / "out.yaml").exists()


def test_what_cannot_be_written(repository: Repository, tmp_path: Path) -> None:
    """A file where a folder should be."""
    repository.write("a/b.yaml", "a: 1\n")
    repository.commit()
    (tmp_path / "into").mkdir()
    (tmp_path / "into" / "a").write_text("x")
    with pytest.raises(UsageError) as wrong:
        lay_out(
            find_commit("HEAD", repository.folder),
            [repository.folder],
            tmp_path / "into",
        )
    assert code_of(wrong) == "E203"


def test_a_commit_that_is_gone(repository: Repository, tmp_path: Path) -> None:
    """Between being found and being read."""
    repository.commit()
    gone = Commit(repository.folder, "0" * 39 + "1", "0", "2016-09-30")
    with pytest.raises(UsageError) as wrong:
        lay_out(gone, [repository.folder], tmp_path)
    assert code_of(wrong) == "E274"


def test_a_blob_that_goes_away(repository: Repository, tmp_path: Path) -> None:
    """After it was listed."""
    repository.commit()
    with pytest.raises(UsageError) as wrong:
        history._copy(repository.folder, [("0" * 39 + "1", tmp_path / "a.yaml")])
    assert code_of(wrong) == "E274"


def test_a_clone_without_its_blobs_fetches_none(
    repository: Repository, tmp_path: Path
) -> None:
    """What is missing would be fetched one by one, by the program that the clone names:
    nothing is run, and it is told."""
    repository.write("a.yaml", "a: 1\n")
    repository.commit()
    repository.git("config", "uploadpack.allowFilter", "true")
    clone = Repository(tmp_path / "clone")
    clone.git("remote", "add", "origin", repository.folder.as_uri())
    clone.git("fetch", "-q", "--filter=blob:none", "origin")
    run = tmp_path / "run"
    program = tmp_path / "program"
    program.write_text(f'#!/bin/sh\n: > "{run}"\nexec git-upload-pack "$@"\n')
    program.chmod(0o700)
    clone.git("config", "remote.origin.uploadpack", str(program))
    with pytest.raises(UsageError) as wrong:
        laid_out(clone, text="origin/main")
    assert (code_of(wrong), run.exists()) == ("E274", False)
    clone.git("fetch", "-q", "--refetch", "--no-filter")
    assert laid_out(clone, text="origin/main") == {"a.yaml": b"a: 1\n"}
