package org.mdmhub.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdmhub.customer.InvoiceBlock.Part;
import org.mdmhub.mother.InvoiceMother;

/** How many of the facts in 300 blocks are read right; a fact that nobody told counts as one more that is wrong. */
class InvoiceBlocksTest {

    private static final int BLOCKS = 300;

    @ParameterizedTest
    @ValueSource(longs = {20261122, 32100})
    void of_300_generated_blocks_98_in_a_hundred_fields_are_read_right(long seed) {
        InvoiceMother mother = new InvoiceMother(seed);
        List<String> wrong = new ArrayList<>();
        int facts = 0;
        for (int i = 0; i < BLOCKS; i++) {
            InvoiceMother.Block block = mother.block();
            Map<Part, InvoiceBlock.Fact> read = InvoiceBlock.read(block.text());
            for (Part part : Part.values()) {
                String told = block.facts().get(part.name());
                InvoiceBlock.Fact fact = read.get(part);
                facts += told == null && fact == null ? 0 : 1;
                if (told == null ? fact != null : fact == null || !fact.value().equals(told)) {
                    wrong.add(part + " " + told + " != " + fact + " in\n" + block.text());
                }
            }
        }
        double right = 100.0 * (facts - wrong.size()) / facts;
        System.out.printf(
                "invoice blocks, seed %d: %d of %d fields right, %.2f %%%n", seed, facts - wrong.size(), facts, right);
        assertThat(right).as(String.join("\n\n", wrong)).isGreaterThanOrEqualTo(98);
    }
}
