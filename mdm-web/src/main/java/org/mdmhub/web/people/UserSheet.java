package org.mdmhub.web.people;

import java.util.List;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.Table;

/**
 * One user as an administrator sees him.
 *
 * @param waits until when his logins have to wait, empty where they do not
 * @param call the fields of name and language
 * @param grant the fields of a role to be granted
 */
record UserSheet(
        String login,
        String name,
        String language,
        Table.Cell state,
        boolean disabled,
        boolean invited,
        String passwordSet,
        String waits,
        Table roles,
        Table sessions,
        Table tokens,
        Table changes,
        List<FormField> call,
        List<FormField> grant,
        TokenDesk.View token) {}
