package org.mdmhub.sync.sandbox;

import tools.jackson.databind.node.ObjectNode;

/** How one product answers. */
interface Dialect {

    /** Does what is asked, durably, and answers as the product would. */
    Reply answer(Call call);

    /** The product's own words for a status that somebody asked to fail with; nothing is done. */
    Reply fault(Call call, int status);

    /** A record as the product shows it, with its own id. */
    ObjectNode shown(Item item);

    /** What the product is called, for a person. */
    String product();

    /** Name of the field in {@link #shown} that holds the record's name. */
    String nameField(Item item);
}
