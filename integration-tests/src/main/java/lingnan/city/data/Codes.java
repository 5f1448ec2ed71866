package lingnan.city.data;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The numbers of 2009 with their check characters (reference 6.1 to 6.7), made anew here so that the city does not borrow the hub's own code. */
public final class Codes {

    /** Not assigned to any county. */
    public static final String DIVISION = "440199";

    private static final int[] CITIZEN_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private Codes() {}

    /** GB 11643-1999. @param sequence odd for men, even for women */
    static String citizenId(LocalDate birth, int sequence) {
        String body = DIVISION + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + digits(sequence, 3);
        return body + citizenCheck(body);
    }

    private static char citizenCheck(String seventeen) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (seventeen.charAt(i) - '0') * CITIZEN_WEIGHTS[i];
        }
        return "10X98765432".charAt(sum % 11);
    }

    /** GB 11714-1997, without the hyphen. @param eight of 0-9 and A-Z */
    static String organisationCode(String eight) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(eight.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        return eight + "0X987654321".charAt(sum % 11);
    }

    /** GS 15-2006. @param sequence eight digits, the first of which tells the kind of enterprise */
    static String registrationNumber(String sequence) {
        return withMod1110(DIVISION + sequence);
    }

    /** The city's project number (assumed form): GZ, year, division, serial and check digit. */
    static String projectNumber(int year, int serial) {
        return "GZ" + withMod1110(year + DIVISION + digits(serial, 5));
    }

    private static String withMod1110(String body) {
        int p = 10;
        for (char digit : body.toCharArray()) {
            int s = (p + digit - '0') % 10;
            p = 2 * (s == 0 ? 10 : s) % 11;
        }
        return body + (11 - p) % 10;
    }

    static String digits(int number, int width) {
        return String.format(Locale.ROOT, "%0" + width + "d", number);
    }

    /** The form under which a code or name is looked up: half-width, upper case, no blanks and hyphens, one kind of bracket. */
    static String lookup(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().map(Codes::fold).filter(c -> c != ' ' && c != '-').forEach(plain::appendCodePoint);
        return plain.toString().toUpperCase(Locale.ROOT);
    }

    /** The same for a citizen's number, with the old fifteen digits made eighteen. */
    static String lookupCitizen(String text) {
        String id = lookup(text);
        return id.matches("\\d{15}") ? expanded(id) : id;
    }

    private static int fold(int c) {
        int narrow = c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
        return switch (narrow) {
            case 0x3000, '\t', '\u00A0' -> ' ';
            case '〔', '【', '[' -> '(';
            case '〕', '】', ']' -> ')';
            default -> narrow;
        };
    }

    static String expanded(String fifteen) {
        String body = fifteen.substring(0, 6) + "19" + fifteen.substring(6);
        return body + citizenCheck(body);
    }

    static String shortened(String eighteen) {
        return eighteen.substring(0, 6) + eighteen.substring(8, 17);
    }
}
