package lingnan.hub;

import lingnan.hub.kernel.BusinessClock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The deployable: one process in which every module runs. */
@SpringBootApplication
public class Hub {

    public static void main(String[] arguments) {
        SpringApplication.run(Hub.class, arguments);
    }

    @Bean
    BusinessClock businessClock() {
        return BusinessClock.real();
    }
}
