package org.sitewright.ui.editor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sitewright.render.SectionGround;
import org.sitewright.site.Focal;
import org.sitewright.site.MediaId;
import org.sitewright.site.Section;
import org.sitewright.site.SectionStyle;
import org.sitewright.site.SectionStyle.Background;
import org.sitewright.site.SectionStyle.Screen;
import org.sitewright.site.SectionStyle.Space;
import org.sitewright.ui.control.Controls;

/// How the chosen sections depart from their kind and the theme: what they lie on, the room around them, and the
/// screens that show them. Only tokens of the theme can be chosen.
final class StylePanel {
    private static final List<String> ROLES = List.of(
            "plain", "surface", "sunk", "accent", "night", "panel-1", "panel-2", "panel-3", "panel-4", "panel-5",
            "panel-6");
    private static final int DIM = 50;

    private final EditorViewModel model;
    private final Controls kit;
    private final FieldControls.Media media;
    private final Map<Background, ToggleButton> grounds = new HashMap<>();
    private final ToggleGroup ground = new ToggleGroup();
    private final Map<Space, ToggleButton> above = new EnumMap<>(Space.class);
    private final Map<Space, ToggleButton> below = new EnumMap<>(Space.class);
    private final Map<Screen, CheckBox> screens = new EnumMap<>(Screen.class);
    private final StackPane picture = new StackPane();
    private final Label pictureName = Controls.label("", "medium");
    private final Slider dim = new Slider(0, 100, DIM);
    private final VBox dimming = Controls.field("Darken the picture", dim);
    private final VBox box = new VBox(16);
    private boolean showing;

    StylePanel(EditorViewModel model, Controls kit, FieldControls.Media media) {
        this.model = model;
        this.kit = kit;
        this.media = media;
        box.getChildren().addAll(backgrounds(), room("Room above", above, true), room("Room below", below, false));
        box.getChildren().add(visibility());
    }

    Node node() {
        return box;
    }

    void show(Section section) {
        showing = true;
        SectionStyle style = section.style();
        ground.selectToggle(grounds.get(style.background()));
        above.forEach((space, button) -> button.setSelected(space == style.above()));
        below.forEach((space, button) -> button.setSelected(space == style.below()));
        screens.forEach((screen, tick) -> tick.setSelected(!style.hiddenOn().contains(screen)));
        picture.getChildren().clear();
        boolean has = style.background() instanceof Background.Picture;
        Controls.show(dimming, has);
        if (style.background() instanceof Background.Picture shown) {
            picture.getChildren().add(media.tile(shown.media()));
            pictureName.setText(media.fileName(shown.media()));
            dim.setValue(shown.dim());
        } else {
            picture.getChildren().add(kit.icons().of("image", 20));
            pictureName.setText("No picture behind it");
        }
        showing = false;
    }

    private Node backgrounds() {
        GroundSwatch swatch = new GroundSwatch(model.site().theme());
        List<Background> colors = new ArrayList<>();
        ROLES.forEach(role -> colors.add(new Background.Role(role)));
        Button choose = kit.button("Choose…", "", "small");
        choose.setId("background-picture");
        choose.setOnAction(event -> media.file(item -> {
            if (item.contentType().startsWith("image/")) {
                set(
                        "Background",
                        style ->
                                style.withBackground(new Background.Picture(item.media(), Focal.CENTRE, dimOf(style))));
            }
        }));
        picture.getStyleClass().add("picture-tile");
        picture.setMinSize(72, 72);
        picture.setMaxSize(72, 72);
        dim.valueProperty().addListener((property, before, after) -> {
            if (!showing) {
                set("Darkness", style -> darkened(style, (int) Math.round(after.doubleValue())));
            }
        });
        VBox none = new VBox(swatches(swatch, List.of(new Background.None())));
        return new VBox(
                10,
                group("Background", none),
                group("Colour", swatches(swatch, colors)),
                group(
                        "Gradient",
                        swatches(
                                swatch,
                                SectionGround.GRADIENTS.stream()
                                        .<Background>map(Background.Gradient::new)
                                        .toList())),
                group(
                        "Pattern",
                        swatches(
                                swatch,
                                SectionGround.PATTERNS.stream()
                                        .<Background>map(Background.Pattern::new)
                                        .toList())),
                group("Picture", Controls.row(12, picture, new VBox(8, pictureName, choose))),
                dimming);
    }

