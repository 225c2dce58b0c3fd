package org.mdmhub.web.coding;

import java.util.List;
import java.util.Map;

/** Usual schemes, one click away. */
final class ReadySchemes {

    private static final TypedSegment SIX = sequence("6", "");
    private static final TypedSegment MOD = new TypedSegment("CHECK", Map.of("algorithm", "ISO7064_MOD_11_10"));

    static final List<String> NAMES = List.of("plain", "year", "field", "organisation", "letters");

    private ReadySchemes() {}

    private static TypedSegment literal(String value) {
        return new TypedSegment("LITERAL", Map.of("value", value));
    }

    private static TypedSegment sequence(String length, String scope) {
        return scope.isEmpty()
                ? new TypedSegment("SEQUENCE", Map.of("length", length))
                : new TypedSegment("SEQUENCE", Map.of("length", length, "scope", scope));
    }

    /** The segments of one, by name; empty where there is none. */
    static List<TypedSegment> of(String name, String type) {
        boolean products = type.equals("products");
        String letter = products ? "M" : "K";
        return switch (name) {
            case "plain" -> List.of(literal(letter), sequence("8", ""), MOD);
            case "year" ->
                List.of(
                        literal(letter),
                        new TypedSegment("YEAR", Map.of("digits", "4", "zone", "Asia/Shanghai")),
                        literal("-"),
                        sequence("5", "YEAR"),
                        MOD);
            case "field" -> {
                String field = products ? "materialType" : "accountGroup";
                String map = products
                        ? "PURCHASED = P\nMADE = M\nSUBCONTRACTED = S\nSERVICE = V\nVIRTUAL = X\nASSET = A"
                        : "LEGAL_ENTITY = L\nBRANCH = B\nSITE = S\nPERSON = P\n* = X";
                yield List.of(
                        literal(letter),
                        new TypedSegment("FIELD", Map.of("field", field, "map", map)),
                        sequence("7", field),
                        MOD);
            }
            case "organisation" ->
                List.of(
                        literal(letter + "-"),
                        new TypedSegment("ORGANISATION", Map.of()),
                        literal("-"),
                        sequence("6", "ORGANISATION"));
            case "letters" ->
                List.of(
                        literal(letter),
                        new TypedSegment(
                                "SEQUENCE", Map.of("length", "5", "alphabet", "0123456789ABCDEFGHJKLMNPQRTUWXY")),
                        new TypedSegment("CHECK", Map.of("algorithm", "ISO7064_MOD_37_36")));
            default -> List.of(literal(letter), SIX);
        };
    }
}
