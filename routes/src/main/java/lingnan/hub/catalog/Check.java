package lingnan.hub.catalog;

import java.util.List;

/** What reading the city's files found. */
public record Check(int agencies, int subjects, int programmes, List<Finding> findings) {

    public boolean isSound() {
        return findings.isEmpty();
    }

    /**
     * One mistake, where it stands and what to do about it.
     *
     * @param file relative to the city's folder
     * @param line from 1; 0 if the file as a whole is meant
     */
    public record Finding(String file, int line, String what, String remedy) {

        @Override
        public String toString() {
            return file + ":" + line + ": " + what + " " + remedy;
        }
    }
}
