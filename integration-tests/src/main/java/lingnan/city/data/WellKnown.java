package lingnan.city.data;

/**
 * Records that are the same in every city, whatever its seed, and free of defects: for stories, documentation and
 * tests. Numbers are the test vectors of the reference.
 */
public final class WellKnown {

    /** A builder whose registers agree with each other; its representative's name has a character outside GBK. */
    public static final String REGISTRATION_NUMBER = "440199100000011";

    public static final String ORGANISATION_CODE = "QQTEXT017";
    public static final String ENTERPRISE_NAME = "广州岭南示范建设（集团）有限公司";
    public static final String TAXPAYER_NUMBER = "440199QQTEXT017";

    /** The builder's representative; also the buyer who has paid deed tax. */
    public static final String CITIZEN_ID = "440199195506150025";

    public static final String CITIZEN_NAME = "欧阳㑇";

    /** An enterprise whose true name has a character beyond the BMP, which only PLAN, QTS and PSB can hold. */
    public static final String RARE_REGISTRATION_NUMBER = "440199200000016";

    public static final String RARE_ORGANISATION_CODE = "QQTEXT025";
    public static final String RARE_NAME = "广州𠮷䶮置业有限公司";
    /** How AIC's stack, which cannot send such characters, has it on record. */
    public static final String RARE_NAME_AT_AIC = "广州（土口）䶮置业有限公司";

    /** A citizen whose name has a middle dot and whose number ends in X. */
    public static final String MIDDLE_DOT_CITIZEN_ID = "44019919900101005X";

    public static final String MIDDLE_DOT_NAME = "示例·阿依木";

    /** The buyer who has not paid. */
    public static final String UNPAID_CITIZEN_ID = "440199198001010012";

    public static final String UNPAID_CITIZEN_NAME = "冼𠮷";

    /** A building permit of the builder with the rare name. */
    public static final String PERMIT_NUMBER = "穗规建证〔2009〕9901号";

    public static final String PROJECT_NUMBER = Codes.projectNumber(2009, 99001);

    public static final String PAID_CONTRACT = "CLF2009-990001";
    public static final String PAID_HOUSE = "FW440199990001";
    public static final String UNPAID_CONTRACT = "CLF2009-990002";
    public static final String UNPAID_HOUSE = "FW440199990002";

    private WellKnown() {}
}
