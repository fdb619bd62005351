package org.sitewright.ui.editor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.sitewright.preview.CanvasOrder;
import org.sitewright.site.SectionId;
import org.sitewright.ui.control.Actions;
import org.sitewright.ui.control.Actions.When;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.Navigator;

/// What can be done in the editor, with its keys.
final class EditorActions {
    private static final String SITE = "Site";
    private static final String EDIT = "Edit";
    private static final String SECTIONS = "Sections";
    private static final String TEXT = "Text on the page";
    private static final String VIEW = "View";

    private final EditorViewModel model;
    private final CanvasView canvas;
    private final SectionClipboard clipboard;
    private final PictureImports imports;
    private final Actions actions = new Actions();

    /// What needs the whole screen.
    record Screen(Navigator navigator, Runnable pickSection, Previews previews, Runnable sheet, Runnable search) {}

    /// Ways to see the site as visitors will.
    record Previews(Runnable browser, Runnable phone) {}

    EditorActions(EditorViewModel model, CanvasView canvas, SectionClipboard clipboard, PictureImports imports) {
        this.model = model;
        this.canvas = canvas;
        this.clipboard = clipboard;
        this.imports = imports;
    }

    Actions all(Screen screen) {
        site(screen);
        edit();
        sections(screen.pickSection());
        text();
        view(screen);
        return actions;
    }

    /// The keys of the tools on the page, by what the tools do.
    static Map<String, String> tools(Actions actions) {
        Map<String, String> tools = new TreeMap<>();
        Map.of(
                        "up", "section.up",
                        "down", "section.down",
                        "duplicate", "section.duplicate",
                        "hide", "section.hide",
                        "delete", "section.delete",
                        "insert", "section.insert",
                        "bold", "text.bold",
                        "italic", "text.italic",
                        "link", "text.link",
                        "clear", "text.clear")
                .forEach((tool, action) -> tools.put(tool, actions.keys(action)));
        tools.put("ul", actions.keys("text.ul"));
        tools.put("ol", actions.keys("text.ol"));
        return tools;
    }

    private void site(Screen screen) {
        actions.add(
                "site.preview",
                "Preview in the browser",
                SITE,
                "Shortcut+P",
                When.ALWAYS,
                screen.previews().browser());
        actions.add(
                "site.phone",
                "See it on your phone",
                SITE,
                "",
                When.ALWAYS,
                screen.previews().phone());
        actions.add("site.publish", "Publish", SITE, "Shortcut+Shift+P", When.ALWAYS, () -> screen.navigator()
                .open(new Destination.Publish(model.site().id())));
        actions.add("site.history", "History", SITE, "Shortcut+Shift+H", When.ALWAYS, () -> screen.navigator()
                .open(new Destination.History(model.site().id())));
        actions.add("site.save", "Save now", SITE, "Shortcut+S", When.ALWAYS, () -> {
            canvas.leaveText();
            model.saveNow();
        });
    }

    private void edit() {
        actions.add("edit.undo", "Undo", EDIT, "Shortcut+Z", When.ALWAYS, model::undo);
        actions.add("edit.redo", "Redo", EDIT, "Shortcut+Shift+Z", When.ALWAYS, model::redo);
        actions.add("edit.redo.other", "Redo", EDIT, "Shortcut+Y", When.ALWAYS, model::redo);
        actions.add("edit.cut", "Cut sections", EDIT, "Shortcut+X", When.NOT_TYPING, () -> {
            if (clipboard.copy() > 0) {
                model.run(model.sections().several().delete(model.chosenIds()));
            }
        });
        actions.add("edit.copy", "Copy sections", EDIT, "Shortcut+C", When.NOT_TYPING, clipboard::copy);
        actions.add("edit.paste", "Paste sections or a picture", EDIT, "Shortcut+V", When.NOT_TYPING, this::paste);
        actions.add(
                "edit.all",
                "Choose every section of the page",
                EDIT,
                "Shortcut+A",
                When.NOT_TYPING,
                () -> model.chooseAll(
                        model.site().page(model.state().selection().page()).stream()
                                .flatMap(page -> page.sections().stream())
                                .map(section -> section.id())
                                .toList()));
    }

    private void sections(Runnable pickSection) {
        actions.add("section.insert", "Insert a section", SECTIONS, "I", When.NOT_TYPING, pickSection);
        actions.add("section.next", "Next section", SECTIONS, "Down", When.ON_PAGE, () -> model.step(1, false));
        actions.add("section.previous", "Previous section", SECTIONS, "Up", When.ON_PAGE, () -> model.step(-1, false));
        actions.add(
                "section.extend.next",
                "Choose the next one too",
                SECTIONS,
                "Shift+Down",
                When.ON_PAGE,
                () -> model.step(1, true));
        actions.add(
                "section.extend.previous",
                "Choose the previous one too",
                SECTIONS,
                "Shift+Up",
                When.ON_PAGE,
                () -> model.step(-1, true));
        actions.add("section.enter", "Write in the section", SECTIONS, "Enter", When.ON_PAGE, () -> model.state()
                .selection()
                .section()
                .ifPresent(canvas::enter));
        actions.add("section.leave", "Go out a level", SECTIONS, "Esc", When.NOT_TYPING, this::out);
        onChosen(
                "section.up",
                "Move up",
                "Alt+Up",
                When.ALWAYS,
                ids -> model.run(model.sections().several().move(ids, -1)));
        onChosen(
                "section.down",
                "Move down",
                "Alt+Down",
                When.ALWAYS,
                ids -> model.run(model.sections().several().move(ids, 1)));
        onChosen(
                "section.duplicate",
                "Duplicate",
                "Shortcut+D",
                When.ALWAYS,
                ids -> model.run(model.sections().several().duplicate(ids)));
        onChosen(
                "section.hide",
                "Hide or show",
                "Shortcut+H",
                When.NOT_TYPING,
                ids -> model.run(model.sections()
                        .several()
                        .setHidden(
                                ids,
                                model.chosen()
                                        .filter(section -> section.hidden())
                                        .isEmpty())));
        onChosen(
                "section.delete",
                "Delete",
                "Delete",
                When.NOT_TYPING,
                ids -> model.run(model.sections().several().delete(ids)));
        actions.add("section.layout.next", "Next layout", SECTIONS, "Alt+Right", When.NOT_TYPING, () -> turn(1));
        actions.add(
                "section.layout.previous", "Previous layout", SECTIONS, "Alt+Left", When.NOT_TYPING, () -> turn(-1));
        actions.add(
                "picture.edit",
                "Change the chosen picture",
                SECTIONS,
                "Shift+Enter",
                When.ON_PAGE,
                () -> model.picture()
                        .ifPresent(spot -> canvas.tell(CanvasOrder.openPicture(
                                spot.section(), spot.path().toString()))));
    }

