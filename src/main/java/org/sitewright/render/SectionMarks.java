package org.sitewright.render;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.List;
import java.util.Optional;
import org.sitewright.library.Field;
import org.sitewright.library.FieldType;
import org.sitewright.library.SectionKind;
import org.sitewright.site.Section;

/// The attributes that mark a section and its fields. In a build only what visitors need is written.
record SectionMarks(Section section, SectionKind kind, boolean canvas) {
    SafeString root(String classes) {
        StringBuilder out = new StringBuilder();
        if (!section.anchor().isEmpty()) {
            out.append(TemplateFunctions.attribute("id", section.anchor()));
        }
        out.append(TemplateFunctions.attribute("class", classes.strip() + SectionGround.classes(section)));
        if (canvas) {
            out.append(
                    TemplateFunctions.attribute("data-sw-section", section.id().toString()));
            out.append(TemplateFunctions.attribute("data-sw-name", kind.name()));
        }
        return new SafeString(out.substring(1));
    }

    SafeString edit(String path) {
        if (!canvas) {
            return new SafeString("");
        }
        return field(List.of(path.split("\\.")), kind.fields())
                .map(field -> new SafeString(TemplateFunctions.attribute("data-sw-edit", path)
                        + TemplateFunctions.attribute("data-sw-type", type(field.type()))))
                .orElse(new SafeString(""));
    }

    SafeString editImage(String path) {
        return new SafeString(canvas ? TemplateFunctions.attribute("data-sw-image", path) : "");
    }

    private static String type(FieldType type) {
        return switch (type) {
            case FieldType.RichText rich -> rich.inline() ? "inline" : "block";
            case FieldType.PlainText text -> text.lines() > 1 ? "lines" : "text";
            case FieldType.Picture other -> "none";
            case FieldType.Link other -> "none";
            case FieldType.Choice other -> "none";
            case FieldType.ListOf other -> "none";
            case FieldType.Decimal other -> "none";
            case FieldType.Toggle other -> "none";
            case FieldType.ColorRole other -> "none";
            case FieldType.Day other -> "none";
            case FieldType.Form other -> "none";
        };
    }

    private static Optional<Field> field(List<String> steps, List<Field> schema) {
        Optional<Field> found = schema.stream()
                .filter(field -> field.name().equals(steps.getFirst()))
                .findFirst();
        if (steps.size() < 3) {
            return found;
        }
        return found.flatMap(field -> field.type() instanceof FieldType.ListOf list
                ? field(steps.subList(2, steps.size()), list.fields())
                : Optional.empty());
    }
}
