package org.mdmhub.record;

import java.util.List;

/**
 * One kind of master, as a bean. Its rules, match model and survivorship are beans of their own beside it; everything
 * else in the hub knows the kind only through this and {@link FieldValues}.
 *
 * @param <R> the entity
 */
public interface MasterType<R extends MasterRecord> {

    /** Name outside the program, plural and lower case, as {@code customers}; also the entity's discriminator. */
    String key();

    /** The entity; it has a constructor without arguments. */
    Class<R> entity();

    /** Its own fields in the order of a form, {@code name} among them; what every master has comes by itself. */
    List<Field<R>> fields();
}
