"""What a Delta table's own log says of it, read without any client."""

import json
import pathlib


class DeltaLog:
    """The newest protocol and metadata of one table, and every feature that it ever used."""

    def __init__(self, table: pathlib.Path):
        self.version = -1
        self.protocol = {}
        self.metadata = {}
        self.deletion_vectors = 0
        for commit in sorted((table / "_delta_log").glob("*.json")):
            self.version = int(commit.stem)
            for line in commit.read_text(encoding="utf-8").splitlines():
                self._take(json.loads(line))

    def _take(self, action):
        self.protocol = action.get("protocol", self.protocol)
        self.metadata = action.get("metaData", self.metadata)
        for kind in ("add", "remove"):
            self.deletion_vectors += "deletionVector" in action.get(kind, {})

    def columns(self):
        """Name and type of each column, in the table's order."""
        fields = json.loads(self.metadata["schemaString"])["fields"]
        return [(field["name"], field["type"]) for field in fields]

    def hindrances(self):
        """Why some client could not read the table, or would read it wrongly."""
        settings = self.metadata.get("configuration", {})
        found = []
        if self.protocol.get("minReaderVersion") != 1:
            found.append(f"reader version {self.protocol.get('minReaderVersion')}, not 1")
        if self.protocol.get("readerFeatures"):
            found.append(f"reader features {self.protocol['readerFeatures']}")
        if settings.get("delta.columnMapping.mode", "none") != "none":
            found.append("column mapping")
        if "delta.columnMapping" in self.metadata["schemaString"]:
            found.append("columns with physical names")
        if settings.get("delta.enableDeletionVectors", "false") != "false":
            found.append("deletion vectors switched on")
        if self.deletion_vectors:
            found.append("deletion vectors in the log")
        if settings.get("delta.checkpointPolicy", "classic") != "classic":
            found.append("checkpoints that are not classic")
        if "timestamp_ntz" in self.metadata["schemaString"]:
            found.append("timestamps without a zone")
        return found
