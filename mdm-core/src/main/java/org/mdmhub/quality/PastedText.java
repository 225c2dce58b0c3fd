package org.mdmhub.quality;

import java.util.Map;

/** Reads fields of a master from a block of text that people hand around, as a bean of its domain. */
public interface PastedText {

    /** Key of the master type. */
    String type();

    /** Field key to value as it was written; empty where the text says nothing. */
    Map<String, String> read(String text);
}
