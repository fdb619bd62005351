package org.sitewright.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sitewright.fixture.FaultyHttp;
import org.sitewright.fixture.HttpPlace;
import org.sitewright.publish.Visitor.Seen;

class HttpVisitorTest {
    private final Site site = new Site();
    private final HttpVisitor visitor = new HttpVisitor();

    /// A page, a page at an old address, and one that is gone.
    private static final class Site extends HttpPlace {
        private final List<String> asked = new CopyOnWriteArrayList<>();

        @Override
        protected Reply answer(HttpExchange exchange, byte[] body) {
            String path = exchange.getRequestURI().getPath();
            asked.add(path + " " + exchange.getRequestHeaders().getFirst("Cache-Control") + " "
                    + exchange.getRequestHeaders().getOrDefault("Cookie", Collections.emptyList()));
            exchange.getResponseHeaders().set("Set-Cookie", "seen=1");
            if (path.equals("/old")) {
                exchange.getResponseHeaders().set("Location", "/menu/");
                return Reply.of(301, "");
            }
            return path.equals("/menu/") ? Reply.of(200, "Menu ü") : Reply.of(404, "not here");
        }
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void seesWhatAVisitorSees() throws Exception {
        String sha256 = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest("Menu ü".getBytes(StandardCharsets.UTF_8)));
        assertThat(visitor.visit(at("/menu/"))).isEqualTo(new Seen(200, sha256, ""));
        assertThat(visitor.visit(at("/old"))).isEqualTo(new Seen(200, sha256, ""));
        assertThat(visitor.visit(at("/gone"))).isEqualTo(new Seen(404, "", ""));
        assertThat(site.asked)
                .containsExactly("/menu/ no-cache []", "/old no-cache []", "/menu/ no-cache []", "/gone no-cache []");
    }

    @Test
    void saysWhyThereIsNothingToSee() {
        assertThat(visitor.visit(URI.create("http://127.0.0.1:1/"))).isEqualTo(new Seen(0, "", "does not answer"));
        assertThat(visitor.visit(URI.create("mailto:baker@example.org")).status())
                .isZero();
        try (FaultyHttp line = new FaultyHttp(site.address().getPort())) {
            line.plan(number -> FaultyHttp.Fault.CUT_REPLY);
            assertThat(visitor.visit(URI.create(line.endpoint() + "/menu/")))
                    .isEqualTo(new Seen(0, "", "broke the connection"));
        }
    }

    private URI at(String path) {
        return site.address().resolve(path);
    }
}
