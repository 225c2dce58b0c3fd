package org.mdmhub.reference;

import java.util.List;

/** The units of measure that the hub knows; another one is taken with a warning. */
public final class Units {

    public static final List<String> ALL =
            List.of("PCS", "SET", "BOX", "KG", "G", "T", "M", "CM", "MM", "M2", "M3", "L", "H");

    private Units() {}
}
