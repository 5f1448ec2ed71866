package lingnan.city.data;

/** An address of the county that does not exist. */
record Place(String street, String address) {

    static final String DIVISION_NAME = "岭南区";
}
