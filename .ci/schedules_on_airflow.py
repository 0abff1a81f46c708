"""Two teams' schedules on a real Airflow: what runs, what is held, who is told, what a dead scheduler leaves.

Usage: schedules_on_airflow.py LAUNCHER INSTALLED_AIRFLOW EMPTY_FOLDER
"""

import signal
import sys
import time
from pathlib import Path

from airflow_stage import Server, Workspace, until

TAKINGS = "shop__0_5_x_x_x__Europe_London"
FINES = "court__when_published"
TAKEN = "prison__0_6_x_x_x__Europe_London"
BY_DAY = "interval: {column: sold_on, grain: day, timezone: Europe/London}"

SOMEBODY_ELSES = f"""# An airflow dag file of people who know nothing of Assize.
from airflow.providers.standard.operators.empty import EmptyOperator
from airflow.sdk import DAG

with DAG("{TAKEN}", schedule=None, tags=["prison"], default_args={{"owner": "Laundry"}}):
    EmptyOperator(task_id="wash")
"""


def two_teams():
    house.write(
        "schemas/shop/_domain.yaml",
        'owner: Shop\nschedule: {cron: "0 5 * * *", timezone: Europe/London}\nruns: {slots: 2, retries: 1, retryAfter: PT5S}\n',
    )
    house.contract(
        "shop",
        "sale",
        [
            "{name: id, logicalType: integer, primaryKey: true, required: true}",
            "{name: sold_on, logicalType: date, required: true}",
            "{name: amount, logicalType: integer}",
        ],
        "{layer: curated, sources: [{name: till, files: 'till/{day}.csv', format: csv}],"
        f" load: {{mode: merge, latestBy: [_day], {BY_DAY}}}}}",
    )
    house.contract(
        "shop",
        "takings",
        [
            "{name: sold_on, logicalType: date, primaryKey: true, required: true}",
            "{name: amount, logicalType: integer, logicalTypeOptions: {minimum: 0}}",
        ],
        f"{{layer: published, load: {{mode: replaceInterval, {BY_DAY}}}}}",
    )
    house.write(
        "jobs/shop/takings.sql",
        "SELECT sold_on, sum(amount) AS amount FROM shop_curated.sale\n"
        "WHERE sold_on >= :interval_start AND sold_on < :interval_end GROUP BY sold_on\n",
    )
    house.write("schemas/court/_domain.yaml", "owner: Court\nruns: {retries: 0}\n")
    house.contract("court", "fines", ["{name: total, logicalType: integer}"], "{layer: published, load: {mode: replace}}")
    house.write("jobs/court/fines.sql", "SELECT sum(amount) AS total FROM shop_published.takings\n")


def deliver(day, *rows):
    lines = "".join(f"{number},{sold},{amount}\n" for number, sold, amount in rows)
    house.write(f"landing/till/{day}.csv", "id,sold_on,amount\n" + lines)


def standing(pipeline):
    return next(each for each in house.json("status")["pipelines"] if each["pipeline"] == pipeline)


def total():
    return house.value("SELECT total FROM court_published.fines")


def passed(what):
    print(f"{time.monotonic() - began:5.0f} s  {what}", flush=True)


def deploys():
    assert f"Airflow has no DAG {FINES}" in house.assize("pause", "court", expect=2)
    assert "has not been deployed to `prod`" in house.assize("airflow", "sync", expect=2)
    bundle = house.json("deploy")["bundle"]
    told = house.assize("airflow", "sync")
    assert bundle in (house.dags / f"{TAKINGS}.json").read_text()
    assert "pool assize_shop with 2 slots" in told and f"begin {FINES}" in told, told
    server.ask("DELETE", "/api/v2/pools/assize_court")
    assert server.ask("GET", "/api/v2/importErrors")["total_entries"] == 0
    passed("what is deployed gets pools and DAGs, and nothing else")
    return bundle


def runs_the_latest_interval(bundle):
    # Without catch-up Airflow runs the latest interval as soon as the DAG is let go.
    assert server.nth_ended(TAKINGS, 1) == "success"
    assert server.runs(TAKINGS)[0]["run_type"] == "scheduled"
    until(lambda: len(server.runs(FINES)) == 1, "what was published starts another team's run")
    assert server.runs(FINES)[0]["run_type"] == "asset_triggered"
    told = standing(FINES)
    assert told["state"] == "begun" and told["obstacle"] == "its pool assize_court is missing", told
    assert server.tasks(FINES, told["runId"])["fines"]["state"] in (None, "scheduled")
    assert "pool assize_court with 2 slots" in house.assize("airflow", "sync")
    assert server.nth_ended(FINES, 1) == "success"
    assert total() == [{"total": 65}]
    run = next(table["runId"] for table in house.json("status")["tables"] if table["selector"] == "court/fines")
    assert house.json("run", "show", run)["bundle"] == bundle
    assert "nothing to do" in house.assize("airflow", "sync")
    passed("the latest interval runs, and another team's table follows it once its pool is there")


