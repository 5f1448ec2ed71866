package lingnan.hub.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one seam at which callers are identified; HTTP Basic today, stronger ways behind the same method later. */
public interface CallerResolver {

    /** @return empty if the credentials are missing or wrong */
    Optional<Caller> resolve(Credentials credentials);

    /**
     * What a request brought to identify itself.
     *
     * @param authorization the HTTP header as received, or null
     * @param remoteAddress the peer's address
     */
    record Credentials(@Nullable String authorization, String remoteAddress) {}
}
