"""A release in an empty folder: no Maven, few tools, a team's first steps.

Usage: release.py ARCHIVE FOLDER
"""

import fcntl
import hashlib
import json
import os
import pathlib
import pty
import re
import shutil
import struct
import subprocess
import sys
import tarfile
import termios
import time

import yaml
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
    for tool in (*NEEDED, "chmod", "stty"):  # Hadoop calls chmod for each file; stty knows the terminal.
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
    assert list((home / "lib").glob("classes-*.jsa")), "the second run left no archive of classes"
    return team


def status_is_watched_on_a_terminal(team):
    """Of 44 columns and 7 rows: drawn twice over itself, ended by Ctrl-C."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(team.workspace)
        os.execve(team.launcher, [team.launcher, "status", "--watch"], team.environment | {"TERM": "xterm"})
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 7, 44, 0, 0))
    shown = b""
    while shown.count(b"\x1b[J") < 2:
        shown += os.read(terminal, 65536)
    os.write(terminal, b"\x03")
    _, status = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(status) == 130, status
    frames = re.sub(r"\x1b\[[0-9;]*[mKJ]", "", shown.decode()).split("\x1b[H")
    assert frames[0] == "" and len(frames) == 3, frames
    lines = [frame.splitlines() for frame in frames[1:]]
    assert all(len(frame) == 6 and max(map(len, frame)) < 44 for frame in lines), lines
    assert any("left out" in line for line in lines[0]), lines


def a_second_release_refuses_a_workspace_of_the_first(team):
    settings = team.workspace / "assize.yaml"
    own = settings.read_text()
    settings.write_text(own.replace("version: ", "version: 9."))
    team.type("check", exit_code=2)
    settings.write_text(own)


def a_java_module_is_drafted(team):
    team.type("new", "example/long_hearing", "--java", "--from", "example/hearing")
    assert "TRANSFORM_INVALID" in team.type("run", "example/long_hearing", exit_code=2)


def the_java_module_runs(team):
    """Built by the workflow, with the BOM and the testkit of the release."""
    jars = list((team.workspace / "jobs/example/target").glob("*.jar"))
    assert len(jars) == 1, jars
    team.type("run", "example/long_hearing")
    rows = json.loads(team.type("query", "--json", "SELECT count(*) AS n FROM example_published.long_hearing"))
    assert rows["rows"] == [{"n": 6}], rows


def maven_repository():
    """What was downloaded before, without what the build of this tree may have installed."""
    before = pathlib.Path.home() / ".m2/repository"
    own = folder / ".m2/repository"
    if before.exists():
        shutil.copytree(before, own, copy_function=linked, ignore=shutil.ignore_patterns("assize*"))


def linked(source, target):
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def the_workflow_passes(team, home):
    """The commands of the CI file that `init` wrote, as GitHub would run them."""
    maven_repository()
    git = ["git", "-c", "user.name=ci", "-c", "user.email=ci@localhost"]
    for words in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-qm", "begin"],
                  ["update-ref", "refs/remotes/origin/main", "HEAD"]):
        subprocess.run([*git, *words], cwd=team.workspace, check=True)
    temp = folder / "runner"
    temp.mkdir()
    checksum = hashlib.sha256(archive.read_bytes()).hexdigest()
    environment = {
        **os.environ,
        "HOME": str(folder),
        "MAVEN_OPTS": f"-Duser.home={folder}",  # Java does not ask HOME
        "RUNNER_TEMP": str(temp),
        "GITHUB_PATH": str(temp / "path"),
        "JAVA_HOME": str(java_home),
        "RELEASES": archive.resolve().parent.as_uri(),
        "SHA256": checksum,
        "BASE": "main",
    }
    workflow = yaml.safe_load((team.workspace / ".github/workflows/assize.yml").read_text())
    for step in workflow["jobs"]["tables"]["steps"]:
        if "run" in step:
            print("  step", step["name"], flush=True)
            subprocess.run(["bash", "-e", "-c", step["run"]], cwd=team.workspace, env=environment, check=True)
            if (temp / "path").exists():
                environment["PATH"] = (temp / "path").read_text().strip() + ":" + os.environ["PATH"]
    assert (temp / home.name / "bin/assize").exists()
    fetch = next(step["run"] for step in workflow["jobs"]["tables"]["steps"] if "curl" in step.get("run", ""))
    refused = subprocess.run(
        ["bash", "-e", "-c", fetch],
        cwd=team.workspace,
        env={**environment, "SHA256": "0" * 64},
        capture_output=True,
        check=False,
    )
    assert refused.returncode != 0, "a release with another checksum was taken"


home = installed()
team = a_new_workspace_is_checked_run_and_asked(home, few_tools())
status_is_watched_on_a_terminal(team)
a_second_release_refuses_a_workspace_of_the_first(team)
a_java_module_is_drafted(team)
the_workflow_passes(team, home)
the_java_module_runs(team)
print("The release does what its README says.")
