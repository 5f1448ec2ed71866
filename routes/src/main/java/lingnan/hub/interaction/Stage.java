package lingnan.hub.interaction;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lingnan.hub.access.Access;
import lingnan.hub.catalog.Agency;
import lingnan.hub.catalog.Subject;
import lingnan.hub.kernel.MessageId;
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
                Stage.Complete,
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

    /** A complete answer in the canonical form, wherever it comes from. */
    sealed interface Complete extends Stage permits Understood, LookedUp {

        byte[] canonical();

        Accepted accepted();

        @Override
        default Arrival arrival() {
            return accepted().arrival();
        }
    }

    /** The provider's answer. */
    record Understood(Heard heard, byte[] canonical) implements Complete {
        @Override
        public Accepted accepted() {
            return heard.accepted();
        }
    }

    /**
     * An answer from the state that the hub holds.
     *
     * @param asOf when it was true at the provider
     * @param load the message under which it was loaded
     */
    record LookedUp(Accepted accepted, byte[] canonical, Instant asOf, MessageId load) implements Complete {}

    /** The answer fits its schema and is complete; its records are found by these keys. */
    record Checked(Complete answer, List<Key> keys) implements Stage {
        @Override
        public Arrival arrival() {
            return answer.arrival();
        }

        Accepted accepted() {
            return answer.accepted();
        }
    }

    /** The answer as the caller may see it. */
    record Cut(Checked checked, byte[] shown, Set<String> withheld) implements Stage {
        @Override
        public Arrival arrival() {
            return checked.arrival();
        }

        Complete answer() {
            return checked.answer();
        }

        Accepted accepted() {
            return checked.accepted();
        }
    }

    /**
     * What the catalogue resolved for one question, immutable.
     *
     * @param provider the agency that answers, or whose state is held
     * @param source where the answer comes from
     * @param id the X-Road name of what is asked
     * @param keys the business keys in the question
     */
    record Plan(Subject subject, Agency provider, Source source, ServiceId id, List<Key> keys) {

        boolean isHeld() {
            return source instanceof Source.State;
        }

        /** @throws IllegalStateException if the flow brings here what is not to be asked of a provider */
        Source.Live live() {
            if (source instanceof Source.Live live) {
                return live;
            }
            throw new IllegalStateException(subject.code() + " is answered from a state");
        }

        /** How long its answer may take. */
        Duration patience() {
            return source instanceof Source.Live live ? live.service().timeout() : Duration.ZERO;
        }

        Set<String> keyNames() {
            return Set.copyOf(keys.stream().map(Key::type).toList());
        }
    }

    /** Where the catalogue says that an answer comes from. */
    sealed interface Source {

        /** From the provider, called as its file says. */
        record Live(Agency.Service service, Dialect dialect) implements Source {}

        /** From the latest state that the hub holds. */
        record State() implements Source {}
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
        } else if (this instanceof Complete complete) {
            return Optional.of(complete.accepted());
        } else if (this instanceof Checked checked) {
            return Optional.of(checked.accepted());
        } else if (this instanceof Cut cut) {
            return Optional.of(cut.accepted());
        }
        return Optional.empty();
    }
}
