package org.sitewright.ui.publish;

/// Says what is to become the live version.
final class WantedWords {
    private WantedWords() {}

    /// What the button does.
    static String act(Wanted wanted) {
        return switch (wanted) {
            case Wanted.Newest newest -> "Publish";
            case Wanted.Release release -> "Bring back version " + release.version();
            case Wanted.Staged staged -> "Promote";
        };
    }

    /// What visitors will see then; empty where that goes without saying.
    static String meaning(Wanted wanted) {
        return switch (wanted) {
            case Wanted.Newest newest -> "";
            case Wanted.Release release ->
                "Visitors will see version " + release.version()
                        + " again. The site here stays as it is; publishing shows it again.";
            case Wanted.Staged staged ->
                "Visitors will see what is at “" + staged.from().name()
                        + "” now, at this address. Edits made since stay here.";
        };
    }

    static String alreadyTitle(Wanted wanted) {
        return switch (wanted) {
            case Wanted.Newest newest -> "Up to date";
            case Wanted.Release release -> "Version " + release.version() + " is what visitors see";
            case Wanted.Staged staged -> "Nothing to promote";
        };
    }

    static String already(Wanted wanted, String target) {
        return switch (wanted) {
            case Wanted.Newest newest -> "Everything is at " + target + " as it is here.";
            case Wanted.Release release ->
                "Every file at " + target + " is as that version had it: nothing to bring back.";
            case Wanted.Staged staged ->
                "Visitors of " + target + " see what is at “" + staged.from().name() + "” already.";
        };
    }
}
