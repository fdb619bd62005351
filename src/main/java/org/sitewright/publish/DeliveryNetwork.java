package org.sitewright.publish;

import java.util.List;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// A network of caches between a host and visitors.
public interface DeliveryNetwork {
    /// The network in the user's words and without secrets.
    String describe();

    /// Makes the network drop its copies and waits until it has.
    ///
    /// @param urlPaths paths of addresses, as `/prices/`; `/*` stands for all
    /// @throws PublishProblem when the network does not do so
    void refresh(List<String> urlPaths, Progress progress, CancelToken cancel);

    /// Asks whether the network can be told. Never throws for what it says.
    Verdict test();

    /// Asks how the network stands.
    ///
    /// @throws PublishProblem when it does not say
    State state();

    /// How a network stands.
    ///
    /// @param words for a person
    /// @param name the host name of the network, which the site's own name should lead to
    record State(CdnStatus status, String words, String name) {}
}
