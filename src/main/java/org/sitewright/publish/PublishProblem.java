package org.sitewright.publish;

import org.sitewright.work.Problem;

/// Thrown by a target when the host did not do what was asked.
public final class PublishProblem extends Problem {
    private final transient PublishFailure failure;

    public PublishProblem(PublishFailure failure) {
        super(failure.code(), failure.happened(), failure.remedy());
        this.failure = failure;
    }

    public PublishProblem(PublishFailure failure, Throwable cause) {
        super(failure.code(), failure.happened(), failure.remedy(), cause);
        this.failure = failure;
    }

    public PublishFailure failure() {
        return failure;
    }
}
