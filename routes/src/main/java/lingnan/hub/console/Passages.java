package lingnan.hub.console;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lingnan.hub.console.body.BodyView;
import lingnan.hub.console.body.Mask;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.LoggedEntry;
import org.jspecify.annotations.Nullable;

/** Pairs the bodies of a message: the request before and after translation, the answer before and after. */
final class Passages {

    /** What an asking agency fetched or was sent after its question had been taken. */
    private static final Set<EntryKind> LATER = EnumSet.of(EntryKind.COLLECTED, EntryKind.REPEATED, EntryKind.PUSHED);

    private final Names names;
    private final Mask mask;
    private final Locale locale;

    Passages(Names names, Mask mask, Locale locale) {
        this.names = names;
        this.mask = mask;
        this.locale = locale;
    }

    List<MessageView.Passage> of(MessageId message, List<LoggedEntry> way) {
        List<MessageView.Passage> passages = new ArrayList<>();
        Map<Boolean, List<LoggedEntry>> byTime =
                way.stream().collect(Collectors.partitioningBy(entry -> LATER.contains(entry.kind())));
        List<LoggedEntry> main = byTime.getOrDefault(false, List.of());
        List<MessageView.Placed> asked = all(Body.Role.REQUEST_RECEIVED, message, main);
        List<MessageView.Placed> passedOn = all(Body.Role.REQUEST_SENT, message, main);
        for (int i = 0; i < Math.max(asked.size(), passedOn.size()); i++) {
            add(passages, "passage.request", at(asked, i), at(passedOn, i), false);
        }
        for (LoggedEntry entry : main) {
            MessageView.Placed given = first(Body.Role.ANSWER_SENT, message, entry);
            boolean receipt = entry.kind() == EntryKind.ACCEPTED;
            String word = receipt ? "passage.receipt" : "passage.answer";
            add(passages, word, first(Body.Role.ANSWER_RECEIVED, message, entry), given, receipt);
        }
        for (MessageView.Placed canonical : all(Body.Role.ANSWER_CANONICAL, message, way)) {
            add(passages, "passage.canonical", canonical, null, false);
        }
        for (LoggedEntry entry : byTime.getOrDefault(true, List.of())) {
            String word = "passage." + entry.kind().name().toLowerCase(Locale.ROOT);
            MessageView.Placed given = first(Body.Role.ANSWER_SENT, message, entry);
            add(passages, word, first(Body.Role.REQUEST_RECEIVED, message, entry), given, true);
        }
        return passages;
    }

    private void add(
            List<MessageView.Passage> passages,
            String word,
            MessageView.@Nullable Placed before,
            MessageView.@Nullable Placed after,
            boolean folded) {
        if (before != null || after != null) {
            boolean pair = before != null && after != null;
            String title = names.word(pair ? word : word + ".single", names.word(word, word, locale), locale);
            passages.add(new MessageView.Passage(title, before, after, folded));
        }
    }

    private MessageView.@Nullable Placed first(Body.Role role, MessageId message, LoggedEntry entry) {
        return at(all(role, message, List.of(entry)), 0);
    }

    private List<MessageView.Placed> all(Body.Role role, MessageId message, List<LoggedEntry> way) {
        List<MessageView.Placed> placed = new ArrayList<>();
        for (LoggedEntry entry : way) {
            for (Body body : entry.bodies()) {
                if (body.role() == role) {
                    placed.add(place(body, message, entry));
                }
            }
        }
        return placed;
    }

    private MessageView.Placed place(Body body, MessageId message, LoggedEntry entry) {
        String role = body.role().name().toLowerCase(Locale.ROOT);
        return new MessageView.Placed(
                BodyView.of(body, mask),
                names.word("role." + role, role, locale),
                entry.position().toString(),
                "/messages/" + message + "/" + entry.position().lane() + "/"
                        + entry.position().position() + "/" + role);
    }

    private static MessageView.@Nullable Placed at(List<MessageView.Placed> placed, int index) {
        return index < placed.size() ? placed.get(index) : null;
    }
}
