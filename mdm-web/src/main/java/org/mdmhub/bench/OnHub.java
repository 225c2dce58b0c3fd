package org.mdmhub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;

/** A hub with many customers, for the time of a benchmark. */
final class OnHub {

    private OnHub() {}

    /** What is done with the hub; {@code data} is the folder of its database, which has all the customers. */
    interface Work {
        boolean with(Path data, int customers) throws IOException, SQLException, InterruptedException, TimeoutException;
    }

    /** Starts it, lays the customers that are missing, does the work, and leaves nothing but what was asked to be kept. */
    static boolean run(String name, PagesOptions options, Work work) throws IOException, InterruptedException {
        Path kept = options.data();
        Path folder = kept == null
                ? Files.createTempDirectory("mdm-bench-" + name)
                : Files.createDirectories(kept.toAbsolutePath());
        HubProcess hub = new HubProcess(folder, options.port());
        Thread leave = new Thread(hub::close);
        Runtime.getRuntime().addShutdownHook(leave);
        try (hub) {
            System.out.printf("bench %s: %d customers, on %s%n", name, options.customers(), Machine.here());
            hub.start();
            Path data = folder.resolve("data");
            return work.with(data, laid(data, options.customers()));
        } catch (SQLException e) {
            throw new IOException("the customers could not be laid: " + e.getMessage(), e);
        } catch (TimeoutException e) {
            throw new IOException(e);
        } finally {
            if (kept == null) {
                hub.close();
                PagesBench.delete(folder);
            }
        }
    }

    private static int laid(Path data, int customers) throws IOException, SQLException, InterruptedException {
        try (Laying laying = Laying.on(data)) {
            if (laying.customers() < customers) {
                laying.lay(customers - laying.customers(), 0);
            }
            return laying.customers();
        }
    }
}
