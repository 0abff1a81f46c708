package org.assize.core.schedule;

import java.util.Optional;

/**
 * How a pipeline stands with what runs it.
 *
 * @param isDeployed whether what runs it knows it
 * @param isPaused whether somebody keeps it from beginning
 * @param last its newest run
 * @param obstacle what keeps it from running although nobody paused it, part of a sentence; empty
 *     where nothing does
 */
public record Standing(
    Pipeline pipeline,
    boolean isDeployed,
    boolean isPaused,
    Optional<PipelineRun> last,
    String obstacle) {}
