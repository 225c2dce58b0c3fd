package org.mdmhub.quality.rule;

import java.util.function.Predicate;
import org.mdmhub.reference.IsoCodes;
import org.mdmhub.reference.Units;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables that the hub carries itself. */
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
    static CodeTable units() {
        return new Known("units", Units.ALL::contains);
    }
}
