package org.mdmhub.coding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All strings that a scheme can produce, without separators, as the paths through a small graph. Two schemes can
 * produce the same string exactly where a pair of paths goes through both graphs together. Check characters count as
 * free: that two schemes differ only there is no reason to trust them apart.
 */
final class Language {

    private final Node start = new Node();
    private final Node end;

    /** A place between two characters. */
    private static final class Node {
        private final List<Step> steps = new ArrayList<>();
    }

    /** One of these characters leads on; none at all where {@code characters} is empty. */
    private record Step(String characters, Node to) {}

    private record Pair(Node mine, Node other) {}

    Language(List<Segment> segments, Collection<String> organisations) {
        Node at = start;
        for (Segment segment : segments) {
            Node next = new Node();
            for (List<String> way : segment.ways(organisations)) {
                lay(at, way, next);
            }
            at = next;
        }
        end = at;
    }

    /** A text as places at which one character can stand. */
    static List<String> places(String text) {
        return text.chars().mapToObj(Character::toString).toList();
    }

    private static void lay(Node from, List<String> way, Node to) {
        Node at = from;
        for (String characters : way) {
            Node next = new Node();
            at.steps.add(new Step(characters, next));
            at = next;
        }
        at.steps.add(new Step("", to));
    }

    /** Whether there is a string that both can produce. */
    boolean meets(Language other) {
        Set<Pair> seen = new HashSet<>();
        Deque<Pair> open = new ArrayDeque<>(List.of(new Pair(start, other.start)));
        while (!open.isEmpty()) {
            Pair pair = open.pop();
            if (!seen.add(pair)) {
                continue;
            }
            if (pair.mine() == end && pair.other() == other.end) {
                return true;
            }
            open.addAll(further(pair));
        }
        return false;
    }

    private static List<Pair> further(Pair pair) {
        List<Pair> further = new ArrayList<>();
        for (Step mine : pair.mine().steps) {
            if (mine.characters().isEmpty()) {
                further.add(new Pair(mine.to(), pair.other()));
            }
        }
        for (Step other : pair.other().steps) {
            if (other.characters().isEmpty()) {
                further.add(new Pair(pair.mine(), other.to()));
            }
            for (Step mine : pair.mine().steps) {
                if (share(mine.characters(), other.characters())) {
                    further.add(new Pair(mine.to(), other.to()));
                }
            }
        }
        return further;
    }

    private static boolean share(String one, String other) {
        return one.chars().anyMatch(each -> other.indexOf(each) >= 0);
    }
}
