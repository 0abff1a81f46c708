"""A DAG from the JSON that stands beside a generated file. Decides nothing that the JSON says."""

import json
import os
import uuid
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from airflow.providers.standard.hooks.subprocess import SubprocessHook
from airflow.sdk import DAG, Asset, AssetAny, BaseOperator, CronDataIntervalTimetable
from airflow.sdk.exceptions import AirflowException, AirflowFailException, AirflowSkipException

PERMANENT = {
    1: "failed; trying again would not help",
    2: "the configuration is wrong, or a permission or a root is missing",
    3: "some tables failed, the others are done",
    4: "held: the gate did not let a batch pass; look at it with `assize quality candidate`",
}
PASSING = {
    5: "an input is not ready yet",
    6: "failed for a passing reason",
}
FROM = "{{ dag_run.data_interval_start | ts if dag_run.data_interval_start else '' }}"
TO = "{{ dag_run.data_interval_end | ts if dag_run.data_interval_end else '' }}"
KIND = "{{ dag_run.run_type }}"
# In the settings of a run: the only tables that it is for, computed although nothing changed, and their span.
ANEW = "assize_anew"


class AssizeRun(BaseOperator):
    """Runs some tables in a process of their own and understands its exit code."""

    template_fields = ("interval",)
    template_ext = ()

    def __init__(self, *, command, tables, by_interval, **rest):
        super().__init__(**rest)
        self.command = command
        self.tables = tables
        self.by_interval = by_interval
        self.interval = [FROM, TO, KIND]
        self.hook = None

    def execute(self, context):
        argv = self.argv((context["dag_run"].conf or {}).get(ANEW))
        self.hook = SubprocessHook()
        env = {**os.environ, **parents(context["ti"])}
        code = self.hook.run_command(command=argv, env=env).exit_code
        if code in PERMANENT:
            raise AirflowFailException(PERMANENT[code])
        if code != 0:
            raise AirflowException(PASSING.get(code, f"ended with exit code {code}"))

    def argv(self, anew=None):
        """A scheduled run takes whatever is out of date, by the ledger; another names its span."""
        start, end, kind = self.interval
        # The kind is rendered as a member of an enumeration: DagRunType.MANUAL.
        named = start and kind.rsplit(".")[-1].lower() in ("backfill", "manual")
        if anew is not None:
            return [*self.command, *self.computed_anew(anew, (start, end) if named else None)]
        span = [f"--from={start}", f"--to={end}"] if named and self.by_interval else []
        return [*self.command, *span, *self.tables]

    def computed_anew(self, anew, interval):
        """Only what is meant, and of neighbouring intervals each day in the one where it starts."""
        tables = [table for table in self.tables if table in anew["tables"]]
        span = []
        if self.by_interval and "from" in anew:
            start, end = at(anew["from"]), at(anew["to"])
            if interval:
                start, end = max(start, at(interval[0])), min(end, at(interval[1]))
            span = [f"--from={start.isoformat()}", f"--to={end.isoformat()}", "--starting"]
            tables = tables if start < end else []
        if not tables:
            raise AirflowSkipException("nothing here is meant by this run")
        return ["--restate", *span, *tables]

    def on_kill(self):
        if self.hook is not None:
            self.hook.send_sigterm()


def parents(ti):
    """Which task a run belongs to, in OpenLineage's variables: as Airflow's own events name it, if it sends any."""
    try:
        from airflow.providers.openlineage.plugins import macros

        found = {"OPENLINEAGE_PARENT_ID": macros.lineage_parent_id(ti)}
        if hasattr(macros, "lineage_root_parent_id"):
            found["OPENLINEAGE_ROOT_PARENT_ID"] = macros.lineage_root_parent_id(ti)
        return found
    except Exception:  # the provider is not there, or cannot tell: no reason to fail a task
        namespace = os.environ.get("OPENLINEAGE_NAMESPACE", "default")
        run = f"airflow/{ti.dag_id}/{ti.run_id}"
        return {
            "OPENLINEAGE_PARENT_ID": f"{namespace}/{ti.dag_id}.{ti.task_id}/"
            + str(uuid.uuid5(uuid.NAMESPACE_URL, f"{run}/{ti.task_id}/{ti.try_number}")),
            "OPENLINEAGE_ROOT_PARENT_ID": f"{namespace}/{ti.dag_id}/{uuid.uuid5(uuid.NAMESPACE_URL, run)}",
        }


def at(time):
    return datetime.fromisoformat(time.replace("Z", "+00:00"))


def dag_from(file):
    declared = json.loads(Path(file).with_suffix(".json").read_text(encoding="utf-8"))
    schedule, start, catchup = when(declared)
    dag = DAG(
        dag_id=declared["dag_id"],
        schedule=schedule,
        start_date=start,
        catchup=catchup,
        max_active_runs=1,
        tags=declared["tags"],
        default_args={
            "owner": declared["owner"],
            "pool": declared["pool"],
            "retries": declared["retries"],
            "retry_delay": timedelta(seconds=declared["retry_seconds"]),
            "retry_exponential_backoff": True,
            "execution_timeout": timedelta(seconds=declared["timeout_seconds"]),
        },
    )
    tasks = {}
    for task in declared["tasks"]:
        tasks[task["id"]] = AssizeRun(
            dag=dag,
            task_id=task["id"],
            command=declared["command"],
            tables=task["tables"],
            by_interval=task["by_interval"],
            # One that was not meant is skipped, and keeps nobody after it from running.
            trigger_rule="none_failed",
            outlets=[Asset(**published) for published in task["publishes"]],
        )
    for task in declared["tasks"]:
        for before in task["after"]:
            tasks[before] >> tasks[task["id"]]
    return dag


def when(declared):
    if "schedule" not in declared:
        return AssetAny(*(Asset(**awaited) for awaited in declared["awaited"])), None, False
    written = declared["schedule"]
    zone = written["timezone"]
    start = datetime.fromisoformat(written.get("start", "2026-01-01")).replace(tzinfo=ZoneInfo(zone))
    return CronDataIntervalTimetable(written["cron"], timezone=zone), start, written["catchup"]
