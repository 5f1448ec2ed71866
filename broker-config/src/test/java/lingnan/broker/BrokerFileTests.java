package lingnan.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BrokerFileTests {

    @ParameterizedTest
    @EnumSource
    void keepsWhatItAccepts(BrokerFile file) throws Exception {
        FileConfiguration configuration = read(file);

        assertThat(configuration.isPersistenceEnabled()).isTrue();
        assertThat(configuration.isJournalSyncTransactional()).isTrue();
        assertThat(configuration.isJournalSyncNonTransactional()).isTrue();
        assertThat(configuration.isSecurityEnabled()).isTrue();
        int buffer = configuration.getJournalType() == JournalType.NIO
                ? configuration.getJournalBufferSize_NIO()
                : configuration.getJournalBufferSize_AIO();
        assertThat(buffer).isGreaterThan(BrokerFile.LARGE_MESSAGE_BYTES).isLessThan(configuration.getJournalFileSize());
        int timeout = configuration.getJournalType() == JournalType.NIO
                ? configuration.getJournalBufferTimeout_NIO()
                : configuration.getJournalBufferTimeout_AIO();
        assertThat(timeout).isEqualTo(200_000);
    }

    @ParameterizedTest
    @EnumSource
    void pagesInsteadOfFillingTheMemory(BrokerFile file) throws Exception {
        FileConfiguration configuration = read(file);

        assertThat(configuration.getGlobalMaxSize()).isBetween(1L << 26, 1L << 28);
        assertThat(configuration.getMaxDiskUsage()).isEqualTo(90);
        var settings = configuration.getAddressSettings().get("#");
        assertThat(settings.getAddressFullMessagePolicy()).isEqualTo(AddressFullMessagePolicy.PAGE);
        assertThat(settings.getPageSizeBytes()).isGreaterThan(BrokerFile.LARGE_MESSAGE_BYTES);
        assertThat(settings.getRedeliveryDelay()).isZero();
    }

    /** Artemis cannot include one file in another from the class path, so the files repeat these. */
    @ParameterizedTest
    @EnumSource
    void saysTheSameAboutAddressesAndRolesAsTheEmbeddedOne(BrokerFile file) throws IOException {
        assertThat(addressesAndRoles(file)).isEqualTo(addressesAndRoles(BrokerFile.EMBEDDED));
    }

    private static String addressesAndRoles(BrokerFile file) throws IOException {
        try (InputStream in = BrokerFile.class.getClassLoader().getResourceAsStream(file.resource())) {
            assertThat(in).as(file.resource()).isNotNull();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int at = text.indexOf("<security-settings>");
            assertThat(at).isPositive();
            return text.substring(at);
        }
    }

    private static FileConfiguration read(BrokerFile file) throws Exception {
        FileConfiguration configuration = new FileConfiguration();
        new FileDeploymentManager(file.resource()).addDeployable(configuration).readConfiguration();
        return configuration;
    }
}
