package org.sitewright.ui.publish;

import java.util.Optional;
import org.sitewright.publish.Effort;
import org.sitewright.publish.HostPrices;
import org.sitewright.publish.PlannedFile;
import org.sitewright.publish.PublishPlan;
import org.sitewright.publish.TargetSettings;

/// The plan in figures.
///
/// @param stay files that the host has already
record Summary(int send, long bytes, int stay, int go) {
    static final Summary NOTHING = new Summary(0, 0, 0, 0);

    static Summary of(PublishPlan plan) {
        return new Summary(
                plan.toSend(),
                plan.bytesToSend(),
                plan.of(PlannedFile.Change.UNCHANGED).size(),
                plan.of(PlannedFile.Change.REMOVED).size());
    }

    /// What the host is asked to do, and what it asks for that, on a line each; nothing for hosts that take a whole
    /// release at once.
    static String effort(Effort effort) {
        long all = effort.puts() + effort.lists() + effort.gets() + effort.deletes();
        if (all == 0) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        add(words, effort.puts(), "PUT");
        add(words, effort.lists(), "LIST");
        add(words, effort.gets(), "GET");
        add(words, effort.deletes(), "DELETE");
        return Amounts.count((int) Math.min(Integer.MAX_VALUE, all), "request") + ": " + words;
    }

    private static void add(StringBuilder words, long count, String kind) {
        if (count > 0) {
            words.append(words.isEmpty() ? "" : ", ").append(count).append(' ').append(kind);
        }
    }

    /// Empty for a host that asks nothing for requests.
    static String price(Effort effort, TargetSettings settings) {
        Optional<HostPrices> prices = HostPrices.of(settings);
        return prices.map(each -> "About " + Amounts.dollars(each.once(effort)) + " at " + each.host() + ", then about "
                        + Amounts.dollars(each.monthly(effort)) + " a month for the " + Amounts.size(effort.stored())
                        + " kept there. An estimate with the " + each.dated())
                .orElse("");
    }
}
