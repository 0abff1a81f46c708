"""Takes in the real data beside the repository and compares with counts made without the platform.

Usage: real_data.py ASSIZE [FOLDER], in the repository's root, where ASSIZE is the launcher and FOLDER
the data. Without the data nothing can be compared, and that is said.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import independent_counts as counts

HEARINGS = {
    "common_platform": ("common-platform-hearings", "**/*.json"),
    "event_receiver": ("hearing-updates/court-hearing-event-receiver", "*.json"),
    "large_hearing": ("hearing-updates/derived", "*.json"),
}
CRIME_FILE = "police-street-crime/police-uk-2018-12-merseyside-street.csv"
CODE_FILE = "cjs-reference/cjs-offences.json"
OUTCOME = (
    "month, court_code, outcome_code, outcome, offences, defendants, results, convicted_results"
)
CRIME = "month, police_force, area, crime_type, incidents, with_outcome, under_investigation"


def main(assize, data=None):
    data = data or counts.find_data()
    if data is None:
        print("shared/data is not beside the repository: the real data was not compared.")
        return 0
    data = pathlib.Path(data)
    faults = []
    for delivery, (folder, names) in HEARINGS.items():
        expected = counts.cases(str(data / folder), names)
        with tempfile.TemporaryDirectory() as temporary:
            workspace = Workspace(assize, pathlib.Path(temporary))
            workspace.deliver(
                hearings(data / folder, names), "cases/common_platform/hearing/2026-11-23"
            )
            if delivery == "common_platform":
                deliver_lists(workspace, data)
            # What was not delivered is not ready, which is no success: it is left out.
            lists = ["crime", "reference"] if delivery == "common_platform" else []
            report = workspace.run("cases", *lists)
            found = {level: cases_of(report, workspace, level) for level in counts.LEVELS}
            faults += differences(delivery, expected["tables"], found)
            faults += differences(delivery, expected["broken"], warnings_of(report))
            if delivery == "common_platform":
                faults += lists_differ(workspace, data)
    for fault in faults:
        print(f"FAULT {fault}", file=sys.stderr)
    print(f"real data compared with independent counts: {len(faults)} faults")
    return 1 if faults else 0


class Workspace:
    """The repository's contracts and jobs over a landing and a warehouse of their own."""

    def __init__(self, assize, folder):
        self.assize = str(pathlib.Path(assize).resolve())
        self.folder = folder
        for part in ("schemas", "jobs"):
            (folder / part).symlink_to(pathlib.Path(part).resolve())
        shutil.copy("assize.yaml", folder / "assize.yaml")

    def deliver(self, files, place):
        (self.folder / "landing" / place).mkdir(parents=True)
        for number, file in enumerate(files):
            shutil.copy(file, self.folder / "landing" / place / f"{number:03}-{file.name}")

    def run(self, *domains):
        report = self.json("run", "--json", *domains)
        return {
            table["selector"]: table for table in report["tables"] if "_raw." not in table["table"]
        }

    def rows(self, columns, table):
        query = f"SELECT collect_list(to_json(struct({columns}))) AS rows FROM {table}"
        (row,) = self.json("query", "--json", query)["rows"]
        return sorted(list(json.loads(text).values()) for text in row["rows"])

    def json(self, *arguments):
        done = subprocess.run(
            [self.assize, *arguments, "--workspace", str(self.folder)],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        return json.loads(done.stdout)


def hearings(folder, names):
    return [file for file in sorted(folder.glob(names)) if not file.name.startswith("expected_")]


def deliver_lists(workspace, data):
    workspace.deliver([data / CRIME_FILE], "crime/police_uk/2018-12")
    workspace.deliver([data / CODE_FILE], "reference/cjs_offence/2026-11-23")


def cases_of(report, workspace, level):
    counted = report[f"cases/{level}"]["counts"]
    ((committed,),) = workspace.rows("n", f"(SELECT count(*) AS n FROM cases_curated.{level})")
    return {
        "records": counted["records"],
        "refused": counted["recordsRefused"],
        "rows": counted["rows"],
        "quarantined": counted["quarantined"],
        "committed": committed,
    }


def warnings_of(report):
    """Rows by broken rule; missing keys and unreadable records are counted as quarantined instead."""
    return {
        rule: rows
        for level in counts.LEVELS
        for rule, rows in report[f"cases/{level}"]["broken"].items()
        if rule != "parsed" and not rule.endswith("_required")
    }


def lists_differ(workspace, data):
    crime = counts.street_crime(str(data / CRIME_FILE))
    codes = counts.offence_codes(str(data / CODE_FILE))
    categories = workspace.rows(
        "category, n, recordable",
        "(SELECT category, count(*) AS n, count_if(is_recordable) AS recordable"
        " FROM reference_curated.offence_code GROUP BY category)",
    )
    yield from differences(
        "published",
        {
            "offence_outcome": counts.outcomes_of_hearings(
                str(data / HEARINGS["common_platform"][0])
            ),
            "street_crime_summary": crime["summary"],
            "offence codes by category": codes["categories"],
            "recordable offence codes": codes["recordable"],
        },
        {
            "offence_outcome": workspace.rows(OUTCOME, "cases_published.offence_outcome"),
            "street_crime_summary": workspace.rows(CRIME, "crime_published.street_crime_summary"),
            "offence codes by category": {row[0]: row[1] for row in categories},
            "recordable offence codes": sum(row[2] for row in categories),
        },
    )


def differences(what, wanted, found):
    for name in sorted(wanted.keys() | found.keys()):
        if wanted.get(name) != found.get(name):
            yield f"{what}: {name} is {summary(found.get(name))}, counted were {summary(wanted.get(name))}"


def summary(value):
    return f"{len(value)} rows, other than expected" if isinstance(value, list) else value


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
