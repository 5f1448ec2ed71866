package lingnan.city.journey;

import lingnan.city.Question;
import lingnan.city.data.WellKnown;

/** The questions that the journeys ask, each with the purpose for which its caller has a grant. */
final class Questions {

    private Questions() {}

    /** LTAX asks QTS. */
    static Question organisation() {
        return Question.about("QTS-ORG-CODE", "organisationCode", WellKnown.ORGANISATION_CODE)
                .purpose("TAX-COMPARE");
    }

    /** LTAX asks AIC. */
    static Question enterprise() {
        return Question.about("AIC-ENT-REG", "registrationNumber", WellKnown.REGISTRATION_NUMBER)
                .purpose("TAX-COMPARE");
    }

    /** AIC asks LTAX. */
    static Question taxStatus() {
        return Question.about("LTAX-STATUS", "registrationNumber", WellKnown.REGISTRATION_NUMBER)
                .purpose("REGISTRATION");
    }

    /** LRH asks PSB. */
    static Question citizen() {
        return Question.about("PSB-POP-BASE", "citizenId", WellKnown.CITIZEN_ID)
                .purpose("TITLE-REGISTRATION")
                .caseNumber("CQ2009-0001");
    }

    /** LTAX asks PLAN; LRH with the purpose TITLE-REGISTRATION. */
    static Question permit() {
        return Question.about("PLAN-BUILD-PERMIT", "permitNumber", WellKnown.PERMIT_NUMBER)
                .purpose("PROJECT-TAX");
    }
}
