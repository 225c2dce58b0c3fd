package org.mdmhub.organisation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who there is and may come in; answered by the package that keeps logins. */
public interface People {

    /** Who somebody is now, with all his rights; empty where he is unknown or disabled. */
    Optional<Actor> find(String login);

    /** Everybody who may come in and holds one of the roles anywhere, or is named. */
    List<Actor> among(Set<Role> roles, Set<String> logins);
}
