package io.opalmind.sandbox.api;

/** How a condition of a segment compares. */
enum Operator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    AT_LEAST(">="),
    MORE(">"),
    AT_MOST("<="),
    LESS("<"),
    CONTAINS("=@"),
    CONTAINS_NOT("!@"),
    STARTS("=^"),
    ENDS("=$");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    static Operator of(String sign) {
        for (Operator operator : values()) {
            if (operator.sign.equals(sign)) {
                return operator;
            }
        }
        throw new IllegalArgumentException(sign);
    }

    String sign() {
        return sign;
    }

    /** Whether it tells what a value must not be. */
    boolean isNegative() {
        return this == NOT_EQUAL || this == CONTAINS_NOT;
    }

    /** The one that a negative one turns around; itself where it is none. */
    Operator positive() {
        return switch (this) {
            case NOT_EQUAL -> EQUAL;
            case CONTAINS_NOT -> CONTAINS;
            default -> this;
        };
    }

    boolean isEquality() {
        return this == EQUAL || this == NOT_EQUAL;
    }

    boolean comparesSize() {
        return this == AT_LEAST || this == MORE || this == AT_MOST || this == LESS;
    }

    /** Whether a number stands so to another. */
    boolean holds(double value, double wanted) {
        return switch (this) {
            case EQUAL -> value == wanted;
            case NOT_EQUAL -> value != wanted;
            case AT_LEAST -> value >= wanted;
            case MORE -> value > wanted;
            case AT_MOST -> value <= wanted;
            case LESS -> value < wanted;
            case CONTAINS, CONTAINS_NOT, STARTS, ENDS -> throw new IllegalStateException(sign);
        };
    }
}
