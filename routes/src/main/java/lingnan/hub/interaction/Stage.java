package lingnan.hub.interaction;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lingnan.hub.access.Access;
import lingnan.hub.catalog.Agency;
import lingnan.hub.catalog.Subject;
import lingnan.hub.kernel.ServiceId;
import lingnan.hub.messagelog.Key;
import lingnan.hub.messagelog.LogPosition;
import lingnan.transformers.dialect.Dialect;

/**
 * How far an interaction has come. The body of the flows' messages is always a stage; each step takes one and returns
 * the next, so the types say in which order steps can stand.
 */
sealed interface Stage
        permits Arrival,
                Stage.Planned,
                Stage.Authorised,
                Stage.Accepted,
                Stage.Translated,
                Stage.Heard,
                Stage.Understood,
                Stage.Checked,
                Stage.Cut {

    Arrival arrival();

    /** Everything the catalogue knows about what is asked; later steps read only this. */
    record Planned(Arrival arrival, Plan plan) implements Stage {}

    /** A grant allows the question. */
    record Authorised(Arrival arrival, Plan plan, Access.Decision.Allowed grant) implements Stage {

        public boolean isAsynchronous() {
            return arrival.headers().asynchronous();
        }
    }

    /** Durably logged: from here on the hub answers for it. */
    record Accepted(Authorised authorised, LogPosition position) implements Stage {
        @Override
        public Arrival arrival() {
            return authorised.arrival();
        }

        public boolean isAsynchronous() {
            return authorised.isAsynchronous();
        }

        Plan plan() {
            return authorised.plan();
        }
    }

    /** In the provider's words, ready for the wire. */
    record Translated(Accepted accepted, Dialect.WireRequest request) implements Stage {
        @Override
        public Arrival arrival() {
            return accepted.arrival();
        }
    }

    /** The provider has answered something. */
    record Heard(Translated translated, Dialect.WireAnswer answer) implements Stage {
        @Override
        public Arrival arrival() {
            return translated.arrival();
        }

        Accepted accepted() {
            return translated.accepted();
        }
    }

    /** The answer in the canonical form. */
    record Understood(Heard heard, byte[] canonical) implements Stage {
        @Override
        public Arrival arrival() {
            return heard.arrival();
        }

        Accepted accepted() {
            return heard.accepted();
        }
    }

    /** The answer fits its schema and is complete; its records are found by these keys. */
    record Checked(Understood understood, List<Key> keys) implements Stage {
        @Override
        public Arrival arrival() {
            return understood.arrival();
        }

        Accepted accepted() {
            return understood.accepted();
        }
    }

    /** The answer as the caller may see it. */
    record Cut(Checked checked, byte[] shown, Set<String> withheld) implements Stage {
        @Override
        public Arrival arrival() {
            return checked.arrival();
        }

        Understood understood() {
            return checked.understood();
        }

        Accepted accepted() {
            return checked.accepted();
        }
    }

    /**
     * What the catalogue resolved for one question, immutable.
     *
     * @param provider the agency that answers
     * @param service how it is called
     * @param id the X-Road name of what is asked
     * @param keys the business keys in the question
     */
    record Plan(
            Subject subject, Agency provider, Agency.Service service, Dialect dialect, ServiceId id, List<Key> keys) {

        Set<String> keyNames() {
            return Set.copyOf(keys.stream().map(Key::type).toList());
        }
    }

    /** The authorised stage behind this one, if the interaction has come that far. */
    default Optional<Authorised> whenAuthorised() {
        return this instanceof Authorised authorised
                ? Optional.of(authorised)
                : whenAccepted().map(Accepted::authorised);
    }

    /** The accepted stage behind this one, if the interaction has come that far. */
    default Optional<Accepted> whenAccepted() {
        if (this instanceof Accepted accepted) {
            return Optional.of(accepted);
        } else if (this instanceof Translated translated) {
            return Optional.of(translated.accepted());
        } else if (this instanceof Heard heard) {
            return Optional.of(heard.accepted());
        } else if (this instanceof Understood understood) {
            return Optional.of(understood.accepted());
        } else if (this instanceof Checked checked) {
            return Optional.of(checked.accepted());
        } else if (this instanceof Cut cut) {
            return Optional.of(cut.accepted());
        }
        return Optional.empty();
    }
}
