package org.sitewright.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JobsTest {
    @Test
    void tellsWhatCameOfAJob() throws Exception {
        try (Jobs jobs = new Jobs(1)) {
            CompletableFuture<Outcome<String>> ended = new CompletableFuture<>();
            CancelToken unused = jobs.start((progress, cancel) -> "bread", Progress.NONE, ended::complete);
            assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo(new Outcome.Done<>("bread"));
        }
    }

    @Test
    void countsWhatIsAskedForAfterTheEndAsCancelled() {
        Jobs jobs = new Jobs(1);
        jobs.close();
        List<Outcome<String>> outcomes = new ArrayList<>();
        List<String> ran = new ArrayList<>();
        CancelToken token = jobs.start(
                (progress, cancel) -> {
                    ran.add("ran");
                    return "bread";
                },
                Progress.NONE,
                outcomes::add);
        assertThat(outcomes).containsExactly(new Outcome.Cancelled<>());
        assertThat(ran).isEmpty();
        assertThat(token.isCancelled()).isTrue();
    }
}
