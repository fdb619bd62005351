package org.sitewright.app;

import java.util.List;
import java.util.Optional;
import org.sitewright.history.SiteWords;
import org.sitewright.library.Catalogue;
import org.sitewright.library.Field;
import org.sitewright.library.FieldType;
import org.sitewright.library.SectionKind;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Section;

/// What the catalogue calls sections and their fields; for what it does not have, the document's own words.
public final class CatalogueWords implements SiteWords {
    private final SiteWords plain = SiteWords.plain();
    private final Catalogue catalogue;

    public CatalogueWords(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String section(Section section) {
        return catalogue.kind(section.kind()).map(SectionKind::name).orElseGet(() -> plain.section(section));
    }

    @Override
    public String field(Section section, FieldPath path) {
        return catalogue
                .kind(section.kind())
                .flatMap(kind -> label(kind.fields(), path))
                .orElseGet(() -> plain.field(section, path));
    }

    private static Optional<String> label(List<Field> fields, FieldPath path) {
        Optional<Field> found = fields.stream()
                .filter(field -> field.name().equals(path.first()))
                .findFirst();
        if (path.steps().size() < 3) {
            return found.map(Field::label);
        }
        return found.flatMap(field -> field.type() instanceof FieldType.ListOf list
                ? label(list.fields(), path.rest().rest())
                : Optional.empty());
    }
}
