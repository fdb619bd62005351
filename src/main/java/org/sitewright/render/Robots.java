package org.sitewright.render;

import java.util.List;
import org.sitewright.site.OutputChoices.Crawlers;

/// The rules for crawlers (RFC 9309): everybody may read the site, but the programs of AI
/// companies may be asked to leave it alone. The names are those that the companies document for their programs.
final class Robots {
    /// Programs that gather text and pictures to train models with, and tokens that stand for that use alone.
    private static final List<String> TRAINING = List.of(
            "AI2Bot",
            "Applebot-Extended",
            "Bytespider",
            "CCBot",
            "ClaudeBot",
            "Google-Extended",
            "GPTBot",
            "Meta-ExternalAgent",
            "cohere-training-data-crawler");

    /// Programs that read pages to answer a question or to find pages for answers.
    private static final List<String> ANSWERS = List.of(
            "Amazonbot",
            "ChatGPT-User",
            "Claude-SearchBot",
            "Claude-User",
            "DuckAssistBot",
            "Meta-ExternalFetcher",
            "MistralAI-User",
            "OAI-SearchBot",
            "Perplexity-User",
            "PerplexityBot");

    private Robots() {}

    /// @param sitemap its absolute address
    static String text(Crawlers crawlers, String sitemap) {
        StringBuilder out = new StringBuilder("User-agent: *\nAllow: /\n");
        switch (crawlers) {
            case ALLOW -> {}
            case NO_TRAINING -> refuse("Models are not trained with this site.", TRAINING, out);
            case NONE -> {
                refuse("Models are not trained with this site.", TRAINING, out);
                refuse("Nor is it read for their answers.", ANSWERS, out);
            }
        }
        return out.append("\nSitemap: ").append(sitemap).append('\n').toString();
    }

    /// For what is only staged. Search engines may read it, since only who reads a page learns that it asks to be left
    /// out; who does not search has nothing to do there.
    static String hidden() {
        StringBuilder out = new StringBuilder("# Not for visitors yet: every page asks not to be indexed.\n");
        out.append("User-agent: *\nAllow: /\n");
        refuse("Models are not trained with this site.", TRAINING, out);
        refuse("Nor is it read for their answers.", ANSWERS, out);
        return out.toString();
    }

    private static void refuse(String why, List<String> programs, StringBuilder out) {
        out.append("\n# ").append(why).append('\n');
        programs.forEach(each -> out.append("User-agent: ").append(each).append('\n'));
        out.append("Disallow: /\n");
    }
}
