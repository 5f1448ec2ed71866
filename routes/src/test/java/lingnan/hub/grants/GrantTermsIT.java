package lingnan.hub.grants;

import static lingnan.hub.grants.GrantBench.TALK;
import static lingnan.hub.grants.GrantBench.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lingnan.hub.catalog.Grant;
import lingnan.hub.grants.GrantRequests.Outcome;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.Label;
import lingnan.hub.kernel.SubjectCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be asked for: the rules of the city's files hold for requests, and some of their own. */
class GrantTermsIT {

    private static GrantBench bench;

    @BeforeAll
    static void start() {
        bench = new GrantBench("grant-terms");
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @ParameterizedTest(name = "{0} {1}: {6}")
    @CsvSource(nullValues = "-", textBlock = """
        LRH,  AIC-ENT-REG,       TITLE, status,       name,                  -,     status is not a key of AIC-ENT-REG
        LRH,  AIC-ENT-REG,       TITLE, name,         salary,                -,     has no field salary
        LRH,  AIC-ENT-REG,       TITLE, -,            name,                  -,     names no key
        LRH,  AIC-ENT-REG,       TITLE, name,         -,                     -,     shows no field
        LRH,  AIC-ENT-REG,       -,     name,         name,                  -,     has no purpose
        LRH,  AIC-ENT-REG,       title, name,         name,                  -,     no code
        AIC,  AIC-ENT-REG,       TITLE, name,         name,                  -,     provides this subject itself
        XXX,  AIC-ENT-REG,       TITLE, name,         name,                  -,     No agency is named XXX
        LRH,  AIC-ENT-REGS,      TITLE, name,         name,                  -,     No subject is named AIC-ENT-REGS
        LRH,  AIC-ENT-REG,       TITLE, name,         name,                  440199,No division has the code 440199
        LRH,  QTS-ORG-CODE,      TITLE, name,         name,                  440103,does not say of which division
        FIN,  NTAX-EIT,          TITLE, taxpayerNumber, profit,              -,     withheld from FIN
        LTAX, AIC-ENT-REG,       TAX-COMPARE, name,   name,                  -,     overlaps with LTAX-AIC-1
        """)
    void refusesWhatNoFileCouldGrant(
            String consumer,
            String subject,
            @Nullable String purpose,
            @Nullable String keys,
            @Nullable String fields,
            @Nullable String divisions,
            String what) {
        Outcome outcome = ask(consumer, subject, terms(purpose, keys, fields, divisions, TALK, null), TALK);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.problems())
                .allSatisfy(problem -> {
                    assertThat(problem.code()).isEqualTo(FaultCode.GRANT_INVALID);
                    assertThat(problem.remedy()).endsWith(".");
                })
                .anySatisfy(problem -> assertThat(problem.what()).contains(what)));
        assertThat(bench.on(TALK).list(GrantRequests.Filter.ALL))
                .noneMatch(request -> request.asked().fields().contains("salary"));
    }

    @Test
    void refusesDaysThatCannotBe() {
        assertThat(problems("AIC-ENT-REG", terms("DAYS", "name", "name", null, TALK, TALK.minusDays(1)), TALK))
                .anyMatch(what -> what.contains("end before it begins"));
        assertThat(problems(
                        "AIC-ENT-REG", terms("DAYS", "name", "name", null, TALK.minusDays(9), TALK.minusDays(1)), TALK))
                .anyMatch(what -> what.contains("would have ended on 2009-11-09"));
        LocalDate early = LocalDate.of(2005, 1, 3);
        assertThat(problems("AIC-ENT-REG", terms("DAYS", "name", "name", null, early, null), early))
                .anyMatch(what -> what.contains("No sharing rule"));
    }

    @Test
    void refusesAStandingGrantOfWhatIsGivenForAQuestionOnly() {
        GrantTerms terms = GrantBench.people("STANDING", TALK);
        GrantTerms standing =
                new GrantTerms(terms.purposes(), terms.keys(), terms.fields(), Set.of(), true, true, TALK, null);

        assertThat(problems("PSB-POP-BASE", standing, TALK))
                .containsExactly("PSB-POP-BASE is given for a question at hand only.");
    }

    private static List<String> problems(String subject, GrantTerms terms, LocalDate day) {
        Outcome outcome = ask("LRH", subject, terms, day);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome)
                .problems().stream().map(GrantRequests.Problem::what).toList();
    }

    private static Outcome ask(String consumer, String subject, GrantTerms terms, LocalDate day) {
        return bench.on(day).request(AgencyCode.of(consumer), SubjectCode.of(subject), terms, of(consumer));
    }

    private static GrantTerms terms(
            @Nullable String purpose,
            @Nullable String keys,
            @Nullable String fields,
            @Nullable String divisions,
            LocalDate from,
            @Nullable LocalDate to) {
        return new GrantTerms(
                purpose == null ? List.of() : List.of(new Grant.Purpose(purpose, new Label("依据", "basis"))),
                set(keys),
                set(fields),
                set(divisions),
                false,
                false,
                from,
                to);
    }

    private static Set<String> set(@Nullable String names) {
        return names == null ? Set.of() : Arrays.stream(names.split(" ")).collect(Collectors.toSet());
    }
}
