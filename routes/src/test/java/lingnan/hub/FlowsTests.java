package lingnan.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.modulith.ApplicationModule;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.yaml.snakeyaml.Yaml;

/**
 * Every bean, method and address that a flow file names must exist: in the module that owns the flow, or in the public
 * interface of a module that this one has declared it may use. Nothing here starts Camel: a wrong name is found by reading.
 */
class FlowsTests {

    private static final Path FLOWS = Path.of("flows");

    /** Which module owns the flows of a number. */
    private static final Map<String, String> OWNERS = Map.of("0", "interaction", "1", "interaction");

    @TestFactory
    Stream<DynamicTest> namesOnlyBeansThatItsModuleMayUse() {
        Map<String, Class<?>> beans = beans();
        return flows().map(flow -> DynamicTest.dynamicTest(flow.getFileName().toString(), () -> {
            String owner = OWNERS.get(flow.getFileName().toString().substring(0, 1));
            assertThat(owner).as("a module owns flows with this number").isNotNull();
            walk(read(flow), (key, value) -> {
                if ((key.equals("bean") || key.equals("method")) && value instanceof Map<?, ?> step) {
                    requireBean(beans, owner, String.valueOf(step.get("ref")), String.valueOf(step.get("method")));
                }
            });
        }));
    }

    private static void requireBean(Map<String, Class<?>> beans, String owner, String ref, String method) {
        Class<?> type = beans.get(ref);
        assertThat(type).as("bean " + ref).isNotNull();
        String module = type.getPackageName().substring("lingnan.hub.".length());
        if (!module.equals(owner)) {
            assertThat(Modifier.isPublic(type.getModifiers()))
                    .as(type + " is public")
                    .isTrue();
            assertThat(allowed(owner)).as("modules that " + owner + " may use").contains(module);
        }
        List<Method> named = Arrays.stream(type.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(method))
                .filter(candidate -> Modifier.isPublic(candidate.getModifiers()))
                .toList();
        assertThat(named).as(ref + "." + method + " exists once, in public").hasSize(1);
    }

    private static List<String> allowed(String module) {
        Package declared = ClassUtils.resolveClassName("lingnan.hub." + module + ".package-info", null)
                .getPackage();
        return List.of(declared.getAnnotation(ApplicationModule.class).allowedDependencies());
    }

    @Test
    void sendsOnlyToAddressesThatSomeFlowReceivesFrom() {
        Set<String> received = new HashSet<>();
        Map<String, String> sent = new HashMap<>();
        flows().forEach(flow -> walk(read(flow), (key, value) -> {
            if (key.equals("from") && value instanceof Map<?, ?> from) {
                received.add(String.valueOf(from.get("uri")));
            } else if (key.equals("to") && value instanceof Map<?, ?> to) {
                sent.put(String.valueOf(to.get("uri")), flow.toString());
            }
        }));
        assertThat(received).contains("direct:interaction");
        sent.forEach((uri, flow) ->
                assertThat(received).as("%s sends to %s", flow, uri).contains(uri));
    }

    /** A dynamic address is built from the plan, below the broker's own addresses; never from a header or a body's text. */
    @Test
    void buildsNoAddressFromWhatACallerSent() {
        flows().forEach(flow -> walk(read(flow), (key, value) -> {
            if (key.equals("toD") && value instanceof Map<?, ?> to) {
                assertThat(String.valueOf(to.get("uri")))
                        .as(flow.toString())
                        .startsWith("jms:queue:hub.")
                        .doesNotContain("${header", "${body", "${exchange");
            }
        }));
    }

    /** Simple looks a property of the body up in a cache whose key is the body: its deep hash was a fifth of all time. */
    @Test
    void asksNoPropertyOfTheBodyInSimple() {
        flows().forEach(flow -> walk(read(flow), (key, value) -> {
            if (key.equals("simple")) {
                assertThat(String.valueOf(value)).as(flow.toString()).doesNotContain("${body.");
            }
        }));
    }

    /** Camel refuses an id that stands twice among all routes; so do we, before it starts. */
    @Test
    void givesEveryStepAnIdOfItsOwn() {
        List<String> ids = new ArrayList<>();
        flows().forEach(flow -> walk(read(flow), (key, value) -> {
            if (key.equals("id")) {
                ids.add(String.valueOf(value));
            }
            if (key.equals("bean") && value instanceof Map<?, ?> step && !step.containsKey("id")) {
                fail("%s: a step without id: %s", flow, step);
            }
        }));
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void fitsOnAScreen() throws IOException {
        for (Path flow : flows().toList()) {
            assertThat(Files.readAllLines(flow)).as(flow.toString()).hasSizeLessThanOrEqualTo(80);
        }
    }

    private static Map<String, Class<?>> beans() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        Map<String, Class<?>> beans = new HashMap<>();
        scanner.findCandidateComponents("lingnan.hub").forEach(found -> {
            Class<?> type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            String simple = type.getSimpleName();
            beans.put(Character.toLowerCase(simple.charAt(0)) + simple.substring(1), type);
        });
        return beans;
    }

    private static Stream<Path> flows() {
        try (Stream<Path> files = Files.list(FLOWS)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Object read(Path flow) {
        try (InputStream in = Files.newInputStream(flow)) {
            return new Yaml().load(in);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static void walk(Object node, BiConsumer<String, Object> visitor) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                visitor.accept(String.valueOf(key), value);
                walk(value, visitor);
            });
        } else if (node instanceof List<?> list) {
            list.forEach(item -> walk(item, visitor));
        }
    }
}
