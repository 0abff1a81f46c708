"""Prints as JSON what Airflow makes of the DAG files in a folder."""

import json
import sys
import time

from airflow.dag_processing.dagbag import DagBag
from airflow.sdk import AssetAny
from airflow.serialization.serialized_objects import DagSerialization

began = time.monotonic()
bag = DagBag(sys.argv[1])
seconds = time.monotonic() - began
again = DagBag(sys.argv[1])


def awaited(dag):
    condition = getattr(dag.timetable, "asset_condition", None)
    return condition.objects if isinstance(condition, AssetAny) else []


def serialised(dag):
    return json.dumps(DagSerialization.to_dict(dag), sort_keys=True, default=str)


json.dump(
    {
        "errors": {name: str(text)[-2000:] for name, text in bag.import_errors.items()},
        "seconds": seconds,
        "same": all(serialised(dag) == serialised(again.dags[name]) for name, dag in bag.dags.items()),
        "dags": {
            name: {
                "start": str(dag.start_date),
                "catchup": dag.catchup,
                "runs": dag.max_active_runs,
                "tags": sorted(dag.tags),
                "timetable": type(dag.timetable).__name__,
                "awaited": sorted(asset.uri for asset in awaited(dag)),
                "tasks": {
                    task.task_id: {
                        "after": sorted(task.upstream_task_ids),
                        "pool": task.pool,
                        "owner": task.owner,
                        "retries": task.retries,
                        "timeout": task.execution_timeout.total_seconds(),
                        "publishes": [asset.uri for asset in task.outlets],
                    }
                    for task in dag.tasks
                },
            }
            for name, dag in bag.dags.items()
        },
    },
    sys.stdout,
)
