package org.sitewright.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewright.publish.address.Outside.Plain;

class PlainAddressTest {
    @ParameterizedTest
    @CsvSource({
        "301, https://aurora.example/, TO_HTTPS",
        "308, https://www.aurora.example/home, TO_HTTPS",
        "302, http://www.aurora.example/, OPEN",
        "302, https://parked.example/, ELSEWHERE",
        "200, '', OPEN",
        "404, '', OPEN",
        "301, '', UNKNOWN"
    })
    void seesWhereItLeads(int status, String location, Plain expected) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            if (!location.isEmpty()) {
                exchange.getResponseHeaders().add("Location", location);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            URI asked = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            assertThat(new PlainAddress().look(asked, "aurora.example")).isEqualTo(expected);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void seesThatNobodyAnswers() throws IOException {
        int nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = closed.getLocalPort();
        }
        assertThat(new PlainAddress().look(URI.create("http://127.0.0.1:" + nobody + "/"), "aurora.example"))
                .isEqualTo(Plain.CLOSED);
    }
}
