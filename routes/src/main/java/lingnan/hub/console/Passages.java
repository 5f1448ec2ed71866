package lingnan.hub.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lingnan.hub.console.body.BodyView;
import lingnan.hub.console.body.Mask;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.LoggedEntry;
import org.jspecify.annotations.Nullable;

/** Pairs the bodies of a message: the request before and after translation, the answer before and after. */
final class Passages {

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
        pair(passages, "passage.request", Body.Role.REQUEST_RECEIVED, Body.Role.REQUEST_SENT, message, way);
        pair(passages, "passage.answer", Body.Role.ANSWER_RECEIVED, Body.Role.ANSWER_SENT, message, way);
        for (MessageView.Placed canonical : all(Body.Role.ANSWER_CANONICAL, message, way)) {
            passages.add(new MessageView.Passage("passage.canonical", canonical, null));
        }
        return passages;
    }

    private void pair(
            List<MessageView.Passage> passages,
            String word,
            Body.Role before,
            Body.Role after,
            MessageId message,
            List<LoggedEntry> way) {
        List<MessageView.Placed> left = all(before, message, way);
        List<MessageView.Placed> right = all(after, message, way);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            passages.add(new MessageView.Passage(word, at(left, i), at(right, i)));
        }
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
