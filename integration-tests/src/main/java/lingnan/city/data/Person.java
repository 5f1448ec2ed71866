package lingnan.city.data;

import java.time.LocalDate;

/** Somebody who does not exist. @param home registered address */
record Person(String citizenId, String name, boolean isWoman, LocalDate birth, Place home, Place residence) {

    boolean isWellKnown() {
        return citizenId.equals(WellKnown.CITIZEN_ID)
                || citizenId.equals(WellKnown.MIDDLE_DOT_CITIZEN_ID)
                || citizenId.equals(WellKnown.UNPAID_CITIZEN_ID);
    }
}
