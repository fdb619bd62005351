package org.sitewright.ui.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.sitewright.library.Component;
import org.sitewright.library.component.ComponentCode;
import org.sitewright.library.component.ComponentFile;
import org.sitewright.library.component.ComponentLibrary;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Work;
import org.sitewright.work.Problem;

/// The components that an account can use: which are shown, and what can be done with one.
final class ComponentsViewModel {
    private static final String FIRST_HTML = """
            <div class="box">
              <h2 data-field="title">A new component</h2>
              <p data-field-rich="text">Write what it says. Each use can change what is marked as a field.</p>
            </div>
            """;
    private static final String FIRST_CSS = """
            .box {
              padding: 2rem;
              background: var(--surface);
              border: 1px solid var(--border);
              border-radius: var(--r-l);
            }
            """;

    private final ComponentLibrary library;
    private final Navigator navigator;
    private final Work work;
    private final StringProperty search = new SimpleStringProperty("");
    private final StringProperty category = new SimpleStringProperty("");
    private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.ALL);
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ObservableList<Component> shown = FXCollections.observableArrayList();
    private List<Component> all = List.of();

    /// Whose components are shown.
    enum Scope {
        ALL("All"),
        MINE("Mine"),
        PUBLIC("Public");

        private final String label;

        Scope(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    ComponentsViewModel(ComponentLibrary library, Navigator navigator, Work work) {
        this.library = library;
        this.navigator = navigator;
        this.work = work;
        search.addListener((property, before, after) -> filter());
        category.addListener((property, before, after) -> filter());
        scope.addListener((property, before, after) -> filter());
    }

    StringProperty searchProperty() {
        return search;
    }

    /// Empty for all.
    StringProperty categoryProperty() {
        return category;
    }

    ObjectProperty<Scope> scopeProperty() {
        return scope;
    }

    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    ObservableList<Component> shown() {
        return shown;
    }

    int count(Scope of) {
        return Math.toIntExact(all.stream().filter(each -> is(each, of)).count());
    }

    int countOf(String wanted) {
        return Math.toIntExact(all.stream()
                .filter(each -> is(each, scope.get()) && each.category().equals(wanted))
                .count());
    }

    /// Reads anew; nothing happens on the screen until it has come.
    void load(Runnable then) {
        work.<List<Component>>run(
                (progress, cancel) -> library.list(navigator.user()),
                list -> {
                    all = list;
                    loaded.set(true);
                    filter();
                    then.run();
                },
                navigator::tell);
    }

    void create(Consumer<Component> then) {
        made(
                () -> library.add(
                        navigator.user(), "New component", "other", new ComponentCode(FIRST_HTML, FIRST_CSS, "")),
                then);
    }

    void duplicate(Component from, Consumer<Component> then) {
        made(() -> library.duplicate(navigator.user(), from), then);
    }

    /// Takes in a file from elsewhere.
    void bring(Path file, Consumer<Component> then) {
        made(() -> library.bring(navigator.user(), read(file)), then);
    }

    void export(Component component, Path file) {
        work.<Path>run(
                (progress, cancel) -> write(file, library.export(navigator.user(), component)),
                written -> load(() -> navigator.tell("Written to " + written.getFileName())),
                navigator::tell);
    }

    void remove(Component component) {
        work.<Boolean>run(
                (progress, cancel) -> {
                    library.remove(navigator.user(), component.id());
                    return true;
                },
                done -> load(() -> navigator.tell(
                        component.name() + " is deleted. Sites that use it keep their copy.",
                        "Undo",
                        () -> restore(component))),
                navigator::tell);
    }

    private void restore(Component component) {
        work.<Boolean>run(
                (progress, cancel) -> {
                    library.restore(navigator.user(), component);
                    return true;
                },
                done -> load(() -> {}),
                navigator::tell);
    }

    private void made(java.util.function.Supplier<Component> how, Consumer<Component> then) {
        work.<Component>run((progress, cancel) -> how.get(), made -> load(() -> then.accept(made)), navigator::tell);
    }

    private static byte[] read(Path file) {
        try {
            if (Files.size(file) > ComponentFile.LARGEST) {
                return new byte[ComponentFile.LARGEST + 1];
            }
            return Files.readAllBytes(file);
        } catch (IOException fault) {
            throw new Problem(
                    "SW-COMPONENT-READ", "This file could not be read.", "Check that it is still there.", fault);
        }
    }

    private static Path write(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException fault) {
            throw new Problem(
                    "SW-COMPONENT-WRITE",
                    "The file could not be written.",
                    "Choose another folder, or make room on the disk.",
                    fault);
        }
    }

    private void filter() {
        String words = search.get().strip().toLowerCase(Locale.ROOT);
        shown.setAll(all.stream()
                .filter(each -> is(each, scope.get()))
                .filter(each -> category.get().isEmpty() || each.category().equals(category.get()))
                .filter(each -> (each.name() + " " + each.category())
                        .toLowerCase(Locale.ROOT)
                        .contains(words))
                .toList());
    }

    private static boolean is(Component component, Scope scope) {
        return switch (scope) {
            case ALL -> true;
            case MINE -> component.owner() != null;
            case PUBLIC -> component.owner() == null;
        };
    }
}
