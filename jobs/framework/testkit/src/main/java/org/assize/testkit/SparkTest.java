package org.assize.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test class that uses Spark: a {@code SparkSession} parameter of its constructor and
 * methods receives the one session of the JVM, local and with Delta. The session is shared, so a
 * test writes below its own temporary folder, restores any setting it changes, and never stops it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("spark")
@ExtendWith(SharedSession.class)
public @interface SparkTest {}
