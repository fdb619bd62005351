package org.sitewright.publish;

/// Opens the target that settings describe, with its secrets from the vault.
public interface PublishTargets {
    /// Makes no connection yet; the caller closes it.
    ///
    /// @throws PublishProblem when the settings cannot be right or the secrets are missing
    PublishTarget open(Target target);
}
