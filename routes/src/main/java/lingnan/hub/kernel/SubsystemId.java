package lingnan.hub.kernel;

import java.util.List;

/**
 * Who calls or is called, in the form of X-Road: instance, member class, member and subsystem, written
 * {@code GZ/GOV/AIC/ENT}.
 */
public record SubsystemId(String instance, String memberClass, AgencyCode agency, String subsystem) {

    public SubsystemId {
        Part.check("instance", instance);
        Part.check("member class", memberClass);
        Part.check("subsystem", subsystem);
    }

    /** @throws IllegalArgumentException if the text has not four parts of the allowed characters */
    public static SubsystemId parse(String text) {
        List<String> parts = List.of(text.split("/", -1));
        if (parts.size() != 4) {
            throw new IllegalArgumentException("A subsystem is INSTANCE/CLASS/AGENCY/SUBSYSTEM: " + text);
        }
        return new SubsystemId(parts.get(0), parts.get(1), AgencyCode.of(parts.get(2)), parts.get(3));
    }

    @Override
    public String toString() {
        return instance + "/" + memberClass + "/" + agency + "/" + subsystem;
    }
}
