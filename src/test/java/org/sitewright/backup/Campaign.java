package org.sitewright.backup;

/// How long a campaign is and where its chance begins.
final class Campaign {
    private Campaign() {}

    /// The seed of `sitewright.seed`, else a new one; printed, so that a failure can be run again.
    static long seed(String name) {
        long seed = Long.getLong("sitewright.seed", System.nanoTime());
        System.out.println(name + ": -Dsitewright.seed=" + seed);
        return seed;
    }

    /// The usual number, or that many times as many with `-Dsitewright.campaign=N`.
    static int rounds(int usual) {
        return usual * Math.max(1, Integer.getInteger("sitewright.campaign", 1));
    }
}
