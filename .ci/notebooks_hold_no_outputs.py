"""Fails where a notebook was kept with outputs: they hold values. Usage: FOLDER."""

import json
import pathlib
import sys

kept = [
    f"{path}: cell {number} was kept with its output. Clear all outputs."
    for path in sorted(pathlib.Path(sys.argv[1]).glob("**/*.ipynb"))
    for number, cell in enumerate(json.loads(path.read_text(encoding="utf-8"))["cells"], start=1)
    if cell.get("outputs") or cell.get("execution_count")
]
print("\n".join(kept) or "No notebook holds outputs.")
sys.exit(1 if kept else 0)
