package lingnan.city.clients;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.rmi.RemoteException;
import javax.xml.namespace.QName;
import javax.xml.rpc.ParameterMode;
import javax.xml.rpc.ServiceException;
import lingnan.city.aic.EnterpriseInfo;
import org.apache.axis.AxisFault;
import org.apache.axis.client.Call;
import org.apache.axis.client.Service;
import org.apache.axis.encoding.XMLType;
import org.apache.axis.encoding.ser.ArrayDeserializerFactory;
import org.apache.axis.encoding.ser.ArraySerializerFactory;
import org.apache.axis.encoding.ser.BeanDeserializerFactory;
import org.apache.axis.encoding.ser.BeanSerializerFactory;

/**
 * A caller of AIC's old service as it always was: Axis 1.4, RPC/encoded, beans. Arguments: the service's address and a
 * registration number; prints each enterprise's number, name and representative, parted by tabs.
 */
public final class EnterpriseClient {

    private static final String NAMESPACE = "urn:aic:enterprise";

    private EnterpriseClient() {}

    public static void main(String[] arguments) throws ServiceException, RemoteException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Call call = (Call) new Service().createCall();
        call.setTargetEndpointAddress(arguments[0]);
        call.setOperationName(new QName(NAMESPACE, "queryEnterprise"));
        for (String parameter : new String[] {"regNo", "entName", "orgCode"}) {
            call.addParameter(parameter, XMLType.XSD_STRING, ParameterMode.IN);
        }
        QName array = new QName(NAMESPACE, "ArrayOfEnterpriseInfo");
        call.setReturnType(array, EnterpriseInfo[].class);
        call.registerTypeMapping(
                EnterpriseInfo.class,
                new QName(NAMESPACE, "EnterpriseInfo"),
                BeanSerializerFactory.class,
                BeanDeserializerFactory.class);
        call.registerTypeMapping(
                EnterpriseInfo[].class, array, ArraySerializerFactory.class, ArrayDeserializerFactory.class);
        try {
            for (EnterpriseInfo found : (EnterpriseInfo[]) call.invoke(new Object[] {arguments[1], null, null})) {
                out.println(found.getRegNo() + "\t" + found.getEntName() + "\t" + found.getLegalRep());
            }
        } catch (AxisFault fault) {
            System.err.println(fault.getFaultCode() + " " + fault.getFaultString());
            System.exit(1);
        }
    }
}
