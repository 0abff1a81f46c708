"""What the story of two teams on a real Airflow is played with: a workspace, the command line, the server."""

import json
import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import quote

SCRIPTS = Path(__file__).resolve().parent.parent / "orchestration/airflow/server"

# What a dead scheduler left is taken up sooner than after Airflow's half minutes, and tokens end within a verb.
TOKEN_LASTS = 20
SOON = {
    "AIRFLOW__API_AUTH__JWT_EXPIRATION_TIME": str(TOKEN_LASTS),
    "AIRFLOW__API_AUTH__JWT_LEEWAY": "1",
    "AIRFLOW__SCHEDULER__SCHEDULER_HEALTH_CHECK_THRESHOLD": "15",
    "AIRFLOW__SCHEDULER__ORPHANED_TASKS_CHECK_INTERVAL": "10",
}

CONTRACT = """apiVersion: v3.1.0
kind: DataContract
id: {domain}.{table}
version: 1.0.0
status: active
schema:
  - name: {table}
    description: Made up.
    properties:
{columns}
customProperties:
  - property: assize
    value:
      {assize}
"""


class Workspace:
    """A folder with contracts and deliveries, and the command line on it."""

    def __init__(self, launcher, folder, dags):
        self.launcher = launcher
        self.folder = folder
        self.dags = dags
        self.dags.mkdir(parents=True)
        self.password = ""

    def write(self, path, text):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def contract(self, domain, table, columns, assize):
        lines = "\n".join(f"      - {column}" for column in columns)
        text = CONTRACT.format(domain=domain, table=table, columns=lines, assize=assize)
        self.write(f"schemas/{domain}/{table}.odcs.yaml", text)

    def on(self, url):
        self.write(
            "assize.yaml",
            f"id: {self.folder.name}\nenvironments:\n  prod:\n    warehouse: warehouse\n    landing: landing\n"
            f"    airflow: {{url: '{url}', dags: '{self.dags}', command: ['{self.launcher}'],"
            f" workspace: '{self.folder}'}}\n",
        )

    def assize(self, *words, expect=0, password=None):
        """Both outputs of a command that must end so."""
        done = subprocess.run(
            [self.launcher, *words, "--env", "prod"],
            cwd=self.folder,
            text=True,
            capture_output=True,
            env=os.environ | {"ASSIZE_AIRFLOW_PASSWORD": password or self.password},
        )
        assert done.returncode == expect, f"{words} ended with {done.returncode}\n{done.stdout}{done.stderr}"
        return done.stdout + (done.stderr if expect else "")

    def begin(self, *words):
        """A command that goes on beside what follows."""
        return subprocess.Popen(
            [self.launcher, *words, "--env", "prod"],
            cwd=self.folder,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=os.environ | {"ASSIZE_AIRFLOW_PASSWORD": self.password},
        )

    def json(self, *words):
        return json.loads(self.assize(*words, "--json"))

    def value(self, sql):
        return self.json("query", sql)["rows"]


class Server:
    """The Airflow of the scripts, asked past Assize so that what Assize says of it can be held to it."""

    def __init__(self, installed, dags):
        self.installed = installed
        self.environment = os.environ | SOON
        start = [SCRIPTS / "start", installed, dags]
        self.url = subprocess.run(start, check=True, text=True, stdout=subprocess.PIPE, env=self.environment).stdout.strip()
        self.token = ""

    def log_in(self):
        """Answers the password."""
        password = json.loads((self.installed / "server/passwords.json").read_text())["admin"]
        self.token = ""
        self.token = self.ask("POST", "/auth/token", {"username": "admin", "password": password})["access_token"]
        return password

    def stop(self):
        subprocess.run([SCRIPTS / "stop", self.installed], check=True)

    def kill(self, killed):
        """The scheduler with its workers, or another part, at once, as when a machine dies."""
        for line in (self.installed / "server/processes").read_text().splitlines():
            pid, _, part = line.split()
            if part == killed:
                os.killpg(int(pid), signal.SIGKILL)

    def restart(self, part):
        subprocess.run([SCRIPTS / "restart", self.installed, part], check=True, env=self.environment)

    def ask(self, method, path, body=None):
        try:
            return self.ask_once(method, path, body)
        except urllib.error.HTTPError as refused:
            if refused.code != 401 or not self.token:
                raise
        self.log_in()
        return self.ask_once(method, path, body)

    def takes(self, token):
        """Whether a token is not over yet."""
        request = urllib.request.Request(self.url + "/api/v2/dags", headers={"Authorization": "Bearer " + token})
        try:
            with urllib.request.urlopen(request):
                return True
        except urllib.error.HTTPError as refused:
            assert refused.code == 401, refused
            return False

    def ask_once(self, method, path, body):
        request = urllib.request.Request(
            self.url + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json", "Authorization": "Bearer " + self.token},
        )
        with urllib.request.urlopen(request) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def dag(self, dag):
        return self.ask("GET", f"/api/v2/dags/{dag}")

    def knows(self, dag):
        return any(known["dag_id"] == dag for known in self.ask("GET", "/api/v2/dags")["dags"])

    def runs(self, dag):
        return self.ask("GET", f"/api/v2/dags/{dag}/dagRuns?order_by=-run_after")["dag_runs"]

    def run(self, dag, run):
        return self.ask("GET", f"/api/v2/dags/{dag}/dagRuns/{quote(run, safe='')}")

    def tasks(self, dag, run):
        found = self.ask("GET", f"/api/v2/dags/{dag}/dagRuns/{quote(run, safe='')}/taskInstances")
        return {task["task_id"]: task for task in found["task_instances"]}

    def trigger(self, dag, run):
        return self.ask("POST", f"/api/v2/dags/{dag}/dagRuns", {"logical_date": None, "dag_run_id": run})

    def ended(self, dag, run):
        until(lambda: self.run(dag, run)["state"] in ("success", "failed"), f"{dag} {run} has ended")
        return self.run(dag, run)["state"]

    def nth_ended(self, dag, number):
        """The newest run, once there are so many and it has ended."""
        until(lambda: len(self.runs(dag)) >= number, f"{dag} has {number} runs")
        return self.ended(dag, self.runs(dag)[0]["dag_run_id"])


def until(holds, what, seconds=400):
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, f"not within {seconds} s: {what}"
        time.sleep(0.5)
