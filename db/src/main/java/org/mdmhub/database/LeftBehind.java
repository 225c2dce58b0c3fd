package org.mdmhub.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the database server that a killed hub left on a folder. Only called by the holder of the folder's lock, so no
 * living hub can be using it.
 */
final class LeftBehind {

    private static final Logger log = LoggerFactory.getLogger(LeftBehind.class);

    private LeftBehind() {}

    static void end(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var lines = Files.readAllLines(pidFile);
        String number = lines.isEmpty() ? "" : lines.get(0).strip();
        // a file that was cut off names nobody
        var server = number.matches("\\d{1,18}")
                ? ProcessHandle.of(Long.parseLong(number))
                : java.util.Optional.<ProcessHandle>empty();
        // the number may belong to another program by now
        server.filter(process -> process.info().command().orElse("").contains("postgres"))
                .ifPresent(LeftBehind::stop);
        Files.deleteIfExists(pidFile);
    }

    private static void stop(ProcessHandle server) {
        log.info("ending the database server {} that a killed hub left behind", server.pid());
        server.destroy();
        try {
            server.onExit().get(10, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            server.destroyForcibly();
            server.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new DatabaseUnavailable(
                    "the database server " + server.pid() + " cannot be ended; end it by hand", e);
        }
    }
}
