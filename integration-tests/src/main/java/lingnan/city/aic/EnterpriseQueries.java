package lingnan.city.aic;

import java.rmi.RemoteException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import lingnan.city.agency.Call;
import lingnan.city.data.Register;
import org.jspecify.annotations.Nullable;

/** The class behind the service. Axis makes the instance, so that the register is handed over statically. */
public final class EnterpriseQueries {

    private static final AtomicReference<@Nullable Register> REGISTER = new AtomicReference<>();

    static void serve(Register register) {
        REGISTER.set(register);
    }

    /** @throws RemoteException as old services do: Axis makes a fault of it, with the exception's own words */
    public EnterpriseInfo[] queryEnterprise(@Nullable String regNo, @Nullable String entName, @Nullable String orgCode)
            throws RemoteException {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("regNo", regNo == null ? "" : regNo);
        asked.put("entName", entName == null ? "" : entName);
        asked.put("orgCode", orgCode == null ? "" : orgCode);
        asked.values().removeIf(String::isBlank);
        Call call = Call.current();
        call.acts("queryEnterprise", String.join(" ", asked.values()));
        if (call.isToFail()) {
            throw new RemoteException("ORA-01034: ORACLE not available");
        }
        if (asked.isEmpty()) {
            throw new RemoteException("查询条件不能为空");
        }
        Register register = Objects.requireNonNull(REGISTER.get(), "No register is served");
        return register.find(asked).stream().map(EnterpriseInfo::of).toArray(EnterpriseInfo[]::new);
    }
}
