package org.sitewright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sitewright.publish.PlannedFile.Change;
import org.sitewright.render.CacheControl;
import org.sitewright.render.OutputFile;
import org.sitewright.render.OutputTree;

/// What publishing must leave of a file that others write in, too.
public abstract class RulesContract extends CancelContract {
    @Test
    void keepsWhatOthersWroteInTheRulesOfTheHost() {
        String mine = "# caf\u00e9\nphp_flag display_errors off";
        published(TestSites.bakery("zero"));
        target.put(rules(mine));
        settle();
        watch();
        published(withRules("one"));
        assertThat(theRules())
                .startsWith(mine + "\n\n# BEGIN Sitewright\none\n")
                .endsWith("# END Sitewright\n");
        watch();
        assertThat(publish(withRules("one"))).isInstanceOf(PublishResult.UpToDate.class);
        published(withRules("two"));
        watch();
        assertThat(run(publisher("here").rollback(TestSites.rollback(2), target)))
                .isInstanceOf(PublishResult.Published.class);
        assertThat(theRules()).startsWith(mine).contains("\none\n").doesNotContain("two");
        target.put(rules(theRules() + "# later\n"));
        settle();
        PublishPlan plan = publisher("here").plan(TestSites.request(withRules("four")), target);
        assertThat(plan.of(Change.CHANGED))
                .filteredOn(file -> file.path().equals(".htaccess"))
                .singleElement()
                .extracting(PlannedFile::reason)
                .asString()
                .endsWith("what others wrote in it stays");
        published(withRules("four"));
        assertThat(theRules())
                .startsWith(mine)
                .contains("\nfour\n")
                .doesNotContain("\none\n")
                .endsWith("# later\n");
        watch();
        assertThat(run(publisher("here").rollback(TestSites.rollback(3), target)))
                .isInstanceOf(PublishResult.Published.class);
        assertThat(theRules()).startsWith(mine).contains("\ntwo\n").endsWith("# later\n");
        watch();
        published(TestSites.bakery("three"));
        assertThat(theRules()).isEqualTo(mine + "\n\n# later\n");
        target.put(rules("rewritten by others\n"));
        settle();
        watch();
        assertThat(run(publisher("here").rollback(TestSites.rollback(2), target)))
                .isInstanceOf(PublishResult.Published.class);
        assertThat(theRules()).startsWith("rewritten by others\n").contains("\none\n");
    }

    @Test
    void takesItsOwnRulesAwayAgain() {
        published(withRules("one"));
        published(TestSites.bakery("one"));
        assertThat(sitePaths()).doesNotContain(".htaccess");
        target.put(rules("Require all granted\n"));
        settle();
        watch();
        published(TestSites.bakery("two"));
        assertThat(target.steps()).doesNotContain("put .htaccess", "delete .htaccess");
        assertThat(theRules()).isEqualTo("Require all granted\n");
    }

    private String theRules() {
        return open().read(".htaccess").orElseThrow().text();
    }

    private static OutputTree withRules(String block) {
        return TestSites.with(TestSites.bakery("one"), rules("# BEGIN Sitewright\n" + block + "\n# END Sitewright\n"));
    }

    private static OutputFile rules(String text) {
        return TestSites.file(".htaccess", "text/plain; charset=utf-8", CacheControl.REVALIDATE, text);
    }
}
