package org.mdmhub.web.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Whether the hub and its sandboxes can listen. */
final class Ports {

    private static final int TRIES = 50;

    private Ports() {}

    static void mustBeFree(int port) {
        try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            probe.setReuseAddress(true);
        } catch (IOException e) {
            throw new CannotStart("port " + port + " is taken; stop what listens there or choose another with --port");
        }
    }

    /** A sandbox outlives a hub that was killed; the next demo on its port takes its place. */
    static void askOrphanToLeave(int port) {
        try {
            var client = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofMillis(500))
                    .build();
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sandbox/leave"))
                    .timeout(Duration.ofSeconds(2))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() < 300) {
                awaitFree(port);
            }
        } catch (IOException e) {
            // nobody there, or nobody of ours: whether the port is free is looked at next
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitFree(int port) throws InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            try {
                mustBeFree(port);
                return;
            } catch (CannotStart e) {
                Thread.sleep(100);
            }
        }
    }
}
