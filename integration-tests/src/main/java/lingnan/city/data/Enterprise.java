package lingnan.city.data;

import java.time.LocalDate;

/** An enterprise as it really is, before any register wrote it down. @param capital in units of 10,000 yuan */
record Enterprise(
        String registrationNumber,
        String organisationCode,
        String name,
        Person representative,
        Place seat,
        String type,
        String industry,
        int capital,
        LocalDate established,
        boolean isAlive) {

    boolean isWellKnown() {
        return organisationCode.startsWith("QQTEXT");
    }
}
