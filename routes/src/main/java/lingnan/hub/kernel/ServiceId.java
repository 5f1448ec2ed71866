package lingnan.hub.kernel;

/**
 * One operation of a subject as X-Road names it: the providing subsystem, the service code and its version, written
 * {@code GZ/GOV/AIC/ENT/AIC-ENT-REG.Query/v1}.
 */
public record ServiceId(SubsystemId provider, String service, String version) {

    public ServiceId {
        Part.check("service", service);
        Part.check("version", version);
    }

    /** @throws IllegalArgumentException if the text has not six parts of the allowed characters */
    public static ServiceId parse(String text) {
        int version = text.lastIndexOf('/');
        int service = version < 0 ? -1 : text.lastIndexOf('/', version - 1);
        if (service < 0) {
            throw new IllegalArgumentException("A service is INSTANCE/CLASS/AGENCY/SUBSYSTEM/SERVICE/VERSION: " + text);
        }
        return new ServiceId(
                SubsystemId.parse(text.substring(0, service)),
                text.substring(service + 1, version),
                text.substring(version + 1));
    }

    @Override
    public String toString() {
        return provider + "/" + service + "/" + version;
    }
}
