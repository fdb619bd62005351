package org.sitewright.ui.publish;

import org.sitewright.publish.PublishFailure;
import org.sitewright.work.Problem;

/// What went wrong, what to do now, and a code to quote.
record Trouble(String happened, String remedy, String code) {
    static Trouble of(PublishFailure failure) {
        return new Trouble(failure.happened(), failure.remedy(), failure.code());
    }

    static Trouble of(Exception fault) {
        if (fault instanceof Problem known) {
            return new Trouble(known.happened(), known.remedy(), known.code());
        }
        return new Trouble(
                "Publishing stopped because of a fault in the program.",
                "Try again; if it happens again, tell us the code and what the log says.",
                "SW-PUB-500");
    }
}