def holds():
    deliver("2026-11-03", (4, "2026-11-03", -500))
    server.trigger(TAKINGS, "held")
    assert server.ended(TAKINGS, "held") == "failed"
    tasks = server.tasks(TAKINGS, "held")
    assert tasks["sale"]["state"] == "success", tasks
    assert tasks["takings"]["state"] == "failed" and tasks["takings"]["try_number"] == 1, tasks
    assert standing(TAKINGS)["state"] == "held"
    told = house.assize("logs", "shop", "--run", "held", "--table", "takings")
    assert "takings  held" in told and "amount_range 1" in told and "DagBag" not in told, told
    told = house.assize("rerun", "shop", "--failed", "--dry-run")
    assert told == f"again takings\n{TAKINGS}, run held: nothing done.\n", told
    assert server.run(TAKINGS, "held")["state"] == "failed" and len(server.runs(FINES)) == 1
    assert house.value("SELECT count(*) AS n FROM shop_published.takings") == [{"n": 3}]
    passed("what the gate held is not published, fails at once, starts nobody, and the verbs tell why")


def outlives_its_scheduler():
    """A whole run once more, with a new delivery; its scheduler and workers die in the middle of it."""
    batch = house.value("SELECT batch_id FROM ops.metric WHERE effect = 'held' LIMIT 1")[0]["batch_id"]
    house.assize("quality", "accept", batch, "--reason", "refunds of a whole day")
    deliver("2026-11-04", (5, "2026-11-04", 7), (6, "2026-11-04", 8))
    assert "again sale\nagain takings\n" in house.assize("rerun", "shop")
    until(lambda: server.tasks(TAKINGS, "held")["sale"]["state"] == "running", "the first task runs")
    server.kill("scheduler")
    assert "has not ended" in house.assize("rerun", "shop", expect=6)
    server.restart("scheduler")
    refuses_ids_that_are_taken()
    assert server.ended(TAKINGS, "held") == "success"
    assert server.nth_ended(FINES, 2) == "success"
    assert house.value("SELECT count(*) AS n, count(DISTINCT _locator, _file_hash) AS m FROM shop_raw.till") == [{"n": 7, "m": 7}]
    assert house.value("SELECT count(*) AS n FROM shop_curated.sale") == [{"n": 7}]
    assert total() == [{"total": -420}]
    assert server.tasks(TAKINGS, "held")["sale"]["try_number"] == 3
    assert [run["state"] for run in server.runs(FINES)] == ["success"] * 2
    passed("a run whose scheduler was killed ends once, and is followed once")


def refuses_ids_that_are_taken():
    """Of a third team, in a workspace of its own."""
    (house.dags / "laundry.py").write_text(SOMEBODY_ELSES)
    prison = Workspace(launcher, folder / "prison", house.dags / "prison")
    prison.password = house.password
    prison.on(server.url)
    prison.write("schemas/prison/_domain.yaml", 'schedule: {cron: "0 6 * * *", timezone: Europe/London}\n')
    columns = ["{name: id, logicalType: integer, primaryKey: true, required: true}"]
    load = "load: {mode: merge, latestBy: [_day]}"
    prison.contract("prison", "fee", columns, f"{{layer: curated, sources: [{{name: fee_list, files: 'fee/{{day}}.csv', format: csv}}], {load}}}")
    until(lambda: server.knows(TAKEN), "the other's DAG is read")
    prison.assize("deploy")
    for words in (["airflow", "sync"], ["pause", "prison"]):
        told = prison.assize(*words, expect=1)
        assert f"Airflow has a DAG {TAKEN} that is not of this domain. It belongs to Laundry." in told, told
    assert not list(prison.dags.iterdir())
    assert "assize_prison" not in [pool["name"] for pool in server.ask("GET", "/api/v2/pools")["pools"]]
    assert prison.json("status")["pipelines"][0]["deployed"] is False
    passed("an id that another's DAG has is refused, and nothing is made")


