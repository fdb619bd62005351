package org.sitewright.ui.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import org.sitewright.site.Page;
import org.sitewright.site.Site;
import org.sitewright.text.Slug;
import org.sitewright.ui.control.Controls;

/// The settings of the open page: its name and address, and what search engines show.
final class PagePanel {
    private final EditorViewModel model;
    private final List<Runnable> showers = new ArrayList<>();
    private final Label problem = Controls.label("", "field-error");
    private boolean showing;

    PagePanel(EditorViewModel model) {
        this.model = model;
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    }

    /// The controls for a tab of the inspector.
    List<Node> build(String tab) {
        showers.clear();
        problem.setText("");
        List<Node> nodes = new ArrayList<>();
        if (tab.equals("SEO")) {
            nodes.add(text(
                    "Title in search results",
                    true,
                    page -> page.seo().metaTitle(),
                    (page, text) -> page.withSeo(page.seo()
                            .withTexts(
                                    text,
                                    page.seo().metaDescription(),
                                    page.seo().keywords()))));
            nodes.add(text(
                    "Description in search results",
                    false,
                    page -> page.seo().metaDescription(),
                    (page, text) -> page.withSeo(page.seo()
                            .withTexts(page.seo().metaTitle(), text, page.seo().keywords()))));
            nodes.add(text(
                    "Keywords, with commas",
                    true,
                    page -> String.join(", ", page.seo().keywords()),
                    (page, text) -> page.withSeo(page.seo()
                            .withTexts(page.seo().metaTitle(), page.seo().metaDescription(), words(text)))));
        } else if (tab.equals("CONTENT")) {
            nodes.add(text("Name", true, Page::name, (page, text) -> page.withName(text, page.slug())));
            nodes.add(text("Address", true, Page::slug, (page, text) -> page.withName(page.name(), text)));
            nodes.add(problem);
            nodes.add(text(
                    "Title",
                    true,
                    Page::title,
                    (page, text) -> settings(page, text, page.description(), page.published())));
            nodes.add(text(
                    "Description",
                    false,
                    Page::description,
                    (page, text) -> settings(page, page.title(), text, page.published())));
            nodes.add(published());
        } else {
            Label nothing = Controls.label("Choose a section to see its style.", "muted");
            nothing.setWrapText(true);
            nodes.add(nothing);
        }
        return nodes;
    }

    /// Shows the page as it is now.
    void show(String tab) {
        showing = true;
        showers.forEach(Runnable::run);
        showing = false;
    }

    private Page page() {
        return model.site()
                .page(model.state().selection().page())
                .orElse(model.site().home());
    }

    private Node text(
            String label, boolean oneLine, Function<Page, String> get, BiFunction<Page, String, Page> change) {
        TextInputControl input = oneLine ? new TextField() : area();
        showers.add(() -> {
            if (!input.getText().equals(get.apply(page())) && !input.isFocused()) {
                input.setText(get.apply(page()));
            }
        });
        input.textProperty().addListener((property, before, after) -> {
            if (!showing) {
                set(change.apply(page(), after), input);
            }
        });
        return Controls.field(label, input);
    }

    private static TextArea area() {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(3);
        return area;
    }

    private Node published() {
        CheckBox box = new CheckBox("Part of the site");
        showers.add(() -> {
            box.setSelected(page().published());
            box.setDisable(model.site().isHome(page().id()));
        });
        box.setOnAction(event -> set(settings(page(), page().title(), page().description(), box.isSelected()), null));
        return box;
    }

    private void set(Page settings, @org.jspecify.annotations.Nullable TextInputControl input) {
        String wrong = wrong(settings);
        problem.setText(wrong);
        if (input != null) {
            input.getStyleClass().remove("invalid");
            if (!wrong.isEmpty()) {
                input.getStyleClass().add("invalid");
            }
        }
        if (wrong.isEmpty()) {
            model.run(model.pages().settings(settings.id(), settings));
        }
    }

    private String wrong(Page settings) {
        if (settings.name().isBlank() || settings.name().length() > Site.LONGEST_NAME) {
            return "A name has 1 to " + Site.LONGEST_NAME + " characters.";
        }
        if (!Slug.isSlug(settings.slug())) {
            return "An address has small letters, digits and hyphens only.";
        }
        if (Slug.isReserved(settings.slug())) {
            return "“" + settings.slug() + "” is used by the site itself. Choose another address.";
        }
        boolean taken = model.site().pages().stream()
                .anyMatch(
                        page -> !page.id().equals(settings.id()) && page.slug().equals(settings.slug()));
        return taken ? "Another page has this address." : "";
    }

    private static Page settings(Page page, String title, String description, boolean published) {
        return page.withTexts(title, description).withPublished(published);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
