"""Prints start and end, in UTC, of each interval of a DAG: DAG_FOLDER DAG FROM UNTIL."""

import sys

import pendulum
from airflow.dag_processing.dagbag import DagBag
from airflow.serialization.serialized_objects import DagSerialization
from airflow.timetables.base import TimeRestriction

folder, dag, first, until = sys.argv[1:]
# The scheduler's own timetable, of what the factory made.
timetable = DagSerialization.from_dict(DagSerialization.to_dict(DagBag(folder).dags[dag])).timetable
limits = TimeRestriction(pendulum.parse(first), pendulum.parse(until), True)
last = None
while info := timetable.next_dagrun_info(last_automated_data_interval=last, restriction=limits):
    last = info.data_interval
    print("interval", *(t.in_timezone("UTC").format("YYYY-MM-DDTHH:mm:ss[Z]") for t in last))