    private void text() {
        format("bold", "Bold", "Shortcut+B");
        format("italic", "Italic", "Shortcut+I");
        actions.add(
                "text.link", "Link", TEXT, "Shortcut+K", When.ON_PAGE_TEXT, () -> canvas.tell(CanvasOrder.askLink()));
        format("ul", "Bulleted list", "Shortcut+Shift+8");
        format("ol", "Numbered list", "Shortcut+Shift+7");
        format("p", "Paragraph", "Shortcut+Alt+0");
        format("h3", "Heading", "Shortcut+Alt+1");
        format("h4", "Subheading", "Shortcut+Alt+2");
        format("blockquote", "Quote", "Shortcut+Alt+3");
        actions.add("text.leave", "Leave the text", TEXT, "Esc", When.ON_PAGE_TEXT, canvas::leaveText);
        format("clear", "Clear formatting", "Shortcut+Space");
        actions.add(
                "text.paste",
                "Paste clean text",
                TEXT,
                "Shortcut+V",
                When.ON_PAGE_TEXT,
                () -> canvas.tell(CanvasOrder.insert(clipboard.text(canvas.textType()))));
    }

    private void view(Screen screen) {
        CanvasSize size = canvas.size();
        actions.add("view.larger", "Zoom in", VIEW, "Shortcut+PLUS", When.ALWAYS, () -> size.zoomBy(1));
        actions.add("view.larger.equals", "Zoom in", VIEW, "Shortcut+EQUALS", When.ALWAYS, () -> size.zoomBy(1));
        actions.add("view.smaller", "Zoom out", VIEW, "Shortcut+MINUS", When.ALWAYS, () -> size.zoomBy(-1));
        actions.add("view.fit", "Fit the page", VIEW, "Shortcut+0", When.ALWAYS, size::fit);
        List<Device> devices = List.of(Device.values());
        for (Device device : devices) {
            actions.add(
                    "view." + device.name().toLowerCase(java.util.Locale.ROOT),
                    device.label() + " width",
                    VIEW,
                    "Shortcut+" + (devices.indexOf(device) + 1),
                    When.ALWAYS,
                    () -> size.setWidth(device.width()));
        }
        actions.add(
                "view.direction",
                "Look at it from right to left",
                VIEW,
                "Shortcut+Shift+R",
                When.ALWAYS,
                () -> size.rightToLeftProperty().set(!size.rightToLeftProperty().get()));
        // Text on the page has the same keys for its links, and comes first.
        actions.add("view.search", "Find anything", VIEW, "Shortcut+K", When.ALWAYS, screen.search());
        actions.add("view.keys", "Every key", VIEW, "F1", When.ALWAYS, screen.sheet());
        actions.add("view.keys.sign", "Every key", VIEW, "?", When.NOT_TYPING, screen.sheet());
    }

    private void format(String what, String label, String keys) {
        actions.add("text." + what, label, TEXT, keys, When.ON_PAGE_TEXT, () -> canvas.tell(CanvasOrder.format(what)));
    }

    private void onChosen(String id, String label, String keys, When when, Consumer<List<SectionId>> act) {
        actions.add(id, label, SECTIONS, keys, when, () -> {
            if (!model.chosenIds().isEmpty()) {
                act.accept(model.chosenIds());
            }
        });
    }

    private void turn(int by) {
        model.chosen().ifPresent(section -> model.turn(section, by));
    }

    /// From several sections to the last one, from one to none.
    private void out() {
        if (canvas.frame().isDragging()) {
            canvas.frame().endDragging();
            canvas.tell(CanvasOrder.cancelDrag());
        } else if (model.chosenIds().size() > 1) {
            model.chosen().ifPresent(section -> model.choose(section.id()));
        } else {
            model.chooseNothing();
        }
    }

    /// Sections where there are some, else a picture into the chosen picture's place.
    private void paste() {
        if (clipboard.hasSections()) {
            clipboard.paste();
            return;
        }
        Optional<PictureSpot> spot = model.picture();
        clipboard.pictures().ifPresent(sources -> {
            if (spot.isPresent()) {
                imports.into(spot.get(), sources);
            } else {
                model.state().selection().section().ifPresent(section -> imports.addTo(section, sources));
            }
        });
    }
}
