package org.sitewright.ui.forms;

import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import org.sitewright.edit.Editor;
import org.sitewright.library.Catalogue;
import org.sitewright.site.Form;
import org.sitewright.site.FormId;
import org.sitewright.site.Ids;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.OwnKeys;
import org.sitewright.ui.control.SidePanel;

/// The forms of the open site: their list, and one of them being built.
public final class FormsPanel implements SidePanel {
    private final Editor editor;
    private final FormsViewModel model;
    private final BorderPane root = new BorderPane();
    private final FormList list;
    private final FormBuilder builder;
    private final FormPreview preview;
    private final Editor.Listener listener;
    private Optional<FormId> shown = Optional.empty();
    private boolean any;

    public FormsPanel(Editor editor, Catalogue catalogue, Ids ids, FormPreview.Drawing drawing, Controls controls) {
        this.editor = editor;
        this.model = new FormsViewModel(editor, catalogue, ids);
        this.preview = new FormPreview(model, drawing);
        this.list = new FormList(model, controls, this::show);
        this.builder = new FormBuilder(model, controls, preview, this::show);
        root.getStyleClass().add("theme-panel");
        root.setId("forms-panel");
        OwnKeys.claim(root);
        listener = change -> {
            boolean chosen = !change.before().selection().equals(change.after().selection());
            if (chosen) {
                boolean unused = model.follow();
            }
            if (chosen || change.isEdit()) {
                show();
            }
        };
        editor.listen(listener);
        show();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void close() {
        editor.unlisten(listener);
        preview.close();
    }

    private void show() {
        Optional<Form> open = model.open();
        if (open.isEmpty()) {
            if (shown.isPresent() || !any) {
                root.setCenter(list.root());
            }
            list.show();
        } else {
            if (!open.map(Form::id).equals(shown)) {
                root.setCenter(builder.build());
            }
            builder.show(open.get());
        }
        shown = open.map(Form::id);
        any = true;
    }
}
