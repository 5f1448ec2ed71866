package lingnan.hub.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.SubjectCode;
import lingnan.hub.kernel.WorkingDayCalendar;

/** The city at one moment, immutable. */
public interface Snapshot {

    /** In the order of their codes. */
    List<Agency> agencies();

    /** In the order of their codes, the newest version of each. */
    List<Subject> subjects();

    Optional<Agency> agency(AgencyCode code);

    /** The newest version valid on that day. */
    Optional<Subject> subject(SubjectCode code, LocalDate day);

    /** A pinned version. */
    Optional<Subject> subject(SubjectCode code, int version);

    /** In the order of their ids; ended and future ones too. */
    List<Grant> grants();

    /** In the order of their codes; withdrawn ones too. */
    List<Division> divisions();

    /** Working days; a year without an official arrangement is assumed to be worked from Monday to Friday. */
    WorkingDayCalendar calendar();

    /** The X-Road instance of the city, such as {@code GZ}. */
    String instance();
}
