package org.mdmhub.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.fields;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.matching.Matching;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.IdentifierMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.FieldValues;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeStatus;
import org.springframework.beans.factory.annotation.Autowired;

/** RENAME: another name of the same registered customer. */
@HubTest
class RenameTest {

    private static final Map<String, @Nullable Object> PROOF = fields("kind", "RENAMING_PROOF", "number", "沪市监更字 17 号");

    @Autowired
    Road road;

    @Autowired
    Office office;

    @Autowired
    Matching matching;

    private Ask rename(String code, int base, Map<String, @Nullable Object> fields) {
        return new Ask("customers", ChangeKind.RENAME, code, base, null, fields, null, null, "更名", null, null, true);
    }

    @Test
    void the_name_changes_the_former_one_is_kept_and_the_invoice_title_follows() {
        String before = NameMother.company();
        String after = NameMother.company();
        String credit = IdentifierMother.creditCode();
        String code = office.customer(fields("name", before, "creditCode", credit, "invoiceTitle", before));

        office.done(rename(code, 1, fields("name", after, "documents", List.of(PROOF))));

        FieldValues now = office.values(code);
        assertThat(now.text("name")).isEqualTo(after);
        assertThat(now.text("invoiceTitle")).isEqualTo(after);
        assertThat(now.text("creditCode")).isEqualTo(credit);
        assertThat(now.list("formerNames"))
                .singleElement(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("name", before)
                .containsEntry("until", LocalDate.now(ZoneId.systemDefault()).toString());
        assertThat(now.list("documents"))
                .singleElement(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("kind", "RENAMING_PROOF");
    }

    @Test
    void the_former_name_still_finds_it_before_somebody_creates_it_again() {
        String before = NameMother.company();
        String code = office.customer(fields("name", before));
        office.done(rename(code, 1, fields("name", NameMother.company(), "documents", List.of(PROOF))));

        assertThat(office.seeingAll(
                        () -> matching.candidates("customers", FieldValues.of(Map.of("name", before)), null)))
                .anySatisfy(candidate -> {
                    assertThat(candidate.owner().recordId()).isEqualTo(office.id(code));
                    assertThat(candidate.evidence()).extracting("field").contains("formerNames");
                });
    }

    @Test
    void papers_that_are_there_stay_and_an_old_proof_proves_nothing_new() {
        String code = office.customer(
                fields("name", NameMother.company(), "documents", List.of(Map.of("kind", "LICENCE", "number", "1"))));
        office.done(rename(code, 1, fields("name", NameMother.company(), "documents", List.of(PROOF))));
        assertThat(office.values(code).list("documents")).hasSize(2);

        refused(
                rename(
                        code,
                        2,
                        fields(
                                "name",
                                NameMother.company(),
                                "documents",
                                office.values(code).list("documents"))),
                "/fields/documents",
                "proof");
    }

    @Test
    void without_proof_with_the_same_name_or_another_credit_code_it_is_no_renaming() {
        String name = NameMother.company();
        String code = office.customer(fields("name", name, "creditCode", IdentifierMother.creditCode()));

        refused(rename(code, 1, fields("name", NameMother.company())), "/fields/documents", "proof");
        refused(rename(code, 1, fields("documents", List.of(PROOF))), "/fields/name", "required");
        refused(rename(code, 1, fields("name", name, "documents", List.of(PROOF))), "/fields/name", "sameName");
        refused(
                rename(
                        code,
                        1,
                        fields(
                                "name",
                                NameMother.company(),
                                "creditCode",
                                IdentifierMother.creditCode(),
                                "documents",
                                List.of(PROOF))),
                "/fields/creditCode",
                "successor");
    }

    private void refused(Ask ask, String pointer, String code) {
        Actor asker = office.requester();
        assertThatThrownBy(() -> road.ask(ask, asker))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e -> assertThat(e.findings()).anySatisfy(finding -> {
                            assertThat(finding.pointer()).isEqualTo(pointer);
                            assertThat(finding.code()).isEqualTo(code);
                        }));
    }

    @Test
    void it_counts_from_the_day_that_is_named_and_the_former_name_until_then() {
        String code = office.customer();
        Instant from = Instant.now().plus(10, ChronoUnit.DAYS);
        UUID id = road.ask(
                AskMother.from(
                        from, rename(code, 1, fields("name", NameMother.company(), "documents", List.of(PROOF)))),
                office.requester());

        assertThat(office.approved(id)).isEqualTo(ChangeStatus.SCHEDULED);
    }

    @Test
    void another_invoice_title_that_came_in_between_is_not_overwritten_unseen() {
        String code = office.customer(fields("name", NameMother.company(), "invoiceTitle", "旧抬头"));
        UUID id = road.ask(
                rename(code, 1, fields("name", NameMother.company(), "documents", List.of(PROOF))), office.requester());
        office.updated(code, fields("invoiceTitle", "别的抬头"));

        assertThat(office.approved(id)).isEqualTo(ChangeStatus.CONFLICT);
    }

    @Test
    void papers_of_others_that_came_in_between_stay() {
        String code = office.customer();
        UUID id = road.ask(
                rename(code, 1, fields("name", NameMother.company(), "documents", List.of(PROOF))), office.requester());
        office.updated(code, fields("documents", List.of(Map.of("kind", "LICENCE", "number", "2"))));

        assertThat(office.approved(id)).isEqualTo(ChangeStatus.APPLIED);
        assertThat(office.values(code).list("documents")).hasSize(2);
    }

    @Test
    void a_product_is_not_renamed_so() {
        Actor asker = office.requester();
        String code = office.product(fields("name", NameMother.company(), "baseUnit", "PCS"));
        Ask ask = new Ask(
                "products", ChangeKind.RENAME, code, 1, null, fields("name", "x"), null, null, null, null, null, true);

        assertThatThrownBy(() -> road.ask(ask, asker))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e -> assertThat(e.findings()).extracting("pointer").containsExactly("/kind"));
    }
}
