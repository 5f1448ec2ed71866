package lingnan.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Whatever can be said in one language can be said in the other. */
class WordsTests {

    private static Properties words(String file) throws IOException {
        Properties words = new Properties();
        try (Reader text = new InputStreamReader(
                WordsTests.class.getResourceAsStream("/console/" + file), StandardCharsets.UTF_8)) {
            words.load(text);
        }
        return words;
    }

    @Test
    void areTheSameInBothLanguages() throws IOException {
        Properties english = words("words_en.properties");
        assertThat(english.stringPropertyNames()).hasSizeGreaterThan(300);
        assertThat(words("words.properties").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    }

    /** English needs some numbers only to tell one from many. */
    @Test
    void leaveNothingOutInEnglishThatChineseTells() throws IOException {
        Properties chinese = words("words.properties");
        Properties english = words("words_en.properties");
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(english.getProperty(key)))
                    .as(key)
                    .isGreaterThanOrEqualTo(arguments(chinese.getProperty(key)));
        }
    }

    private static int arguments(String pattern) {
        return new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex().length;
    }
}
