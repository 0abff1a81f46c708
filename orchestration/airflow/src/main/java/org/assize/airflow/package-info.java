/**
 * Pipelines as Airflow's DAGs: files that its DAG processor reads, and the server that runs them.
 */
@NullMarked
package org.assize.airflow;

import org.jspecify.annotations.NullMarked;
