"""What a DAG's tasks run where they go through spark-submit, run: its words, and its exit codes.

Usage: submitted.py HOME_OF_A_RELEASE EMPTY_FOLDER

The Spark is the release's own; set SPARK_SUBMIT to the program of an installed one to try that.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from airflow_stage import Workspace

# What bin/spark-submit of Spark does: its launcher makes the command of the JVM.
SUBMIT = """#!/bin/sh
exec {python} - {lib} "$@" <<'PYTHON'
import os, subprocess, sys
launcher = ["java", "-cp", sys.argv[1] + "/*", "org.apache.spark.launcher.Main", "org.apache.spark.deploy.SparkSubmit"]
words = subprocess.check_output(launcher + sys.argv[2:]).split(b"\\0")
command = [word.lstrip(b"\\n") for word in words[:-1]]
command = command if command[0] else command[1:]
os.execvp(command[0], command)
PYTHON
"""


def a_team():
    house.write("schemas/shop/_domain.yaml", 'schedule: {cron: "0 5 * * *", timezone: Europe/London}\n')
    by_day = "interval: {column: sold_on, grain: day, timezone: Europe/London}"
    amount = "{name: amount, logicalType: integer, logicalTypeOptions: {minimum: 0}}"
    day = "{name: sold_on, logicalType: date, primaryKey: true, required: true}"
    till = "sources: [{name: till, files: 'till/{day}.csv', format: csv}]"
    load = f"load: {{mode: merge, latestBy: [_day], {by_day}}}"
    house.contract("shop", "sale", [day, amount.replace("minimum: 0", "minimum: -9")], f"{{layer: curated, {till}, {load}}}")
    house.contract("shop", "takings", [day, amount], f"{{layer: published, load: {{mode: replaceInterval, {by_day}}}}}")
    house.write(
        "jobs/shop/takings.sql",
        "SELECT sold_on, sum(amount) AS amount FROM shop_curated.sale\n"
        "WHERE sold_on >= :interval_start AND sold_on < :interval_end GROUP BY sold_on\n",
    )
    house.write("landing/till/2026-11-02.csv", "sold_on,amount\n2026-11-01,5\n2026-11-02,-3\n")
    house.write(
        "assize.yaml",
        "environments:\n  prod:\n    warehouse: warehouse\n    landing: landing\n    airflow:\n"
        f"      command: ['{program}']\n      workspace: '{house.folder}'\n"
        f"      submit: {{master: 'local[1]', home: '{home}', conf: {{spark.sql.shuffle.partitions: 3}}}}\n",
    )


def installed_submit():
    if "SPARK_SUBMIT" in os.environ:
        return os.environ["SPARK_SUBMIT"]
    script = folder / "spark-submit"
    script.write_text(SUBMIT.format(python=sys.executable, lib=home / "lib"))
    script.chmod(0o755)
    spark = folder / "spark"
    spark.mkdir()
    (spark / "jars").symlink_to(home / "lib")
    os.environ.update(SPARK_HOME=str(spark), SPARK_SCALA_VERSION="2.12")
    return str(script)


def runs(*words):
    """The exit code, and what was said."""
    done = subprocess.run([*dag["command"], *words], cwd=folder, text=True, capture_output=True, check=False)
    return done.returncode, done.stdout + done.stderr


home, folder = (Path(argument).resolve() for argument in sys.argv[1:3])
folder.mkdir(exist_ok=True)
house = Workspace(home / "bin/assize", folder / "workspace", folder / "dags")
program = installed_submit()
a_team()
house.assize("airflow", "generate", "--out", str(house.dags))
(declared,) = house.dags.glob("*.json")
dag = json.loads(declared.read_text())
assert dag["command"][:5] == [program, "--master", "local[1]", "--deploy-mode", "client"], dag
code, told = runs("shop/sale")
assert code == 0 and "committed" in told, (code, told)
code, told = runs("--from=2026-11-01T05:00:00+00:00", "--to=2026-11-03T05:00:00+00:00", "shop/takings")
assert code == 4 and "held by amount_range" in told and " INFO " not in told, (code, told)
code, told = runs("shop/nothing")
assert code == 2 and "No table" in told, (code, told)
print("Through spark-submit tasks end as through the launcher: 0, held 4, refused 2.")
