"""A day's work: one DAG with two tasks, the first of which prints its interval and can be told to fail."""

from datetime import datetime, timezone

from airflow.sdk import DAG, Asset, CronDataIntervalTimetable, task

with DAG(
    "day",
    schedule=CronDataIntervalTimetable("0 2 * * *", timezone="Europe/London"),
    start_date=datetime(2026, 3, 1, tzinfo=timezone.utc),
    catchup=False,
    max_active_runs=3,
    is_paused_upon_creation=True,
    tags=["tests", "daily"],
):

    @task
    def count(dag_run=None):
        print(f"from {dag_run.data_interval_start} to {dag_run.data_interval_end}: für Zoë")
        if dag_run.conf.get("fail"):
            raise ValueError("told to fail")

    @task(outlets=[Asset(name="figures", uri="assize://tests/figures")])
    def publish(*, outlet_events=None):
        outlet_events[Asset(name="figures", uri="assize://tests/figures")].extra = {"rows": 3}

    count() >> publish()
