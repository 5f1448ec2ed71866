package lingnan.hub.directory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Consumer;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import org.jspecify.annotations.Nullable;

/** Days as the contract writes them: without a time zone, which a caller's toolkit may add and which says nothing. */
final class Days {

    private static final DatatypeFactory DATATYPES = datatypes();

    private Days() {}

    /** @throws HubFault INVALID_BODY for a day outside all records */
    static LocalDate read(@Nullable XMLGregorianCalendar day, LocalDate otherwise) {
        if (day == null) {
            return otherwise;
        }
        try {
            return LocalDate.of(day.getYear(), day.getMonth(), day.getDay());
        } catch (DateTimeException notOfThisCalendar) {
            throw new HubFault(FaultCode.INVALID_BODY, "the day " + day + " is outside all records", notOfThisCalendar);
        }
    }

    static XMLGregorianCalendar write(LocalDate day) {
        return DATATYPES.newXMLGregorianCalendarDate(
                day.getYear(), day.getMonthValue(), day.getDayOfMonth(), DatatypeConstants.FIELD_UNDEFINED);
    }

    /** Sets the day, if there is one. */
    static void write(@Nullable LocalDate day, Consumer<XMLGregorianCalendar> into) {
        if (day != null) {
            into.accept(write(day));
        }
    }

    private static DatatypeFactory datatypes() {
        try {
            return DatatypeFactory.newInstance();
        } catch (DatatypeConfigurationException impossible) {
            throw new IllegalStateException("The JDK has no XML datatypes.", impossible);
        }
    }
}
