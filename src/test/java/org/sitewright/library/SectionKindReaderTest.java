package org.sitewright.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewright.fixture.Assets;
import org.sitewright.work.Problem;

class SectionKindReaderTest {
    private static final String GOOD = """
            {"format": 1, "kind": "poll", "name": "Poll", "category": "Forms", "placement": "page",
             "variants": [{"name": "bars", "label": "Bars"}],
             "fields": [
               {"name": "title", "type": "rich-text", "inline": true, "label": "Title", "max": 80},
               {"name": "look", "type": "choice", "label": "Look", "group": "style",
                "options": [{"value": "a", "label": "A"}]},
               {"name": "most", "type": "number", "label": "Most", "min": 1, "max": 9, "default": 3},
               {"name": "items", "type": "list", "label": "Answers", "item": "Answer",
                "fields": [{"name": "label", "type": "text", "label": "Answer"}]}]}
            """;

    @TempDir
    private Path parent;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(parent.resolve("poll"));
        Files.writeString(folder.resolve("bars.peb"), "<section></section>");
    }

    @Test
    void readsAKind() throws IOException {
        SectionKind kind = read(GOOD);
        assertThat(kind.kind()).isEqualTo("poll");
        assertThat(kind.variants()).containsExactly(new SectionKind.Variant("bars", "Bars"));
        assertThat(kind.fields()).extracting(Field::name).containsExactly("title", "look", "most", "items");
        assertThat(kind.field("most").orElseThrow().max()).isZero();
        assertThat(kind.field("title").orElseThrow().type()).isEqualTo(new FieldType.RichText(true));
        assertThat(kind.variantOrFirst("gone").name()).isEqualTo("bars");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"format\": 1|\"format\": 2|its format is not 1",
                "\"kind\": \"poll\"|\"kind\": \"pole\"|its kind is \"pole\", but its folder has another name",
                "\"name\": \"Poll\"|\"name\": \"\"|\"name\" is missing",
                "\"category\": \"Forms\"|\"categorie\": \"Forms\"|\"categorie\" is not known",
                "\"placement\": \"page\"|\"placement\": \"left\"|placement is page, top or bottom",
                "{\"name\": \"bars\", \"label\": \"Bars\"}|{\"name\": \"pie\", \"label\": \"Pie\"}|the template pie.peb is missing",
                "[{\"name\": \"bars\", \"label\": \"Bars\"}]|[]|it has no variant",
                "[{\"name\": \"bars\", \"label\": \"Bars\"}]|\"bars\"|\"variants\" is not a list",
                "\"type\": \"rich-text\"|\"type\": \"html\"|there is no field type \"html\"",
                "\"group\": \"style\"|\"group\": \"looks\"|the group of look is content, style or seo",
                "[{\"value\": \"a\", \"label\": \"A\"}]|[]|the choice look has no options",
                "\"inline\": true|\"inlined\": true|\"inlined\" is not known",
                "\"default\": 3|\"default\": \"three\"|the default of most is no number",
                "\"label\": \"Answer\"}]}|\"label\": 5}]}|\"label\" is missing",
                "{\"format\"|\"format\"|it cannot be read"
            })
    void namesTheFileAndTheFault(String good, String bad, String fault) {
        assertThat(GOOD).contains(good);
        assertThatThrownBy(() -> read(GOOD.replace(good, bad)))
                .isInstanceOfSatisfying(CatalogueProblem.class, problem -> {
                    assertThat(problem.code()).isEqualTo("SW-CATALOGUE");
                    assertThat(problem.happened())
                            .contains(folder.resolve("section.json").toString(), fault);
                    assertThat(problem.remedy()).isNotBlank();
                });
    }

    @Test
    void namesAFolderThatIsMissing() {
        assertThatThrownBy(() -> Catalogue.read(parent.resolve("nowhere")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("sections");
    }

    @Test
    void everyKindThatShipsHasWhatTheProgramPromises() {
        assertThat(Assets.catalogue().kinds())
                .extracting(SectionKind::kind)
                .contains(
                        "header announcement hero features split steps testimonials logos stats gallery portfolio video"
                                .split(" "))
                .contains("pricing comparison team timeline faq posts text article cta newsletter contact".split(" "))
                .contains("form events menu downloads footer notfound".split(" "));
        assertThat(Assets.catalogue().kinds()).allSatisfy(kind -> {
            assertThat(kind.variants()).as(kind.kind()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(kind.description()).as(kind.kind()).isNotBlank();
            assertThat(kind.sample().isEmpty()).as("sample of %s", kind.kind()).isFalse();
            assertThat(Assets.catalogue().icon(kind.icon()))
                    .as("icon of %s", kind.kind())
                    .isPresent();
        });
    }

    @Test
    void kindsComeInTheOrderOfTheirCategories() {
        assertThat(Assets.catalogue().kinds().stream()
                        .map(SectionKind::category)
                        .distinct())
                .containsExactly(
                        "Top", "Hero", "Content", "Pictures", "Proof", "Selling", "About", "Contact", "Bottom");
    }

    private SectionKind read(String json) throws IOException {
        Files.writeString(folder.resolve("section.json"), json);
        return SectionKindReader.read(folder);
    }
}
