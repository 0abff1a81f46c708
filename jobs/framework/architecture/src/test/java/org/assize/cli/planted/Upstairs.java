package org.assize.cli.planted;

/** Stands for a type of an upper room. */
public final class Upstairs {}
