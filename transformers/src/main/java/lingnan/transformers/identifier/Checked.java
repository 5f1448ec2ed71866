package lingnan.transformers.identifier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What checking a text found.
 *
 * @param value the identifier in its normal form; empty if shape or characters are wrong
 * @param remarks what is wrong with it, in the order of the levels
 */
public record Checked<T>(Optional<T> value, List<Remark> remarks) {

    /** One thing that is wrong, for a person to read. */
    public record Remark(Level level, String what) {}

    public Checked {
        remarks = List.copyOf(remarks);
    }

    /** Whether it is of its form; warnings may remain. */
    public boolean isUsable() {
        return value.isPresent();
    }

    /** Whether nothing at all is wrong with it. */
    public boolean isSound() {
        return remarks.isEmpty();
    }

    public Set<Level> failedLevels() {
        return remarks.stream().map(Remark::level).collect(Collectors.toUnmodifiableSet());
    }

    static <T> Checked<T> refused(Level level, String what) {
        return new Checked<>(Optional.empty(), List.of(new Remark(level, what)));
    }

    /** Collects the warnings of an identifier that is of its form. */
    static final class Warnings {
        private final List<Remark> remarks = new ArrayList<>();

        Warnings unless(boolean holds, Level level, String what) {
            if (!holds) {
                remarks.add(new Remark(level, what));
            }
            return this;
        }

        Warnings division(String code, LocalDate day, Divisions divisions) {
            return switch (divisions.existence(code, day)) {
                case EXISTS, UNKNOWN -> this;
                case WITHDRAWN ->
                    unless(false, Level.SEMANTICS, "The division " + code + " was withdrawn by " + day + ".");
                case NEVER -> unless(false, Level.SEMANTICS, "There is no division " + code + ".");
            };
        }

        <T> Checked<T> of(T value) {
            return new Checked<>(Optional.of(value), remarks);
        }
    }
}
