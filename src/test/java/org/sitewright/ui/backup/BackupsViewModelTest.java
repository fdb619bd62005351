package org.sitewright.ui.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sitewright.backup.BackupState;
import org.sitewright.backup.Sent;
import org.sitewright.site.UserId;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Work;
import org.sitewright.work.Jobs;
import org.sitewright.work.Problem;

@Timeout(30)
class BackupsViewModelTest {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Jobs jobs = new Jobs(1);
    private boolean fail;

    private final BackupActions actions = (BackupActions) Proxy.newProxyInstance(
            BackupActions.class.getClassLoader(), new Class<?>[] {BackupActions.class}, (proxy, method, arguments) -> {
                asked.add(method.getName());
                return switch (method.getName()) {
                    case "overview" ->
                        new BackupActions.Overview(
                                Optional.empty(),
                                BackupState.NONE,
                                "",
                                0,
                                List.of(),
                                List.of(),
                                List.of(),
                                Instant.EPOCH);
                    case "backUp" -> {
                        if (fail) {
                            throw new Problem("SW-BLOB-403", "The bucket may not be written to.", "Allow it.");
                        }
                        yield new Sent(3, 1_500_000, "snapshots/x", 9, 7, List.of("One picture is damaged."));
                    }
                    case "checkSheet" -> arguments[1].equals("RIGHT") && arguments[3].equals("RIGHT");
                    default -> null;
                };
            });

    private final Navigator navigator = new Navigator() {
        @Override
        public void open(Destination destination) {
            told.add("open");
        }

        @Override
        public UserId user() {
            return new UserId(new UUID(1, 1));
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
            told.add("fault " + fault.getMessage());
        }

        @Override
        public void browse(String url) {
            told.add(url);
        }
    };

    private BackupsViewModel model() {
        return new BackupsViewModel(actions, navigator, new Work(jobs, Runnable::run));
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void tellsWhatWasSentAndLooksAgain() {
        BackupsViewModel model = model();
        model.backUp();
        await(() -> told.size() == 2 && asked.contains("overview"));
        assertThat(told).containsExactly("3 files sent, 1.5 MB.", "One picture is damaged.");
        assertThat(model.runningProperty().get()).isNull();
        assertThat(asked).startsWith("backUp");
    }

    @Test
    void tellsAFaultWithItsRemedy() {
        fail = true;
        BackupsViewModel model = model();
        model.backUp();
        await(() -> !told.isEmpty() && asked.contains("overview"));
        assertThat(told).containsExactly("fault The bucket may not be written to.");
        assertThat(model.runningProperty().get()).isNull();
    }

    @Test
    void asksForTwoDifferentWords() {
        BackupsViewModel model = model();
        for (int i = 0; i < 200; i++) {
            List<Integer> words = model.wordsToAsk();
            assertThat(words).hasSize(2).doesNotHaveDuplicates().allMatch(word -> word >= 1 && word <= 9);
        }
        List<Boolean> answers = new CopyOnWriteArrayList<>();
        model.checkSheet(List.of(1, 2), "RIGHT", "WRONG", answers::add);
        await(() -> !answers.isEmpty() && asked.contains("overview"));
        assertThat(answers).containsExactly(false);
    }
}
