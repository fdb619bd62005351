package org.sitewright.adapter.http;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a host answered.
public record Answer(int status, HttpHeaders headers, byte[] body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /// The body as JSON; an empty object when it is none, as errors of proxies are.
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JacksonException none) {
            return JSON.createObjectNode();
        }
    }
}
