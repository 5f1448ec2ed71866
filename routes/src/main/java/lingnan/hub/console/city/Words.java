package lingnan.hub.console.city;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import lingnan.hub.catalog.Agency;
import lingnan.hub.kernel.Label;
import org.springframework.context.MessageSource;

/** Puts labels and codes into the reader's language. */
record Words(MessageSource source, Locale locale) {

    boolean english() {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    String in(Label label) {
        return english() ? label.en() : label.zh();
    }

    /** The same in the language that the reader did not choose; empty if both are the same. */
    String other(Label label) {
        String other = english() ? label.zh() : label.en();
        return other.equals(in(label)) ? "" : other;
    }

    String say(String key, Object... arguments) {
        return source.getMessage(key, arguments, locale);
    }

    /** A value of an enum by the word {@code <family>.<value>}. */
    String say(String family, Enum<?> value) {
        return say(family + "." + value.name().toLowerCase(Locale.ROOT));
    }

    String list(String family, Collection<? extends Enum<?>> values) {
        return list(values.stream().sorted().map(value -> say(family, value)).toList());
    }

    String list(Collection<String> parts) {
        return String.join(say("list.comma"), parts);
    }

    /** Such as {@code working days 08:30–18:00}; China keeps one time. */
    String hours(Agency.OpeningHours hours) {
        String time = hours.from() + "–"
                + (hours.to().getSecond() > 0 ? "24:00" : hours.to().toString());
        if (hours.days().size() == DayOfWeek.values().length) {
            return say("hours.always", time);
        }
        String days = hours.days().stream()
                .sorted()
                .map(day -> day.getDisplayName(TextStyle.SHORT, locale))
                .collect(Collectors.joining(say("list.comma")));
        if (!hours.workingDays()) {
            return days + " " + time;
        }
        return days.isEmpty() ? say("hours.working", time) : say("hours.working.and", days, time);
    }
}
