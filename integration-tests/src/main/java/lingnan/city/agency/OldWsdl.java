package lingnan.city.agency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** An agency's old WSDL as it stands in {@code wsdl/legacy}, served with the address by which the caller came. */
public final class OldWsdl {

    private static final String ADDRESS = "http://localhost/";

    private final String text;

    private OldWsdl(String text) {
        this.text = text;
    }

    /** @param name below {@code wsdl/legacy}, such as {@code LTAX/TaxService.wsdl} */
    public static OldWsdl of(String name) throws IOException {
        try (InputStream file = OldWsdl.class.getResourceAsStream("/wsdl/legacy/" + name)) {
            if (file == null) {
                throw new FileNotFoundException("No such file on the class path: wsdl/legacy/" + name);
            }
            return new OldWsdl(new String(file.readAllBytes(), UTF_8));
        }
    }

    public Stack.Answer at(URI address) {
        String here = address.getScheme() + "://" + address.getAuthority() + "/";
        return Soap.xml(200, "text/xml;charset=UTF-8", text.replace("location=\"" + ADDRESS, "location=\"" + here));
    }
}
