"""A release in an empty folder: no Maven, few tools, a team's first steps.

Usage: release.py ARCHIVE FOLDER
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import time

from test_launcher_runs import NEEDED

archive, folder = map(pathlib.Path, sys.argv[1:])
QUERY = "SELECT sum(hearings) AS n FROM example_published.hearings_by_court"
java_home = pathlib.Path(shutil.which("java")).resolve().parent.parent


def installed():
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    (home,) = folder.iterdir()
    assert home.name + ".tar.gz" == archive.name, home
    assert {"bin", "docs", "lib", "LICENSE", "README.md", "THIRD-PARTY.txt"} <= {
        entry.name for entry in home.iterdir()
    }
    return home


def few_tools():
    tools = folder / "tools"
    tools.mkdir()
    for tool in (*NEEDED, "chmod"):  # Hadoop calls it for each file.
        (tools / tool).symlink_to(shutil.which(tool))
    return tools


class Team:
    def __init__(self, workspace, launcher, tools):
        self.workspace = workspace
        self.launcher = launcher
        self.environment = {"PATH": str(tools), "JAVA_HOME": str(java_home), "HOME": str(folder)}

    def type(self, *words, exit_code=0):
        began = time.monotonic()
        answer = subprocess.run(
            [self.launcher, *words],
            cwd=self.workspace,
            env=self.environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        print(f"  {time.monotonic() - began:5.1f} s  assize {' '.join(words)}", flush=True)
        assert answer.returncode == exit_code, answer
        return answer.stdout


def a_new_workspace_is_checked_run_and_asked(home, tools):
    workspace = folder / "a team's own é"
    workspace.mkdir()
    link = folder / "assize"
    link.symlink_to(home / "bin/assize")
    team = Team(workspace, link, tools)
    team.type("init")
    assert "No problems" in team.type("check")
    assert "3 committed" in team.type("run")
    assert "Nothing to do" in team.type("run")
    rows = json.loads(team.type("query", "--json", QUERY))
    assert rows["rows"] == [{"n": 6}], rows
    assert list((home / "lib").glob("classes-*.jsa")), "the first run left no archive of classes"


home = installed()
a_new_workspace_is_checked_run_and_asked(home, few_tools())
print("The release does what its README says.")
