"""The launcher in a source tree: when it builds and what it shows."""

import os
import subprocess

import pytest

from conftest import MAVEN


def test_a_tree_is_built_once_with_the_modules_of_all_domains(tree):
    assert tree.run("check").stderr == ""
    assert [" -pl jobs/framework/cli,jobs/cases -am" in build for build in tree.builds()] == [True]


@pytest.mark.parametrize(
    "change", ["jobs/cases/src/main/A.java", "orchestration/pom.xml", "pom.xml"]
)
def test_a_newer_source_is_built_showing_one_line_a_module(tree, change):
    (tree.folder / change).touch()

    answer = tree.run("check")

    assert len(tree.builds()) == 2
    assert answer.stderr.splitlines()[1:] == ["  1 of 2  Assize core"]
    assert "Assize core" not in answer.stdout


def test_a_source_that_went_away_is_a_change_and_a_test_or_a_result_is_none(tree):
    (tree.folder / "jobs/cases/src/test/B.java").touch()
    (tree.folder / "jobs/cases/target").mkdir()
    (tree.folder / "jobs/cases/target/pom.xml").touch()
    tree.run("check")
    assert len(tree.builds()) == 1

    (tree.folder / "jobs/cases/src/main/A.java").unlink()
    tree.run("check")
    assert len(tree.builds()) == 2


def test_a_failed_build_says_why_runs_nothing_and_is_tried_again(tree):
    (tree.folder / "broken").touch()
    (tree.folder / "pom.xml").touch()

    answer = tree.run("check")

    assert answer.returncode == 2
    assert "[ERROR] Core.java:[3,1] cannot find symbol" in answer.stderr
    assert f"its whole log is {tree.folder}/target/build.log" in answer.stderr
    assert answer.stdout == ""
    (tree.folder / "broken").unlink()
    assert tree.run("check").returncode == 0


def test_two_at_once_build_once(tree):
    (tree.folder / "pom.xml").touch()
    tree.tool("mvn", MAVEN.replace("mkdir", "sleep 1; mkdir"))
    environment = {"PATH": f"{tree.tools}:{os.environ['PATH']}", "JAVA_HOME": str(tree.java_home)}

    both = [
        subprocess.Popen([tree.script, "check"], env=environment, stdout=subprocess.DEVNULL)
        for _ in range(2)
    ]

    assert [each.wait() for each in both] == [0, 0]
    assert len(tree.builds()) == 2
