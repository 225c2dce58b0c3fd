package org.mdmhub.bulk;

import java.util.Optional;
import org.mdmhub.organisation.Actor;

/** Knows who somebody is at this moment: a right that was taken from him meanwhile holds no more. */
public interface Deciders {

    /** Empty where he is unknown or disabled. */
    Optional<Actor> find(String login);
}
