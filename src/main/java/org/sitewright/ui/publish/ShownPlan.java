package org.sitewright.ui.publish;

import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.Effort;
import org.sitewright.publish.PlannedPublish;
import org.sitewright.publish.PublishPlan;
import org.sitewright.publish.PublishTarget;
import org.sitewright.site.Site;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Work;

/// The plan as the screen shows it: its files, its figures, and where its pages can be looked at. The screen's thread
/// owns it.
final class ShownPlan {
    private final Work work;
    private final Navigator navigator;
    private final PlanRows rows = new PlanRows();
    private final ReadOnlyObjectWrapper<Summary> summary = new ReadOnlyObjectWrapper<>(Summary.NOTHING);
    private final ReadOnlyObjectWrapper<Effort> effort = new ReadOnlyObjectWrapper<>(Effort.NONE);
    private final ReadOnlyObjectWrapper<@Nullable PlanSource> source = new ReadOnlyObjectWrapper<>();

    ShownPlan(Work work, Navigator navigator) {
        this.work = work;
        this.navigator = navigator;
    }

    PlanRows rows() {
        return rows;
    }

    ReadOnlyObjectProperty<Summary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// What the plan asks of the host.
    ReadOnlyObjectProperty<Effort> effortProperty() {
        return effort.getReadOnlyProperty();
    }

    /// The pages of the plan as they are live and as they will be; nothing before there is a plan.
    ReadOnlyObjectProperty<@Nullable PlanSource> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    void clear() {
        rows.clear();
        summary.set(Summary.NOTHING);
        effort.set(Effort.NONE);
        show((PlanSource) null);
    }

    /// @param open opens the target, for a look at what is there
    void show(PlannedPublish planned, Site site, Supplier<PublishTarget> open) {
        show(planned.plan(), site, PlanRow.State.PLANNED);
        effort.set(planned.effort());
        show(new PlanSource(planned, open));
    }

    void show(PublishPlan plan, Site site, PlanRow.State state) {
        summary.set(Summary.of(plan));
        rows.show(plan, site, state);
    }

    private void show(@Nullable PlanSource next) {
        release();
        source.set(next);
    }

    /// Lets go of the host, elsewhere, since that may wait for it. What was read stays.
    void release() {
        PlanSource last = source.get();
        if (last != null) {
            work.<Boolean>run(
                    (progress, cancel) -> {
                        last.close();
                        return true;
                    },
                    closed -> {},
                    navigator::tell);
        }
    }
}
