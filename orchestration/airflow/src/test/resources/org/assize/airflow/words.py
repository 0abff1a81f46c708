"""Prints the words of each task's command: DAG_FOLDER DAG KIND START END SETTINGS, a line for each task."""

import json
import sys

from airflow.dag_processing.dagbag import DagBag
from airflow.sdk.exceptions import AirflowSkipException

folder, dag, kind, start, end, settings = sys.argv[1:]
for task in DagBag(folder).dags[dag].tasks:
    task.interval = [start, end, kind]
    try:
        print(task.task_id, *task.argv(json.loads(settings).get("assize_anew")))
    except AirflowSkipException as skipped:
        print(task.task_id, "skipped:", skipped)
