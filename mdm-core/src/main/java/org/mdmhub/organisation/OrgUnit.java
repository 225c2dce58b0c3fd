package org.mdmhub.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.Locale;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** One organisation of the tree: the scope of rights, schemes and policies. Never deleted. */
@Entity
@Audited
public class OrgUnit {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Integer id;

    private String code;
    private String name;
    private String nameZh;
    private @Nullable Integer parentId;

    @Version
    private int version = 1;

    @SuppressWarnings("NullAway.Init")
    protected OrgUnit() {}

    /**
     * @param code upper case letters, digits and hyphens
     * @param name in English
     * @param nameZh in Chinese
     * @param parent the unit above
     */
    public OrgUnit(String code, String name, String nameZh, OrgUnit parent) {
        this.code = code;
        this.name = name;
        this.nameZh = nameZh;
        this.parentId = parent.id();
    }

    /** Number in the database; only a unit that was saved has one. */
    public int id() {
        if (id == null) {
            throw new IllegalStateException("organisation " + code + " is not saved yet");
        }
        return id;
    }

    public String code() {
        return code;
    }

    /** The name in the reader's language. */
    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? nameZh : name;
    }

    @Nullable
    Integer parentId() {
        return parentId;
    }
}
