package lingnan.hub.interaction;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import lingnan.hub.catalog.Agency;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import org.springframework.stereotype.Component;

/**
 * Calls agencies' systems, each behind a bulkhead and a circuit breaker of its own, so that one slow or dead agency does
 * not slow the others. Calls once: what was sent is never sent again behind the log's back.
 */
@Component
final class Providers {

    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(5))
            .permittedNumberOfCallsInHalfOpenState(3)
            .automaticTransitionFromOpenToHalfOpenEnabled(false)
            .build();

    private final ProviderHttp http;
    private final Map<AgencyCode, Guard> guards = new ConcurrentHashMap<>();

    Providers(ProviderHttp http) {
        this.http = http;
    }

    public Stage.Heard call(Stage.Translated stage) {
        Stage.Plan plan = stage.accepted().plan();
        Agency.Service service = plan.live().service();
        Guard guard = guards.compute(
                plan.provider().code(),
                (code, existing) ->
                        existing != null && existing.service().equals(service) ? existing : Guard.of(code, service));
        if (!guard.bulkhead().tryAcquirePermission()) {
            throw new HubFault(
                    FaultCode.PROVIDER_BUSY,
                    plan.provider().code() + " has " + service.concurrency() + " calls under way");
        }
        try {
            return new Stage.Heard(stage, callOnce(stage, guard.breaker()));
        } finally {
            guard.bulkhead().releasePermission();
        }
    }

    private lingnan.transformers.dialect.Dialect.WireAnswer callOnce(Stage.Translated stage, CircuitBreaker breaker) {
        Stage.Plan plan = stage.accepted().plan();
        if (!breaker.tryAcquirePermission()) {
            throw new HubFault(FaultCode.PROVIDER_SUSPENDED, plan.provider().code() + " failed repeatedly");
        }
        long started = System.nanoTime();
        boolean isTold = false;
        try {
            var answer = http.post(
                    plan.live().service().endpoint(),
                    stage.request(),
                    stage.arrival().message(),
                    plan.live().service().timeout());
            isTold = true;
            breaker.onSuccess(System.nanoTime() - started, TimeUnit.NANOSECONDS);
            return answer;
        } catch (HubFault fault) {
            isTold = true;
            breaker.onError(System.nanoTime() - started, TimeUnit.NANOSECONDS, fault);
            throw fault;
        } finally {
            if (!isTold) {
                // A surprise says nothing about the agency, and a permission not given back would suspend it for ever.
                breaker.releasePermission();
            }
        }
    }

    /** What stands between the hub and one agency. */
    private record Guard(Agency.Service service, Bulkhead bulkhead, CircuitBreaker breaker) {

        static Guard of(AgencyCode code, Agency.Service service) {
            BulkheadConfig limit = BulkheadConfig.custom()
                    .maxConcurrentCalls(service.concurrency())
                    .maxWaitDuration(Duration.ZERO)
                    .build();
            return new Guard(service, Bulkhead.of(code.value(), limit), CircuitBreaker.of(code.value(), BREAKER));
        }
    }
}
