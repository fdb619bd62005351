package org.sitewright.ui.library;

import java.util.Optional;
import java.util.UUID;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.sitewright.library.Component;
import org.sitewright.ui.fx.Delay;
import org.sitewright.ui.fx.Screen;

/// The library of components: its gallery, or one component.
public final class ComponentsView implements Screen {
    private final ScriptSyntax syntax = new ScriptSyntax();
    private final LibraryServices services;
    private final ComponentsViewModel model;
    private final ComponentPictures pictures;
    private final ComponentGallery gallery;
    private final StackPane root = new StackPane();
    private @Nullable ComponentDetail detail;

    /// @param wanted the component to show first
    public ComponentsView(LibraryServices services, Optional<UUID> wanted) {
        this.services = services;
        this.pictures = new ComponentPictures(services);
        this.model = new ComponentsViewModel(
                services.library(),
                services.window().navigator(),
                services.window().work());
        this.gallery = new ComponentGallery(model, services, pictures, this::open);
        root.setId("components");
        root.getChildren().setAll(gallery.root());
        model.load(() -> wanted.flatMap(id -> model.shown().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst())
                .ifPresent(this::open));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void close() {
        leave(() -> {});
        services.drawing().snapshots().clear();
    }

    /// What is behind the screen, for tests.
    ComponentsViewModel model() {
        return model;
    }

    private void open(Component component) {
        leave(() -> {});
        services.drawing().snapshots().clear();
        CodeViewModel code = new CodeViewModel(
                component,
                services.library(),
                services.window().navigator(),
                services.window().work(),
                Delay.onScreen(),
                syntax::problems);
        ComponentDetail made = new ComponentDetail(code, model, services, pictures, new ComponentDetail.Leading() {
            @Override
            public void back() {
                gallery();
            }

            @Override
            public void open(Component other) {
                ComponentsView.this.open(other);
            }
        });
        detail = made;
        root.getChildren().setAll(made.root());
    }

    private void gallery() {
        root.getChildren().setAll(gallery.root());
        leave(() -> model.load(() -> {}));
    }

    private void leave(Runnable then) {
        ComponentDetail open = detail;
        detail = null;
        if (open == null) {
            then.run();
        } else {
            open.close(then);
        }
    }
}
