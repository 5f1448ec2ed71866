package lingnan.hub.catalog;

import java.time.LocalDate;
import java.util.Map;
import lingnan.hub.kernel.Label;
import lingnan.hub.kernel.WorkingDayCalendar;
import lingnan.hub.kernel.WorkingDayCalendar.Due;
import org.jspecify.annotations.Nullable;

/**
 * How soon a request for a grant is to be answered and an approved one to be shared, by sharing class, while one set of
 * rules was in force. The rule of the day of the request holds for it to its end.
 *
 * @param validTo the last day, or null if open
 * @param limits of both classes that can be requested
 * @param objection of an answer to an objection; nothing is shared by one
 */
public record SharingRule(
        String code,
        Label name,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Map<Subject.Sharing, Limits> limits,
        Limits objection,
        Agency.Basis basis) {

    public SharingRule {
        limits = Map.copyOf(limits);
    }

    public boolean isValidOn(LocalDate day) {
        return new Validity(validFrom, validTo).contains(day);
    }

    /** @throws IllegalArgumentException for a class that cannot be requested */
    public Limits limits(Subject.Sharing sharing) {
        Limits found = limits.get(sharing);
        if (found == null) {
            throw new IllegalArgumentException(code + " has no limits for " + sharing);
        }
        return found;
    }

    /**
     * In working days.
     *
     * @param answer from the request to the provider's answer; 0 is the same day
     * @param share from the approval to the data
     * @param warning how long before either ends somebody is reminded
     * @param basis of the numbers
     */
    public record Limits(int answer, int share, int warning, Agency.Basis basis) {

        public Deadline answer(WorkingDayCalendar calendar, LocalDate requested) {
            return deadline(calendar, requested, answer);
        }

        public Deadline share(WorkingDayCalendar calendar, LocalDate approved) {
            return deadline(calendar, approved, share);
        }

        private Deadline deadline(WorkingDayCalendar calendar, LocalDate from, int days) {
            Due due = calendar.plus(from, days);
            LocalDate warn = calendar.plus(from, Math.max(0, days - warning)).day();
            return new Deadline(warn, due.day(), due.assumed());
        }
    }

    /**
     * The last day of a limit.
     *
     * @param warnOn when to remind; not after the last day
     * @param assumed whether a year on the way has no official arrangement of working days
     */
    public record Deadline(LocalDate warnOn, LocalDate due, boolean assumed) {

        public boolean isOverdueOn(LocalDate day) {
            return day.isAfter(due);
        }
    }
}
