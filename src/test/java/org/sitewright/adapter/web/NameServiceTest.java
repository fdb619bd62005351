package org.sitewright.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sitewright.fixture.NameServer;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.address.DnsRecord;

class NameServiceTest {
    private final NameServer server = NameServer.start();
    private final NameService service = new NameService(server.address());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void followsAliasesToTheirAddresses() {
        server.knows("www.aurora.example", "CNAME", "d1.cdn.example");
        server.knows("d1.cdn.example", "CNAME", "edge.cdn.example");
        server.knows("edge.cdn.example", "A", "192.0.2.2");
        server.knows("edge.cdn.example", "A", "192.0.2.1");
        server.knows("edge.cdn.example", "AAAA", "2001:db8::1");
        assertThat(service.records("www.aurora.example"))
                .containsExactly(
                        new DnsRecord("www.aurora.example", DnsRecord.Type.CNAME, "d1.cdn.example"),
                        new DnsRecord("d1.cdn.example", DnsRecord.Type.CNAME, "edge.cdn.example"),
                        new DnsRecord("edge.cdn.example", DnsRecord.Type.A, "192.0.2.1"),
                        new DnsRecord("edge.cdn.example", DnsRecord.Type.A, "192.0.2.2"),
                        new DnsRecord("edge.cdn.example", DnsRecord.Type.AAAA, "2001:db8::1"));
    }

    @Test
    void seesAChangeAtOnce() {
        server.knows("aurora.example", "A", "192.0.2.1");
        assertThat(service.records("aurora.example")).hasSize(1);
        server.knows("aurora.example", "A", "192.0.2.2");
        assertThat(service.records("aurora.example")).hasSize(2);
    }

    @Test
    void nothingIsKnownOfOtherNames() {
        assertThat(service.records("other.example")).isEmpty();
        server.knows("www.aurora.example", "CNAME", "gone.example");
        assertThat(service.records("www.aurora.example")).hasSize(1);
    }

    @Test
    void anAliasThatLeadsToItselfEnds() {
        server.knows("one.example", "CNAME", "two.example");
        server.knows("two.example", "CNAME", "one.example");
        assertThat(service.records("one.example")).hasSize(8);
    }

    @Test
    void saysWhenNobodyAnswers() {
        server.fallSilent();
        assertThatThrownBy(() -> service.records("aurora.example"))
                .isInstanceOfSatisfying(PublishProblem.class, told -> assertThat(told.happened())
                        .contains("aurora.example"));
    }
}
