package org.sitewright.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.sitewright.fixture.S3Server;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.TargetSettings;

/// The S3 server of the tests in a process of its own, so that its memory and its collections are not ours, with the
/// settings by which a client reaches it.
final class ServerProcess implements AutoCloseable {
    private static final String ENDPOINT = "endpoint ";
    private static final long MOST_MINUTES = 15;

    private final Process process;
    private final String endpoint;

    private ServerProcess(Process process, String endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /// @param buckets made before this returns
    static ServerProcess start(String... buckets) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms8g",
                "-Xmx8g",
                "-Xmn1g",
                "-XX:+AlwaysPreTouch",
                "-XX:+UseParallelGC",
                "-cp",
                System.getProperty("java.class.path"),
                ServerProcess.class.getName()));
        command.addAll(List.of(buckets));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        // Not closed: that would close the pipe into which the server still prints.
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(ENDPOINT)) {
                return new ServerProcess(
                        process, line.substring(ENDPOINT.length()).strip());
            }
        }
        process.destroyForcibly();
        throw new IOException("the S3 server does not start");
    }

    /// The process itself, which makes the buckets named. It ends with who started it, however that ends: its input is
    /// closed then.
    public static void main(String[] buckets) throws IOException {
        try (S3Server server = S3Server.start(0)) {
            List.of(buckets).forEach(server::createBucket);
            System.out.println(ENDPOINT + server.endpoint());
            long unused = System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    String endpoint() {
        return endpoint;
    }

    TargetSettings.S3 settings(String bucket) {
        return new TargetSettings.S3(endpoint, S3Server.REGION, bucket, "", true, "", TargetSettings.Support.FULL);
    }

    AccessKey key() {
        return new AccessKey(S3Server.KEY_ID, S3Server.SECRET);
    }

    /// Runs a command that finds the server's key in its environment, and waits for it.
    ///
    /// @return how long it took in seconds; not a number when it is not installed or failed, which is printed
    double time(Path folder, List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().remove("AWS_CA_BUNDLE");
            builder.environment().put("AWS_ACCESS_KEY_ID", S3Server.KEY_ID);
            builder.environment().put("AWS_SECRET_ACCESS_KEY", S3Server.SECRET);
            builder.environment().put("RESTIC_PASSWORD", "bench");
            builder.environment()
                    .put("RESTIC_CACHE_DIR", folder.resolve("restic-cache").toString());
            Process running = builder.start();
            try (BufferedReader answer = running.inputReader(StandardCharsets.UTF_8)) {
                String said = String.join("\n", answer.lines().toList());
                if (!running.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                    running.destroyForcibly();
                    System.out.println(command.getFirst() + " did not end");
                    return Double.NaN;
                }
                if (running.exitValue() != 0) {
                    System.out.println(command.getFirst() + " ended with " + running.exitValue() + ": " + said.strip());
                    return Double.NaN;
                }
                return Benchmarks.seconds(start);
            }
        } catch (IOException notInstalled) {
            System.out.println(command.getFirst() + " is not installed");
            return Double.NaN;
        }
    }

    /// Seconds of processor that the server has used.
    double cpu() {
        return Benchmarks.cpu(process.toHandle());
    }

    /// How `rclone` names a bucket of this server.
    String rclone(String bucket) {
        return ":s3,provider=Other,env_auth=true,endpoint='" + endpoint + "':" + bucket;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
