package lingnan.hub.access;

import java.util.List;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.ShippedCity;
import lingnan.hub.grants.GrantsInForce;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.SubjectCode;

/** What the files of the shipped city grant, where nothing was decided. */
record FilesOnly() implements GrantsInForce {

    @Override
    public List<Grant> all() {
        return ShippedCity.snapshot().grants();
    }

    @Override
    public List<Grant> of(AgencyCode consumer, SubjectCode subject) {
        return ShippedCity.snapshot().grants(consumer, subject);
    }

    @Override
    public List<Revoked> revoked(AgencyCode consumer, SubjectCode subject) {
        return List.of();
    }

    @Override
    public List<Revoked> revoked() {
        return List.of();
    }
}
