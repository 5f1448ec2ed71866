package lingnan.city;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import lingnan.city.data.HeldRecords;
import lingnan.city.data.HeldSubject;
import lingnan.city.data.WellKnown;
import org.yaml.snakeyaml.Yaml;

/**
 * One question of a subject to which the simulated city has an answer, asked by the first agency that has a grant for it.
 *
 * @param caller the subsystem that asks
 */
record SampleQuestion(String caller, Question question) {

    /** The same subjects every day, so that a failure can be looked at again. */
    private static final long SEED = 20_091_110;

    private static final Map<String, Map<String, String>> LIVE = Map.of(
            "AIC-ENT-REG", Map.of("registrationNumber", WellKnown.REGISTRATION_NUMBER),
            "QTS-ORG-CODE", Map.of("organisationCode", WellKnown.ORGANISATION_CODE),
            "PSB-POP-BASE", Map.of("citizenId", WellKnown.CITIZEN_ID),
            "LTAX-STATUS", Map.of("registrationNumber", WellKnown.REGISTRATION_NUMBER),
            "LTAX-DEED-PAID", Map.of("contractNumber", WellKnown.PAID_CONTRACT),
            "PLAN-BUILD-PERMIT", Map.of("permitNumber", WellKnown.PERMIT_NUMBER));

    /** Of every subject of the shipped city, in the order of their codes. */
    static List<SampleQuestion> all(HeldRecords records) throws IOException {
        Path city = Installation.find().root().resolve("routes/city/guangzhou-2009");
        Map<String, Map<String, String>> known = new TreeMap<>(LIVE);
        for (HeldSubject subject : HeldSubject.of(city)) {
            Map<String, String> first = records.records(subject).get(0);
            Map<String, String> keys = new LinkedHashMap<>();
            subject.fields().stream()
                    .filter(HeldSubject.Field::isKey)
                    .forEach(key -> keys.put(key.name(), first.getOrDefault(key.name(), "")));
            known.put(subject.code(), keys);
        }
        Map<String, SampleQuestion> questions = new TreeMap<>();
        try (Stream<Path> files = Files.list(city.resolve("grants"))) {
            for (Path file : files.sorted().toList()) {
                ask(city, read(file), known, questions);
            }
        }
        return List.copyOf(questions.values());
    }

    /** A few of them, drawn by lot. */
    static List<SampleQuestion> some(HeldRecords records, int count) throws IOException {
        List<SampleQuestion> drawn = new ArrayList<>(all(records));
        Collections.shuffle(drawn, new Random(SEED));
        return drawn.subList(0, count);
    }

    private static void ask(
            Path city, Map<?, ?> file, Map<String, Map<String, String>> known, Map<String, SampleQuestion> questions)
            throws IOException {
        String consumer = String.valueOf(file.get("consumer"));
        Map<?, ?> agency = read(city.resolve("agencies/" + consumer + ".yaml"));
        String subsystem = String.valueOf(((List<?>) agency.get("subsystems")).get(0));
        for (Object each : (List<?>) file.get("grants")) {
            Map<?, ?> grant = (Map<?, ?>) each;
            String subject = String.valueOf(grant.get("subject"));
            Map<String, String> values = known.getOrDefault(subject, Map.of());
            ((List<?>) grant.get("keys"))
                    .stream()
                            .map(String::valueOf)
                            .filter(values::containsKey)
                            .findFirst()
                            .filter(key -> isInForce(grant))
                            .ifPresent(key -> questions.putIfAbsent(
                                    subject,
                                    new SampleQuestion(
                                            "GZ/GOV/" + consumer + "/" + subsystem,
                                            question(grant, subject, key, values.getOrDefault(key, "")))));
        }
    }

    private static Question question(Map<?, ?> grant, String subject, String key, String value) {
        Map<?, ?> purpose = (Map<?, ?>) ((List<?>) grant.get("purposes")).get(0);
        Question question = Question.about(subject, key, value).purpose(String.valueOf(purpose.get("code")));
        return Boolean.TRUE.equals(grant.get("caseRequired")) ? question.caseNumber("YB2009-0001") : question;
    }

    private static boolean isInForce(Map<?, ?> grant) {
        String today = LocalDate.now().toString();
        return day(grant.get("validFrom")).compareTo(today) <= 0
                && day(grant.get("validTo")).compareTo(today) >= 0;
    }

    /** A day in YAML is a date in UTC. */
    private static String day(Object value) {
        return value instanceof java.util.Date date
                ? date.toInstant().toString().substring(0, 10)
                : String.valueOf(value);
    }

    private static Map<?, ?> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new Yaml().load(in);
        }
    }

    String subject() {
        return question.subject();
    }

    /** For client programs: user, subject, key and value, purpose and case, tab by tab. */
    String line(HubProcess hub) {
        Map.Entry<String, String> key = question.keys().entrySet().iterator().next();
        return String.join(
                "\t",
                caller,
                String.valueOf(hub.passwords().get(caller)),
                subject(),
                key.getKey(),
                key.getValue(),
                question.headers().getOrDefault("purpose", ""),
                question.headers().getOrDefault("caseNumber", ""));
    }
}
