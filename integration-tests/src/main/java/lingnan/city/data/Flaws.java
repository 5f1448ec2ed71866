package lingnan.city.data;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Puts one register's defects into what is written there. */
final class Flaws {

    static final Charset GBK = Charset.forName("GBK");
    /** The width of a name column in bytes of GBK, which cuts through the middle of a character. */
    private static final int NAME_COLUMN = 21;

    private static final String[] NOTHING = {"", " ", "无", "null", "0", "—", "不详"};
    private static final String[] GARBAGE = {"锟斤拷锟斤拷", "烫烫烫", "????"};

    private final SplittableRandom random;
    private final String register;
    private final Quality quality;
    private String key = "";

    final Words words;

    Flaws(SplittableRandom random, String register, Quality quality) {
        this.random = random;
        this.register = register;
        this.words = new Words(random);
        this.quality = quality;
    }

    /** The record that the next defects belong to. */
    Flaws of(String recordKey) {
        key = recordKey;
        return this;
    }

    boolean strikes(Defect defect) {
        quality.chance(defect);
        boolean struck = random.nextDouble() < defect.rate();
        if (struck) {
            quality.add(new Flaw(register, key, defect));
        }
        return struck;
    }

    String organisationCode(String code) {
        if (strikes(Defect.WRONG_CHECK_DIGIT)) {
            return code.substring(0, 8) + otherDigit(code.charAt(8));
        }
        if (strikes(Defect.FULL_WIDTH_CODE)) {
            return wide(code);
        }
        return strikes(Defect.HYPHEN_IN_ORGANISATION_CODE) ? code.substring(0, 8) + "-" + code.charAt(8) : code;
    }

    String citizenId(String id) {
        if (strikes(Defect.WRONG_CHECK_DIGIT)) {
            return id.substring(0, 17) + otherDigit(id.charAt(17));
        }
        // Only births of the 1900s ever had a number of fifteen digits.
        if (id.startsWith("19", 6) && strikes(Defect.FIFTEEN_DIGIT_ID)) {
            return Codes.shortened(id);
        }
        if (id.endsWith("X") && strikes(Defect.LOWER_CASE_X)) {
            return id.substring(0, 17) + 'x';
        }
        return strikes(Defect.FULL_WIDTH_CODE) ? wide(id) : id;
    }

    String name(String name) {
        if (name.indexOf('（') >= 0 && strikes(Defect.OTHER_BRACKETS)) {
            return name.replace('（', '(').replace('）', ')');
        }
        byte[] bytes = name.getBytes(GBK);
        if (bytes.length > NAME_COLUMN && strikes(Defect.TRUNCATED_NAME)) {
            return new String(Arrays.copyOf(bytes, NAME_COLUMN), GBK);
        }
        return name;
    }

    String address(String address) {
        if (strikes(Defect.GBK_GARBAGE)) {
            return GARBAGE[random.nextInt(GARBAGE.length)];
        }
        return strikes(Defect.FREE_TEXT_ADDRESS) ? address.replaceFirst("\\d+号", "") + "（大榕树旁）" : address;
    }

    String gap(String text) {
        return strikes(Defect.NULL_SPELLED_OUT) ? NOTHING[random.nextInt(NOTHING.length)] : text;
    }

    static String wide(String code) {
        StringBuilder wide = new StringBuilder();
        code.chars().map(c -> c + 0xFEE0).forEach(wide::appendCodePoint);
        return wide.toString();
    }

    /** What is left of a name in a column of GBK: what that cannot hold has become a question mark. */
    static String throughGbk(String text) {
        return new String(text.getBytes(GBK), GBK);
    }

    private char otherDigit(char right) {
        char wrong = (char) ('0' + random.nextInt(10));
        return wrong == right ? (wrong == '9' ? '0' : (char) (wrong + 1)) : wrong;
    }
}
