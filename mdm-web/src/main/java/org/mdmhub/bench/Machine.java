package org.mdmhub.bench;

import java.lang.management.ManagementFactory;

/** What a benchmark ran on. */
record Machine(int cpus, long memoryMb, String os, String java) {

    static Machine here() {
        long bytes = ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                ? os.getTotalMemorySize()
                : 0;
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                bytes / (1024 * 1024),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vendor") + " " + System.getProperty("java.version"));
    }

    @Override
    public String toString() {
        return cpus + " cpus, " + memoryMb + " MB, " + os + ", java " + java;
    }
}
