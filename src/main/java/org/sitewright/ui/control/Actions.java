package org.sitewright.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// What can be done on a screen, in one list: the keyboard, the tooltips, the sheet of shortcuts and whatever searches
/// for actions all read it, so that none of them can say something else than the others. The screen's thread owns it.
public final class Actions {
    private final List<Action> all = new ArrayList<>();

    /// When a shortcut counts.
    public enum When {
        /// Also while text has the caret.
        ALWAYS,
        /// Only while no text has the caret, for keys that would be typed.
        NOT_TYPING,
        /// Only while the page that is edited has the focus, and none of its texts the caret.
        ON_PAGE,
        /// Only while a text of the page has the caret.
        ON_PAGE_TEXT
    }

    /// What has the focus when a key is pressed.
    public enum Caret {
        /// A text of the page that is edited.
        PAGE_TEXT,
        /// That page, and no text of it.
        PAGE,
        /// A box for text.
        TEXT,
        ELSEWHERE
    }

    /// Something that can be done.
    ///
    /// @param id stable, with words between dots, as `section.duplicate`
    /// @param label in the user's words, as "Duplicate section"
    /// @param group the heading that it stands under in lists
    /// @param shortcut empty for what has none
    /// @param enabled whether it applies now
    public record Action(
            String id,
            String label,
            String group,
            Optional<KeyCombination> shortcut,
            When when,
            Runnable run,
            ObservableBooleanValue enabled) {
        /// As a person reads it: "Ctrl+Shift+Z"; empty for none.
        public String keys() {
            return shortcut.map(Actions::words).orElse("");
        }
    }

    /// Adds an action that always applies.
    ///
    /// @param keys as `Shortcut+D`, or empty
    /// @throws IllegalArgumentException when the id or the keys are taken
    public void add(String id, String label, String group, String keys, When when, Runnable run) {
        add(new Action(id, label, group, combination(keys), when, run, new ReadOnlyBooleanWrapper(true)));
    }

    /// @throws IllegalArgumentException when the id or the keys are taken
    public void add(Action action) {
        boolean taken = all.stream()
                .anyMatch(each -> each.id().equals(action.id())
                        || (action.shortcut().isPresent()
                                && each.shortcut().equals(action.shortcut())
                                && each.when() == action.when()));
        if (taken) {
            throw new IllegalArgumentException("there is an action with this id or these keys: " + action);
        }
        all.add(action);
    }

    /// In the order in which they were added.
    public List<Action> all() {
        return List.copyOf(all);
    }

    public Optional<Action> find(String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// The keys of an action as a person reads them; empty for none.
    public String keys(String id) {
        return find(id).map(Action::keys).orElse("");
    }

    /// Does an action, where it applies.
    public void run(String id) {
        find(id).filter(each -> each.enabled().get())
                .ifPresent(each -> each.run().run());
    }

    /// Does what a key stands for.
    ///
    /// @return whether it stood for something
    public boolean pressed(KeyEvent event, Caret caret) {
        Optional<Action> found = all.stream()
                .filter(each -> counts(each.when(), caret) && each.enabled().get())
                .filter(each ->
                        each.shortcut().filter(keys -> keys.match(event)).isPresent())
                .findFirst();
        found.ifPresent(each -> each.run().run());
        return found.isPresent();
    }

    private static boolean counts(When when, Caret caret) {
        return switch (when) {
            case ALWAYS -> true;
            case NOT_TYPING -> caret == Caret.PAGE || caret == Caret.ELSEWHERE;
            case ON_PAGE -> caret == Caret.PAGE;
            case ON_PAGE_TEXT -> caret == Caret.PAGE_TEXT;
        };
    }

    /// @param keys as `Shortcut+Shift+Z`, a single sign as `?`, or empty for none
    public static Optional<KeyCombination> combination(String keys) {
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        boolean sign = keys.length() == 1 && !Character.isLetterOrDigit(keys.charAt(0));
        return Optional.of(sign ? new Sign(keys) : KeyCombination.valueOf(keys));
    }

    /// Keys as a person reads them: "Ctrl+Shift+Z".
    public static String words(KeyCombination keys) {
        if (keys instanceof Sign sign) {
            return sign.getCharacter();
        }
        StringBuilder out = new StringBuilder();
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        if (keys.getShortcut() == KeyCombination.ModifierValue.DOWN) {
            out.append(mac ? "⌘" : "Ctrl+");
        }
        if (keys.getControl() == KeyCombination.ModifierValue.DOWN) {
            out.append(mac ? "⌃" : "Ctrl+");
        }
        if (keys.getAlt() == KeyCombination.ModifierValue.DOWN) {
            out.append(mac ? "⌥" : "Alt+");
        }
        if (keys.getShift() == KeyCombination.ModifierValue.DOWN) {
            out.append(mac ? "⇧" : "Shift+");
        }
        return out.append(keys instanceof KeyCodeCombination code ? name(code.getCode()) : keys.getName())
                .toString();
    }

    private static String name(KeyCode code) {
        return switch (code) {
            case UP -> "↑";
            case DOWN -> "↓";
            case LEFT -> "←";
            case RIGHT -> "→";
            case DELETE -> "Del";
            case ESCAPE -> "Esc";
            case PLUS -> "+";
            case EQUALS -> "=";
            case MINUS -> "−";
            default -> code.getName();
        };
    }

    /// A sign that is typed, wherever it is on the keyboard.
    private static final class Sign extends KeyCombination {
        private final String character;

        Sign(String character) {
            this.character = character;
        }

        String getCharacter() {
            return character;
        }

        @Override
        public boolean match(KeyEvent event) {
            return !event.isShortcutDown()
                    && !event.isAltDown()
                    && event.getText().equals(character);
        }

        @Override
        public boolean equals(@org.jspecify.annotations.Nullable Object other) {
            return other instanceof Sign sign && sign.character.equals(character);
        }

        @Override
        public int hashCode() {
            return character.hashCode();
        }
    }
}