    private static VBox group(String words, Node inside) {
        return new VBox(4, Controls.label(words, "field-label"), inside);
    }

    private FlowPane swatches(GroundSwatch swatch, List<Background> choices) {
        FlowPane pane = new FlowPane(6, 6);
        for (Background choice : choices) {
            ToggleButton button = new ToggleButton("", swatch.of(choice));
            button.getStyleClass().add("swatch");
            Controls.name(button, words(choice), "");
            button.setId("ground-" + words(choice).toLowerCase(Locale.ROOT).replace(' ', '-'));
            button.setToggleGroup(ground);
            button.setOnAction(event -> {
                button.setSelected(true);
                set("Background", style -> style.withBackground(choice));
            });
            grounds.put(choice, button);
            pane.getChildren().add(button);
        }
        return pane;
    }

    private Node room(String words, Map<Space, ToggleButton> buttons, boolean isAbove) {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        row.getStyleClass().add("segmented");
        for (Space space : Space.values()) {
            ToggleButton button = new ToggleButton(words(space));
            button.getStyleClass().add("narrow");
            button.setId((isAbove ? "above-" : "below-") + space.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setOnAction(event -> {
                button.setSelected(true);
                set(
                        words,
                        style -> isAbove
                                ? style.withSpace(space, style.below())
                                : style.withSpace(style.above(), space));
            });
            buttons.put(space, button);
            row.getChildren().add(button);
        }
        return group(words, row);
    }

    private Node visibility() {
        HBox row = Controls.row(16);
        for (Screen screen : Screen.values()) {
            CheckBox tick = new CheckBox(sentence(screen.name()));
            tick.setId("seen-" + screen.name().toLowerCase(Locale.ROOT));
            tick.setOnAction(event -> set("Screens", style -> {
                Set<Screen> hidden = EnumSet.noneOf(Screen.class);
                hidden.addAll(style.hiddenOn());
                if (tick.isSelected()) {
                    hidden.remove(screen);
                } else {
                    hidden.add(screen);
                }
                return style.withHiddenOn(hidden);
            }));
            screens.put(screen, tick);
            row.getChildren().add(tick);
        }
        return group("Seen on", row);
    }

    private void set(String what, UnaryOperator<SectionStyle> change) {
        model.run(model.sections().several().setStyle(model.chosenIds(), what, change));
    }

    private static int dimOf(SectionStyle style) {
        return style.background() instanceof Background.Picture picture ? picture.dim() : DIM;
    }

    private static SectionStyle darkened(SectionStyle style, int percent) {
        return style.background() instanceof Background.Picture(MediaId media, Focal focal, int before)
                ? style.withBackground(new Background.Picture(media, focal, percent))
                : style;
    }

    private static String words(Background background) {
        return switch (background) {
            case Background.None() -> "As the layout has it";
            case Background.Role(String role) when role.equals("plain") -> "Page";
            case Background.Role(String role) -> sentence(role.replace('-', ' '));
            case Background.Gradient(String name) -> sentence(name);
            case Background.Pattern(String name) -> sentence(name);
            case Background.Picture picture -> "Picture";
        };
    }

    private static String words(Space space) {
        return switch (space) {
            case AUTO -> "Auto";
            case NONE -> "None";
            case SMALL -> "S";
            case MEDIUM -> "M";
            case LARGE -> "L";
        };
    }

    private static String sentence(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
