package org.sitewright.ui.menu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.PageRole;
import org.sitewright.site.Site;
import org.sitewright.ui.control.Controls;

/// Chooses where something leads: a page of the site, a place on one, or an address elsewhere.
final class TargetField {
    private static final List<Choice> ELSEWHERE = List.of(
            new Choice("Web address", null, Kind.WEB),
            new Choice("Place on the same page", null, Kind.ANCHOR),
            new Choice("E-mail", null, Kind.MAIL),
            new Choice("Phone", null, Kind.PHONE));

    private final Consumer<LinkTarget> change;
    private final boolean redirects;
    private final ComboBox<Choice> where = new ComboBox<>();
    private final TextField detail = new TextField();
    private final VBox root;
    private boolean showing;

    private enum Kind {
        PAGE,
        WEB,
        ANCHOR,
        MAIL,
        PHONE
    }

    private record Choice(String words, @Nullable PageId page, Kind kind) {}

    /// @param redirects whether only pages and web addresses are possible
    TargetField(String label, boolean redirects, Consumer<LinkTarget> change) {
        this.change = change;
        this.redirects = redirects;
        where.setMaxWidth(Double.MAX_VALUE);
        where.setPromptText("Choose a page or an address");
        where.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Choice choice) {
                return choice == null ? "" : choice.words();
            }

            @Override
            public Choice fromString(String text) {
                throw new UnsupportedOperationException("targets are chosen, not typed");
            }
        });
        detail.setAccessibleText(label + ": address");
        root = Controls.field(label, where);
        root.getChildren().add(detail);
        where.valueProperty().addListener((property, before, after) -> {
            hint();
            tell();
        });
        detail.textProperty().addListener((property, before, after) -> tell());
        hint();
    }

    VBox root() {
        return root;
    }

    ComboBox<?> choice() {
        return where;
    }

    /// @param target null where nothing is chosen yet
    void show(Site site, @Nullable LinkTarget target) {
        showing = true;
        List<Choice> choices = new ArrayList<>();
        for (Page page : site.pages()) {
            if (page.role() == PageRole.PAGE) {
                choices.add(new Choice(page.name(), page.id(), Kind.PAGE));
            }
        }
        choices.addAll(redirects ? ELSEWHERE.subList(0, 1) : ELSEWHERE);
        String text = target == null ? "" : text(target);
        Choice wanted = choices.stream()
                .filter(choice -> target != null && isFor(choice, target))
                .findFirst()
                .orElse(null);
        if (wanted == null && target instanceof LinkTarget.ToPage(PageId gone, String anchor)) {
            wanted = new Choice("A page that is gone", gone, Kind.PAGE);
            choices.add(wanted);
        }
        if (!List.copyOf(where.getItems()).equals(choices)) {
            where.getItems().setAll(choices);
        }
        where.setValue(wanted);
        if (!detail.isFocused() && !detail.getText().equals(text)) {
            detail.setText(text);
        }
        hint();
        showing = false;
    }

    /// What is chosen; empty for nothing yet.
    Optional<LinkTarget> target() {
        Choice choice = where.getValue();
        String text = detail.getText().strip();
        if (choice == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (choice.kind()) {
                    case PAGE ->
                        new LinkTarget.ToPage(
                                java.util.Objects.requireNonNull(choice.page()), text.replaceFirst("^#", ""));
                    case WEB -> new LinkTarget.ToUrl(text);
                    case ANCHOR -> new LinkTarget.ToAnchor(text.replaceFirst("^#", ""));
                    case MAIL -> new LinkTarget.ToMail(text);
                    case PHONE -> new LinkTarget.ToPhone(text);
                });
    }

    private void tell() {
        if (!showing) {
            target().ifPresent(change);
        }
    }

    private void hint() {
        Choice choice = where.getValue();
        Controls.show(detail, choice != null && !(redirects && choice.kind() == Kind.PAGE));
        if (choice != null) {
            detail.setPromptText(
                    switch (choice.kind()) {
                        case PAGE -> "Place on it, as prices (optional)";
                        case WEB -> "https://example.com";
                        case ANCHOR -> "Anchor of a section, as prices";
                        case MAIL -> "name@example.com";
                        case PHONE -> "+47 …";
                    });
        }
    }

    private static boolean isFor(Choice choice, LinkTarget target) {
        return switch (target) {
            case LinkTarget.ToPage(PageId page, String anchor) -> page.equals(choice.page());
            case LinkTarget.ToUrl url -> choice.kind() == Kind.WEB;
            case LinkTarget.ToAnchor anchor -> choice.kind() == Kind.ANCHOR;
            case LinkTarget.ToMail mail -> choice.kind() == Kind.MAIL;
            case LinkTarget.ToPhone phone -> choice.kind() == Kind.PHONE;
            case LinkTarget.ToFile file -> false;
        };
    }

    private static String text(LinkTarget target) {
        return switch (target) {
            case LinkTarget.ToPage(PageId page, String anchor) -> anchor;
            case LinkTarget.ToUrl(String url) -> url;
            case LinkTarget.ToAnchor(String anchor) -> anchor;
            case LinkTarget.ToMail(String address) -> address;
            case LinkTarget.ToPhone(String number) -> number;
            case LinkTarget.ToFile file -> "";
        };
    }
}
