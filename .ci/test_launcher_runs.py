"""The launcher in the layout of a release: what Java is given."""

import os
import pathlib
import shutil
import subprocess

from conftest import java

NEEDED = (
    *("cat", "cksum", "cut", "dirname", "du", "grep", "ls", "mkdir", "mv"),
    *("od", "readlink", "rm", "sed", "sh", "tr"),
)


def test_arguments_and_the_exit_code_pass_through(release):
    answer = release.run("query", "SELECT 'a b'", "", JAVA_EXIT="4")

    assert answer.returncode == 4
    lines = answer.stdout.splitlines()
    assert lines[lines.index("org.assize.cli.Main") + 1 :][:3] == ["query", "SELECT 'a b'", ""]
    assert answer.stderr == ""


def test_it_runs_through_links_from_a_folder_of_any_name(awkward_release, tmp_path):
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "first").symlink_to(awkward_release.script)
    (tmp_path / "second").symlink_to("bin/first")

    answer = awkward_release.run("run", "a b", script=tmp_path / "second")

    assert f"class path {awkward_release.lib}/assize-cli.jar:" in answer.stdout
    assert "\na b\n" in answer.stdout
    assert "Archive" not in answer.stdout  # Java 17 would write one and use none of its classes.


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
    newer = java(tmp_path / "newer", "25.0.1")

    answer = release.run("check", JAVA_HOME=str(newer), PATH=few_tools(release, tmp_path))

    assert answer.returncode == 2
    assert f"JAVA_HOME: {newer}, which is Java 25.0.1\n  PATH: no java\n" in answer.stderr
    assert "Install a Java 17 runtime" in answer.stderr
    assert answer.stdout == ""


def test_a_java_that_a_script_on_the_path_chooses_is_asked_for(release, tmp_path):
    tools = few_tools(release, tmp_path)
    chooser = pathlib.Path(tools, "java")
    chooser.write_text(f"#!/bin/sh\necho '    java.home = {release.java_home}'\n")
    chooser.chmod(0o755)

    assert release.run("check", JAVA_HOME="", PATH=tools).returncode == 0


def test_a_folder_that_java_cannot_have_on_its_class_path_is_refused(release, tmp_path):
    release.folder.rename(tmp_path / "a:b")

    answer = release.run("check", script=tmp_path / "a:b/bin/assize")

    assert answer.returncode == 2
    assert "a folder with a colon in its name" in answer.stderr


def test_the_second_run_makes_the_archive_of_classes_and_later_starts_use_it(release):
    assert "Archive" not in release.run("check").stdout
    assert "Archive" not in release.run("run").stdout
    assert "Archive" not in release.run("check").stdout
    made = archive_made_by(release)
    assert "Archive" not in release.run("query").stdout

    finish(made)

    answer = release.run("query")
    assert f"-XX:SharedArchiveFile={made.with_suffix('')}\n" in answer.stdout
    assert not made.exists()
    assert "-XX:SharedArchiveFile=" not in release.run("query", ASSIZE_OPTS="-javaagent:x").stdout


def test_an_archive_of_other_jars_or_an_unfinished_one_is_not_used(release):
    made = archive_made_by(release)
    made.write_bytes(bytes(100))
    assert "-XX:SharedArchiveFile=" not in release.run("query").stdout
    assert not made.exists()

    made = archive_made_by(release)
    finish(made)
    (release.lib / "build").write_text("another build of the same size")
    assert "-XX:SharedArchiveFile=" not in release.run("query").stdout


def test_two_that_run_at_once_write_two_archives_and_one_is_taken(release):
    one, two = archive_made_by(release), archive_made_by(release)
    assert one != two
    with subprocess.Popen(["cat"], stdin=subprocess.PIPE) as writer:
        still_written = one.with_suffix(f".{writer.pid}")
        for archive in (one, two, still_written):
            finish(archive)

        answer = release.run("query")

        writer.stdin.close()
    assert "-XX:SharedArchiveFile=" in answer.stdout
    left = [file for file in release.lib.glob("*.jsa*") if file.suffix != ".wanted"]
    assert sorted(left) == [one.with_suffix(""), still_written]



def test_a_run_over_little_data_does_without_the_second_compiler(release, tmp_path):
    quick = "-XX:TieredStopAtLevel=1"
    assert quick not in release.run("run", cwd=tmp_path).stdout
    landing = tmp_path / "landing"
    landing.mkdir()
    (landing / "small.csv").write_text("a\n1\n")
    assert quick in release.run("run", "shop", cwd=tmp_path).stdout
    for elsewhere in ("--env=prod", "--workspace=x"):
        assert quick not in release.run("run", elsewhere, cwd=tmp_path).stdout

    (landing / "large.csv").write_bytes(os.urandom(65 * 2**20))

    assert quick not in release.run("run", cwd=tmp_path).stdout


def test_where_the_jars_are_somebody_elses_the_archive_is_in_the_users_cache(release, tmp_path):
    release.lib.chmod(0o555)
    cache = tmp_path / "cache"
    cache.mkdir(mode=0o777)
    cache.chmod(0o777)
    nobody = 65534 if os.geteuid() == 0 else None
    for folder in (tmp_path, *tmp_path.parents[:2]) if nobody else ():
        folder.chmod(folder.stat().st_mode | 0o011)

    made = archive_made_by(release, user=nobody, XDG_CACHE_HOME=str(cache))

    assert made.parent == cache / "assize"
    finish(made)
    answer = release.run("check", user=nobody, XDG_CACHE_HOME=str(cache))
    assert f"-XX:SharedArchiveFile={made.with_suffix('')}\n" in answer.stdout
    homeless = release.run("run", user=nobody, XDG_CACHE_HOME="", HOME="")
    assert homeless.returncode == 0
    assert "Archive" not in homeless.stdout


def archive_made_by(release, **surroundings):
    release.run("run", **surroundings)
    trained = release.run("run", **surroundings).stdout
    return pathlib.Path(trained.split("-XX:ArchiveClassesAtExit=")[1].splitlines()[0])


def finish(archive):
    archive.write_bytes(b"\xa8\x0b" + bytes(100))


def few_tools(release, tmp_path):
    """A PATH with what the launcher needs and no Java; none in the usual places either."""
    chooser = release.lib / "java-17.sh"
    chooser.write_text(chooser.read_text().replace("/usr/lib/jvm/", "/nowhere/"))
    tools = tmp_path / "few tools"
    tools.mkdir()
    for tool in NEEDED:
        (tools / tool).symlink_to(shutil.which(tool))
    return str(tools)
