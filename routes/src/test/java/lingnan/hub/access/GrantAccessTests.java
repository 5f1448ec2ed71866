package lingnan.hub.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lingnan.hub.access.Access.Decision;
import lingnan.hub.access.Access.Decision.Allowed;
import lingnan.hub.access.Access.Decision.Denied;
import lingnan.hub.access.Access.Question;
import lingnan.hub.access.Caller.Strength;
import lingnan.hub.catalog.ShippedCity;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.catalog.Subject;
import lingnan.hub.catalog.Subject.Field;
import lingnan.hub.catalog.Subject.Sharing;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.SubsystemId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantAccessTests {

    private final Access access = new GrantAccess(new FilesOnly());

    @ParameterizedTest(name = "{0} {1} {2} by {3} case {4} on {5}")
    @CsvSource(nullValues = "-", textBlock = """
        LTAX, AIC-ENT-REG,       TAX-COMPARE,        registrationNumber,                 -,     2009-11-10, LTAX-AIC-1
        LTAX, AIC-ENT-REG,       TAX-COMPARE,        registrationNumber organisationCode, -,    2026-11-23, LTAX-AIC-1
        LTAX, AIC-ENT-REG,       ' TAX-COMPARE ',    organisationCode,                   -,     2008-01-01, LTAX-AIC-1
        LTAX, AIC-ENT-REG,       TAX-COMPARE,        organisationCode,                   -,     2029-12-31, LTAX-AIC-1
        LTAX, PLAN-BUILD-PERMIT, PROJECT-TAX,        permitNumber,                       -,     2009-11-10, LTAX-PLAN-1
        LRH,  LTAX-DEED-PAID,    TITLE-GATE,         contractNumber,                     LRH-1, 2009-11-10, LRH-LTAX-1
        LRH,  PSB-POP-BASE,      TITLE-REGISTRATION, citizenId,                          LRH-1, 2009-11-10, LRH-PSB-1
        LRH,  PLAN-BUILD-PERMIT, TITLE-REGISTRATION, projectNumber,                      -,     2009-11-10, LRH-PLAN-1
        AIC,  QTS-ORG-CODE,      REGISTRATION,       organisationCode,                   -,     2009-11-10, AIC-QTS-1
        AIC,  LTAX-STATUS,       REGISTRATION,       organisationCode,                   -,     2009-11-10, AIC-LTAX-1
        PLAN, AIC-ENT-REG,       PERMIT-REVIEW,      name,                               -,     2009-11-10, PLAN-AIC-1
        PLAN, PSB-POP-BASE,      PERMIT-REVIEW,      citizenId,                          P-1,   2009-11-10, PLAN-PSB-1
        PSB,  AIC-ENT-REG,       SPECIAL-TRADE,      registrationNumber,                 S-1,   2009-11-10, PSB-AIC-1
        LTAX, PSB-POP-BASE,      TAX-COMPARE,        citizenId,                          T-1,   2008-12-31, LTAX-PSB-1
        LRH,  QTS-ORG-CODE,      TITLE-REGISTRATION, organisationCode,                   -,     2035-01-01, LRH-QTS-1
        """)
    void allowsWhatAGrantCovers(
            String agency, String subject, String purpose, String keys, String caseNumber, LocalDate day, String id) {
        Decision decision = access.decide(question(agency, subject, purpose, keys, caseNumber, day));

        assertThat(decision).isInstanceOfSatisfying(Allowed.class, allowed -> {
            assertThat(allowed.grantId()).isEqualTo(id);
            assertThat(allowed.legalBasis()).contains(" / ");
            assertThat(allowed.fields()).isNotEmpty();
        });
    }

    @ParameterizedTest(name = "{0} {1} {2} by {3} case {4} on {5}: {7}")
    @CsvSource(nullValues = "-", textBlock = """
        LTAX, AIC-ENT-REG,       -,                  registrationNumber,  -,   2009-11-10, MISSING_PURPOSE, names no purpose
        LTAX, AIC-ENT-REG,       '  ',               registrationNumber,  -,   2009-11-10, MISSING_PURPOSE, names no purpose
        LTAX, AIC-ENT-REG,       CURIOSITY,          registrationNumber,  -,   2009-11-10, ACCESS_DENIED,   granted: TAX-COMPARE
        LTAX, AIC-ENT-REG,       tax-compare,        registrationNumber,  -,   2009-11-10, ACCESS_DENIED,   tax-compare is not granted
        LTAX, AIC-ENT-REG,       TAX-COMPARE,        name,                -,   2009-11-10, ACCESS_DENIED,   'by name; granted: organisationCode, registrationNumber'
        LTAX, AIC-ENT-REG,       TAX-COMPARE,        organisationCode name, -, 2009-11-10, ACCESS_DENIED,   by name
        LTAX, AIC-ENT-REG,       TAX-COMPARE,        '',                  -,   2009-11-10, ACCESS_DENIED,   names no key
        LTAX, AIC-ENT-REG,       TAX-COMPARE,        registrationNumber,  -,   2007-12-31, ACCESS_DENIED,   valid from 2008-01-01
        LTAX, AIC-ENT-REG,       TAX-COMPARE,        registrationNumber,  -,   2030-01-01, ACCESS_DENIED,   expired on 2029-12-31
        LTAX, PSB-POP-BASE,      TAX-COMPARE,        citizenId,           T-1, 2009-01-01, ACCESS_DENIED,   expired on 2008-12-31
        LRH,  QTS-ORG-CODE,      TITLE-REGISTRATION, organisationCode,    -,   2034-12-31, ACCESS_DENIED,   valid from 2035-01-01
        LRH,  PSB-POP-BASE,      TITLE-REGISTRATION, citizenId,           -,   2009-11-10, MISSING_CASE,    about persons
        LRH,  PSB-POP-BASE,      TITLE-REGISTRATION, citizenId,           ' ', 2009-11-10, MISSING_CASE,    about persons
        PSB,  AIC-ENT-REG,       SPECIAL-TRADE,      registrationNumber,  -,   2009-11-10, MISSING_CASE,    PSB-AIC-1 requires a case
        LRH,  AIC-ENT-REG,       TITLE-REGISTRATION, registrationNumber,  -,   2009-11-10, ACCESS_DENIED,   LRH has no grant on AIC-ENT-REG
        AIC,  PSB-POP-BASE,      REGISTRATION,       citizenId,           A-1, 2009-11-10, ACCESS_DENIED,   AIC has no grant
        AIC,  AIC-ENT-REG,       REGISTRATION,       registrationNumber,  -,   2009-11-10, ACCESS_DENIED,   does not ask itself
        XXX,  AIC-ENT-REG,       TAX-COMPARE,        registrationNumber,  -,   2009-11-10, ACCESS_DENIED,   XXX has no grant
        """)
    void deniesTheRestAndSaysWhatIsMissing(
            String agency,
            String subject,
            String purpose,
            String keys,
            String caseNumber,
            LocalDate day,
            FaultCode code,
            String reason) {
        Decision decision = access.decide(question(agency, subject, purpose, keys, caseNumber, day));

        assertThat(decision).isInstanceOfSatisfying(Denied.class, denied -> {
            assertThat(denied.code()).isEqualTo(code);
            assertThat(denied.reason()).contains(reason).doesNotContain("lingnan.");
        });
    }

    @Test
    void showsOnlyTheGrantedFields() {
        Question title = question("LRH", "PSB-POP-BASE", "TITLE-REGISTRATION", "citizenId", "C-1", day());

        assertThat(access.decide(title)).isInstanceOfSatisfying(Allowed.class, allowed -> assertThat(allowed.fields())
                .containsExactlyInAnyOrder("name", "registeredAddress"));
    }

    @Test
    void showsAllFieldsButTheExcludedOnes() {
        Question tax = question("LTAX", "AIC-ENT-REG", "TAX-COMPARE", "registrationNumber", null, day());

        assertThat(access.decide(tax)).isInstanceOfSatisfying(Allowed.class, allowed -> assertThat(allowed.fields())
                .hasSize(12)
                .doesNotContain("legalRepresentativeId")
                .contains("legalRepresentative"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Publish", "Delete", "query", ""})
    void deniesOperationsThatNoGrantCovers(String operation) {
        Question query = question("LTAX", "AIC-ENT-REG", "TAX-COMPARE", "registrationNumber", null, day());
        Question other = new Question(
                query.caller(),
                query.subject(),
                operation,
                query.keys(),
                query.purpose(),
                query.caseNumber(),
                query.day());

        assertThat(access.decide(other)).isInstanceOf(Denied.class);
    }

    @Test
    void deniesASubjectThatIsNotShared() {
        Question query = question("LTAX", "AIC-ENT-REG", "TAX-COMPARE", "registrationNumber", null, day());
        Subject s = query.subject();
        Subject unshared = new Subject(
                s.code(),
                s.version(),
                s.name(),
                s.provider(),
                s.formerProvider(),
                s.providerSubsystem(),
                s.offer(),
                Sharing.NONE,
                s.sharingBasis(),
                s.basis(),
                s.aboutPersons(),
                s.extended(),
                s.days(),
                s.fields(),
                s.schema(),
                s.mappings());

        assertThat(access.decide(new Question(
                        query.caller(),
                        unshared,
                        "Query",
                        query.keys(),
                        query.purpose(),
                        query.caseNumber(),
                        query.day())))
                .isEqualTo(new Denied(FaultCode.ACCESS_DENIED, "AIC-ENT-REG is not shared."));
    }

    /** Whoever asks whatever for whatever reason: only the grants' own combinations pass. */
    @Test
    void theWholeMatrixIsDeniedExceptForTheGrants() {
        Snapshot city = ShippedCity.snapshot();
        Set<String> allowed = new TreeSet<>();
        for (var agency : city.agencies()) {
            Set<String> purposes = Stream.concat(
                            city.grants().stream()
                                    .filter(grant -> grant.consumer().equals(agency.code()))
                                    .flatMap(grant -> grant.purposes().stream())
                                    .map(purpose -> purpose.code()),
                            Stream.of("TAX-COMPARE", "ONE-WINDOW", "NO-PURPOSE-AT-ALL"))
                    .collect(Collectors.toSet());
            for (Subject subject : city.subjects()) {
                for (String purpose : purposes) {
                    for (Field key : subject.keys()) {
                        String code = agency.code().value();
                        String subjectCode = subject.code().value();
                        if (access.decide(question(code, subjectCode, purpose, key.name(), "C-1", day()))
                                instanceof Allowed) {
                            allowed.add(code + " " + subjectCode + " " + purpose + " " + key.name());
                        }
                    }
                }
            }
        }
        Set<String> granted = city.grants().stream()
                .filter(grant -> !grant.startsAfter(day()) && !grant.endedBefore(day()))
                .flatMap(grant -> grant.purposes().stream().flatMap(purpose -> grant.keys().stream()
                        .map(key -> grant.consumer() + " " + grant.subject() + " " + purpose.code() + " " + key)))
                .collect(Collectors.toSet());
        assertThat(allowed).hasSizeGreaterThan(1000).isEqualTo(granted);
    }

    private static LocalDate day() {
        return LocalDate.of(2009, 11, 10);
    }

    private static Question question(
            String agency, String subject, String purpose, String keys, String caseNumber, LocalDate day) {
        return new Question(
                new Caller(new SubsystemId("GZ", "GOV", AgencyCode.of(agency), "ANY"), Strength.AUTHENTICATED),
                ShippedCity.subject(subject),
                "Query",
                Arrays.stream(keys.split(" ")).filter(key -> !key.isEmpty()).collect(Collectors.toSet()),
                Optional.ofNullable(purpose),
                Optional.ofNullable(caseNumber),
                day);
    }
}
