package org.sitewright.ui.editor;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sitewright.library.Field;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.Page;
import org.sitewright.site.Site;
import org.sitewright.site.Value;
import org.sitewright.ui.control.Controls;

/// Chooses where a link leads: a page of the site, a place on it, or an address outside.
final class LinkControl implements FieldControl {
    private static final String NONE = "No link";
    private static final String WEB = "Web address";
    private static final String MAIL = "E-mail";
    private static final String PHONE = "Phone";
    private static final String ANCHOR = "Place on this page";
    private static final String FILE = "File";

    private final Listener listener;
    private final java.util.function.Supplier<Site> site;
    private final ComboBox<String> where = new ComboBox<>();
    private final TextField detail = new TextField();
    private final VBox box;
    private boolean showing;

    LinkControl(Field field, java.util.function.Supplier<Site> site, Listener listener) {
        this.listener = listener;
        this.site = site;
        where.setMaxWidth(Double.MAX_VALUE);
        detail.setAccessibleText("Address of the link");
        box = Controls.field(field.label(), where);
        box.getChildren().add(detail);
        where.valueProperty().addListener((property, before, after) -> {
            if (!showing && after != null) {
                hint();
                tell();
            }
        });
        detail.textProperty().addListener((property, before, after) -> {
            if (!showing) {
                tell();
            }
        });
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(@Nullable Value value) {
        if (detail.isFocused()) {
            return;
        }
        showing = true;
        List<String> choices = new java.util.ArrayList<>();
        choices.add(NONE);
        site.get().pages().forEach(page -> choices.add(pageChoice(page)));
        choices.addAll(List.of(ANCHOR, WEB, MAIL, PHONE));
        LinkTarget target = value instanceof Value.Link link ? link.target() : null;
        if (target instanceof LinkTarget.ToFile) {
            choices.add(FILE);
        }
        if (!where.getItems().equals(choices)) {
            where.getItems().setAll(choices);
        }
        show(target);
        hint();
        showing = false;
    }

    private void show(@Nullable LinkTarget target) {
        switch (target) {
            case null -> set(NONE, "");
            case LinkTarget.ToPage page ->
                set(
                        site.get()
                                .page(page.page())
                                .map(LinkControl::pageChoice)
                                .orElse("A page that is gone"),
                        page.anchor());
            case LinkTarget.ToAnchor anchor -> set(ANCHOR, anchor.anchor());
            case LinkTarget.ToUrl url -> set(WEB, url.url());
            case LinkTarget.ToMail mail -> set(MAIL, mail.address());
            case LinkTarget.ToPhone phone -> set(PHONE, phone.number());
            case LinkTarget.ToFile file -> set(FILE, "");
        }
    }

    private void set(String choice, String text) {
        where.setValue(choice);
        detail.setText(text);
    }

    private void hint() {
        String choice = String.valueOf(where.getValue());
        Controls.show(detail, !choice.equals(NONE) && !choice.equals(FILE));
        detail.setPromptText(
                switch (choice) {
                    case WEB -> "https://example.com";
                    case MAIL -> "name@example.com";
                    case PHONE -> "+47 …";
                    case ANCHOR -> "anchor of a section, as prices";
                    default -> "anchor there (optional)";
                });
        boolean bad = choice.equals(WEB)
                && !detail.getText().isEmpty()
                && !detail.getText().matches("https?://\\S+");
        detail.getStyleClass().remove("invalid");
        if (bad) {
            detail.getStyleClass().add("invalid");
        }
    }

    private void tell() {
        hint();
        String text = detail.getText().strip();
        String choice = String.valueOf(where.getValue());
        Optional<LinkTarget> target =
                switch (choice) {
                    case NONE -> Optional.of(new LinkTarget.ToAnchor(""));
                    case WEB -> Optional.of(new LinkTarget.ToUrl(text));
                    case MAIL -> Optional.of(new LinkTarget.ToMail(text));
                    case PHONE -> Optional.of(new LinkTarget.ToPhone(text));
                    case ANCHOR -> Optional.of(new LinkTarget.ToAnchor(text));
                    default ->
                        site.get().pages().stream()
                                .filter(page -> pageChoice(page).equals(choice))
                                .findFirst()
                                .map(page -> new LinkTarget.ToPage(page.id(), text));
                };
        target.ifPresent(found -> listener.accept(new Value.Link(found)));
    }

    private static String pageChoice(Page page) {
        return "Page: " + page.name();
    }
}
