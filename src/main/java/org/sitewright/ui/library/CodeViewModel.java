package org.sitewright.ui.library;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.sitewright.library.Component;
import org.sitewright.library.component.CodeProblem;
import org.sitewright.library.component.ComponentCode;
import org.sitewright.library.component.ComponentLibrary;
import org.sitewright.ui.fx.Delay;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Work;

/// One component while its code is looked at or written.
final class CodeViewModel {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final ComponentLibrary library;
    private final Navigator navigator;
    private final Work work;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty category = new SimpleStringProperty("");
    private final ObjectProperty<ComponentCode> code;
    private final ObjectProperty<ComponentCode> settled;
    private final ObservableList<CodeProblem> problems = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final Function<String, List<CodeProblem>> syntax;
    private Component kept;

    /// @param syntax reads a script and says what keeps it from being well-formed; used on the screen's thread
    CodeViewModel(
            Component component,
            ComponentLibrary library,
            Navigator navigator,
            Work work,
            Delay delay,
            Function<String, List<CodeProblem>> syntax) {
        this.syntax = syntax;
        this.kept = component;
        this.library = library;
        this.navigator = navigator;
        this.work = work;
        name.set(component.name());
        category.set(component.category());
        code = new SimpleObjectProperty<>(ComponentLibrary.code(component));
        settled = new SimpleObjectProperty<>(code.get());
        name.addListener((property, before, after) -> look());
        category.addListener((property, before, after) -> look());
        code.addListener((property, before, after) -> {
            look();
            delay.restart(PAUSE, this::check);
        });
        check();
    }

    /// Whether the account may change it.
    boolean isOwn() {
        return navigator.user().equals(kept.owner());
    }

    Component kept() {
        return kept;
    }

    /// As it is written now, saved or not.
    Component draft() {
        ComponentCode now = code.get();
        return new Component(
                kept.id(),
                kept.owner(),
                name.get(),
                category.get(),
                now.html(),
                now.css(),
                now.javascript(),
                kept.preview(),
                kept.isPublic(),
                kept.downloads(),
                kept.createdAt(),
                kept.updatedAt());
    }

    StringProperty nameProperty() {
        return name;
    }

    StringProperty categoryProperty() {
        return category;
    }

    ObjectProperty<ComponentCode> codeProperty() {
        return code;
    }

    /// The code after a pause in typing, to draw.
    ObjectProperty<ComponentCode> settledProperty() {
        return settled;
    }

    ObservableList<CodeProblem> problems() {
        return problems;
    }

    ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    void write(CodeProblem.Part part, String text) {
        ComponentCode now = code.get();
        code.set(
                switch (part) {
                    case HTML -> new ComponentCode(text, now.css(), now.javascript());
                    case CSS -> new ComponentCode(now.html(), text, now.javascript());
                    case JAVASCRIPT -> new ComponentCode(now.html(), now.css(), text);
                });
    }

    String text(CodeProblem.Part part) {
        return switch (part) {
            case HTML -> code.get().html();
            case CSS -> code.get().css();
            case JAVASCRIPT -> code.get().javascript();
        };
    }

    /// Keeps what was written and renews it wherever it is used.
    void save() {
        save(() -> {});
    }

    /// What was written since the last save is not kept.
    void forget() {
        dirty.set(false);
    }

    /// @param then called when it is kept, or at once when there is nothing to keep
    void save(Runnable then) {
        if (!isOwn() || !dirty.get()) {
            then.run();
            return;
        }
        Component draft = draft();
        work.<Integer>run(
                (progress, cancel) -> library.save(navigator.user(), draft),
                sites -> {
                    kept = draft;
                    look();
                    navigator.tell(
                            switch (sites) {
                                case 0 -> "Saved";
                                case 1 -> "Saved, and renewed in the site that uses it";
                                default -> "Saved, and renewed in " + sites + " sites that use it";
                            });
                    then.run();
                },
                navigator::tell);
    }

    private void look() {
        dirty.set(!draft().equals(kept));
    }

    private void check() {
        ComponentCode now = code.get();
        work.<List<CodeProblem>>run(
                (progress, cancel) -> now.problems(),
                found -> {
                    if (now.equals(code.get())) {
                        problems.setAll(found);
                        problems.addAll(now.isTooLong() ? List.of() : syntax.apply(now.javascript()));
                        settled.set(now);
                    }
                },
                navigator::tell);
    }
}
