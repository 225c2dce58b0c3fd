package org.mdmhub.sync.sandbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * A file of lines that only grows. What was {@link #settle settled} survives a cut of the power; a last line that was
 * cut off in the middle was never answered for, and is dropped at the next start.
 */
final class Journal implements Closeable {

    private final FileChannel channel;
    private final FileChannel lock;
    private final Object forcing = new Object();
    private long forced;

    private Journal(FileChannel channel, FileChannel lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Opens a folder's journal, alone, and reads it out. */
    static Journal open(Path folder, Consumer<String> lines) throws IOException {
        Files.createDirectories(folder);
        FileChannel lock = lock(folder);
        try {
            Path file = folder.resolve("journal.jsonl");
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            long whole = readOut(file, lines);
            channel.truncate(whole).position(whole);
            return new Journal(channel, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** A file of its own: closing any reader of the journal would give up a lock on the journal. */
    private static FileChannel lock(Path folder) throws IOException {
        FileChannel lock =
                FileChannel.open(folder.resolve("journal.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() != null) {
                return lock;
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // the same news as from another process
        }
        lock.close();
        throw new IOException("the folder is in use: " + folder);
    }

    /** Length of what consists of whole lines. */
    private static long readOut(Path file, Consumer<String> lines) throws IOException {
        long whole = 0;
        var line = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next != '\n') {
                    line.write(next);
                    continue;
                }
                lines.accept(line.toString(StandardCharsets.UTF_8));
                whole += line.size() + 1;
                line.reset();
            }
        }
        return whole;
    }

    /** Adds a line; it is not durable before {@link #settle}. */
    synchronized void append(String line) {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes durable all that was added so far. Those who wait for the same disk share one wait. */
    void settle() {
        try {
            long mine = channel.position();
            synchronized (forcing) {
                if (forced >= mine) {
                    return;
                }
                long all = channel.position();
                channel.force(false);
                forced = all;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        lock.close();
    }
}
