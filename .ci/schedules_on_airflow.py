"""Two teams' schedules on a real Airflow: what runs, what is held, who is told.

Usage: schedules_on_airflow.py LAUNCHER INSTALLED_AIRFLOW EMPTY_FOLDER
"""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.parse import quote

launcher, airflow, folder = (Path(argument).resolve() for argument in sys.argv[1:4])
server_scripts = Path(__file__).resolve().parent.parent / "orchestration/airflow/server"
workspace = folder / "workspace"
dags = folder / "dags"
TAKINGS = "shop__0_5_x_x_x__Europe_London"
FINES = "court__when_published"

CONTRACT = """apiVersion: v3.1.0
kind: DataContract
id: {domain}.{table}
version: 1.0.0
status: active
schema:
  - name: {table}
    description: Made up.
    properties:
{columns}
customProperties:
  - property: assize
    value:
      {assize}
"""


def write(path, text):
    file = workspace / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def contract(domain, table, columns, assize):
    lines = "\n".join(f"      - {column}" for column in columns)
    write(f"schemas/{domain}/{table}.odcs.yaml", CONTRACT.format(domain=domain, table=table, columns=lines, assize=assize))


def make_workspace():
    write("schemas/shop/_domain.yaml", 'owner: Shop\nschedule: {cron: "0 5 * * *", timezone: Europe/London}\nruns: {retries: 0}\n')
    contract(
        "shop",
        "sale",
        [
            "{name: id, logicalType: integer, primaryKey: true, required: true}",
            "{name: sold_on, logicalType: date, required: true}",
            "{name: amount, logicalType: integer}",
        ],
        "{layer: curated, sources: [{name: till, files: 'till/{day}.csv', format: csv}], load: {mode: merge, latestBy: [_day], interval: {column: sold_on, grain: day, timezone: Europe/London}}}",
    )
    contract(
        "shop",
        "takings",
        [
            "{name: sold_on, logicalType: date, primaryKey: true, required: true}",
            "{name: amount, logicalType: integer, logicalTypeOptions: {minimum: 0}}",
        ],
        "{layer: published, load: {mode: replaceInterval, interval: {column: sold_on, grain: day, timezone: Europe/London}}}",
    )
    write(
        "jobs/shop/takings.sql",
        "SELECT sold_on, sum(amount) AS amount FROM shop_curated.sale\n"
        "WHERE sold_on >= :interval_start AND sold_on < :interval_end GROUP BY sold_on\n",
    )
    write("schemas/court/_domain.yaml", "owner: Court\n")
    contract(
        "court",
        "fines",
        ["{name: total, logicalType: integer}"],
        "{layer: published, load: {mode: replace}}",
    )
    write("jobs/court/fines.sql", "SELECT sum(amount) AS total FROM shop_published.takings\n")


def settings(url):
    write(
        "assize.yaml",
        f"environments:\n  prod:\n    warehouse: warehouse\n    landing: landing\n"
        f"    airflow: {{url: '{url}', dags: '{dags}', command: ['{launcher}'], workspace: '{workspace}'}}\n",
    )


def deliver(day, *rows):
    lines = "".join(f"{number},{sold},{amount}\n" for number, sold, amount in rows)
    write(f"landing/till/{day}.csv", "id,sold_on,amount\n" + lines)


def assize(*words, expect=0):
    done = subprocess.run(
        [launcher, *words, "--env", "prod"],
        cwd=workspace,
        text=True,
        capture_output=True,
        env=os.environ | {"ASSIZE_AIRFLOW_PASSWORD": password},
    )
    assert done.returncode == expect, f"{words} ended with {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


def value(sql):
    return json.loads(assize("query", "--json", sql))["rows"]


