package org.sitewright.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.sitewright.library.Field;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.MediaId;
import org.sitewright.site.Page;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.Value;
import org.sitewright.ui.control.Controls;

/// Chooses where a link leads: a page of the site, a place on it, a file, or an address outside. Says when it leads
/// nowhere, and why.
final class LinkControl implements FieldControl {
    private final Listener listener;
    private final FieldControls.Open open;
    private final FieldControls.Media media;
    private final ComboBox<Kind> where = new ComboBox<>();
    private final ComboBox<Page> page = new ComboBox<>();
    private final ComboBox<String> anchor = new ComboBox<>();
    private final TextField detail = new TextField();
    private final Label file = Controls.label("", "medium");
    private final HBox fileRow;
    private final Label warning;
    private final VBox box;
    private @Nullable LinkTarget shown;
    private @Nullable MediaId chosenFile;
    private boolean showing;

    /// What a link can lead to.
    private enum Kind {
        NONE("No link"),
        PAGE("Page of this site"),
        ANCHOR("Place on this page"),
        WEB("Web address"),
        MAIL("E-mail"),
        PHONE("Phone"),
        FILE("File");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    LinkControl(Field field, Controls kit, FieldControls.Open open, FieldControls.Media media, Listener listener) {
        this.listener = listener;
        this.open = open;
        this.media = media;
        where.setId("link-" + field.name());
        where.getItems().setAll(Kind.values());
        where.setConverter(words(kind -> kind.words));
        page.setId("link-page-" + field.name());
        page.setConverter(words(Page::name));
        page.setAccessibleText("Page");
        page.setPromptText("Choose a page");
        anchor.setEditable(true);
        anchor.setAccessibleText("Place on the page");
        detail.setId("link-detail-" + field.name());
        detail.setAccessibleText("Address of the link");
        Button choose = kit.button("Choose…", "", "small");
        choose.setOnAction(event -> media.file(item -> {
            chosenFile = item.media();
            tell();
        }));
        choose.setMinWidth(Region.USE_PREF_SIZE);
        file.setMaxWidth(Double.MAX_VALUE);
        fileRow = Controls.row(8, kit.icons().of("file"), file, Controls.spring(), choose);
        warning = new Label("", kit.icons().of("triangle-alert", 14));
        warning.setWrapText(true);
        warning.getStyleClass().addAll("meta", "warning-text");
        for (Region each : List.of(where, page, anchor)) {
            each.setMaxWidth(Double.MAX_VALUE);
        }
        box = Controls.field(field.label(), where);
        box.getChildren().addAll(page, anchor, detail, fileRow, warning);
        where.valueProperty().addListener((property, before, after) -> told());
        page.valueProperty().addListener((property, before, after) -> told());
        anchor.getEditor().textProperty().addListener((property, before, after) -> told());
        detail.textProperty().addListener((property, before, after) -> told());
    }

    @Override
    public Node node() {
        return box;
    }

    void focus() {
        if (detail.isVisible()) {
            detail.requestFocus();
            detail.selectAll();
        } else {
            where.requestFocus();
        }
    }

    @Override
    public void show(@Nullable Value value) {
        if (detail.isFocused() || anchor.getEditor().isFocused()) {
            warn();
            return;
        }
        showing = true;
        shown = value instanceof Value.Link link ? link.target() : null;
        if (!page.getItems().equals(open.site().get().pages())) {
            page.getItems().setAll(open.site().get().pages());
        }
        switch (shown) {
            case null -> set(Kind.NONE, "", "");
            case LinkTarget.ToPage to -> {
                page.setValue(open.site().get().page(to.page()).orElse(null));
                set(Kind.PAGE, to.anchor(), "");
            }
            case LinkTarget.ToAnchor to -> set(to.anchor().isEmpty() ? Kind.NONE : Kind.ANCHOR, to.anchor(), "");
            case LinkTarget.ToUrl to -> set(Kind.WEB, "", to.url());
            case LinkTarget.ToMail to -> set(Kind.MAIL, "", to.address());
            case LinkTarget.ToPhone to -> set(Kind.PHONE, "", to.number());
            case LinkTarget.ToFile to -> {
                chosenFile = to.file();
                set(Kind.FILE, "", "");
            }
        }
        arrange();
        showing = false;
    }

    private void set(Kind kind, String place, String address) {
        where.setValue(kind);
        anchor.getEditor().setText(place);
        detail.setText(address);
    }

    private void told() {
        if (!showing) {
            showing = true;
            arrange();
            showing = false;
            tell();
        }
    }

    /// Shows the boxes that the kind of link needs, with what can be chosen in them.
    private void arrange() {
        Kind kind = kind();
        Controls.show(page, kind == Kind.PAGE);
        Controls.show(anchor, kind == Kind.PAGE || kind == Kind.ANCHOR);
        Controls.show(detail, kind == Kind.WEB || kind == Kind.MAIL || kind == Kind.PHONE);
        Controls.show(fileRow, kind == Kind.FILE);
        Page target = kind == Kind.PAGE ? page.getValue() : open.page().get();
        List<String> anchors = target == null ? List.of() : anchors(target);
        if (!anchor.getItems().equals(anchors)) {
            String text = anchor.getEditor().getText();
            anchor.getItems().setAll(anchors);
            anchor.getEditor().setText(text);
        }
        anchor.setPromptText(kind == Kind.PAGE ? "From its top, or a place on it" : "Anchor of a section");
        detail.setPromptText(
                kind == Kind.WEB ? "https://example.com" : kind == Kind.MAIL ? "name@example.com" : "+47 …");
        MediaId chosen = chosenFile;
        String name = chosen == null ? "" : media.fileName(chosen);
        file.setText(name.isEmpty() ? "No file yet" : name);
        warn();
    }

    private void warn() {
        Optional<String> why = target().flatMap(target ->
                LinkWords.fault(target, open.site().get(), open.page().get()));
        if (kind() == Kind.PAGE && page.getValue() == null) {
            why = Optional.of(
                    shown instanceof LinkTarget.ToPage
                            ? "The page that this led to is gone. Choose another one."
                            : "Choose the page.");
        }
        warning.setText(why.orElse(""));
        Controls.show(warning, why.isPresent());
    }

    private Kind kind() {
        Kind kind = where.getValue();
        return kind == null ? Kind.NONE : kind;
    }

    private Optional<LinkTarget> target() {
        String text = detail.getText().strip();
        String place = String.valueOf(anchor.getEditor().getText()).strip();
        Page to = page.getValue();
        MediaId chosen = chosenFile;
        return switch (kind()) {
            case NONE -> Optional.of(new LinkTarget.ToAnchor(""));
            case PAGE -> to == null ? Optional.empty() : Optional.of(new LinkTarget.ToPage(to.id(), place));
            case ANCHOR -> Optional.of(new LinkTarget.ToAnchor(place));
            case WEB -> Optional.of(new LinkTarget.ToUrl(text));
            case MAIL -> Optional.of(new LinkTarget.ToMail(text));
            case PHONE -> Optional.of(new LinkTarget.ToPhone(text));
            case FILE -> chosen == null ? Optional.empty() : Optional.of(new LinkTarget.ToFile(chosen));
        };
    }

    private void tell() {
        target().ifPresent(target -> listener.accept(new Value.Link(target)));
    }

    private List<String> anchors(Page of) {
        Site site = open.site().get();
        return java.util.stream.Stream.of(site.top(), of.sections(), site.bottom())
                .flatMap(List::stream)
                .map(Section::anchor)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static <T> StringConverter<T> words(Function<T, String> of) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : of.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("not typed in");
            }
        };
    }
}
