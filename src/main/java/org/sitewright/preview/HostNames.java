package org.sitewright.preview;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The exact values of the `Host` header that the server answers to (RFC 9110, 7.2).
final class HostNames {
    private final Set<String> accepted = new HashSet<>();

    HostNames(PreviewServer.Reach reach, int port) {
        accepted.add("127.0.0.1:" + port);
        accepted.add("localhost:" + port);
        if (reach == PreviewServer.Reach.LAN) {
            addresses().forEach(address -> accepted.add(address + ":" + port));
        }
    }

    boolean accept(@Nullable String host) {
        return host != null && accepted.contains(host.toLowerCase(Locale.ROOT));
    }

    /// The first address of this computer in a private network.
    static Optional<String> networkAddress() {
        return addresses().stream().findFirst();
    }

    private static List<String> addresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address.getAddress().length == 4 && !address.isLoopbackAddress())
                    .map(InetAddress::getHostAddress)
                    .sorted()
                    .toList();
        } catch (SocketException noNetwork) {
            return List.of();
        }
    }
}
