package lingnan.hub.interaction;

import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notes the end of each bean step in the message's {@link StepTimes}, so that a trace shows the flow's own steps. */
@Component
final class StepWatch implements InterceptStrategy {

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, @Nullable Processor nextTarget) {
        return definition instanceof BeanDefinition ? new Watched(target, definition.getId()) : target;
    }

    private static final class Watched extends DelegateAsyncProcessor {

        private final String node;

        Watched(Processor target, String node) {
            super(target);
            this.node = node;
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            StepTimes steps = begun(exchange);
            return super.process(exchange, doneSync -> {
                steps.ended(node);
                callback.done(doneSync);
            });
        }

        /** Times count from a message's first step, wherever it enters the flows. */
        private static StepTimes begun(Exchange exchange) {
            StepTimes steps = exchange.getProperty(StepTimes.PROPERTY, StepTimes.class);
            if (steps == null) {
                steps = new StepTimes();
                exchange.setProperty(StepTimes.PROPERTY, steps);
            }
            return steps;
        }
    }
}
