package org.sitewright.ui.output;

import java.util.function.UnaryOperator;
import org.sitewright.edit.Editor;
import org.sitewright.edit.OutputCommands;
import org.sitewright.site.OutputChoices;
import org.sitewright.site.OutputChoices.About;
import org.sitewright.site.OutputChoices.Crawlers;

/// What the panel of search engines and hosts knows and does.
final class OutputViewModel {
    private final Editor editor;
    private final OutputCommands commands = new OutputCommands();

    OutputViewModel(Editor editor) {
        this.editor = editor;
    }

    OutputChoices choices() {
        return editor.site().parts().output();
    }

    void about(About about) {
        run("Say whom the site presents", choices -> choices.withAbout(about));
    }

    void crawlers(Crawlers crawlers) {
        run("Rules for AI crawlers", choices -> choices.withCrawlers(crawlers));
    }

    void readable(boolean readable) {
        run(readable ? "Keep files readable" : "Write files tightly", choices -> choices.withReadable(readable));
    }

    void hostRules(boolean hostRules) {
        run(
                hostRules ? "Write rules for the host" : "Write no rules for the host",
                choices -> choices.withHostRules(hostRules));
    }

    static String words(About about) {
        return switch (about) {
            case UNSAID -> "What the site shows by itself";
            case PERSON -> "A person";
            case ORGANIZATION -> "A company or group";
            case LOCAL_BUSINESS -> "A place that people visit";
        };
    }

    static String words(Crawlers crawlers) {
        return switch (crawlers) {
            case ALLOW -> "May read everything";
            case NO_TRAINING -> "May answer, not train";
            case NONE -> "Are asked to stay away";
        };
    }

    /// What a choice means, in a sentence.
    static String meaning(Crawlers crawlers) {
        return switch (crawlers) {
            case ALLOW -> "Robots.txt asks nothing of the programs of AI companies.";
            case NO_TRAINING ->
                "Robots.txt asks those that gather texts to train models to leave the site alone. "
                        + "Answers may still quote it.";
            case NONE ->
                "Robots.txt asks all known programs of AI companies to leave the site alone. Search engines "
                        + "still find it.";
        };
    }

    private void run(String label, UnaryOperator<OutputChoices> change) {
        boolean unused = editor.run(commands.set(label, change));
    }
}
