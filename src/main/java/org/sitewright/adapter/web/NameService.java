package org.sitewright.adapter.web;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.InvalidNameException;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.Attributes;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.address.DnsRecord;

/// Asks name servers anew each time, past the memory that the Java runtime has of names.
final class NameService {
    private static final int ALIASES = 8;

    private final String servers;

    /// @param servers as `dns://192.0.2.1:53`; empty for those of this computer
    NameService(String servers) {
        this.servers = servers;
    }

    /// Aliases in the order in which they are followed, then the addresses of the last name.
    List<DnsRecord> records(String host) {
        List<DnsRecord> records = new ArrayList<>();
        try {
            DirContext context = new InitialDirContext(settings());
            try {
                String name = host;
                for (int step = 0; step < ALIASES; step++) {
                    List<DnsRecord> alias = ask(context, name, DnsRecord.Type.CNAME);
                    if (alias.isEmpty()) {
                        break;
                    }
                    records.add(alias.getFirst());
                    name = alias.getFirst().value();
                }
                records.addAll(ask(context, name, DnsRecord.Type.A));
                records.addAll(ask(context, name, DnsRecord.Type.AAAA));
                return records;
            } finally {
                context.close();
            }
        } catch (NamingException silent) {
            throw new PublishProblem(
                    new PublishFailure.Network(
                            "No name server says where " + host + " leads.",
                            "Check that you are online, then look again."),
                    silent);
        }
    }

    // The service for names gives text only; it makes no objects of what it is told.
    @SuppressWarnings("BanJNDI")
    private static List<DnsRecord> ask(DirContext context, String name, DnsRecord.Type type) throws NamingException {
        List<DnsRecord> found = new ArrayList<>();
        try {
            // The last dot keeps this computer's search list out of it.
            Attributes answer = context.getAttributes(name + ".", new String[] {type.name()});
            Attribute values = answer.get(type.name());
            if (values == null) {
                return found;
            }
            NamingEnumeration<?> all = values.getAll();
            while (all.hasMore()) {
                found.add(new DnsRecord(name, type, String.valueOf(all.next())));
            }
            found.sort((one, other) -> one.value().compareTo(other.value()));
            return found;
        } catch (NameNotFoundException | InvalidNameException unknown) {
            return found;
        }
    }

    // JNDI asks for this type.
    @SuppressWarnings("JdkObsolete")
    private Hashtable<String, String> settings() {
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put("com.sun.jndi.dns.timeout.initial", "1500");
        settings.put("com.sun.jndi.dns.timeout.retries", "2");
        if (!servers.isEmpty()) {
            settings.put(Context.PROVIDER_URL, servers);
        }
        return settings;
    }
}
