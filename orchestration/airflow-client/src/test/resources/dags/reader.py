"""A DAG that an asset starts, which therefore has no schedule to backfill."""

from airflow.sdk import DAG, Asset, task

with DAG("reader", schedule=[Asset(name="figures", uri="assize://tests/figures")], is_paused_upon_creation=True):

    @task
    def read():
        pass

    read()
