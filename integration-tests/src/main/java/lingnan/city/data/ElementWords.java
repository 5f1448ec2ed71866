package lingnan.city.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.SplittableRandom;

/** What registers write in fields of each element, as {@code elements.properties} beside this class says. */
final class ElementWords {

    private final Properties words;

    private ElementWords(Properties words) {
        this.words = words;
    }

    static ElementWords read() {
        Properties words = new Properties();
        try (InputStream in = ElementWords.class.getResourceAsStream("elements.properties")) {
            if (in == null) {
                throw new IllegalStateException("elements.properties is missing");
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new ElementWords(words);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * @param serial the record's, from 0
     * @throws IllegalArgumentException if nothing is known of the element
     */
    String value(String element, int serial, SplittableRandom random) {
        String all = words.getProperty(element);
        if (all == null) {
            throw new IllegalArgumentException("elements.properties does not know " + element);
        }
        if (all.startsWith("[") || all.startsWith("{")) {
            String[] range = all.substring(1, all.length() - 1).split(",");
            return all.startsWith("[")
                    ? HeldRecord.decimal(random, Double.parseDouble(range[0]), Double.parseDouble(range[1]))
                    : Integer.toString(random.nextInt(Integer.parseInt(range[0]), Integer.parseInt(range[1]) + 1));
        }
        String[] choices = all.split("\\|");
        return filled(choices[random.nextInt(choices.length)], serial, random);
    }

    private static String filled(String choice, int serial, SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (char c : choice.toCharArray()) {
            switch (c) {
                case '#' -> text.append(random.nextInt(10));
                case '@' -> text.append(Codes.digits(serial + 1, 5));
                case '~' -> text.append(2005 + random.nextInt(5));
                default -> text.append(c);
            }
        }
        return text.toString();
    }
}
