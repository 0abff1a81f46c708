"""Runs a task of a DAG for real and prints what its process sees: DAG_FOLDER DAG TASK TRY, a variable a line."""

import sys
from types import SimpleNamespace

from airflow.dag_processing.dagbag import DagBag

folder, dag, task, number = sys.argv[1:]
chosen = DagBag(folder).dags[dag].get_task(task)
chosen.command = ["python3", "-c", "import os; print('\\n'.join(f'{k}={v}' for k, v in sorted(os.environ.items())))"]
chosen.tables = []
chosen.interval = ["", "", "scheduled"]
chosen.execute(
    {
        "dag_run": SimpleNamespace(conf={}),
        "ti": SimpleNamespace(dag_id=dag, task_id=task, run_id="scheduled__1", try_number=int(number)),
    }
)
