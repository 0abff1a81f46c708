package org.assize.airflow.client.generated;

/** Stands for a generated type. */
public final class PlantedAnswer {}
