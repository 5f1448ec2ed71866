package lingnan.city;

import org.apache.axis.wsdl.toJava.Emitter;

/** Axis 1.4's WSDL2Java over several WSDLs in one process of its own, where no library of CXF is near. */
final class AxisGenerator {

    private AxisGenerator() {}

    /** @param arguments pairs of a WSDL's address and the folder for its classes */
    public static void main(String[] arguments) throws Exception {
        for (int i = 0; i < arguments.length; i += 2) {
            Emitter emitter = new Emitter();
            emitter.setTypeMappingVersion("1.2");
            emitter.setOutputDir(arguments[i + 1]);
            emitter.run(arguments[i]);
        }
    }
}
