"""An airflow dag file that cannot be imported."""

raise ImportError("planted in this file")