class Server:
    def __init__(self, url):
        self.url = url
        self.token = self.ask("POST", "/auth/token", {"username": "admin", "password": password})["access_token"]

    def ask(self, method, path, body=None):
        request = urllib.request.Request(
            self.url + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        if hasattr(self, "token"):
            request.add_header("Authorization", "Bearer " + self.token)
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def runs(self, dag):
        return self.ask("GET", f"/api/v2/dags/{dag}/dagRuns?order_by=-run_after")["dag_runs"]

    def tasks(self, dag, run):
        found = self.ask("GET", f"/api/v2/dags/{dag}/dagRuns/{quote(run, safe='')}/taskInstances")
        return {task["task_id"]: task for task in found["task_instances"]}

    def trigger(self, dag, run):
        return self.ask("POST", f"/api/v2/dags/{dag}/dagRuns", {"logical_date": None, "dag_run_id": run})

    def ended(self, dag, run, seconds=400):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            found = self.ask("GET", f"/api/v2/dags/{dag}/dagRuns/{quote(run, safe='')}")
            if found["state"] in ("success", "failed"):
                return found["state"]
            time.sleep(1)
        states = {name: task["state"] for name, task in self.tasks(dag, run).items()}
        raise AssertionError(f"{dag} {run} has not ended: {states}")

    def first_ended(self, dag, number, seconds=400):
        """The newest run, once there are so many and it has ended."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            runs = self.runs(dag)
            if len(runs) >= number:
                return self.ended(dag, runs[0]["dag_run_id"])
            time.sleep(1)
        raise AssertionError(f"{dag} has {len(self.runs(dag))} runs")

    def log(self, dag, run, task):
        path = f"/api/v2/dags/{dag}/dagRuns/{quote(run, safe='')}/taskInstances/{task}/logs/1?full_content=true"
        return json.dumps(self.ask("GET", path))


def passed(what):
    print(f"{time.monotonic() - began:5.0f} s  {what}", flush=True)


def story(server):
    told = assize("airflow", "sync")
    assert "pool assize_shop with 2 slots" in told and f"begin {FINES}" in told, told
    assert "nothing to do" in assize("airflow", "sync")
    assert server.ask("GET", "/api/v2/importErrors")["total_entries"] == 0
    assert server.ask("GET", "/api/v2/pools/assize_court")["slots"] == 2
    passed("sync makes pools and DAGs, and a second time nothing")

    # Without catch-up Airflow runs the latest interval as soon as the DAG is let go.
    assert server.first_ended(TAKINGS, 1) == "success"
    assert server.first_ended(FINES, 1) == "success"
    assert value("SELECT total FROM court_published.fines") == [{"total": 60}]
    scheduled = server.runs(TAKINGS)[0]
    assert scheduled["run_type"] == "scheduled", scheduled
    assert server.runs(FINES)[0]["run_type"] == "asset_triggered"
    passed("the latest interval runs, and another team's table follows what was published")

    deliver("2026-11-03", (4, "2026-11-03", -500))
    server.trigger(TAKINGS, "held")
    assert server.ended(TAKINGS, "held") == "failed"
    tasks = server.tasks(TAKINGS, "held")
    assert tasks["sale"]["state"] == "success", tasks
    assert tasks["takings"]["state"] == "failed" and tasks["takings"]["try_number"] == 1, tasks
    assert "held: the gate did not let a batch pass" in server.log(TAKINGS, "held", "takings")
    time.sleep(10)
    assert len(server.runs(FINES)) == 1
    assert value("SELECT count(*) AS n FROM shop_published.takings") == [{"n": 2}]
    passed("what the gate held is not published, fails at once and starts nobody")

    batch = value("SELECT batch_id FROM ops.metric WHERE effect = 'held' LIMIT 1")[0]["batch_id"]
    assize("quality", "accept", batch, "--reason", "refunds of a whole day")
    server.trigger(TAKINGS, "after")
    assert server.ended(TAKINGS, "after") == "success"
    assert server.first_ended(FINES, 2) == "success"
    assert value("SELECT total FROM court_published.fines") == [{"total": -440}]
    passed("accepted, it is published and followed")

    plan = {"dag_id": TAKINGS, "from_date": "2026-10-22T00:00:00+01:00", "to_date": "2026-10-28T23:00:00Z"}
    server.ask("POST", "/api/v2/backfills", plan)
    deadline = time.monotonic() + 900
    while time.monotonic() < deadline:
        runs = [run for run in server.runs(TAKINGS) if run["run_type"] == "backfill"]
        if len(runs) == 7 and all(run["state"] in ("success", "failed") for run in runs):
            break
        time.sleep(2)
    assert [run["state"] for run in runs] == ["success"] * 7, runs
    spans = sorted((run["data_interval_start"], run["data_interval_end"]) for run in runs)
    assert all(spans[i][1] == spans[i + 1][0] for i in range(6)), spans
    assert "--from=2026-10-2" in server.log(TAKINGS, runs[0]["dag_run_id"], "takings")
    assert value("SELECT sum(amount) AS n FROM shop_published.takings") == [{"n": -440}]
    passed("a week is filled in again, over the night that has 25 hours, and changes nothing")


# Told to end, it still stops the server that it started.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
began = time.monotonic()
dags.mkdir(parents=True)
make_workspace()
deliver("2026-11-01", (1, "2026-11-01", 10), (2, "2026-11-01", 20))
deliver("2026-11-02", (3, "2026-11-02", 30))
url = subprocess.run([server_scripts / "start", airflow, dags], check=True, text=True, stdout=subprocess.PIPE).stdout.strip()
try:
    password = json.loads((airflow / "server/passwords.json").read_text())["admin"]
    settings(url)
    passed("Airflow is up")
    story(Server(url))
finally:
    subprocess.run([server_scripts / "stop", airflow], check=True)
passed("Airflow is down")
