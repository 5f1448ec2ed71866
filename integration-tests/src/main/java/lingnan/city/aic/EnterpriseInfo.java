package lingnan.city.aic;

import java.util.Map;
import java.util.function.BiConsumer;
import lingnan.city.data.Row;
import org.jspecify.annotations.Nullable;

/** The bean that Axis serialises: a class with a constructor without arguments, getters and setters. */
public final class EnterpriseInfo {

    private static final Map<String, BiConsumer<EnterpriseInfo, @Nullable String>> SETTERS = Map.ofEntries(
            Map.entry("regNo", EnterpriseInfo::setRegNo),
            Map.entry("entName", EnterpriseInfo::setEntName),
            Map.entry("orgCode", EnterpriseInfo::setOrgCode),
            Map.entry("legalRep", EnterpriseInfo::setLegalRep),
            Map.entry("legalRepId", EnterpriseInfo::setLegalRepId),
            Map.entry("divisionCode", EnterpriseInfo::setDivisionCode),
            Map.entry("divisionName", EnterpriseInfo::setDivisionName),
            Map.entry("address", EnterpriseInfo::setAddress),
            Map.entry("entType", EnterpriseInfo::setEntType),
            Map.entry("industry", EnterpriseInfo::setIndustry),
            Map.entry("estDate", EnterpriseInfo::setEstDate),
            Map.entry("regAuthority", EnterpriseInfo::setRegAuthority),
            Map.entry("status", EnterpriseInfo::setStatus));

    private @Nullable String regNo;
    private @Nullable String entName;
    private @Nullable String orgCode;
    private @Nullable String legalRep;
    private @Nullable String legalRepId;
    private @Nullable String divisionCode;
    private @Nullable String divisionName;
    private @Nullable String address;
    private @Nullable String entType;
    private @Nullable String industry;
    private @Nullable String estDate;
    private @Nullable String regAuthority;
    private @Nullable String status;

    static EnterpriseInfo of(Row row) {
        EnterpriseInfo info = new EnterpriseInfo();
        SETTERS.forEach((column, setter) -> setter.accept(info, row.get(column).isEmpty() ? null : row.get(column)));
        return info;
    }

    public @Nullable String getRegNo() {
        return regNo;
    }

    public void setRegNo(@Nullable String regNo) {
        this.regNo = regNo;
    }

    public @Nullable String getEntName() {
        return entName;
    }

    public void setEntName(@Nullable String entName) {
        this.entName = entName;
    }

    public @Nullable String getOrgCode() {
        return orgCode;
    }

    public void setOrgCode(@Nullable String orgCode) {
        this.orgCode = orgCode;
    }

    public @Nullable String getLegalRep() {
        return legalRep;
    }

    public void setLegalRep(@Nullable String legalRep) {
        this.legalRep = legalRep;
    }

    public @Nullable String getLegalRepId() {
        return legalRepId;
    }

    public void setLegalRepId(@Nullable String legalRepId) {
        this.legalRepId = legalRepId;
    }

    public @Nullable String getDivisionCode() {
        return divisionCode;
    }

    public void setDivisionCode(@Nullable String divisionCode) {
        this.divisionCode = divisionCode;
    }

    public @Nullable String getDivisionName() {
        return divisionName;
    }

    public void setDivisionName(@Nullable String divisionName) {
        this.divisionName = divisionName;
    }

    public @Nullable String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address;
    }

    public @Nullable String getEntType() {
        return entType;
    }

    public void setEntType(@Nullable String entType) {
        this.entType = entType;
    }

    public @Nullable String getIndustry() {
        return industry;
    }

    public void setIndustry(@Nullable String industry) {
        this.industry = industry;
    }

    public @Nullable String getEstDate() {
        return estDate;
    }

    public void setEstDate(@Nullable String estDate) {
        this.estDate = estDate;
    }

    public @Nullable String getRegAuthority() {
        return regAuthority;
    }

    public void setRegAuthority(@Nullable String regAuthority) {
        this.regAuthority = regAuthority;
    }

    public @Nullable String getStatus() {
        return status;
    }

    public void setStatus(@Nullable String status) {
        this.status = status;
    }
}
