package org.toy.supplier;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mdmhub.matching.MatchModel;
import org.mdmhub.matching.Verdict;
import org.mdmhub.matching.model.Comparisons;
import org.mdmhub.matching.model.Profile;
import org.mdmhub.matching.name.CompanyName;
import org.mdmhub.matching.name.NameKeys;
import org.mdmhub.record.FieldValues;

class SupplierMatch implements MatchModel {

    private static final Profile PROFILE = new Profile(
            "suppliers",
            List.of(Comparisons.companyName("name")),
            0.5,
            supplier -> NameKeys.of(CompanyName.of(name(supplier))).stream()
                    .map(NameKeys.Key::text)
                    .toList());

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
    public List<Profile> profiles() {
        return List.of(PROFILE);
    }

    @Override
    public Map<String, Map<String, Double>> rules() {
        return Map.of("iban", Verdict.IDENTIFIER);
    }

    @Override
    public Profile profile(FieldValues supplier) {
        return PROFILE;
    }

    @Override
    public void judge(Verdict verdict, FieldValues one, FieldValues other) {
        String iban = one.text("iban");
        if (iban != null && other.text("iban") != null) {
            verdict.identifier("iban", iban.equals(other.text("iban")));
        }
    }

    private static String name(FieldValues supplier) {
        return Objects.requireNonNullElse(supplier.text("name"), "");
    }
}
