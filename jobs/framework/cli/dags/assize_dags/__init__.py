"""Makes Airflow DAGs of the declarations that assize writes."""
