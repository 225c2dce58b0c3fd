package org.toy.supplier;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mdmhub.matching.MatchModel;
import org.mdmhub.matching.NameComparison;
import org.mdmhub.matching.NameKey;
import org.mdmhub.matching.Verdict;
import org.mdmhub.record.FieldValues;

class SupplierMatch implements MatchModel {

    @Override
    public String type() {
        return "suppliers";
    }

    @Override
    public boolean matches(FieldValues supplier) {
        return true;
    }

    @Override
    public List<String> compared() {
        return List.of("name", "iban");
    }

    @Override
    public List<String> names(FieldValues supplier) {
        return List.of(name(supplier));
    }

    @Override
    public Map<String, String> identifiers(FieldValues supplier) {
        String iban = supplier.text("iban");
        return iban == null ? Map.of() : Map.of("iban", iban);
    }

    @Override
    public Map<String, Map<String, Double>> weights() {
        return Map.of("iban", Verdict.IDENTIFIER, "name", NameComparison.WEIGHTS);
    }

    @Override
    public Verdict compare(FieldValues one, FieldValues other) {
        Verdict verdict = new Verdict();
        String iban = one.text("iban");
        if (iban != null && other.text("iban") != null) {
            verdict.identifier("iban", iban.equals(other.text("iban")));
        }
        NameComparison.add(verdict, "name", NameKey.of(name(one)), NameKey.of(name(other)));
        return verdict;
    }

    private static String name(FieldValues supplier) {
        return Objects.requireNonNullElse(supplier.text("name"), "");
    }
}
