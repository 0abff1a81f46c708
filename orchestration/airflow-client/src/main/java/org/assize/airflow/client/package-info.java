/**
 * What Assize asks of an Airflow server, over its REST interface.
 *
 * <p>Entry point: {@link org.assize.airflow.client.AirflowServer}. Types of the generated client
 * stay behind it.
 */
@NullMarked
package org.assize.airflow.client;

import org.jspecify.annotations.NullMarked;
