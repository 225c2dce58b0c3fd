package org.mdmhub.notice;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that people are told.
 *
 * @param kind which words tell it, as {@code waits} or {@code mentioned}
 * @param to logins
 * @param request the change request that it is about, null where it is about something else
 * @param args what the words need, in their order; nothing that a reader may not see
 * @param once key under which a person is told it only once; empty tells it always
 */
public record Notice(String kind, Set<String> to, @Nullable UUID request, List<String> args, String once) {}
