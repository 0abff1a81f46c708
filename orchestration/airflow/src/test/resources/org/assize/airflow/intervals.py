"""Prints zone, cron, start and end, in UTC, of each interval: ZONE,FROM,UNTIL... -- CRON..."""

import sys

import pendulum
from airflow.timetables.base import TimeRestriction
from airflow.timetables.interval import CronDataIntervalTimetable

middle = sys.argv.index("--")
for span in sys.argv[1:middle]:
    zone, first, until = span.split(",")
    limits = TimeRestriction(pendulum.parse(first), pendulum.parse(until), True)
    for cron in sys.argv[middle + 1 :]:
        timetable = CronDataIntervalTimetable(cron, timezone=pendulum.timezone(zone))
        last = None
        while info := timetable.next_dagrun_info(last_automated_data_interval=last, restriction=limits):
            last = info.data_interval
            print(zone, cron, *(t.in_timezone("UTC").format("YYYY-MM-DDTHH:mm:ss[Z]") for t in last), sep="|")
