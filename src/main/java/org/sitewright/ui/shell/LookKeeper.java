package org.sitewright.ui.shell;

import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.UserId;
import org.sitewright.ui.control.Look;
import org.sitewright.ui.fx.Work;

/// Brings back the appearance of who signs in, and writes down what they choose from then on.
final class LookKeeper {
    private final ObjectProperty<Look.Choice> choice;
    private final LookMemory memory;
    private final Work work;
    private final Consumer<Exception> faults;
    private @Nullable UserId user;
    private Look.Choice kept = Look.Choice.SYSTEM;

    LookKeeper(ObjectProperty<Look.Choice> choice, LookMemory memory, Work work, Consumer<Exception> faults) {
        this.choice = choice;
        this.memory = memory;
        this.work = work;
        this.faults = faults;
        choice.addListener((property, before, after) -> keep(after));
    }

    void signedIn(UserId who) {
        Look.Choice atSignIn = choice.get();
        work.<Look.Choice>run(
                (progress, cancel) -> memory.choiceOf(who),
                found -> {
                    user = who;
                    kept = found;
                    // What was chosen on the sign-in screen, or meanwhile, is newer than what was kept.
                    boolean chosen = choice.get() != Look.Choice.SYSTEM || choice.get() != atSignIn;
                    if (chosen) {
                        keep(choice.get());
                    } else {
                        choice.set(found);
                    }
                },
                faults);
    }

    /// The next person begins with the system's appearance.
    void signedOut() {
        user = null;
        choice.set(Look.Choice.SYSTEM);
    }

    private void keep(Look.Choice wanted) {
        UserId who = user;
        if (who == null || wanted == kept) {
            return;
        }
        kept = wanted;
        work.<Boolean>run(
                (progress, cancel) -> {
                    memory.keep(who, wanted);
                    return Boolean.TRUE;
                },
                done -> {},
                faults);
    }
}
