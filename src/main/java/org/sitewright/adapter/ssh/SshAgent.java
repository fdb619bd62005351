package org.sitewright.adapter.ssh;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;

/// The agent of this computer that keeps SSH keys, as OpenSSH, a password manager or a smart card brings it. Keys never
/// leave it: it is asked to sign.
///
/// @param place its Unix socket, or its pipe on Windows; empty when there is none
public record SshAgent(String place) {
    public static final SshAgent NONE = new SshAgent("");

    private static final String SOCKET = "SSH_AUTH_SOCK";
    private static final String WINDOWS_PIPE = "\\\\.\\pipe\\openssh-ssh-agent";

    /// The agent that the surroundings of the program name; on Windows OpenSSH's, where none is named.
    public static SshAgent in(Map<String, String> environment, boolean windows) {
        return new SshAgent(environment.getOrDefault(SOCKET, windows ? WINDOWS_PIPE : ""));
    }

    /// The caller closes it.
    ///
    /// @throws PublishProblem when no agent answers
    public AgentConnection connect() {
        if (place.isEmpty()) {
            throw new PublishProblem(new PublishFailure.Settings(
                    "No SSH agent runs for this program.",
                    "Start one (ssh-agent) and start Sitewright from there, or choose a key file or a password."));
        }
        try {
            return AgentConnection.open(place);
        } catch (IOException fault) {
            throw silent(fault);
        }
    }

    /// @throws PublishProblem when no agent answers, or it holds no keys
    public void check() {
        try (AgentConnection connection = connect()) {
            keys(connection);
        } catch (IOException fault) {
            throw silent(fault);
        }
    }

    /// @throws PublishProblem when there are none
    public static List<AgentConnection.Key> keys(AgentConnection connection) throws IOException {
        List<AgentConnection.Key> keys = connection.keys();
        if (keys.isEmpty()) {
            throw new PublishProblem(new PublishFailure.Settings(
                    "The SSH agent holds no keys.", "Add yours (ssh-add), then try again."));
        }
        return keys;
    }

    private PublishProblem silent(IOException fault) {
        return new PublishProblem(
                new PublishFailure.Settings(
                        "The SSH agent at " + place + " does not answer.",
                        "Start it again, then start Sitewright, or choose a key file or a password."),
                fault);
    }
}
