package org.mdmhub.quality.rule;

import java.util.function.Predicate;
import org.mdmhub.reference.CodeBook;
import org.mdmhub.reference.CodeTables;
import org.mdmhub.reference.IsoCodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables that a rule may ask for: the two of ISO as the program carries them, the others as they were loaded. */
@Configuration(proxyBeanMethods = false)
class IsoTables {

    private record Known(String name, Predicate<String> codes) implements CodeTable {
        @Override
        public boolean contains(String code) {
            return codes.test(code);
        }
    }

    @Bean
    static CodeTable countries() {
        return new Known("countries", IsoCodes::isCountry);
    }

    @Bean
    static CodeTable currencies() {
        return new Known("currencies", IsoCodes::isCurrency);
    }

    @Bean
    static CodeTable units(CodeTables tables) {
        return loaded("units", tables);
    }

    @Bean
    static CodeTable divisions(CodeTables tables) {
        return loaded("divisions", tables);
    }

    @Bean
    static CodeTable industries(CodeTables tables) {
        return loaded("industries", tables);
    }

    @Bean
    static CodeTable taxCategories(CodeTables tables) {
        return loaded("taxCategories", tables);
    }

    @Bean
    static CodeTable customerGroups(CodeTables tables) {
        return loaded("customerGroups", tables);
    }

    @Bean
    static CodeTable customerCategories(CodeTables tables) {
        return loaded("customerCategories", tables);
    }

    @Bean
    static CodeTable paymentTerms(CodeTables tables) {
        return loaded("paymentTerms", tables);
    }

    /** What a master may hold of a table. */
    private static CodeTable loaded(String name, CodeTables tables) {
        return new Known(
                name,
                value -> tables.find(name)
                        .filter(book -> !book.holding(value, CodeBook.Part.all()).isEmpty())
                        .isPresent());
    }
}
