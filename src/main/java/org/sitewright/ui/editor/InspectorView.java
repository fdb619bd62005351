package org.sitewright.ui.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sitewright.library.Field;
import org.sitewright.library.SectionKind;
import org.sitewright.library.SectionKind.Variant;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Fields;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Value;
import org.sitewright.ui.control.Actions;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Subscription;

/// The panel made from the schema of the chosen section, or from the page when no section is chosen.
final class InspectorView {
    private final EditorViewModel model;
    private final Controls controls;
    private final FieldControls fieldControls;
    private final LayoutPictures layouts;
    private final Actions actions;
    private final PagePanel pagePanel;
    private final VBox root = new VBox();
    private final VBox body = new VBox();
    private final ToggleGroup tabs = new ToggleGroup();
    private final HBox tabBar = new HBox();
    private final Map<String, FieldControl> fields = new LinkedHashMap<>();
    private final Subscription open = new Subscription();
    private Optional<SectionId> shown = Optional.empty();
    private Optional<Boolean> shownHidden = Optional.empty();
    private String shownTab = "";
    private int shownCount;
    private @Nullable Section drawn;
    private @Nullable StylePanel style;
    private LayoutPictures.@Nullable Panel layout;
    private Label layoutName = new Label();
    private Label layoutCount = new Label();

    InspectorView(EditorViewModel model, FieldControls fieldControls, LayoutPictures layouts, Actions actions) {
        this.model = model;
        this.controls = fieldControls.kit();
        this.fieldControls = fieldControls;
        this.layouts = layouts;
        this.actions = actions;
        this.pagePanel = new PagePanel(model, controls, fieldControls.media()::tile);
        root.getStyleClass().add("inspector");
        body.getStyleClass().add("inspector-body");
        tabBar.getStyleClass().add("segmented");
        for (Field.Group group : List.of(Field.Group.CONTENT, Field.Group.STYLE)) {
            addTab(group == Field.Group.CONTENT ? "Content" : "Style", group.name());
        }
        addTab("SEO", "SEO");
        tabs.selectToggle(tabs.getToggles().getFirst());
        tabs.selectedToggleProperty().addListener((property, before, after) -> {
            if (after == null) {
                tabs.selectToggle(before);
            } else {
                show();
            }
        });
        Following.of(model.editor(), open, this::show);
        show();
    }

    Parent root() {
        return root;
    }

    void close() {
        open.close();
    }

    private void addTab(String words, String name) {
        ToggleButton tab = new ToggleButton(words);
        tab.setUserData(name);
        tab.setId("tab-" + name.toLowerCase(java.util.Locale.ROOT));
        tab.setToggleGroup(tabs);
        tab.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(tab, Priority.ALWAYS);
        tabBar.getChildren().add(tab);
    }

    private String tab() {
        return String.valueOf(tabs.getSelectedToggle().getUserData());
    }

    private void show() {
        Optional<Section> section = model.chosen();
        boolean same = section.map(Section::id).equals(shown)
                && model.chosenIds().size() == shownCount
                && section.map(Section::hidden).equals(shownHidden)
                && tab().equals(shownTab)
                && !root.getChildren().isEmpty();
        if (!same) {
            shown = section.map(Section::id);
            shownTab = tab();
            shownCount = model.chosenIds().size();
            shownHidden = section.map(Section::hidden);
            build(section);
        }
        if (section.isPresent() && !tab().equals("SEO")) {
            Section chosen = section.get();
            Section before = drawn;
            drawn = chosen;
            layouts.afterTyping();
            // Where the section is as it was, something else changed, as the name of a page that a link leads to.
            show(chosen, chosen.equals(before) ? null : before);
        } else {
            pagePanel.show(tab());
        }
    }

    /// A keystroke changes one value; the other controls are left alone.
    ///
    /// @param before what the controls show now, or null to show every value
    private void show(Section chosen, @Nullable Section before) {
        Fields otherwise = model.defaultsOf(chosen);
        fields.forEach((name, control) -> {
            Optional<Value> value = chosen.content().get(name);
            if (before == null || !value.equals(before.content().get(name))) {
                control.show(value.or(() -> otherwise.get(name)).orElse(null));
            }
        });
        if (style != null && (before == null || !chosen.style().equals(before.style()))) {
            style.show(chosen);
        }
        if (before != null && chosen.variant().equals(before.variant())) {
            return;
        }
        List<Variant> variants = model.variants(chosen);
        int at = model.layout(chosen);
        if (layout != null) {
            layout.show(variants.isEmpty() ? "" : variants.get(at).name());
        }
        layoutName.setText(variants.isEmpty() ? "" : variants.get(at).label());
        layoutCount.setText((at + 1) + " of " + variants.size());
    }

