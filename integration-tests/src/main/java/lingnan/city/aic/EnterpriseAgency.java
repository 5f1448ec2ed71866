package lingnan.city.aic;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import lingnan.city.agency.AgencyOptions;
import lingnan.city.agency.AgencyServer;
import lingnan.city.data.Registers;
import org.apache.axis.configuration.FileProvider;
import org.apache.axis.server.AxisServer;

/** AIC's process. */
public final class EnterpriseAgency {

    private EnterpriseAgency() {}

    public static void main(String[] arguments) throws IOException {
        AgencyOptions options = AgencyOptions.parse(arguments, System.getenv());
        EnterpriseQueries.serve(Registers.of(options.seed(), options.records()).enterprises());
        InputStream deployment =
                Objects.requireNonNull(EnterpriseAgency.class.getResourceAsStream("server-config.wsdd"));
        AgencyServer.serve(options, new AxisStack(new AxisServer(new FileProvider(deployment))));
    }
}
