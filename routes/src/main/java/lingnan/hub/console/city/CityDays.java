package lingnan.hub.console.city;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.console.Section;
import lingnan.hub.grants.GrantsInForce;
import lingnan.hub.kernel.BusinessClock;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** Opens the city on the day that a page is asked for; without one, on the business clock's today. */
@Component
final class CityDays {

    private final Catalog catalog;
    private final GrantsInForce grants;
    private final BusinessClock clock;
    private final MessageSource words;

    CityDays(Catalog catalog, GrantsInForce grants, BusinessClock clock, MessageSource words) {
        this.catalog = catalog;
        this.grants = grants;
        this.clock = clock;
        this.words = words;
    }

    /** @param on such as {@code 2009-08-01}, or empty */
    CityDay open(Section section, String path, String on, Locale locale, Model page) {
        Snapshot city = catalog.current();
        LocalDate today = clock.today();
        Map<String, GrantsInForce.Revoked> revoked = new HashMap<>();
        List<Grant> given = new ArrayList<>(grants.all());
        for (GrantsInForce.Revoked gone : grants.revoked()) {
            given.add(gone.grant());
            revoked.put(gone.grant().id(), gone);
        }
        LocalDate wanted = on.isBlank() ? today : parse(on.strip());
        CityDay day = new CityDay(city, given, revoked, wanted, today, new Words(words, locale));
        page.addAttribute("section", section);
        page.addAttribute("day", day);
        page.addAttribute("days", day.days(path));
        page.addAttribute("countedOn", city.countedOn());
        page.addAttribute("here", path);
        return day;
    }

    private static LocalDate parse(String on) {
        try {
            return LocalDate.parse(on);
        } catch (DateTimeException noDay) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no day", noDay);
        }
    }

    static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
