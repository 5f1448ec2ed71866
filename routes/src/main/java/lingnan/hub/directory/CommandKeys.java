package lingnan.hub.directory;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.catalog.Subject;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.SubjectCode;
import lingnan.hub.messagelog.Key;
import lingnan.wsdl.catalog.AcknowledgeNotice;
import lingnan.wsdl.catalog.AcknowledgeNoticeResponse;
import lingnan.wsdl.catalog.AddToObjection;
import lingnan.wsdl.catalog.AnswerGrantRequest;
import lingnan.wsdl.catalog.AnswerObjection;
import lingnan.wsdl.catalog.ConfirmSharing;
import lingnan.wsdl.catalog.FileObjection;
import lingnan.wsdl.catalog.ObjectionAnswer;
import lingnan.wsdl.catalog.RequestAnswer;
import lingnan.wsdl.catalog.RevokeGrant;
import lingnan.wsdl.catalog.WithdrawGrantRequest;
import org.springframework.stereotype.Component;

/** What a command is found by: the ids of what it is about. */
@Component
final class CommandKeys {

    private final Catalog catalog;
    private final BusinessClock clock;

    CommandKeys(Catalog catalog, BusinessClock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /** Whether a command says something of a record, which only the objection's own entries keep. */
    static boolean isOfObjection(Object said) {
        return said instanceof FileObjection
                || said instanceof AnswerObjection
                || said instanceof AddToObjection
                || said instanceof AcknowledgeNotice;
    }

    /** Who tries out for which records there are is found by them; no objection stands for these. */
    Set<Key> ofRefused(Object said) {
        return said instanceof FileObjection filed ? Set.of(record(filed)) : of(said);
    }

    /** @param part a command or its answer */
    Set<Key> of(Object part) {
        Set<Key> keys = new LinkedHashSet<>();
        if (part instanceof AnswerObjection said) {
            keys.add(id("objection", said.getObjection()));
        } else if (part instanceof AddToObjection said) {
            keys.add(id("objection", said.getObjection()));
        } else if (part instanceof AcknowledgeNotice said) {
            keys.add(id("notice", said.getNotice()));
        } else if (part instanceof AnswerGrantRequest said) {
            keys.add(id("grantRequest", said.getRequest()));
        } else if (part instanceof WithdrawGrantRequest said) {
            keys.add(id("grantRequest", said.getRequest()));
        } else if (part instanceof ConfirmSharing said) {
            keys.add(id("grantRequest", said.getRequest()));
        } else if (part instanceof RevokeGrant said) {
            keys.add(id("grant", said.getGrant()));
        } else if (part instanceof ObjectionAnswer answer) {
            keys.add(id("objection", answer.getObjection().getId()));
        } else if (part instanceof AcknowledgeNoticeResponse answer) {
            keys.add(id("objection", answer.getNotice().getObjection()));
        } else if (part instanceof RequestAnswer answer) {
            keys.add(id("grantRequest", answer.getRequest().getId()));
            keys.add(id("grant", answer.getRequest().getGrant()));
        }
        return keys;
    }

    private static Key id(String type, String id) {
        return new Key(type, id, false);
    }

    /** A key that the catalogue does not know is treated as a person's. */
    private Key record(FileObjection said) {
        String field = said.getKey().getField();
        boolean isOpen = subject(said.getSubject()).stream()
                .flatMap(subject -> subject.fields().stream())
                .anyMatch(known -> known.name().equals(field) && !known.person());
        return new Key(field, said.getKey().getValue(), !isOpen);
    }

    private Optional<Subject> subject(String code) {
        try {
            return catalog.current().subject(SubjectCode.of(code), clock.today());
        } catch (IllegalArgumentException noCode) {
            return Optional.empty();
        }
    }
}
