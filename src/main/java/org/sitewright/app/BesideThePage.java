package org.sitewright.app;

import java.security.SecureRandom;
import java.util.List;
import java.util.function.Consumer;
import org.sitewright.edit.Editor;
import org.sitewright.render.SectionAsComponent;
import org.sitewright.site.SiteId;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.editor.EditorRail;
import org.sitewright.ui.editor.EditorServices;
import org.sitewright.ui.find.FindPanel;
import org.sitewright.ui.forms.FormPreview;
import org.sitewright.ui.forms.FormsPanel;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Work;
import org.sitewright.ui.library.ComponentPictures;
import org.sitewright.ui.library.ComponentsPanel;
import org.sitewright.ui.library.LibraryServices;
import org.sitewright.ui.library.PlacingViewModel;
import org.sitewright.ui.menu.MenuPanel;
import org.sitewright.ui.output.OutputPanel;
import org.sitewright.ui.theme.ThemePanel;

/// Puts together what the editor shows beside the page and where its rail leads.
final class BesideThePage {
    private final Workspace workspace;
    private final Controls controls;
    private final Navigator navigator;
    private final Work work;
    private final FormPreview.Drawing drawing;
    private final LibraryServices library;

    BesideThePage(
            Workspace workspace,
            Controls controls,
            Navigator navigator,
            Work work,
            FormPreview.Drawing drawing,
            LibraryServices library) {
        this.workspace = workspace;
        this.controls = controls;
        this.navigator = navigator;
        this.work = work;
        this.drawing = drawing;
        this.library = library;
    }

    /// @param search opens what finds everything
    /// @param phone shows a stored site on a phone
    EditorServices.Beside made(Runnable search, Consumer<SiteId> phone) {
        ThemePanel.Services theme =
                new ThemePanel.Services(workspace.catalogue(), workspace.pictureColors(), new SecureRandom(), work);
        return new EditorServices.Beside(
                List.of(
                        new EditorRail.Side(
                                "theme", "Theme", "palette", editor -> new ThemePanel(editor, theme, controls)),
                        new EditorRail.Side(
                                "forms",
                                "Forms",
                                "clipboard-list",
                                editor -> new FormsPanel(
                                        editor, workspace.catalogue(), workspace.ids(), drawing, controls)),
                        new EditorRail.Side(
                                "menu",
                                "Menu and redirects",
                                "list-tree",
                                editor -> new MenuPanel(editor, workspace.ids(), controls)),
                        new EditorRail.Side("output", "Search and hosts", "globe", OutputPanel::new),
                        new EditorRail.Side(
                                "components",
                                "Components",
                                "blocks",
                                editor -> new ComponentsPanel(editor, library, placing(editor))),
                        new EditorRail.Side(
                                "find",
                                "Find and replace",
                                "text-search",
                                editor -> new FindPanel(editor, workspace.catalogue(), controls, navigator::tell))),
                this::ways,
                search,
                phone,
                editor -> new PickedComponents(placing(editor), new ComponentPictures(library)));
    }

    private PlacingViewModel placing(Editor editor) {
        return new PlacingViewModel(
                editor,
                workspace.components(),
                new SectionAsComponent(workspace.catalogue()),
                workspace.ids(),
                new PlacingViewModel.Screen(navigator, work));
    }

    private List<EditorRail.Way> ways(SiteId site) {
        return List.of(
                new EditorRail.Way("media", "Media", "images", () -> navigator.open(new Destination.Media(site))),
                new EditorRail.Way(
                        "publish", "Publish", "cloud-upload", () -> navigator.open(new Destination.Publish(site))),
                new EditorRail.Way(
                        "history", "History", "history", () -> navigator.open(new Destination.History(site))));
    }
}
