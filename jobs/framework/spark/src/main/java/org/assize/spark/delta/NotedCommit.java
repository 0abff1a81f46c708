package org.assize.spark.delta;

/** A commit of the engine: its version and what the engine wrote into it. */
public record NotedCommit(long version, CommitNote note) {}
