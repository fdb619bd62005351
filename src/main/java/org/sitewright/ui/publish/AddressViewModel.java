package org.sitewright.ui.publish;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.Deployment;
import org.sitewright.publish.DeploymentRepository;
import org.sitewright.publish.DeploymentStatus;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetId;
import org.sitewright.publish.address.AddressCheck;
import org.sitewright.publish.address.AddressState;
import org.sitewright.site.SiteId;
import org.sitewright.ui.fx.Work;

/// What is seen of a target's public address from outside. Each target is looked at once by itself, then when asked.
final class AddressViewModel {
    private final PublishPorts.Places places;
    private final DeploymentRepository deployments;
    private final SiteId site;
    private final Work work;
    private final Map<TargetId, Look> looks = new HashMap<>();
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(new Look.None());
    private @Nullable Target shown;

    /// How far looking is.
    sealed interface Look {
        /// There is no address to look at.
        record None() implements Look {}

        record Running() implements Look {}

        record Seen(AddressState state) implements Look {}

        record Fails(Trouble trouble) implements Look {}
    }

    AddressViewModel(PublishPorts.Places places, DeploymentRepository deployments, SiteId site, Work work) {
        this.places = places;
        this.deployments = deployments;
        this.site = site;
        this.work = work;
    }

    ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /// @param target null when none is chosen
    void show(@Nullable Target target) {
        boolean other = target == null || shown == null || !target.settings().equals(shown.settings());
        shown = target;
        if (target == null || !AddressCheck.applies(target)) {
            look.set(new Look.None());
        } else if (other || !looks.containsKey(target.id())) {
            refresh();
        } else {
            look.set(looks.getOrDefault(target.id(), new Look.None()));
        }
    }

    /// Looks anew.
    void refresh() {
        Target target = shown;
        if (target == null || !AddressCheck.applies(target) || look.get() instanceof Look.Running) {
            return;
        }
        note(target, new Look.Running());
        work.<Optional<AddressState>>run(
                (progress, cancel) -> see(target),
                seen -> note(target, seen.<Look>map(Look.Seen::new).orElseGet(Look.None::new)),
                fault -> note(target, new Look.Fails(Trouble.of(fault))));
    }

    private Optional<AddressState> see(Target target) {
        try (PublishTarget open = places.open().open(target)) {
            Optional<AddressState> seen = places.addresses().look(target, open);
            seen.ifPresent(state -> keep(target, state));
            return seen;
        }
    }

    /// The deployment that is live says what was last seen of it.
    private void keep(Target target, AddressState state) {
        deployments.list(site).stream()
                .filter(each -> each.target().equals(target.id()) && each.status() == DeploymentStatus.COMPLETED)
                .findFirst()
                .ifPresent(live -> {
                    Deployment seen = live.seen(
                            state.certificate().status(), state.network().status());
                    if (!seen.equals(live)) {
                        deployments.update(seen);
                    }
                });
    }

    private void note(Target target, Look found) {
        looks.put(target.id(), found);
        if (shown != null && shown.id().equals(target.id())) {
            look.set(found);
        }
    }
}
