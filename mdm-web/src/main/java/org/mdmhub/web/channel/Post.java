package org.mdmhub.web.channel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.stereotype.Component;

/**
 * One POST to an address that was looked at, over a connection to just that address (the usual client would look the
 * name up once more). Follows no redirects, is bounded in time and in what it reads.
 */
@Component
class Post {

    private static final int LONGEST = 64 * 1024;

    private final AddressGuard guard;
    private final int connecting;
    private final int patience;

    @org.springframework.beans.factory.annotation.Autowired
    Post(AddressGuard guard) {
        this(guard, 3_000, 10_000);
    }

    /** Patience in milliseconds. */
    Post(AddressGuard guard, int connecting, int patience) {
        this.guard = guard;
        this.connecting = connecting;
        this.patience = patience;
    }

    /** No answer came, or none that can be read. */
    static final class Unanswered extends Exception {
        private final transient Outcome outcome;

        Unanswered(Outcome outcome) {
            super(outcome.why(), null, false, false);
            this.outcome = outcome;
        }

        Outcome outcome() {
            return outcome;
        }
    }

    /** Sends JSON. */
    Reply json(URI uri, boolean inside, Map<String, String> headers, String body) throws Unanswered {
        try (Socket socket = connected(uri, inside)) {
            return exchange(socket, uri, headers, body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Unanswered(
                    new Outcome.Unknown("no readable answer: " + e.getClass().getSimpleName()));
        }
    }

    @SuppressWarnings("AddressSelection") // it is the very address that was looked at
    private Socket connected(URI uri, boolean inside) throws Unanswered {
        Socket plain = new Socket();
        try {
            InetAddress address = guard.checked(uri, inside);
            boolean tls = uri.getScheme().equals("https");
            int port = uri.getPort() == -1 ? (tls ? 443 : 80) : uri.getPort();
            plain.connect(new InetSocketAddress(address, port), connecting);
            plain.setSoTimeout(patience);
            return tls ? secured(plain, uri.getHost(), port) : plain;
        } catch (AddressGuard.Forbidden e) {
            throw new Unanswered(new Outcome.Refused(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            close(plain);
            throw new Unanswered(new Outcome.Later(
                    Duration.ofSeconds(30), "not reachable: " + e.getClass().getSimpleName()));
        }
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it was never open
            return;
        }
    }

    private Reply exchange(Socket socket, URI uri, Map<String, String> headers, byte[] body) throws IOException {
        long until = System.nanoTime() + Duration.ofMillis(patience).toNanos();
        StringBuilder head = new StringBuilder("POST ").append(target(uri)).append(" HTTP/1.1\r\nHost: ");
        head.append(uri.getRawAuthority()).append("\r\nUser-Agent: mdm-hub\r\nConnection: close\r\n");
        head.append("Content-Type: application/json; charset=utf-8\r\nContent-Length: ")
                .append(body.length);
        headers.forEach(
                (name, value) -> head.append("\r\n").append(name).append(": ").append(value));
        head.append("\r\n\r\n");
        var out = socket.getOutputStream();
        out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
        return Reply.read(whole(socket, until));
    }

    private static String target(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static byte[] whole(Socket socket, long until) throws IOException {
        InputStream in = socket.getInputStream();
        var whole = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        int read = in.read(part);
        while (read >= 0) {
            whole.write(part, 0, read);
            if (whole.size() > LONGEST || Reply.isWhole(whole.toByteArray())) {
                break;
            }
            long left = Duration.ofNanos(until - System.nanoTime()).toMillis();
            if (left <= 0) {
                throw new IOException("too slow");
            }
            socket.setSoTimeout((int) left);
            read = in.read(part);
        }
        return whole.toByteArray();
    }
}
