package org.mdmhub.structure;

import org.junit.jupiter.api.Test;
import org.mdmhub.MdmHub;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The arrows between packages are those that their {@code package-info} declares, and there are no cycles. */
class ModulesTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(MdmHub.class, new Shipped());

    @Test
    void every_package_uses_only_what_it_declares() {
        MODULES.verify();
    }

    /** Into {@code mdm-web/target/spring-modulith-docs}. */
    @Test
    void the_house_is_drawn() {
        new Documenter(MODULES).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }
}
