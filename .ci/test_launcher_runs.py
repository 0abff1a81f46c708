"""The launcher in the layout of a release: what Java is given."""

import pathlib
import subprocess

from conftest import LAUNCHER, java


def test_arguments_and_the_exit_code_pass_through(release):
    answer = release.run("query", "SELECT 'a b'", "", JAVA_EXIT="4")

    assert answer.returncode == 4
    lines = answer.stdout.splitlines()
    assert lines[lines.index("org.assize.cli.Main") + 1 :][:3] == ["query", "SELECT 'a b'", ""]
    assert answer.stderr == ""


def test_it_runs_through_links_from_any_folder(release, tmp_path):
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "first").symlink_to(release.script)
    (tmp_path / "second").symlink_to("bin/first")

    assert str(release.lib) in release.run("check", script=tmp_path / "second").stdout


def test_the_class_path_has_a_fixed_order_with_our_jars_first(release):
    expected = ":".join(
        f"{release.lib}/{jar}" for jar in ("assize-cli.jar", "avro.jar", "zstd.jar")
    )
    assert f"class path {expected}\n" in release.run("check").stdout


def test_own_options_come_after_ours_so_that_they_win(release):
    lines = release.run("check", ASSIZE_OPTS="-Xmx5g -Dx=y").stdout.splitlines()

    assert lines.index("-Xmx2g") < lines.index("-Xmx5g") < lines.index("org.assize.cli.Main")
    assert "-Dx=y" in lines


def test_file_names_are_utf_8_even_where_the_locale_says_nothing(release):
    assert "locale C.UTF-8" in release.run("check", LANG="C").stdout
    assert "locale C.UTF-8" not in release.run("check", LANG="en_GB.UTF-8").stdout


def test_another_java_is_refused_with_the_mend(release, tmp_path):
    release.script.write_text(LAUNCHER.read_text().replace("/usr/lib/jvm/", "/nowhere/"))
    newer = java(tmp_path / "newer", "25.0.1")
    tools = tmp_path / "few tools"
    tools.mkdir()
    for tool in ("bash", "env", "readlink", "dirname", "grep"):
        (tools / tool).symlink_to(subprocess.check_output(["which", tool], text=True).strip())

    answer = release.run("check", JAVA_HOME=str(newer), PATH=str(tools))

    assert answer.returncode == 2
    assert f"no Java 17 found in JAVA_HOME ({newer})" in answer.stderr
    assert "install a JDK 17 and set JAVA_HOME to its folder" in answer.stderr
    assert "org.assize" not in answer.stdout


def test_a_run_makes_the_archive_of_classes_and_later_starts_use_it(release):
    trained = release.run("run").stdout
    assert "-XX:ArchiveClassesAtExit=" in trained
    assert "Archive" not in release.run("query").stdout

    archive = trained.split("-XX:ArchiveClassesAtExit=")[1].splitlines()[0]
    pathlib.Path(archive).write_bytes(b"\xa8\x0b" + bytes(100))

    assert f"-XX:SharedArchiveFile={archive}" in release.run("query").stdout
    assert "-XX:SharedArchiveFile=" not in release.run("query", ASSIZE_OPTS="-javaagent:x").stdout


def test_an_archive_of_other_jars_or_an_unfinished_one_is_not_used(release):
    archive = release.run("run").stdout.split("-XX:ArchiveClassesAtExit=")[1].splitlines()[0]
    pathlib.Path(archive).write_bytes(bytes(100))
    assert "-XX:SharedArchiveFile=" not in release.run("query").stdout
    assert f"-XX:ArchiveClassesAtExit={archive}" in release.run("run").stdout

    pathlib.Path(archive).write_bytes(b"\xa8\x0b" + bytes(100))
    (release.lib / "avro.jar").write_text("changed")
    assert "-XX:SharedArchiveFile=" not in release.run("query").stdout
