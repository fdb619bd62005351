package org.sitewright.publish;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// The row of one deployment while it is written.
final class Diary {
    private final DeploymentRepository deployments;
    private final Clock clock;
    private final List<String> warnings = new ArrayList<>();
    private Deployment deployment;

    Diary(DeploymentRepository deployments, Clock clock, Deployment deployment) {
        this.deployments = deployments;
        this.clock = clock;
        this.deployment = deployment;
    }

    Deployment deployment() {
        return deployment;
    }

    /// What a person should know though it went well.
    List<String> warnings() {
        return warnings;
    }

    void begin(String line) {
        deployment = deployment.publishing();
        log(line);
    }

    void log(String line) {
        deployment = deployment.withLog(List.of(clock.instant() + " " + line));
        deployments.update(deployment);
    }

    void warn(String line) {
        warnings.add(line);
        log(line);
    }

    void network(CdnStatus status) {
        deployment = deployment.behind(status);
    }

    void complete(Deployment.Sent amount) {
        deployment = deployment.completed(amount, clock.instant());
        deployments.update(deployment);
    }

    void fail(String words, Deployment.Sent amount) {
        deployment = deployment.failed(words, amount, clock.instant());
        deployments.update(deployment);
    }

    void keep(Receipt receipt) {
        deployments.keep(deployment.id(), receipt);
    }
}
