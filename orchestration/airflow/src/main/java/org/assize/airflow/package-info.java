/** Pipelines as Airflow's DAGs: files that its DAG processor reads. Knows no server. */
@NullMarked
package org.assize.airflow;

import org.jspecify.annotations.NullMarked;