def fills_in_beside_others():
    """Five days computed anew, over the night that has 25 hours, while another team's run waits for nobody."""
    before = version()
    plan = house.json("backfill", "plan", "shop/takings", "--from", "2026-10-23", "--to", "2026-10-28")
    assert plan["inTheWay"] == [] and plan["steps"] == 1, plan
    apply = house.begin("backfill", "apply", plan["plan"])
    try:
        until(lambda: pool()["running_slots"] == 2, "one team's runs fill its pool")
        house.assize("pause", "court")
        assert "It waits: the pipeline is paused." in house.assize("rerun", "court")
        told = standing(FINES)
        assert told["paused"] and told["state"] == "waiting", told
        house.assize("resume", "court")
        let_go = time.monotonic()
        assert server.ended(FINES, server.runs(FINES)[0]["dag_run_id"]) == "success"
        waited = time.monotonic() - let_go
        left = len([run for run in filled_in() if run["state"] not in ("success", "failed")])
        passed(f"another team's run, let go, is done after {waited:.0f} s while {left} runs of a backfill are open")
        assert left >= 1, "the backfill was over too soon to be in anybody's way"
        blocked = house.assize("backfill", "apply", plan["plan"], expect=5)
        assert f"the pipeline {TAKINGS} is running" in blocked, blocked
        most = 0
        while apply.poll() is None:
            most = max(most, pool()["occupied_slots"])
            time.sleep(1)
        told = apply.stdout.read()
        assert apply.returncode == 0 and "6 of 6 runs have ended" in told, told
        assert "step 1 of 1  shop/takings  2026-10-23 to 2026-10-28  done" in told, told
    finally:
        apply.kill()
    assert most <= 2, most
    runs = filled_in()
    assert [run["state"] for run in runs] == ["success"] * 6, runs
    spans = sorted((run["data_interval_start"], run["data_interval_end"]) for run in runs)
    assert all(spans[i][1] == spans[i + 1][0] for i in range(5)), spans
    assert {server.tasks(TAKINGS, run["dag_run_id"])["sale"]["state"] for run in runs} == {"skipped"}
    told = house.json("logs", "shop", "--run", "backfill__2026-10-26", "--table", "shop/takings")
    assert "shop/takings  committed" in told["tasks"][0]["lines"][1], told
    assert version() > before
    assert house.value("SELECT sum(amount) AS n FROM shop_published.takings") == [{"n": -420}]
    passed("five days are computed anew, two at a time, and come out as they were")


def waits_for_a_server_that_dies():
    """A table that another team's publishing starts, computed anew: meanwhile the server dies, and the token ends."""
    server.ask("PATCH", f"/api/v2/dags/{FINES}", {"is_paused": True})
    plan = house.json("backfill", "plan", "court/fines", "--from", "2026-11-01")
    assert plan["inTheWay"] == [f"the pipeline {FINES} is paused, and a backfill of it would wait"], plan
    server.ask("PATCH", f"/api/v2/dags/{FINES}", {"is_paused": False})
    slots(0)
    before = len(server.runs(FINES))
    apply = house.begin("backfill", "apply", plan["plan"])
    try:
        until(lambda: len(server.runs(FINES)) > before, "the step is a run by hand")
        server.log_in()
        token = server.token
        server.kill("api-server")
        server.restart("api-server")
        until(lambda: not server.takes(token), "a token that is younger than the verb's is over")
        assert apply.poll() is None, apply.stdout.read()
        slots(2)
        told, _ = apply.communicate(timeout=300)
        assert apply.returncode == 0 and "step 1 of 1  court/fines  " in told, told
    finally:
        apply.kill()
    run = server.runs(FINES)[0]
    assert (run["run_type"], run["state"]) == ("manual", "success"), run
    passed("a step outlasts the death of the server and its token, and a table without intervals is one run")


def slots(number):
    server.ask("PATCH", "/api/v2/pools/assize_court", {"pool": "assize_court", "slots": number, "include_deferred": True})


def version():
    tables = house.json("status")["tables"]
    return next(table["version"] for table in tables if table["selector"] == "shop/takings")


def pool():
    return server.ask("GET", "/api/v2/pools/assize_shop")


def filled_in():
    return [run for run in server.runs(TAKINGS) if run["run_type"] == "backfill"]


# Told to end, it still stops the server that it started.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
began = time.monotonic()
launcher, installed, folder = (Path(argument).resolve() for argument in sys.argv[1:4])
house = Workspace(launcher, folder / "workspace", folder / "dags")
two_teams()
deliver("2026-11-01", (1, "2026-11-01", 10), (2, "2026-11-01", 20), (7, "2026-10-25", 5))
deliver("2026-11-02", (3, "2026-11-02", 30))
server = Server(installed, house.dags)
try:
    house.password = server.log_in()
    house.on(server.url)
    passed("Airflow is up")
    runs_the_latest_interval(deploys())
    holds()
    outlives_its_scheduler()
    fills_in_beside_others()
    waits_for_a_server_that_dies()
    assert "is wrong" in house.assize("logs", "shop", password="wrong", expect=2)
finally:
    server.stop()
assert "did not log in" in house.assize("status", expect=6)
passed("Airflow is down, and that is said")
