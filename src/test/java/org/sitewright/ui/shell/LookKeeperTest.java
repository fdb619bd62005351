package org.sitewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sitewright.site.UserId;
import org.sitewright.ui.control.Look.Choice;
import org.sitewright.ui.fx.SteadyWork;

class LookKeeperTest {
    private static final UserId ADA = new UserId(new UUID(0, 1));
    private static final UserId BO = new UserId(new UUID(0, 2));

    private final SteadyWork steady = new SteadyWork();
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
    private final Map<UserId, Choice> kept = new ConcurrentHashMap<>();
    private final List<Exception> faults = new ArrayList<>();
    private final LookKeeper keeper = new LookKeeper(
            choice,
            new LookMemory() {
                @Override
                public Choice choiceOf(UserId user) {
                    return kept.getOrDefault(user, Choice.SYSTEM);
                }

                @Override
                public void keep(UserId user, Choice wanted) {
                    kept.put(user, wanted);
                }
            },
            steady.work(),
            faults::add);

    @AfterEach
    void close() {
        steady.close();
        assertThat(faults).isEmpty();
    }

    @Test
    void whatWasChosenComesBackWithThePerson() {
        kept.put(ADA, Choice.DARK);
        keeper.signedIn(ADA);
        steady.step();
        assertThat(choice.get()).isEqualTo(Choice.DARK);
        assertThat(steady.isIdle()).isTrue();
        keeper.signedOut();
        assertThat(choice.get()).isEqualTo(Choice.SYSTEM);
        keeper.signedIn(BO);
        steady.step();
        assertThat(choice.get()).isEqualTo(Choice.SYSTEM);
        assertThat(kept).containsExactly(Map.entry(ADA, Choice.DARK));
    }

    @Test
    void aChoiceIsWrittenForWhoMadeIt() {
        keeper.signedIn(ADA);
        steady.step();
        choice.set(Choice.LIGHT);
        steady.step();
        assertThat(kept).containsEntry(ADA, Choice.LIGHT);
        choice.set(Choice.SYSTEM);
        steady.step();
        assertThat(kept).containsEntry(ADA, Choice.SYSTEM);
    }

    @Test
    void aChoiceOnTheSignInScreenIsNewer() {
        kept.put(ADA, Choice.LIGHT);
        choice.set(Choice.DARK);
        keeper.signedIn(ADA);
        steady.steps(2);
        assertThat(choice.get()).isEqualTo(Choice.DARK);
        assertThat(kept).containsEntry(ADA, Choice.DARK);
    }
}
