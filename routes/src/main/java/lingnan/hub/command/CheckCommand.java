package lingnan.hub.command;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.catalog.Check;
import lingnan.hub.catalog.CitySettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "check",
        description = "Reads the whole city and lists every mistake by file and line, with its remedy.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the city is sound", "1:there are findings"},
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private Surroundings here = new Surroundings();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        Check check = Catalog.check(new CitySettings(here.city(), Map.of()));
        PrintWriter out = here.out();
        if (json.isWanted()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("agencies", check.agencies());
            object.put("subjects", check.subjects());
            object.put("programmes", check.programmes());
            object.put("findings", check.findings());
            out.println(Json.write(object));
        } else {
            check.findings().forEach(finding -> out.println(finding));
            out.printf(
                    "%s: %d agencies, %d subjects, %d programmes, %s.%n",
                    here.city(),
                    check.agencies(),
                    check.subjects(),
                    check.programmes(),
                    check.isSound() ? "no finding" : check.findings().size() + " findings");
        }
        return check.isSound() ? 0 : Failures.FOUND_WRONG;
    }
}