    private void build(Optional<Section> section) {
        fields.clear();
        drawn = null;
        style = null;
        layout = null;
        body.getChildren().clear();
        root.getChildren().setAll(section.map(this::sectionHead).orElseGet(this::pageHead), tabsRow(), scroll());
        if (section.isEmpty() || tab().equals("SEO")) {
            body.getChildren().setAll(pagePanel.build(tab()));
            return;
        }
        Optional<SectionKind> kind = model.kindOf(section.get());
        if (kind.isEmpty()) {
            addStyle(section.get());
            Label gone =
                    Controls.label("This kind of section is not installed. Its content is kept as it is.", "muted");
            gone.setWrapText(true);
            body.getChildren().add(gone);
            return;
        }
        boolean content = tab().equals(Field.Group.CONTENT.name());
        if (content && kind.get().variants().size() > 1) {
            LayoutPictures.Panel panel = layouts.of(section.get());
            layout = panel;
            body.getChildren().add(layout(panel));
        }
        addStyle(section.get());
        for (Field field : kind.get().fields()) {
            if ((field.group() == Field.Group.STYLE) != content) {
                FieldControl control = fieldControls.of(field, FieldPath.of(field.name()));
                fields.put(field.name(), control);
                body.getChildren().add(control.node());
            }
        }
        if (!content) {
            body.getChildren().add(new AnchorField(model, section.get().id()).node());
        }
    }

    private void addStyle(Section section) {
        if (tab().equals(Field.Group.STYLE.name())) {
            StylePanel panel = new StylePanel(model, controls, fieldControls.media());
            panel.show(section);
            style = panel;
            body.getChildren().add(panel.node());
        }
    }

    private Node sectionHead(Section section) {
        int count = model.chosenIds().size();
        Button hide = tool("Hide or show", section.hidden() ? "eye-off" : "eye", "section.hide");
        Button copy = tool("Duplicate", "copy", "section.duplicate");
        Button delete = tool("Delete", "trash-2", "section.delete");
        return head(count > 1 ? count + " sections" : model.nameOf(section), hide, copy, delete);
    }

    private Button tool(String words, String icon, String action) {
        Button button = controls.iconButton(words, icon, actions.keys(action));
        button.setOnAction(event -> actions.run(action));
        return button;
    }

    /// Builds everything anew, as when names of files became known.
    void refresh() {
        shown = Optional.empty();
        shownCount = -1;
        show();
    }

    private Node pageHead() {
        return head("Page");
    }

    private static HBox head(String title, Node... tools) {
        HBox head = Controls.row(2, Controls.label(title, "group-title"), Controls.spring());
        head.getChildren().addAll(tools);
        head.setPadding(new javafx.geometry.Insets(8, 8, 8, 16));
        head.setMinHeight(48);
        return head;
    }

    private Node tabsRow() {
        VBox row = new VBox(tabBar);
        row.setPadding(new javafx.geometry.Insets(0, 16, 12, 16));
        return row;
    }

    private Node scroll() {
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private Node layout(LayoutPictures.Panel panel) {
        layoutName = Controls.label("", "medium");
        layoutCount = Controls.label("", "meta");
        Button previous = controls.iconButton("Previous layout", "chevron-left", "");
        previous.setOnAction(event -> model.chosen().ifPresent(section -> model.turn(section, -1)));
        Button next = controls.iconButton("Next layout", "chevron-right", "");
        next.setId("next-layout");
        next.setOnAction(event -> model.chosen().ifPresent(section -> model.turn(section, 1)));
        HBox card = Controls.row(2, new VBox(1, layoutName, layoutCount), Controls.spring(), previous, next);
        card.getStyleClass().add("layout-card");
        return new VBox(6, Controls.field("Layout", card), panel.node());
    }
}
