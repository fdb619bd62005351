package org.sitewright.ui.publish;

import static org.assertj.core.api.Assertions.fail;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.sitewright.fixture.Assets;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.MemoryDeployments;
import org.sitewright.publish.MemorySchedules;
import org.sitewright.publish.MemorySiteMoments;
import org.sitewright.publish.MemoryTarget;
import org.sitewright.publish.MemoryTargets;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.Publisher;
import org.sitewright.publish.SiteBuilds;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetId;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.address.AddressCheck;
import org.sitewright.publish.address.SeenOutside;
import org.sitewright.render.SiteRenderer;
import org.sitewright.site.Ids;
import org.sitewright.site.MemorySites;
import org.sitewright.site.Site;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.UserId;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Work;
import org.sitewright.work.Jobs;

/// The publish screen's surroundings in memory. The test's thread stands for the screen's: what jobs bring to the
/// screen happens while the test waits.
final class Bench implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    final Clock clock = Clock.systemUTC();
    final Ids ids = new Ids(new Random(5));
    final Assets assets = new Assets();
    final MemorySites sites = new MemorySites(clock);
    final MemorySiteMoments moments = new MemorySiteMoments(sites, clock);
    final MemoryTargets targets = new MemoryTargets();
    final MemorySchedules schedules = new MemorySchedules();
    final MemoryDeployments deployments = new MemoryDeployments();
    final MemoryTarget host = new MemoryTarget(clock);
    /// Targets that are another place than `host`.
    final Map<TargetId, MemoryTarget> hosts = new LinkedHashMap<>();
    final Map<TargetId, AccessKey> keys = new LinkedHashMap<>();
    final SeenOutside outside = new SeenOutside();
    final List<String> told = new ArrayList<>();
    final List<Destination> opened = new ArrayList<>();
    final Site site = assets.starter("bakery");
    private final Jobs jobs = new Jobs(4);
    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final Publisher publisher = new Publisher(deployments, clock, ids, "this computer");
    private Function<PublishTarget, PublishTarget> around = target -> target;

    Bench() {
        sites.create(site, new Change(Assets.OWNER, "Make"));
    }

    Work work() {
        return new Work(jobs, screen::add);
    }

    PublishPorts ports() {
        TargetKeys vault = new TargetKeys() {
            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void keep(Target target, AccessKey key) {
                keys.put(target.id(), key);
            }

            @Override
            public void forget(Target target) {
                keys.remove(target.id());
            }
        };
        return new PublishPorts(
                sites,
                builds(),
                new PublishPorts.Places(
                        targets,
                        target -> around.apply(hosts.getOrDefault(target.id(), host)),
                        vault,
                        ids,
                        new AddressCheck(outside, clock),
                        schedules),
                publisher,
                deployments,
                clock);
    }

    SiteBuilds builds() {
        return new SiteBuilds(moments, new SiteRenderer(Assets.catalogue(), assets.plainPictures()));
    }

    /// Every target that is opened from now on is wrapped so.
    void wrap(Function<PublishTarget, PublishTarget> wrapping) {
        around = wrapping;
    }

    Target addTarget(String name) {
        Target target = new Target(
                new TargetId(ids.next()),
                Assets.OWNER,
                name,
                new TargetSettings.S3(
                        "", "eu-north-1", "aurora", "", false, "https://aurora.example/", TargetSettings.Support.FULL),
                clock.instant());
        targets.save(target);
        return target;
    }

    PublishViewModel model() {
        PublishViewModel model = new PublishViewModel(site, ports(), navigator(), work());
        model.load();
        return model;
    }

    /// A model that has compared and stands in the given state.
    <S extends PublishState> PublishViewModel model(Class<S> state) {
        PublishViewModel model = model();
        until(model, state);
        return model;
    }

    <S extends PublishState> S until(PublishViewModel model, Class<S> state) {
        until(() -> state.isInstance(model.stateProperty().get()));
        return state.cast(model.stateProperty().get());
    }

    /// Does what the screen has to do until the condition holds.
    void until(BooleanSupplier condition) {
        try {
            while (!condition.getAsBoolean()) {
                Runnable next = screen.poll(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
                if (next == null) {
                    fail("nothing more happens");
                } else {
                    next.run();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            fail("interrupted");
        }
    }

    Navigator navigator() {
        return new Navigator() {
            @Override
            public void open(Destination destination) {
                opened.add(destination);
            }

            @Override
            public UserId user() {
                return Assets.OWNER;
            }

            @Override
            public void tell(String message) {
                told.add(message);
            }

            @Override
            public void tell(String message, String action, Runnable run) {
                told.add(message);
            }

            @Override
            public void tell(Exception fault) {
                told.add(String.valueOf(fault.getMessage()));
            }

            @Override
            public void browse(String url) {
                told.add(url);
            }
        };
    }

    @Override
    public void close() {
        jobs.close();
    }
}
