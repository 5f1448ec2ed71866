package lingnan.city.data;

/**
 * What is wrong with real registers (reference, section 8). Rates of 3 %, 1 % and 0.5 % are the reference's own; the
 * others are assumed.
 */
public enum Defect {
    WRONG_CHECK_DIGIT(50),
    FIFTEEN_DIGIT_ID(300),
    /** Of those numbers that end in X. */
    LOWER_CASE_X(1000),
    FULL_WIDTH_CODE(100),
    HYPHEN_IN_ORGANISATION_CODE(800),
    TWO_ORGANISATION_CODES(40),
    SHARED_ORGANISATION_CODE(40),
    /** Of those names that have brackets. */
    OTHER_BRACKETS(1000),
    NAME_CHANGED_NOT_AT_TAX(150),
    NOT_REGISTERED_FOR_TAX(200),
    PREMISES_DIFFER(400),
    REPRESENTATIVE_CHANGED(200),
    CANCELLED_HERE_ALIVE_THERE(100),
    PERSON_IN_TWO_HOUSEHOLDS(50),
    MOVED_NOT_CANCELLED(300),
    /** Of the children. */
    CHILD_WITHOUT_ID(500),
    FREE_TEXT_ADDRESS(500),
    WITHDRAWN_DIVISION(200),
    TRUNCATED_NAME(30),
    GBK_GARBAGE(40),
    WRONG_UNIT(50),
    FUTURE_DATE(20),
    DATE_OF_1900(80),
    ODD_DATE_FORM(150),
    SWAPPED_COLUMNS(20),
    CODE_LIST_DRIFT(500),
    NULL_SPELLED_OUT(200);

    private final int perTenThousand;

    Defect(int perTenThousand) {
        this.perTenThousand = perTenThousand;
    }

    /** The share of records, among those that can have the defect, that do. */
    public double rate() {
        return perTenThousand / 10_000.0;
    }
}
