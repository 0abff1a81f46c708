"""An installation of the launcher whose Java tells how it was called and whose Maven pretends."""

import os
import pathlib
import shutil
import subprocess
import time

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent
PARTS = ROOT / "jobs/framework/cli/src/main/launcher"
JAVA = """#!/bin/sh
printf '%s\\n' "$@"
printf 'class path %s\\n' "$CLASSPATH"
printf 'locale %s\\n' "${LC_ALL:-}"
exit ${JAVA_EXIT:-0}
"""
MAVEN = """#!/bin/sh
echo "mvn $*" >>calls
echo '[INFO] Scanning for projects...'
echo '[INFO] Building Assize core 0.1.0-SNAPSHOT                    [1/2]'
if [ -e broken ]; then
  echo '[ERROR] Core.java:[3,1] cannot find symbol'
  exit 1
fi
mkdir -p jobs/framework/cli/target
cp -R jobs/framework/cli/src/main/launcher/* jobs/framework/cli/target
touch jobs/framework/cli/target/lib/assize-cli.jar
"""
ROOT_POM = """<modules>
  <module>jobs/framework/core</module>
  <module>jobs/cases</module>
</modules>
"""


@pytest.fixture
def release(tmp_path):
    return released(tmp_path / "a-release")


@pytest.fixture
def awkward_release(tmp_path):
    return released(tmp_path / "a release é")


def released(folder):
    installed = Installation(folder, "bin/assize")
    shutil.copytree(PARTS, installed.folder, dirs_exist_ok=True)
    for jar in ("zstd.jar", "assize-cli.jar", "avro.jar"):
        (installed.lib / jar).touch()
    return installed


@pytest.fixture
def tree(tmp_path):
    sources = Installation(tmp_path / "sources", "assize")
    shutil.copy(ROOT / "assize", sources.folder)
    shutil.copytree(PARTS, sources.folder / "jobs/framework/cli/src/main/launcher")
    for file in (
        "jobs/cases/src/main/A.java",
        "jobs/cases/src/test/B.java",
        "orchestration/pom.xml",
    ):
        (sources.folder / file).parent.mkdir(parents=True, exist_ok=True)
        (sources.folder / file).touch()
    (sources.folder / "pom.xml").write_text(ROOT_POM)
    sources.tool("mvn", MAVEN)
    (sources.java_home / "bin" / "javac").symlink_to("java")
    assert sources.run("check").returncode == 0
    time.sleep(0.02)
    return sources


class Installation:
    def __init__(self, folder, script):
        self.folder = folder
        folder.mkdir()
        self.lib = folder / "lib"
        self.script = folder / script
        self.java_home = java(folder.parent / "jdk", "17.0.15")
        self.tools = folder.parent / "tools"
        self.tools.mkdir()

    def tool(self, name, text):
        (self.tools / name).write_text(text)
        (self.tools / name).chmod(0o755)

    def builds(self):
        return (self.folder / "calls").read_text().splitlines()

    def run(self, *arguments, script=None, user=None, cwd=None, **variables):
        environment = {
            "PATH": f"{self.tools}:{os.environ['PATH']}",
            "JAVA_HOME": str(self.java_home),
            **variables,
        }
        return subprocess.run(
            [str(script or self.script), *arguments],
            env=environment,
            user=user,
            cwd=cwd,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )


def java(home, version):
    (home / "bin").mkdir(parents=True)
    (home / "bin" / "java").write_text(JAVA)
    (home / "bin" / "java").chmod(0o755)
    (home / "release").write_text(f'IMPLEMENTOR="X"\nJAVA_VERSION="{version}"\n')
    return home
