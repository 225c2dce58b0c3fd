package org.mdmhub.quality.rule;

/** How a value compares. */
public enum Is {
    PRESENT(false),
    EMPTY(false),
    EQUAL(true),
    DIFFERENT(true),
    ONE_OF(true),
    LESS(true),
    AT_MOST(true),
    GREATER(true),
    AT_LEAST(true);

    private final boolean compares;

    Is(boolean compares) {
        this.compares = compares;
    }

    /** Whether there is something to compare with. */
    public boolean compares() {
        return compares;
    }

    boolean ordered() {
        return this == LESS || this == AT_MOST || this == GREATER || this == AT_LEAST;
    }

    boolean orders(int comparison) {
        return switch (this) {
            case LESS -> comparison < 0;
            case AT_MOST -> comparison <= 0;
            case GREATER -> comparison > 0;
            case AT_LEAST -> comparison >= 0;
            default -> throw new IllegalStateException(this + " is no order");
        };
    }
}
