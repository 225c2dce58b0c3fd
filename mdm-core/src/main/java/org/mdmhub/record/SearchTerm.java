package org.mdmhub.record;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import org.hibernate.annotations.Immutable;

/** A search term as queries see it; {@link SearchTerms} writes them. */
@Entity
@Immutable
@IdClass(SearchTerm.Key.class)
class SearchTerm {

    /** All that there is. */
    record Key(Long recordId, String origin, String term) {}

    @Id
    private Long recordId;

    @Id
    private String origin;

    @Id
    private String term;

    @SuppressWarnings("NullAway.Init")
    protected SearchTerm() {}
}
