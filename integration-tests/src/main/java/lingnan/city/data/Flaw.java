package lingnan.city.data;

/** One defect put into one record, so that a test can find it again. @param key of the record as it was before */
public record Flaw(String register, String key, Defect defect) {}
